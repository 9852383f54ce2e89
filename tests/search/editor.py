"""Signs an editor in who is no administrator, and indexes as editors see it."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from search.models import SearchIndex
from search.results import Asked, Results


def sign_in_as(client, group: str = "Editors"):
    """Sign in a member of a group that Wagtail makes, and return the client."""
    user = get_user_model().objects.create_user(group.lower(), f"{group}@site.example".lower())
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


def answer_of(text: str, **more) -> Results:
    """Return what the index answers to a search."""
    return Results(SearchIndex.objects.get(is_current=True), Asked(text, **more))


def found(text: str, **more) -> list[str]:
    """Return the titles that a search finds, in order."""
    return [result.target.title for result in answer_of(text, **more).page(0, 10)]
