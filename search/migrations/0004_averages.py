"""Keep the average lengths that documents were weighed by."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index without them is weighed by those of the moment, until all are weighed again."""

    dependencies = [("search", "0003_editors_may_decide")]

    operations = [
        migrations.AddField(
            model_name="searchindex", name="averages", field=models.JSONField(default=dict)
        )
    ]
