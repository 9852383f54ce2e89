"""Profiles, roles, organisations and the pages that list them."""

from people.models.index_pages import PeopleIndexPage, SpeakerIndexPage
from people.models.organisation import Organisation
from people.models.profile import PersonPage, ProfilePage
from people.models.role import Role
from people.models.speaker import Book, SpeakerPage

__all__ = [
    "Book",
    "Organisation",
    "PeopleIndexPage",
    "PersonPage",
    "ProfilePage",
    "Role",
    "SpeakerIndexPage",
    "SpeakerPage",
]
