"""Stock Wagtail's search, any word being enough, over the posts of a kept evaluation.

`python -m bench stock_search COLLECTION SECONDS` prints a row of the table.
"""

import sys
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from bench.asking import DEEPEST, ask, table_row
from blog.models import BlogPage
from operations.evaluation.collection import read_collection


def main(arguments: list[str]) -> None:
    """Build Wagtail's own index, ask it, and print what came."""
    collection = read_collection(Path(arguments[0]))
    call_command("wagtail_update_index", verbosity=0)
    numbers = BlogPage.objects.values_list("pk", "slug")
    ids = {key: collection.documents[int(slug.split("-")[1])].id for key, slug in numbers}

    def search(text: str) -> list[str]:
        found = BlogPage.objects.live().search(text, operator="or")[:DEEPEST]
        return [ids[page.pk] for page in found]

    asked = ask(collection, search, float(arguments[1]))
    name = f"Wagtail’s own, OR, {connection.display_name}"
    sys.stdout.write(table_row(name, collection, asked) + "\n")
