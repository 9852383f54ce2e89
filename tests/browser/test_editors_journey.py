"""An editor's way through the real editor, and what readers then see."""

import datetime
from dataclasses import dataclass

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from blog.models import BlogIndexPage, BlogPage
from core.models import ChangeNote
from tests.factories import (
    BlogIndexPageFactory,
    BlogPageFactory,
    PersonPageFactory,
    PictureFactory,
    RoleFactory,
    SpeakerPageFactory,
    TopicFactory,
    publish,
    quote,
)

pytestmark = pytest.mark.on_postgresql


@dataclass
class Programme:
    """What a new post refers to."""

    blog: BlogIndexPage
    person: PersonPageFactory
    speaker: SpeakerPageFactory


@pytest.fixture
def programme(live_site) -> Programme:
    """Return a blog, a person and a speaker with a role each, and a topic."""
    person, speaker = PersonPageFactory(title="Pat Person"), SpeakerPageFactory(title="Sal Speaker")
    RoleFactory(profile=person, title="Head of Doors")
    RoleFactory(profile=speaker, title="Professor of Place")
    TopicFactory(name="Housing")
    return Programme(BlogIndexPageFactory(show_in_menus=True), person, speaker)


@pytest.fixture
def old_post(programme) -> BlogPage:
    """Return a post by Pat that was first published sixty days ago."""
    post = publish(BlogPageFactory(author=programme.person, body=[quote()], title="An old post"))
    long_ago = timezone.now() - datetime.timedelta(days=60)
    day = timezone.localdate(long_ago)
    ChangeNote.objects.filter(page=post).update(on=day)
    pages = BlogPage.objects.filter(pk=post.pk)
    pages.update(first_published_at=long_ago, page_updated_on=day)
    return pages.get()


def on_date(day: datetime.date) -> str:
    """Return a date as the site writes it."""
    return f"{day:%-d %B %Y}"


def test_a_post_with_two_quotations_is_written_previewed_and_published(editor, reader, programme):
    editor.add_post(programme.blog, "The nineteenth door")
    editor.add_author("People", "Pat Person").put_under("Housing")
    editor.add_block("Text").write("There were nineteen doors.")
    editor.add_block("Quote").fill_last("Words", "We each had half the map.")
    editor.choose_speaker("Speakers", "Sal Speaker")
    editor.add_block("Quote").fill_last("Words", "“Count them.”").fill_last("Name", "Nel Nodedig")
    editor.wait_until_saved()

    preview = editor.preview()
    expect(preview.get_by_role("heading", level=1)).to_have_text("The nineteenth door")
    expect(preview.get_by_role("link", name="Pat Person").first).to_be_visible()
    expect(preview.get_by_role("figure").filter(has_text="Sal Speaker")).to_be_visible()

    assert reader.open("/blog/the-nineteenth-door/").title.inner_text() != "The nineteenth door"
    editor.publish()
    reader.open("/blog/").follow("The nineteenth door")
    by_speaker, by_name = reader.quotations.all()
    assert "We each had half the map.”" in by_speaker.inner_text()
    assert by_speaker.get_by_role("link", name="Sal Speaker").is_visible()
    assert "Professor of Place, Council" in by_speaker.inner_text()
    assert "Count them.”" in by_name.inner_text()
    assert "Nel Nodedig" in by_name.inner_text()
    assert reader.link("Pat Person").first.is_visible()
    assert reader.link("Housing").first.is_visible()


def test_the_date_follows_what_readers_need_to_know_and_no_typing_error(editor, reader, old_post):
    before, today = old_post.page_updated_on, timezone.localdate()
    assert reader.open(old_post.url).description("Page updated") == on_date(before)

    editor.edit(old_post).fill_last("Words", "We each had a third of the map.")
    editor.answer(True, "Corrected how much of the map each had.").wait_until_saved().publish()
    reader.open(old_post.url)
    assert reader.dates.get_by_text(on_date(before)).is_visible()
    assert reader.dates.get_by_text(on_date(today)).is_visible()
    assert reader.dates.get_by_text("Corrected how much of the map each had.").is_visible()

    ChangeNote.objects.filter(page=old_post, on=today).update(on=today - datetime.timedelta(days=9))
    editor.edit(old_post).fill_last("Words", "We each had a third of a map.")
    editor.answer(False).wait_until_saved().publish()
    reader.open(old_post.url)
    assert reader.main.get_by_text("a third of a map").is_visible()
    nine_days_ago = on_date(today - datetime.timedelta(days=9))
    assert reader.dates.get_by_text(nine_days_ago).is_visible()
    assert reader.dates.get_by_text("Corrected how much of the map each had.").is_visible()
    assert reader.dates.get_by_text(on_date(today)).count() == 0


def test_a_change_is_not_published_before_the_question_is_answered(editor, reader, old_post):
    editor.edit(old_post).name_it("Another title").press_publish()
    expect(editor.messages.filter(has_text="could not be saved")).to_be_visible()
    assert reader.open(old_post.url).title.inner_text() == "An old post"


def test_a_post_without_an_author_is_refused_in_words(editor, reader, programme):
    editor.add_post(programme.blog, "By nobody").put_under("Housing")
    editor.add_block("Quote").fill_last("Words", "Count them.").fill_last("Name", "Nel Nodedig")
    editor.wait_until_saved().press_publish()
    expect(editor.messages.get_by_text("Add an author: choose a person")).to_be_visible()
    reader.open("/blog/")
    assert reader.link("By nobody").count() == 0


def test_a_picture_without_a_description_is_refused_in_words(editor, programme):
    PictureFactory(title="Teal", description="")
    editor.add_post(programme.blog, "A picture").add_author("People", "Pat Person")
    editor.add_block("Picture").choose_picture("Teal")
    editor.wait_until_saved().press_publish()
    expect(editor.panel("Body")).to_contain_text("Describe the picture in a sentence")


def test_a_post_keeps_its_byline_when_its_author_is_deleted(editor, reader, old_post, programme):
    reader.open(old_post.url)
    assert reader.link("Pat Person").first.is_visible()
    editor.delete(programme.person)
    reader.open(old_post.url)
    assert reader.main.get_by_text("Pat Person").first.is_visible()
    assert reader.link("Pat Person").count() == 0


def test_a_post_may_be_moved_to_a_blog_and_nowhere_else(editor, old_post):
    BlogIndexPageFactory(title="News")
    assert sorted(editor.places_to_move_to(old_post)) == ["Blog", "News"]
