"""A second run updates the same post, and loses nothing that was done here since."""

import datetime

import pytest

from blog.models import BlogPage
from editing.models import ImportedPage
from tests.editing.old_pages import PROSE, page_of
from tests.factories import BlogIndexPageFactory, publish

pytestmark = pytest.mark.django_db
CLOSING = ("Ada Byrne", "page updated 3/5/19")
NEWS = "A paragraph that the old site added later, about oil."


def the_post():
    return BlogPage.objects.get()


def text_of(post) -> str:
    return " ".join(str(child.value["text"]) for child in post.body)


@pytest.fixture
def imported(run, saved):
    """Return a saved page that has been imported and published."""
    path = saved(page_of(*CLOSING))
    assert run(path, "--publish").status == 0
    return path


def change(path, *paragraphs, **title) -> None:
    path.write_text(page_of(*paragraphs, **title))


def test_an_identical_run_changes_nothing_and_says_so(run, imported):
    before = (the_post().latest_revision_id, the_post().last_published_at)
    told = run(imported, "--publish")
    assert "page.txt: unchanged" in told.out
    assert "1 file: 1 unchanged." in told.out
    assert (the_post().latest_revision_id, the_post().last_published_at) == before


def test_a_changed_file_updates_the_same_post(run, imported):
    before = the_post()
    change(imported, NEWS, *CLOSING)
    told = run(imported, "--publish")
    post = the_post()
    assert "updated and published" in told.out
    assert NEWS in text_of(post)
    assert (post.pk, post.slug) == (before.pk, before.slug)
    assert [row.name for row in post.byline] == ["Ada Byrne"]
    assert f"{post.page_updated_on}" == "2019-05-03"


def test_a_changed_file_without_publish_waits_as_a_draft(run, imported):
    change(imported, NEWS, *CLOSING)
    assert "updated, as a draft" in run(imported).out
    assert NEWS not in text_of(the_post())
    assert the_post().has_unpublished_changes
    assert "published, otherwise unchanged" in run(imported, "--publish").out
    assert NEWS in text_of(the_post())


def test_blocks_that_stay_the_same_keep_their_ids(run, saved):
    said = "Jonas Pell put it: “Great lights are kept by a rota.” And so we wrote one."
    path = saved(page_of(said, *CLOSING))
    run(path)
    before = {child.block_type: child.id for child in the_post().body}
    change(path, said, NEWS, *CLOSING)
    run(path)
    after = {child.block_type: child.id for child in the_post().body}
    assert after["quote"] == before["quote"]


def test_an_editors_change_is_never_lost(run, imported):
    post = the_post()
    post.title = "A better title"
    publish(post)
    change(imported, NEWS, *CLOSING)
    told = run(imported, "--publish")
    assert "page.txt: edited here since; left alone" in told.out
    assert "1 file: 1 left alone." in told.out
    assert told.status == 0
    assert the_post().title == "A better title"
    assert NEWS not in text_of(the_post())


def test_an_editors_unpublished_draft_is_never_lost(run, imported):
    post = the_post()
    post.title = "A title in the making"
    revision = post.save_revision()
    change(imported, NEWS, *CLOSING)
    assert "edited here since" in run(imported, "--publish").out
    assert the_post().latest_revision_id == revision.pk


def test_drafts_are_published_by_a_second_run_that_asks_for_it(run, saved):
    path = saved(page_of(*CLOSING))
    run(path)
    assert "published, otherwise unchanged" in run(path, "--publish").out
    assert the_post().live
    assert f"{the_post().published_on}" == "2019-05-03"


def test_what_was_unpublished_here_is_not_published_again(run, imported):
    the_post().unpublish()
    assert "unpublished here since; left alone" in run(imported, "--publish").out
    assert not the_post().live


def test_a_locked_post_is_left_alone(run, imported):
    post = the_post()
    post.locked = True
    post.save()
    change(imported, NEWS, *CLOSING)
    assert "locked" in run(imported).out
    assert not the_post().has_unpublished_changes


def test_a_moved_post_is_updated_where_it_is(run, imported):
    elsewhere = BlogIndexPageFactory(slug="archive")
    the_post().move(elsewhere, pos="last-child")
    change(imported, NEWS, *CLOSING)
    run(imported, "--publish", "--under", "blog")
    assert NEWS in text_of(the_post())
    assert the_post().get_parent().pk == elsewhere.pk


def test_a_deleted_post_comes_back_only_when_asked_for(run, imported):
    the_post().delete()
    told = run(imported, "--publish")
    assert "deleted here since" in told.out
    assert not BlogPage.objects.exists()
    assert "published" in run(imported, "--publish", "--deleted-too").out
    assert the_post().live
    assert "unchanged" in run(imported, "--publish").out


def test_a_date_that_the_old_page_corrected_is_corrected_here(run, imported):
    change(imported, "Ada Byrne", "page updated 1/2/2017")
    run(imported, "--publish")
    post = the_post()
    assert f"{post.published_on} {post.page_updated_on}" == "2017-02-01 2017-02-01"
    assert post.change_notes.count() == 1


def test_a_date_that_an_editor_corrected_stays(run, imported):
    note = the_post().change_notes.get()
    note.on = datetime.date(2020, 1, 1)
    note.save()
    change(imported, "Ada Byrne", "page updated 1/6/2019")
    told = run(imported, "--publish")
    assert f"{the_post().page_updated_on}" == "2020-01-01"
    assert "it was left alone" in told.out


def test_another_page_under_the_same_name_never_overwrites_the_first(run, saved, imported):
    other = saved(
        page_of("Bo Roe", title="Something else").replace(PROSE, f"Other words. {NEWS} " * 4),
        "elsewhere/page.txt",
    )
    told = run(other, "--publish")
    assert "another post, “One key for nineteen lamps”" in told.out
    assert the_post().title == "One key for nineteen lamps"


def test_two_files_of_one_name_are_told_apart_by_the_folder_above_both(run, saved, tmp_path):
    for folder in ("2017", "2018"):
        saved(page_of(*CLOSING, title=f"Lamps of {folder}"), f"{folder}/index.txt")
    told = run(tmp_path / "2017/index.txt", tmp_path / "2018/index.txt")
    assert "same name" in told.err
    assert told.status == 1
    BlogPage.objects.all().delete()
    assert run(tmp_path).status == 0
    assert set(BlogPage.objects.values_list("title", flat=True)) == {
        "Lamps of 2017",
        "Lamps of 2018",
    }


def test_what_was_imported_is_remembered(run, imported):
    record = ImportedPage.objects.get()
    assert (record.key, record.page_id) == ("page.txt", the_post().pk)
    assert record.revision_id == the_post().latest_revision_id
