"""The demonstration is whole, marked as such, and as an editor would have left it."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from blog.models import Authorship, BlogIndexPage, BlogPage
from core.models import BasePage, SiteDocument, SiteImage, Topic
from core.publishing import what_is_missing
from home.models import StandardPage
from operations.models import DemonstrationRecord
from people.blocks.body import ArticleBlock
from people.models import Organisation, PersonPage, Role, SpeakerPage
from tests.reader import links, navigation, open_page, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


def pages() -> list:
    """Return every page from home down, each as its own type."""
    return list(BasePage.objects.filter(depth__gte=2).specific())


def post(slug: str) -> BlogPage:
    return BlogPage.objects.get(slug=slug)


@pytest.mark.parametrize(
    ("model", "fewest"),
    [(BlogPage, 14), (PersonPage, 16), (SpeakerPage, 4), (StandardPage, 5), (Organisation, 6)],
)
def test_there_is_enough_of_every_kind(model, fewest):
    assert model.objects.count() >= fewest


def test_the_topics_are_those_that_posts_are_about():
    assert [topic.name for topic in Topic.objects.all()] == [
        "Health and care",
        "Homes",
        "Neighbourhoods",
        "Places",
        "Sharing power",
        "Working together",
    ]
    assert not Topic.objects.filter(posts=None).exists()


def test_an_organisation_was_renamed_and_another_merged():
    became = {one.name: one.what_became for one in Organisation.objects.exclude(became="")}
    assert became["Harbourside Housing Association"] == "now called Harbour Lights Homes"
    assert became["Sandlings Coast Council"] == "now part of Blackthorn District Council"


def test_posts_come_from_every_end_of_the_years():
    years = {one.published_on.year for one in BlogPage.objects.all()}
    assert {2018, 2026} <= years
    assert len(years) >= 6


def test_nothing_lacks_anything_and_no_editor_would_be_warned():
    for page in pages():
        assert what_is_missing(page) == [], page.title
        assert getattr(page, "warnings", list)() == [], page.title


def test_every_page_is_live_and_answers(client):
    for page in pages():
        heading = open_page(client, page.url).find("h1")
        assert page.live
        assert words(heading), page.title


def test_every_kind_of_block_is_used_somewhere():
    used = {block.block_type for page in pages() for block in getattr(page, "body", [])}
    assert used == set(ArticleBlock().child_blocks)


def test_a_byline_tells_then_and_now():
    (author,) = post("friday-at-four").byline
    assert author.role_then == "Head of Discharge Nursing, Colnewater Hospitals NHS Trust"
    assert author.now == "Chief Nurse, Colnewater Hospitals NHS Trust"


def test_a_byline_keeps_the_name_that_an_organisation_had_on_the_day():
    (author,) = post("ten-keys-on-one-ring").byline
    assert author.organisation_name == "Harbourside Housing Association"


def test_there_is_a_post_by_two_and_one_by_somebody_without_a_page():
    assert len(post("six-councils-one-gritting-lorry").byline) == 2
    without = Authorship.objects.get(profile=None)
    assert without.name
    assert without.now_text


def test_some_people_have_a_face_and_some_have_none():
    faces = {person.portrait_id is not None for person in PersonPage.objects.all()}
    assert faces == {True, False}


def test_roles_name_organisations_as_they_were_called_then():
    ended = Role.objects.exclude(ended_on=None).exclude(organisation=None)
    assert ended.exists()
    for role in ended.select_related("organisation"):
        assert role.organisation_name == role.organisation.name


def test_a_passage_is_in_welsh():
    languages = {
        (block.block_type, block.value.get("language"))
        for block in post("dau-air-am-groeso").body
        if block.value.get("language")
    }
    assert languages == {("quote", "cy"), ("text", "cy")}


def test_dates_are_in_order_and_none_is_to_come():
    today = timezone.localdate()
    for page in pages():
        newest = max(note.on for note in page.change_notes.all())
        assert page.published_on <= page.page_updated_on == newest <= today, page.title
        assert page.latest_revision_id == page.live_revision_id
    assert not any(BasePage.find_problems())


def test_a_correction_has_its_note_its_date_and_its_revision():
    corrected = post("friday-at-four")
    first, last = corrected.revisions.order_by("pk")
    (note,) = corrected.public_notes
    assert note.note == "Corrected the number of people who went home on a Friday: 41, not 43."
    assert (note.on, note.revision_id) == (corrected.page_updated_on, last.pk)
    assert "43 people went home" in str(first.content["body"])
    assert "41 people went home" in str(last.content["body"])
    assert str(last.created_at.date()) == "2024-04-02"


def test_some_pages_say_when_they_are_reviewed_next():
    reviewed = BasePage.objects.exclude(reviewed_on=None).exclude(review_due_on=None)
    assert reviewed.count() >= 2


def test_readers_are_told_that_it_is_invented(client):
    for address in ("/", "/blog/", "/people/dev-ramanathan/"):
        footer = open_page(client, address).find("footer")
        assert "A demonstration: everyone and everything named here is invented." in words(footer)
    assert "invented" in words(open_page(client, "/about-the-programme/").find("main"))


def test_the_menu_and_the_footer_lead_to_its_pages(client):
    page = open_page(client, "/")
    menu = links(navigation(page, "Main"))
    about, touch = (links(navigation(page, name)) for name in ("About this site", "Keep in touch"))
    assert menu == {"Blog": "/blog/", "People": "/people/", "Speakers": "/speakers/"}
    assert about["Cookies: we set none"] == "/cookies/"
    assert touch == {"Contact us": "/contact/", "Blog feed": "/blog/feed/"}
    for address in [*about.values(), *touch.values()]:
        assert client.get(address).status_code == 200


def test_files_are_described_credited_and_kept_together():
    files = [*SiteImage.objects.all(), *SiteDocument.objects.all()]
    assert {file.collection.name for file in files} == {"Demonstration"}
    for picture in SiteImage.objects.all():
        assert picture.description
        assert (picture.credit, picture.licence) != ("", "")
        assert picture.sources_made_from in ("", picture.made_from)


def test_everything_is_remembered_once():
    recorded = DemonstrationRecord.objects.filter(
        content_type__in=ContentType.objects.get_for_models(BlogPage, BlogIndexPage).values()
    )
    assert recorded.count() == BlogPage.objects.count() + 1


def test_what_was_written_is_said(demonstration):
    assert demonstration[0].startswith("Written: 3 index pages, 5 standard pages, 18 people")
    assert "invented" in demonstration[-1]
