"""The command's options, what it tells, and how it ends."""

import pytest
from django.core.management import CommandError

from blog.models import BlogIndexPage, BlogPage
from core.models import BasePage
from editing.models import ImportedPage
from people.models import PersonPage
from tests.editing.old_pages import PROSE, page_of
from tests.factories import (
    BlogIndexPageFactory,
    OrganisationFactory,
    PeopleIndexPageFactory,
    SpeakerPageFactory,
    make_private,
)

pytestmark = pytest.mark.django_db


def test_a_dry_run_tells_everything_and_writes_nothing(run, lanterns):
    SpeakerPageFactory(title="Keir Grantham")
    before = BasePage.objects.count()
    told = run(lanterns, "--dry-run", "--author-page", "--address-base", "https://old.example/b/")
    for words in (
        "lanterns-in-fog.txt: would become a draft",
        "Lanterns in fog – the craft of being seen",
        "Perdita Lunn; then: Head of Lights and Signals, Marlhaven Harbour Trust; now: Head of Li",
        "3 May 2019 (the page tells only of its update)",
        "Ottilie Marsh: “If I have come home",
        "Jonas Pell: “Great lights",
        "Link        Keir Grantham",
        "https://old.example/b/lanterns-in-fog",
        "theme comment: “Theme Name: Quay",
        "A dry run: nothing was written.",
        "The list of people “People” would be made.",
        "A page for Perdita Lunn would be made as a draft.",
        "1 file: 1 new.",
    ):
        assert words in told.out
    assert (told.err, told.status) == ("", 0)
    assert BasePage.objects.count() == before
    assert not ImportedPage.objects.exists()


def test_a_dry_run_says_what_a_post_would_lack(run, saved):
    told = run(saved(page_of()), "--dry-run", "--publish")
    assert "would become a draft" in told.out
    assert "Missing     Add an author" in told.out
    assert told.status == 0


def test_a_dry_run_says_what_an_unchanged_draft_lacks_for_publication(run, saved):
    path = saved(page_of())
    run(path)
    assert "Missing" not in run(path, "--dry-run").out
    assert "unchanged\n  Missing     Add an author" in run(path, "--dry-run", "--publish").out


def test_what_is_too_long_for_its_place_is_told(run, saved):
    role = f"Head of {'Very ' * 30}Long and Winding Lamps"
    told = run(saved(page_of("Ada Byrne", f"{role}, Marlhaven Trust")))
    assert "The role of Ada Byrne is cut after 160 signs: “Head of Very" in told.out


def test_a_post_that_lacks_something_stays_a_draft_and_is_named(run, saved):
    told = run(saved(page_of()), "--publish")
    assert not BlogPage.objects.get().live
    assert "page.txt: Not published. Add an author" in told.err
    assert told.status == 1


def test_bad_files_get_a_line_each_and_the_rest_goes_on(run, saved, lanterns, tmp_path):
    bad = {
        "empty.txt": b"",
        "binary.html": b"\x00\x01",
        "damaged.txt": "fine – ".encode() + b"\xe2\x80",
        "menu.html": b"<nav>Home</nav>",
    }
    for name, data in bad.items():
        saved(data, name)
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    told = run(tmp_path, tmp_path / "nowhere.txt", lanterns, "--publish")
    assert BlogPage.objects.get().live
    lines = told.err.strip().splitlines()
    assert len(lines) == len(bad) + 2
    assert all(line.endswith((".", "?")) for line in lines)
    assert "7 files: 1 new, 6 not imported." in told.out
    assert told.status == 1


def test_an_empty_path_is_named_and_nothing_is_imported(run):
    told = run("", "--publish")
    assert "The path is empty" in told.err
    assert told.status == 1
    assert not BlogPage.objects.exists()


def test_a_file_that_the_site_refuses_leaves_nothing_behind(run, saved, lanterns, monkeypatch):
    def full(*_words, **_more):
        raise OSError("no space left")

    with monkeypatch.context() as broken:
        broken.setattr(ImportedPage._default_manager, "update_or_create", full)
        told = run(lanterns, "--author-page")
    assert "OSError: no space left" in told.err
    assert told.status == 1
    assert not BlogPage.objects.exists()
    assert not BlogIndexPage.objects.exists()
    assert not PersonPage.objects.exists()
    assert "was made" not in told.out
    assert run(lanterns).status == 0


@pytest.mark.parametrize("call", ["slug", "address", "path", "id"])
def test_the_blog_is_named_by_slug_address_or_id(run, lanterns, call):
    BlogIndexPageFactory(slug="news")
    blog = BlogIndexPageFactory(slug="voices")
    named = {"slug": "voices", "address": "/voices/", "path": blog.url_path, "id": str(blog.pk)}
    run(lanterns, "--under", named[call])
    assert BlogPage.objects.get().get_parent().pk == blog.pk


