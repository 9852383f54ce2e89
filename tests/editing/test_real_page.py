"""The real page of the old site, where it is at hand (LEGACY_PAGE)."""

import pytest

from blog.models import BlogPage
from tests.editing.old_pages import words
from tests.factories import SpeakerPageFactory

pytestmark = pytest.mark.django_db
QUOTATIONS = {
    "Isaac Newton": "If I have seen further, it is by standing on the shoulders of giants.",
    "Steve Jobs": (
        "Great things in business are never done by one person; they’re done by a team of people."
    ),
}
SPEAKERS = ["Keith Grint", "Matthew Taylor", "Margaret Heffernan"]


@pytest.fixture
def post(run, legacy_page):
    """Return the post that the real page becomes, on a site that knows three of its speakers."""
    for name in SPEAKERS:
        SpeakerPageFactory(title=name)
    told = run(legacy_page, "--publish")
    assert (told.err, told.status) == ("", 0)
    return BlogPage.objects.get()


def words_in(post) -> str:
    fields = {"text": "text", "quote": "words"}
    html = " ".join(str(child.value[fields[child.block_type]]) for child in post.body)
    for tag in ("<p>", "</p>"):
        html = html.replace(tag, " ")
    return html.replace("&amp;", "&")


def test_the_real_page_has_its_title_author_and_dates(post):
    assert post.title == (
        "Huddling together to stay warm – the importance of collaborative working"
    )
    (row,) = post.byline
    assert (row.name, row.role_title, row.organisation_name, row.now_text) == (
        "Simon Morgan",
        "Head of Communications and Public Engagement",
        "North East Essex Clinical Commissioning Group",
        "Head of Communications and Public Engagement for Suffolk and North East Essex "
        "Sustainability and Transformation Partnership (STP)",
    )
    assert f"{post.published_on} {post.page_updated_on}" == "2018-02-21 2018-02-21"


def test_the_real_page_has_its_two_quotations_after_their_lead_ins(post):
    quotes = {c.value["name"]: c.value["words"] for c in post.body if c.block_type == "quote"}
    assert quotes == QUOTATIONS
    texts = [str(child.value["text"]) for child in post.body if child.block_type == "text"]
    assert texts[0] == "<p>Isaac Newton once said:</p>"
    assert texts[1].endswith("As the former boss of Apple, Steve Jobs put it:</p>")


def test_the_real_page_links_the_speakers_and_holds_nothing_of_the_template(post, client):
    page = client.get(post.url).content.decode()
    for name in SPEAKERS:
        assert page.count(f">{name}</a>") == 1
    assert "Page updated" in page
    for gone in ("page updated 21/02/18", "Theme Name", "they're"):
        assert gone not in page


def test_the_real_page_is_imported_once(run, legacy_page, post):
    assert run(legacy_page, "--publish").out.startswith(f"{legacy_page.name}: unchanged")
    assert BlogPage.objects.count() == 1


def test_no_word_of_the_real_page_is_lost_or_doubled(run, legacy_page):
    run(legacy_page)
    source = legacy_page.read_text().split("\n\n")[2:-3]
    wanted = words(" ".join(source).replace("'", "’"))
    assert words(words_in(BlogPage.objects.get())) == wanted
