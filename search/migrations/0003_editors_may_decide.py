"""Let editors and moderators write synonyms and promotions."""

from django.db import migrations

ACTIONS = {"Editors": ["add", "change"], "Moderators": ["add", "change", "delete"]}
MODELS = ["editorssynonym", "promotion"]


def let_them(apps, _schema_editor):
    """Give the groups that Wagtail makes what they need; a site without them is left alone."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    groups = apps.get_model("auth", "Group").objects
    for group in groups.filter(name__in=ACTIONS):
        for model in MODELS:
            kind, _made = content_types.get_or_create(app_label="search", model=model)
            for action in ACTIONS[group.name]:
                name = "synonym" if model == "editorssynonym" else model
                permission, _made = permissions.get_or_create(
                    content_type=kind,
                    codename=f"{action}_{model}",
                    defaults={"name": f"Can {action} {name}"},
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    """Permissions are made after all migrations: these few are made here."""

    dependencies = [
        ("search", "0002_editors_decide"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(let_them, migrations.RunPython.noop)]
