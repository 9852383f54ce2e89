"""Somebody who asks for a person finds the person first, however the name is written."""

import pytest
from wagtail.models import Site

from search.rebuilding import rebuild
from tests.factories import (
    BlogPageFactory,
    OrganisationFactory,
    PersonPageFactory,
    RoleFactory,
    SpeakerPageFactory,
    StandardPageFactory,
    publish,
    quote,
    text,
)
from tests.reader import words
from tests.search.asking import ask, titles


@pytest.fixture
def index(home):
    """Index a site with a writer, a speaker, what one wrote, and many who mention both."""
    keith = PersonPageFactory(
        title="Keith Hoggatt", other_names="Keith Quarrie\nKit Hoggatt", summary="Works in homes."
    )
    RoleFactory(profile=keith, title="Surveyor", organisation=None, organisation_name="The Weir")
    SpeakerPageFactory(title="Margaret Osei-Lund")
    publish(BlogPageFactory(title="Counting doors", author=keith))
    mention = text("<p>Keith Hoggatt, Keith Hoggatt, and Margaret Osei-Lund: Hoggatt again.</p>")
    for number in range(3):
        publish(StandardPageFactory(title=f"Minutes {number}", body=[mention]))
    publish(StandardPageFactory(title="Keith", body=[text("<p>Another Keith.</p>")]))
    said = quote(words="Doors remember.", name="Margaret Osei-Lund")
    publish(StandardPageFactory(title="Said", body=[said]))
    return rebuild(Site.objects.get(is_default_site=True), "en-gb")


@pytest.mark.parametrize(
    "asked",
    [
        "Keith Hoggatt",
        "keith hoggatt",
        "Hoggatt, Keith",
        "Hoggatt",
        "Keith Hoggat",
        "Keith Hogatt",
        "Kieth Hoggatt",
        "Kit Hoggatt",
        "Keith Quarrie",
        "Quarrie",
    ],
)
def test_the_profile_comes_first_and_then_what_they_wrote(client, index, asked):
    found = titles(ask(client, asked))
    assert found[0] == "Keith Hoggatt"
    assert found[1] == "Counting doors"


@pytest.mark.parametrize(
    "asked", ["Margaret Osei-Lund", "margaret osei lund", "osei-lund", "oseilund"]
)
def test_a_double_name_is_found_with_and_without_its_hyphen(client, index, asked):
    assert titles(ask(client, asked))[0] == "Margaret Osei-Lund"


def test_a_former_surname_finds_the_person_before_what_they_said_under_it(client, home):
    PersonPageFactory(title="Harriet Prongwither", other_names="Harriet Quillfeather")
    for number in range(3):
        said = quote(words=f"Doors {number}.", name="Harriet Quillfeather")
        publish(StandardPageFactory(title=f"Said {number}", body=[said]))
    rebuild(Site.objects.get(is_default_site=True), "en-gb")
    for asked in ("Quillfeather", "quillfeater", "Harriet Quillfeather", "Prongwither"):
        assert titles(ask(client, asked))[0] == "Harriet Prongwither", asked


def test_a_corrected_name_is_told(client, index):
    assert "‘keith Hoggatt’" in words(ask(client, "Kieth Hoggatt").h1)


def test_a_page_called_exactly_so_comes_before_pages_that_say_it_more(client, index):
    assert titles(ask(client, "keith"))[0] == "Keith"


def test_a_person_is_found_by_what_they_do_and_where(client, index):
    assert "Keith Hoggatt" in titles(ask(client, "surveyor weir"))


def test_an_organisation_is_found_by_the_initials_of_its_name(client, home):
    board = OrganisationFactory(name="Estuary Board of the Care of Herons", short_name="Herons")
    ann = PersonPageFactory(title="Ann Example")
    RoleFactory(profile=ann, title="Clerk", organisation=board)
    publish(ann)
    rebuild(Site.objects.get(is_default_site=True), "en-gb")
    assert titles(ask(client, "ebch")) == ["Ann Example"]
    OrganisationFactory(name="Every Beach and Cliff House")
    assert titles(ask(client, "ebch")) == []


def test_what_bears_an_organisations_new_name_comes_before_what_says_a_word_of_the_old(
    client, home
):
    old = OrganisationFactory(name="Coast Group", short_name="CG", became="renamed")
    new = OrganisationFactory(name="Estuary Board", short_name="EB")
    old.closed_on, old.successors = "2020-01-01", [new]
    old.save()
    for number in range(6):
        said = text("<p>The Estuary Board met, in a long meeting about other things.</p>")
        publish(StandardPageFactory(title=f"Minutes {number}", body=[said]))
    walks = text("<p>Where the coast is, in a long walk about other things.</p>")
    publish(StandardPageFactory(title="Walks", body=[walks]))
    rebuild(Site.objects.get(is_default_site=True), "en-gb")
    for name in ("coast group", "CG", "estuary board", "EB"):
        assert titles(ask(client, name))[:6] == [f"Minutes {number}" for number in range(6)], name
