"""A saved page becomes a post: its words, its authors, its dates."""

import datetime

import pytest
from django.utils import timezone

from blog.models import BlogIndexPage, BlogPage
from tests.editing.old_pages import PROSE, html_of, page_of, words
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    PersonPageFactory,
    RoleFactory,
    SpeakerPageFactory,
)

pytestmark = pytest.mark.django_db
DAY = datetime.date(2019, 5, 3)


def the_post():
    return BlogPage.objects.get()


def blocks(post) -> list[tuple[str, str]]:
    fields = {"text": "text", "heading": "text", "quote": "words"}
    return [(child.block_type, str(child.value[fields[child.block_type]])) for child in post.body]


def test_a_page_becomes_a_post_with_title_author_and_quotations(run, lanterns):
    run(lanterns, "--publish")
    post = the_post()
    assert post.live
    assert post.title == "Lanterns in fog – the craft of being seen"
    assert post.slug == "lanterns-in-fog-the-craft-of-being-seen"
    row = post.byline[0]
    assert (row.name, row.role_title) == ("Perdita Lunn", "Head of Lights and Signals")
    assert row.organisation_name == "Marlhaven Harbour Trust"
    assert row.now_text == "Head of Lights for Saltway and Marlhaven Coastal Partnership (SMCP)"
    assert [kind for kind, _words in blocks(post)] == ["text", "quote", "text", "quote", "text"]
    assert [(q.value["name"], q.value["words"]) for q in post.body if q.block_type == "quote"] == [
        ("Ottilie Marsh", "If I have come home, it is because somebody left a light."),
        ("Jonas Pell", "Great lights are never kept by one pair of hands; they’re kept by a rota."),
    ]
    assert post.summary.startswith("I joined the Saltway programme")


def test_a_post_has_its_own_dates_from_the_first_publication_on(run, lanterns):
    run(lanterns, "--publish")
    post = the_post()
    assert (post.published_on, post.page_updated_on) == (DAY, DAY)
    assert [note.on for note in post.change_notes.all()] == [DAY]
    assert timezone.localdate(post.last_published_at) == timezone.localdate()


def test_a_draft_keeps_the_dates_until_an_editor_publishes_it(run, lanterns):
    run(lanterns)
    post = the_post()
    assert not post.live
    post.latest_revision.publish()
    post.refresh_from_db()
    assert (post.published_on, post.page_updated_on) == (DAY, DAY)


def test_publication_and_update_may_be_two_days(run, saved):
    run(saved(page_of("Ada Byrne", "Posted 1 March 2017", "page updated 3/5/19")), "--publish")
    assert the_post().published_on == datetime.date(2017, 3, 1)
    assert the_post().page_updated_on == DAY


def test_a_page_without_a_date_is_published_today(run, saved):
    run(saved(page_of("Ada Byrne")), "--publish")
    assert the_post().published_on == the_post().page_updated_on == timezone.localdate()


def test_no_word_of_a_page_is_lost_or_doubled(run, lanterns):
    run(lanterns)
    source = lanterns.read_text().split("\n\n")[2:-3]
    text = " ".join(html for _kind, html in blocks(the_post()))
    text = text.replace("</p>", " ").replace("<p>", " ")
    assert words(text) == words(" ".join(source).replace("'", "’"))


def test_headings_lists_and_links_become_blocks(run, saved):
    html = html_of(
        f"<p class='byline'>Ada Byrne</p><p>{PROSE}</p><h2>How</h2><ul><li>Ask &lt;all&gt;</li>"
        "<li>Oil</li></ul><p>See <a href='https://a.example/?a=1&amp;b=2'>the lamp</a>.</p>"
    )
    run(saved(html, "a.html"), "--publish")
    assert blocks(the_post())[1:] == [
        ("heading", "How"),
        (
            "text",
            "<ul><li>Ask &lt;all&gt;</li><li>Oil</li></ul>"
            '<p>See <a href="https://a.example/?a=1&amp;b=2">the lamp</a>.</p>',
        ),
    ]


def test_names_of_speakers_and_people_are_linked_at_their_first_mention(run, lanterns, client):
    keir = SpeakerPageFactory(title="Keir Grantham")
    hester = PersonPageFactory(title="Hester Wren", other_names="Hester Vane")
    draft = SpeakerPageFactory(title="Maud Taylor-Pike", live=False)
    told = run(lanterns, "--publish")
    page = client.get(the_post().url).content.decode()
    assert f'<a href="{keir.url}">Keir Grantham</a>' in page
    assert f'<a href="{hester.url}">Hester Vane</a>' in page
    assert f'"{draft.url}"' not in page
    assert told.status == 0


def test_a_quotation_by_a_speaker_with_a_page_leads_there(run, lanterns, client):
    marsh = SpeakerPageFactory(title="Ottilie Marsh")
    RoleFactory(profile=marsh, title="Keeper", organisation__name="Gull Rock Lights")
    run(lanterns, "--publish")
    quote = next(child.value for child in the_post().body if child.block_type == "quote")
    assert quote["profile"].pk == marsh.pk
    assert (quote["name"], quote["role"]) == ("Ottilie Marsh", "Keeper, Gull Rock Lights")
    assert marsh.url in client.get(the_post().url).content.decode()


def test_a_quotation_by_a_name_that_two_share_names_nobody(run, lanterns):
    SpeakerPageFactory(title="Ottilie Marsh")
    PersonPageFactory(title="Ottilie Marsh", slug="another-marsh")
    run(lanterns, "--publish")
    quote = next(child.value for child in the_post().body if child.block_type == "quote")
    assert quote["profile"] is None
    assert quote["name"] == "Ottilie Marsh"


def test_an_author_whom_the_site_knows_keeps_the_role_of_the_day(run, lanterns):
    person = PersonPageFactory(title="Perdita Lunn")
    RoleFactory(profile=person, title="Lamp Commissioner")
    run(lanterns, "--publish")
    row = the_post().byline[0]
    assert row.profile_id == person.pk
    assert row.role_title == "Head of Lights and Signals"
    assert row.now.startswith("Lamp Commissioner")


def test_several_authors_stand_in_the_order_of_the_page(run, saved):
    run(saved(page_of("Cy Dee, Bo Roe and Ada Byrne")), "--publish")
    assert [row.name for row in the_post().byline] == ["Cy Dee", "Bo Roe", "Ada Byrne"]


def test_a_slug_that_is_taken_or_reserved_gets_another(run, saved):
    BlogPageFactory(title="Lamps", slug="lamps")
    run(saved(page_of("Ada Byrne", title="Lamps")), saved(page_of("Bo Roe", title="Feed"), "b.txt"))
    slugs = set(BlogPage.objects.values_list("slug", flat=True))
    assert slugs == {"lamps", "lamps-1", "feed-page"}


def test_a_fresh_site_gets_a_blog_and_says_so(run, lanterns, home):
    told = run(lanterns, "--publish")
    blog = BlogIndexPage.objects.get()
    assert blog.live
    assert blog.get_parent().pk == home.pk
    assert "“Blog” was made" in told.out


def test_a_blog_made_for_drafts_is_a_draft(run, lanterns):
    assert "as a draft" in run(lanterns).out
    assert not BlogIndexPage.objects.get().live


def test_the_post_stands_in_the_blog_that_is_there(run, lanterns):
    blog = BlogIndexPageFactory()
    run(lanterns)
    assert the_post().get_parent().pk == blog.pk
