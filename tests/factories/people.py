"""People, speakers, roles and organisations."""

import factory

from people.models import (
    Organisation,
    PeopleIndexPage,
    PersonPage,
    Role,
    SpeakerIndexPage,
    SpeakerPage,
)
from tests.factories.pages import LivePageFactory, home_page


class OrganisationFactory(factory.django.DjangoModelFactory):
    """Makes a council."""

    name = factory.Sequence(lambda number: f"Council {number}")
    kind = "council"

    class Meta:
        model = Organisation


class PeopleIndexPageFactory(LivePageFactory):
    """Makes the list of people."""

    title = "People"
    parent = factory.LazyFunction(home_page)

    class Meta:
        model = PeopleIndexPage


class SpeakerIndexPageFactory(LivePageFactory):
    """Makes the list of speakers."""

    title = "Speakers"
    parent = factory.LazyFunction(home_page)

    class Meta:
        model = SpeakerIndexPage


class ProfileFactory(LivePageFactory):
    """Makes a profile; given and family name follow the title."""

    given_name = factory.LazyAttribute(lambda profile: profile.title.split(" ")[0])
    family_name = factory.LazyAttribute(lambda profile: profile.title.split(" ")[-1])

    class Meta:
        abstract = True


class PersonPageFactory(ProfileFactory):
    """Makes a person below the list of people."""

    title = factory.Sequence(lambda number: f"Pat Person{number}")
    parent = factory.LazyFunction(
        lambda: PeopleIndexPage.objects.first() or PeopleIndexPageFactory()
    )

    class Meta:
        model = PersonPage


class SpeakerPageFactory(ProfileFactory):
    """Makes a speaker below the list of speakers."""

    title = factory.Sequence(lambda number: f"Sal Speaker{number}")
    parent = factory.LazyFunction(
        lambda: SpeakerIndexPage.objects.first() or SpeakerIndexPageFactory()
    )

    class Meta:
        model = SpeakerPage


class RoleFactory(factory.django.DjangoModelFactory):
    """Makes a role that is still held."""

    profile = factory.SubFactory(PersonPageFactory)
    title = "Director of Place"
    organisation = factory.SubFactory(OrganisationFactory)
    sort_order = factory.Sequence(int)

    class Meta:
        model = Role
