"""A run again takes up new wishes and what the site learned since, though no file changed."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from blog.models import BlogPage
from editing.models import ImportedPage
from people.models import PersonPage
from tests.editing.old_pages import PROSE, html_of, page_of
from tests.factories import PersonPageFactory, RoleFactory, SpeakerPageFactory, publish

pytestmark = pytest.mark.django_db
BASE = "https://old.example/blog/"
CLOSING = ("Ada Byrne", "page updated 3/5/19")
MENTION = "It was Bo Roe who found the key, in the pocket of a coat that nobody wore."
SAID = "Jonas Pell put it: “Great lights are kept by a rota.” And so we wrote one."


def the_post():
    return BlogPage.objects.get()


def told_kinds(told) -> str:
    return told.out.strip().splitlines()[-1]


@pytest.fixture
def imported(run, saved):
    """Return a saved page, with a mention and a quotation, imported and published."""
    path = saved(page_of(MENTION, SAID, *CLOSING))
    assert run(path, "--publish").status == 0
    return path


def test_an_author_page_asked_for_later_is_made(run, imported):
    told = run(imported, "--publish", "--author-page")
    assert "page.txt: updated and published" in told.out
    assert "A page for Ada Byrne was made." in told.out
    assert the_post().byline[0].profile_id == PersonPage.objects.get().pk
    assert "page.txt: unchanged" in run(imported, "--publish", "--author-page").out


def test_an_old_address_told_later_becomes_a_redirect(run, imported, client):
    before = the_post().latest_revision_id
    told = run(imported, "--publish", "--address-base", BASE)
    assert "page.txt: unchanged; its old address leads to it now" in told.out
    assert client.get("/blog/page").url == the_post().url
    assert the_post().latest_revision_id == before
    assert "page.txt: unchanged\n" in run(imported, "--address-base", BASE).out


def test_people_who_got_a_page_since_are_linked_and_quoted(run, imported, client):
    bo = PersonPageFactory(title="Bo Roe")
    pell = SpeakerPageFactory(title="Jonas Pell")
    RoleFactory(profile=pell, title="Keeper", organisation__name="Gull Rock Lights")
    assert "updated and published" in run(imported, "--publish").out
    page = client.get(the_post().url).content.decode()
    assert f'<a href="{bo.url}">Bo Roe</a>' in page
    quote = next(child.value for child in the_post().body if child.block_type == "quote")
    assert (quote["profile"].pk, quote["role"]) == (pell.pk, "Keeper, Gull Rock Lights")
    assert "page.txt: unchanged" in run(imported, "--publish").out


def test_an_author_who_got_a_page_since_is_linked(run, imported):
    ada = PersonPageFactory(title="Ada Byrne")
    assert "updated and published" in run(imported, "--publish").out
    assert the_post().byline[0].profile_id == ada.pk


def test_new_facts_never_touch_what_an_editor_changed(run, imported):
    post = the_post()
    post.title = "A better title"
    publish(post)
    PersonPageFactory(title="Bo Roe")
    told = run(imported, "--publish", "--author-page", "--address-base", BASE)
    assert "edited here since; left alone" in told.out
    assert the_post().title == "A better title"
    assert not Redirect.objects.exists()


def several(saved):
    """Save pages that name and link each other, and return their folder."""
    linking = f"<p>{PROSE} See <a href='z.html'>it</a>.</p>"
    listing = f"<p>{PROSE}</p><ul><li>Oil</li><li>Wick</li></ul>"
    long = f"<meta name='description' content='{'x ' * 300}'>"
    saved(page_of(MENTION, SAID, *CLOSING), "pages/a.txt")
    linking = html_of(f"<p class='byline'>Ada Byrne</p>{linking}")
    saved(linking.replace("One key", "Two keys"), "pages/b.html")
    saved(page_of(f"{'A long first sentence, ' * 30}it ends.", "Jonas Pell"), "pages/c.txt")
    last = saved(html_of(f"<p class='byline'>Bo Roe</p>{listing}", head=long), "pages/z.html")
    return last.parent


OPTIONS = [
    (),
    ("--publish",),
    ("--author-page",),
    ("--publish", "--author-page"),
    ("--address-base", BASE),
    ("--publish", "--author-page", "--address-base", BASE),
]


@pytest.mark.parametrize("options", OPTIONS)
def test_a_run_directly_after_a_run_finds_nothing_to_do(run, saved, lanterns, options):
    RoleFactory(profile=SpeakerPageFactory(title="Ottilie Marsh"), title="Keeper")
    folder = several(saved)
    first = run(folder, lanterns, *options)
    assert (first.err, first.status) == ("", 0)
    assert told_kinds(first) == "5 files: 5 new."
    before = set(BlogPage.objects.values_list("pk", "latest_revision_id", "last_published_at"))
    for more in ((), ("--dry-run",)):
        again = run(folder, lanterns, *options, *more)
        assert told_kinds(again) == "5 files: 5 unchanged."
        assert again.out.count(": unchanged\n") == 5
        assert " made" not in again.out
    after = set(BlogPage.objects.values_list("pk", "latest_revision_id", "last_published_at"))
    assert after == before


@pytest.mark.parametrize("options", [("--publish",), ("--publish", "--author-page")])
def test_a_run_after_a_run_finds_nothing_where_posts_have_aliases(run, saved, lanterns, options):
    folder = several(saved)
    run(folder, lanterns, *options)
    for post in BlogPage.objects.all():
        post.create_alias(update_slug=f"{post.slug}-again")
    assert told_kinds(run(folder, lanterns, *options)) == "5 files: 5 unchanged."
    assert BlogPage.objects.count() == 10


def test_drafts_published_by_a_second_run_are_unchanged_in_the_third(run, saved, lanterns):
    folder = several(saved)
    run(folder, lanterns)
    assert run(folder, lanterns, "--publish").out.count("published, otherwise unchanged") == 5
    for options in OPTIONS[:2]:
        assert run(folder, lanterns, *options).out.count(": unchanged\n") == 5


def test_links_to_what_is_made_later_in_a_run_are_made_at_its_end(run, saved, client):
    folder = several(saved)
    run(folder, "--publish", "--author-page", "--address-base", BASE)
    first, second = (ImportedPage.objects.get(key=key).page for key in ("a.txt", "b.html"))
    bo = PersonPage.objects.get(title="Bo Roe")
    last = ImportedPage.objects.get(key="z.html").page
    assert f'<a href="{bo.url}">Bo Roe</a>' in client.get(first.url).content.decode()
    assert f'<a href="{last.url}">it</a>' in client.get(second.url).content.decode()


@pytest.mark.parametrize("options", OPTIONS)
def test_a_dry_run_says_what_the_run_then_does(run, saved, lanterns, options):
    folder = several(saved)
    run(folder, "--publish")
    (folder / "c.txt").write_text(page_of(MENTION, "Jonas Pell"))
    SpeakerPageFactory(title="Ottilie Marsh")
    dry = run(folder, lanterns, *options, "--dry-run")
    real = run(folder, lanterns, *options)
    assert told_kinds(dry) == told_kinds(real)
    said = [line for line in dry.out.splitlines() if line.startswith(("a.", "b.", "c.", "z.", "l"))]
    done = [
        line for line in real.out.splitlines() if line.startswith(("a.", "b.", "c.", "z.", "l"))
    ]
    for word, then in (("would be ", ""), ("would become a", "now a"), ("would lead", "leads")):
        said = [line.replace(word, then) for line in said]
    assert said == done


def test_an_address_made_whole_by_its_base_makes_no_other_page(run, saved):
    head = "<link rel='canonical' href='/blog/lamps'>"
    path = saved(html_of(f"<p class='byline'>Ada Byrne</p><p>{PROSE}</p>", head=head), "a.html")
    run(path, "--publish")
    run(path, "--publish", "--address-base", BASE)
    assert BlogPage.objects.count() == 1
    assert Redirect.objects.get().old_path == "/blog/lamps"


def test_links_lead_on_when_the_base_is_not_told_again(run, saved, client):
    folder = several(saved)
    run(folder, "--publish", "--address-base", BASE)
    again = run(folder, "--publish")
    assert again.out.count(": unchanged\n") == 4
    first, last = (ImportedPage.objects.get(key=key).page for key in ("b.html", "z.html"))
    assert f'<a href="{last.url}">it</a>' in client.get(first.url).content.decode()
