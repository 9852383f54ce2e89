"""A file that another name has brought here already makes no second post for readers."""

import pytest

from blog.models import BlogPage
from tests.editing.old_pages import PROSE, html_of, page_of
from tests.factories import AuthorshipFactory, BlogIndexPageFactory, BlogPageFactory, publish

pytestmark = pytest.mark.django_db
CLOSING = ("Ada Byrne", "page updated 3/5/19")
OTHER_WORDS = "Nobody had asked the gulls, who knew where each of the lamps had been all along."


@pytest.fixture
def imported(run, saved):
    """Return a saved page that has been imported and published."""
    path = saved(page_of(*CLOSING), "2018/page.txt")
    assert run(path, "--publish").status == 0
    return path


def live_posts() -> int:
    return BlogPage.objects.live().count()


@pytest.mark.parametrize("option", ["--publish", "--dry-run"])
def test_the_folder_above_makes_no_second_live_post(run, imported, option):
    url = BlogPage.objects.get().url
    told = run(imported.parents[1], "--publish", option)
    would = "would become a draft" if option == "--dry-run" else "now a draft"
    assert f"2018/page.txt: {would}" in told.out
    assert (
        f"A post of this title and author was imported already, from “page.txt” ({url}). This one "
        "stays a draft. If both are the same page, delete the draft, and name its folder as "
        "before; if not, publish it in the editor."
    ) in told.out
    assert live_posts() == 1
    assert told.status == 0


def test_a_twin_stays_a_draft_however_often_publication_is_asked_for(run, imported):
    run(imported.parents[1])
    for _again in range(2):
        told = run(imported.parents[1], "--publish")
        assert "2018/page.txt: unchanged" in told.out
        assert told.out.count("This one stays a draft") == 1
    assert "stays a draft" not in run(imported.parents[1]).out
    assert live_posts() == 1


def test_a_twin_that_an_editor_published_is_kept_up_to_date(run, imported):
    run(imported.parents[1])
    BlogPage.objects.get(live=False).latest_revision.publish()
    imported.write_text(page_of(OTHER_WORDS, *CLOSING))
    told = run(imported.parents[1], "--publish")
    assert "2018/page.txt: updated and published" in told.out
    assert live_posts() == 2


def test_a_twin_is_published_when_the_other_post_is_gone(run, imported):
    run(imported.parents[1])
    BlogPage.objects.live().get().delete()
    assert "published, otherwise unchanged" in run(imported.parents[1], "--publish").out
    assert live_posts() == 1


def test_the_first_of_two_drafts_of_one_page_is_published(run, saved, tmp_path):
    for folder in ("2017", "2018"):
        saved(page_of(*CLOSING), f"{folder}/page.txt")
    run(tmp_path)
    told = run(tmp_path, "--publish")
    assert "2017/page.txt: published, otherwise unchanged" in told.out
    assert "2018/page.txt: unchanged" in told.out
    assert live_posts() == 1


@pytest.mark.parametrize("option", ["--publish", "--dry-run"])
def test_two_files_of_one_page_in_one_run_are_told(run, saved, tmp_path, option):
    for folder in ("2017", "2018"):
        saved(page_of(*CLOSING), f"{folder}/page.txt")
    told = run(tmp_path, "--publish", option)
    assert told.out.count("imported already, from “2017/page.txt”") == 1
    assert told.out.count("stays a draft") == 1


@pytest.mark.parametrize("option", ["--publish", "--dry-run"])
def test_the_same_words_under_another_title_are_a_twin(run, imported, saved, option):
    html = html_of(f"<p>{PROSE}</p><p>Bo Roe</p>").replace("One key for nineteen lamps", "Keys")
    saved(html, "more/a.html")
    saved(html.replace("Keys", "More keys"), "more/b.html")
    told = run(imported.parents[1] / "more", "--publish", option)
    assert told.out.count("A post of the same words was imported already, from “page.txt”") == 2
    assert live_posts() == 1


def test_two_files_of_the_same_words_are_told_by_a_dry_run(run, saved, tmp_path):
    saved(page_of(*CLOSING), "a.txt")
    saved(page_of(*CLOSING, title="Keys"), "b.txt")
    told = run(tmp_path, "--dry-run")
    assert told.out.count("A post of the same words was imported already, from “a.txt”") == 1


def test_a_title_that_was_changed_here_since_is_known_by_its_old_one(run, imported, saved):
    post = BlogPage.objects.get()
    post.title = "A better title"
    publish(post)
    told = run(saved(page_of(OTHER_WORDS, *CLOSING), "2018/again.txt"), "--publish")
    assert "of this title and author was imported already, from “page.txt”" in told.out
    assert live_posts() == 1


def test_a_post_that_an_editor_wrote_may_be_the_twin(run, saved):
    blog = BlogIndexPageFactory()
    post = BlogPageFactory(parent=blog, title="One key for nineteen lamps")
    AuthorshipFactory(page=post, name="Ada Byrne")
    told = run(saved(page_of(*CLOSING)), "--publish")
    assert f"A post of this title and author stands here already ({post.url})" in told.out
    assert live_posts() == 1


@pytest.mark.parametrize("option", ["--publish", "--dry-run"])
def test_the_same_title_by_somebody_else_is_told_and_published(run, imported, saved, option):
    path = saved(page_of(OTHER_WORDS, "Bo Roe"), "2018/again.txt")
    told = run(path, "--publish", option)
    assert "A post of this title was imported already, from “page.txt”." in told.out
    assert f"again.txt: {'would be ' if option == '--dry-run' else ''}published" in told.out
    assert live_posts() == (2 if option == "--publish" else 1)


def test_a_post_of_another_blog_is_no_twin(run, imported, saved):
    BlogIndexPageFactory(slug="news")
    told = run(saved(page_of(*CLOSING), "again.txt"), "--publish", "--under", "news")
    assert "A post of this title was imported already" in told.out
    assert live_posts() == 2
