from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editing", "0002_remove_importedpage_digest"),
    ]

    operations = [
        migrations.AddField(
            model_name="importedpage",
            name="address",
            field=models.TextField(
                blank=True,
                default="",
                help_text="Where the file was on the old site, as told last.",
            ),
            preserve_default=False,
        ),
    ]
