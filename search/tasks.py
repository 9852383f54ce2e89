"""What happens to the index in the background."""

from django.tasks import task

from search import catching_up


@task()
def catch_up() -> int:
    """Tell the index of everything that waits; return how much failed. Safe to run again."""
    return catching_up.catch_up()
