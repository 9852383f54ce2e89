"""Publishes as editors do, with every signal; and takes pages from readers."""

from wagtail.models import PageViewRestriction

from core.models import BasePage


def publish(page, **revision):
    """Save a revision of `page`, publish it and return the page as the database has it now.

    Keywords go to `save_revision`, for example `change_answer=(True, "Corrected the date.")`.
    """
    page.save_revision(**revision).publish()
    return type(page).objects.get(pk=page.pk)


def make_private(page) -> None:
    """Let only those who are signed in read `page`, as the editor's privacy button does."""
    PageViewRestriction.objects.create(page=page, restriction_type="login")


# What takes a page from readers.
WAYS_TO_GO = [BasePage.delete, BasePage.unpublish, make_private]
