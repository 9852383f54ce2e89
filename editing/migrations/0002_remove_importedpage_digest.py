from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("editing", "0001_initial"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="importedpage",
            name="digest",
        ),
    ]
