"""The page of a person, and the list that leads to it."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import (
    BlogPageFactory,
    PeopleIndexPageFactory,
    PersonPageFactory,
    PictureFactory,
    RoleFactory,
    TopicFactory,
    publish,
)
from tests.reader import links, navigation, open_page, structured, words

NONSENSE = ["0", "-1", "last", "", "1.5", "9999999999", "٣", "99", "²"]


@pytest.fixture
def people(home):
    return PeopleIndexPageFactory(title="People")


def names_on(page) -> list[str]:
    """Return the names that a list of people shows, in order."""
    return [words(link) for link in page.main.find_all("a", class_="person__name")]


# Names
@pytest.mark.parametrize(
    ("title", "given", "family", "initials"),
    [
        ("Ann Example", "", "", "AE"),
        ("Ann van der Example", "Ann", "van der Example", "AV"),
        ("Dame Ann Example", "Ann", "Example", "AE"),
        ("Éa Ünal", "", "", "ÉÜ"),
        ("Cher", "", "", "C"),
        ("ann example", "", "", "AE"),
    ],
)
def test_initials_stand_for_the_name(home, title, given, family, initials):
    person = PersonPageFactory(title=title, given_name=given, family_name=family)
    assert person.initials == initials


def test_running_text_uses_the_given_name(home):
    assert PersonPageFactory(title="Dame Ann Example", given_name="Ann").first_name == "Ann"
    assert PersonPageFactory(title="Bea Example", given_name="").first_name == "Bea"


# The page
def test_a_profile_shows_name_role_and_summary(client, home):
    ann = PersonPageFactory(title="Ann Example", summary="Counts doors.")
    RoleFactory(profile=ann, title="Director of Place", organisation__name="The City")
    page = open_page(client, ann.url)
    assert words(page.h1) == "Ann Example"
    shown = words(page.main)
    assert "Director of Place" in shown
    assert "The City" in shown
    assert "Counts doors." in shown
    assert words(page.title).startswith("Ann Example, Director of Place")


def test_a_profile_without_anything_but_a_name_is_shown(client, home):
    ann = PersonPageFactory(title="Ann", given_name="", family_name="", summary="")
    assert words(open_page(client, ann.url).h1) == "Ann"


def test_a_profile_without_a_biography_has_no_heading_over_nothing(client, home):
    shown = open_page(client, PersonPageFactory(title="Ann Example", summary="").url).main
    assert "About Ann" not in words(shown)
    told = open_page(client, PersonPageFactory(title="Bo Sample", summary="Bo digs.").url).main
    assert "About Bo" in words(told)


def test_a_face_beside_the_name_is_not_read_out(client, home):
    ann = PersonPageFactory(portrait=PictureFactory(title="Ann"))
    faces = open_page(client, ann.url).main.find_all("img")
    assert faces
    assert {face["alt"] for face in faces} == {""}


def test_past_roles_are_told_with_their_years(client, home):
    ann = PersonPageFactory()
    RoleFactory(
        profile=ann,
        title="Nurse",
        organisation__name="The Ward",
        started_on=datetime.date(2015, 1, 1),
        ended_on=datetime.date(2019, 1, 1),
    )
    assert "Nurse, The Ward, 2015 to 2019" in words(open_page(client, ann.url).main.dl)


def test_a_profile_lists_its_live_posts_newest_first_and_no_others(client, home):
    ann, bea = PersonPageFactory(title="Ann Example"), PersonPageFactory(title="Bea Example")
    now = timezone.now()
    BlogPageFactory(title="Old", author=ann, first_published_at=now - datetime.timedelta(days=9))
    BlogPageFactory(title="New", author=ann, first_published_at=now)
    BlogPageFactory(title="Draft", author=ann, live=False)
    BlogPageFactory(title="Not hers", author=bea)
    section = open_page(client, ann.url).main.find("section", attrs={"aria-labelledby": "posts"})
    assert [words(heading) for heading in section.find_all("h3")] == ["New", "Old"]


def test_a_profile_names_each_topic_written_about_once(client, home):
    ann = PersonPageFactory(title="Ann Example")
    homes = TopicFactory(name="Homes")
    BlogPageFactory.create_batch(2, author=ann, topics=[homes])
    facts = open_page(client, ann.url).main.dl
    assert [words(link) for link in facts.find_all("a")] == ["Homes"]


def test_a_profile_that_is_not_live_is_not_found(client, home):
    ann = publish(PersonPageFactory())
    ann.unpublish()
    open_page(client, ann.url, status=404)


def test_search_engines_are_told_who_it_is(client, home):
    ann = PersonPageFactory(title="Ann Example", summary="Counts doors.")
    ann.portrait = PictureFactory()
    ann.save()
    RoleFactory(profile=ann, title="Mayor", organisation__name="The Town")
    person = structured(open_page(client, ann.url), "Person")
    assert person["image"].startswith("http")
    del person["image"]
    assert person == {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": "Ann Example",
        "url": ann.full_url,
        "givenName": "Ann",
        "familyName": "Example",
        "description": "Counts doors.",
        "jobTitle": "Mayor",
        "worksFor": {"@type": "Organization", "name": "The Town"},
    }


def test_search_engines_are_told_nothing_that_is_not_known(client, home):
    ann = PersonPageFactory(title="Ann", given_name="", family_name="", summary="")
    person = structured(open_page(client, ann.url), "Person")
    assert set(person) == {"@context", "@type", "name", "url"}


def test_a_name_can_not_end_the_script_that_holds_it(client, home):
    ann = PersonPageFactory(title="Ann </script><b>", slug="ann")
    page = open_page(client, ann.url)
    assert structured(page, "Person")["name"] == "Ann </script><b>"
    assert words(page.h1) == "Ann </script><b>"


# The list
def test_people_are_listed_by_family_name_with_their_roles(client, people):
    RoleFactory(profile=PersonPageFactory(title="Ann Zeta"), title="Mayor")
    PersonPageFactory(title="Zoe Alpha")
    PersonPageFactory(title="Bea Alpha")
    page = open_page(client, people.url)
    assert names_on(page) == ["Bea Alpha", "Zoe Alpha", "Ann Zeta"]
    assert "Mayor" in words(page.main)


def test_an_empty_list_says_so(client, people):
    assert "Nobody is listed here yet." in words(open_page(client, people.url).main)


def test_drafts_and_private_people_are_not_listed(client, people):
    PersonPageFactory(title="Ann Draft", live=False)
    private = PersonPageFactory(title="Bea Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    PersonPageFactory(title="Cat Public")
    assert names_on(open_page(client, people.url)) == ["Cat Public"]


@pytest.fixture
def many(people):
    """Return a list of one page of people and one more."""
    for number in range(people.PER_PAGE + 1):
        PersonPageFactory(title=f"Pat Number{number:03}")
    return people


def test_a_long_list_comes_in_numbered_pages(client, many):
    first, second = open_page(client, many.url), open_page(client, f"{many.url}?page=2")
    assert len(names_on(first)) == many.PER_PAGE
    assert names_on(second) == [f"Pat Number{many.PER_PAGE:03}"]
    assert "page 2 of 2" in words(second.title)
    assert "page" not in words(first.title)
    numbers = navigation(second, "Pages of this list")
    assert words(numbers.find(attrs={"aria-current": "page"})) == "2"


def test_a_page_number_that_is_none_leads_to_page_one(client, many):
    first = names_on(open_page(client, many.url))
    for number in NONSENSE:
        assert names_on(open_page(client, f"{many.url}?page={number}")) == first, number


def test_a_list_of_one_page_has_no_numbers(client, people):
    PersonPageFactory()
    assert navigation(open_page(client, people.url), "Pages of this list") is None


def test_the_list_links_each_person_to_their_page(client, people):
    ann = PersonPageFactory(title="Ann Example")
    assert links(open_page(client, people.url).main)["Ann Example"] == ann.url
