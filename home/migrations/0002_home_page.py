"""Put a home page where Wagtail's migrations leave a page that no template can show."""

from django.conf import settings
from django.db import migrations


def make_home_page(apps, _schema_editor):
    """Replace the welcome page, unless somebody has made a home page already."""
    home_model = apps.get_model("home", "HomePage")
    page_model = apps.get_model("core", "BasePage")
    site_model = apps.get_model("wagtailcore", "Site")
    content_type_model = apps.get_model("contenttypes", "ContentType")
    locale_model = apps.get_model("wagtailcore", "Locale")
    if home_model.objects.exists():
        return
    site_model.objects.all().delete()
    page_model.objects.filter(depth=2, slug="home").delete()
    root = page_model.objects.get(depth=1)
    taken = page_model.objects.filter(depth=2).count()
    content_type, _made = content_type_model.objects.get_or_create(
        app_label="home", model="homepage"
    )
    home = home_model.objects.create(
        title="Home",
        draft_title="Home",
        slug="home",
        content_type=content_type,
        locale=locale_model.objects.first(),
        path=f"{root.path}{taken + 1:04d}",
        depth=2,
        numchild=0,
        url_path="/home/",
        purpose="Leaders of one county learn to share the work.",
    )
    root.numchild = taken + 1
    root.save(update_fields=["numchild"])
    address = settings.SITE_ADDRESS
    site_model.objects.create(
        hostname=address.hostname,
        port=address.port or (443 if address.scheme == "https" else 80),
        site_name=settings.WAGTAIL_SITE_NAME,
        root_page_id=home.pk,
        is_default_site=True,
    )


class Migration(migrations.Migration):
    """A fresh database answers "/" with a page."""

    dependencies = [
        ("home", "0001_initial"),
        ("core", "0003_everything_else"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_home_page, migrations.RunPython.noop)]
