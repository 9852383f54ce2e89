"""Signs in somebody who is no administrator."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group


def sign_in_as(client, group: str = "Editors"):
    """Sign in a member of a group that Wagtail makes, and return the client."""
    user = get_user_model().objects.create_user(group.lower(), f"{group}@site.example".lower())
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client
