"""Builds what tests need: pages, people, pictures and bodies, each whole without being asked."""

from tests.factories.blog import (
    AuthorshipFactory,
    BlogIndexPageFactory,
    BlogPageFactory,
    many_posts,
)
from tests.factories.bodies import heading, people_row, quote, text
from tests.factories.core import DocumentFactory, PictureFactory, TopicFactory
from tests.factories.home import StandardPageFactory
from tests.factories.people import (
    OrganisationFactory,
    PeopleIndexPageFactory,
    PersonPageFactory,
    RoleFactory,
    SpeakerIndexPageFactory,
    SpeakerPageFactory,
)
from tests.factories.publishing import WAYS_TO_GO, make_private, publish

__all__ = [
    "WAYS_TO_GO",
    "AuthorshipFactory",
    "BlogIndexPageFactory",
    "BlogPageFactory",
    "DocumentFactory",
    "OrganisationFactory",
    "PeopleIndexPageFactory",
    "PersonPageFactory",
    "PictureFactory",
    "RoleFactory",
    "SpeakerIndexPageFactory",
    "SpeakerPageFactory",
    "StandardPageFactory",
    "TopicFactory",
    "heading",
    "make_private",
    "many_posts",
    "people_row",
    "publish",
    "quote",
    "text",
]
