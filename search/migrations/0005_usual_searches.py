"""List usual searches, and look names up by what they are."""

import django.db.models.deletion
from django.db import migrations, models

import search.byte_order


class Migration(migrations.Migration):
    """Adds an empty list: it fills from the log within a day."""

    dependencies = [("search", "0004_averages"), ("wagtailcore", "0098_apitoken")]

    operations = [
        migrations.CreateModel(
            name="UsualSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.site",
                    ),
                ),
                ("language", models.CharField(max_length=20)),
                ("query", search.byte_order.BinaryOrderField(max_length=100)),
                ("times", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name_plural": "usual searches",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["site", "language", "query"], name="a_usual_search"
                    )
                ],
            },
        ),
        migrations.RemoveIndex(model_name="name", name="names_of_people_first"),
        migrations.RemoveIndex(model_name="name", name="names_by_their_start"),
        migrations.AddIndex(
            model_name="name",
            index=models.Index(
                fields=["index", "is_name", "is_whole", "text"], name="names_by_kind"
            ),
        ),
    ]
