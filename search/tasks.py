"""What happens to the index in the background."""

from django.tasks import task

from core.purging import addresses_of_lists, has_caches, purge
from search import catching_up


@task()
def catch_up() -> int:
    """Tell the index of everything that waits; return how much failed. Safe to run again."""
    failed = catching_up.catch_up()
    if has_caches():
        # They were purged with the page, and may have asked again before the index knew.
        purge(addresses_of_lists())
    return failed