def test_a_blog_that_is_not_clear_ends_the_run_in_words(run, lanterns):
    with pytest.raises(CommandError, match=r"No blog is called “voices”\. There are: none"):
        run(lanterns, "--under", "voices")
    BlogIndexPageFactory(slug="news")
    BlogIndexPageFactory(slug="voices")
    with pytest.raises(CommandError, match=r"Say which with --under: .*/news/.*/voices/"):
        run(lanterns)
    assert not BlogPage.objects.exists()


def test_an_address_that_is_not_whole_ends_the_run_in_words(run, lanterns):
    with pytest.raises(CommandError, match="--address-base is a whole address"):
        run(lanterns, "--address-base", "old.example/blog")


def test_an_author_without_a_page_gets_one_with_both_roles(run, lanterns):
    trust = OrganisationFactory(name="Marlhaven Harbour Trust")
    told = run(lanterns, "--publish", "--author-page")
    person = PersonPage.objects.get()
    assert person.live
    assert (person.title, person.given_name, person.family_name) == (
        "Perdita Lunn",
        "Perdita",
        "Lunn",
    )
    now, then = person.roles.all()
    assert now.text == "Head of Lights, Saltway and Marlhaven Coastal Partnership (SMCP)"
    assert now.is_current
    assert (then.title, then.organisation_id) == ("Head of Lights and Signals", trust.pk)
    assert f"{then.ended_on}" == "2019-05-03"
    row = BlogPage.objects.get().byline[0]
    assert row.profile_id == person.pk
    assert row.now == now.text
    assert "A page for Perdita Lunn was made." in told.out


@pytest.mark.parametrize("options", [["--publish"], ["--publish", "--dry-run"]])
def test_an_author_page_in_a_private_list_is_linked_from_no_text(run, saved, tmp_path, options):
    make_private(PeopleIndexPageFactory())
    saved(page_of("By Perdita Lunn"), "a.txt")
    saved(page_of("Then Perdita Lunn came to us.", "By Ada Byrne", title="Later"), "b.txt")
    told = run(tmp_path, "--author-page", *options)
    assert "A page for Perdita Lunn w" in told.out
    assert "Link " not in told.out
    assert not any("linktype" in str(list(post.body.raw_data)) for post in BlogPage.objects.all())


def test_an_author_page_of_a_draft_is_a_draft_and_is_made_once(run, lanterns, saved):
    run(lanterns, saved(page_of("Perdita Lunn")), "--author-page")
    assert not PersonPage.objects.get().live
    assert BlogPage.objects.filter(authorships__profile=PersonPage.objects.get()).count() == 2


@pytest.mark.parametrize(
    ("again", "begins", "count"),
    [
        ("“Somebody left a lamp on the sill and never said why ", "A quotation mark is", 2_114),
        (f"The lamp\n\n{PROSE}", "Taken for a heading", 40),
        (f"The lamp of Bo Roe\n\n{PROSE}", "Taken for a heading", 40),
    ],
)
def test_doubts_of_one_kind_are_told_three_times_and_then_counted(run, saved, again, begins, count):
    text = "\n\n".join([again] * (count + 3))
    told = run(saved(page_of(text, PROSE, "Ada Byrne")), "--dry-run")
    lines = [line.strip().removeprefix("Unsure").strip() for line in told.out.splitlines()]
    places = [place for place, line in enumerate(lines) if line.startswith(begins)]
    assert len(places) == 3
    assert lines[places[-1] + 1] == f"… and {count:,} more like this."


def test_doubts_of_several_kinds_are_each_told(run, saved):
    doubts = "Ada Byrne said: “Somebody left a lamp on the sill and never said why"
    told = run(saved(page_of(doubts, "The wick", PROSE, doubts)), "--dry-run")
    for words in ("not closed", "Taken for a heading", "No author", "No date"):
        assert words in told.out
    assert "more like this" not in told.out


def test_words_from_a_file_can_not_command_a_terminal(run, saved):
    said = f"Ada Byrne said: “{PROSE}\u009b31m\u202e”"
    told = run(saved(page_of(said, "Ada Byrne")), "--dry-run")
    assert "Ada Byrne" in told.out
    assert not set("\u009b\u202e\x1b") & set(told.out)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“Somebody left a lamp on the sill and never said why”, and so on.", "“Somebody left a"),
        (
            "“Light the “old” lamp. Then light all of the others as well, one by one, and wait.”",
            "“Light the ‘old’ lamp",
        ),
        ("“Light the lamp,” she says, now and then", "“‘Light the lamp,’ she says, now and then”"),
    ],
)
def test_marks_are_never_doubled_in_the_report(run, saved, text, told):
    out = run(saved(page_of(text, "Ada Byrne", text)), "--dry-run").out
    assert told in out
    assert "““" not in out
    assert "””" not in out
