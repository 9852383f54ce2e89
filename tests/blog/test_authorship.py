"""A byline remembers who wrote a post and what they were that day, whatever becomes of them."""

import datetime

import pytest
from django.utils import timezone

from tests.editor import complaints, edit_page, said, sign_in
from tests.factories import (
    WAYS_TO_GO,
    AuthorshipFactory,
    BlogPageFactory,
    PersonPageFactory,
    RoleFactory,
    publish,
)
from tests.factories.pages import stored
from tests.reader import links, open_page, structured, words

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def ann(home):
    """Return Ann, who was a nurse until last year and has been a director since."""
    ann = PersonPageFactory(title="Ann Example")
    RoleFactory(
        profile=ann,
        title="Director",
        organisation__name="The Trust",
        started_on=TODAY - 100 * DAY,
    )
    RoleFactory(
        profile=ann,
        title="Nurse",
        organisation__name="The Ward",
        started_on=TODAY - 900 * DAY,
        ended_on=TODAY - 101 * DAY,
    )
    return ann


def move_on(ann) -> None:
    """Let Ann become a judge."""
    ann.roles.filter(ended_on=None).update(ended_on=TODAY - DAY)
    RoleFactory(profile=ann, title="Judge", organisation=None, organisation_name="The Court")


def signature(client, post) -> str:
    """Return the byline that a post shows beside its text."""
    return words(open_page(client, post.url).main.find(class_="signature"))


def only_row(post):
    [row] = stored(post).byline
    return row


# Filled on the day
def test_the_role_is_filled_at_publication(ann):
    post = publish(BlogPageFactory(author=ann))
    assert only_row(post).role_then == "Director, The Trust"


def test_the_role_is_the_one_held_on_the_day_of_first_publication(ann):
    moment = timezone.now() - 500 * DAY
    post = publish(BlogPageFactory(author=ann, first_published_at=moment))
    assert only_row(post).role_then == "Nurse, The Ward"


def test_the_name_is_filled_from_the_profile(ann):
    post = BlogPageFactory(author=False)
    AuthorshipFactory(page=post, profile=ann, name="")
    assert only_row(publish(stored(post))).name == "Ann Example"


def test_what_the_editor_typed_stays(ann):
    post = BlogPageFactory(author=False)
    AuthorshipFactory(page=post, profile=ann, name="Annie", role_title="Night nurse")
    post = publish(stored(post))
    assert (only_row(post).name, only_row(post).role_then) == ("Annie", "Night nurse")


def test_the_role_of_the_day_stays_when_the_post_is_published_again(ann):
    post = publish(BlogPageFactory(author=ann))
    move_on(ann)
    assert only_row(publish(post)).role_then == "Director, The Trust"


def test_a_byline_that_has_grown_old_in_a_draft_is_warned_about(client, ann):
    post = BlogPageFactory(author=ann, live=False, first_published_at=None)
    post.save_revision()
    move_on(ann)
    told = said(edit_page(sign_in(client), post, "publish", body=[]))
    assert told.count("The byline calls Ann Example “Director, The Trust”") == 1
    assert "it was “Judge, The Court”" in told


def test_a_byline_of_its_day_is_not_warned_about(ann):
    moment = timezone.now() - 50 * DAY
    post = publish(BlogPageFactory(author=ann, first_published_at=moment))
    move_on(ann)
    assert stored(post).warnings() == []


# Another author
def test_choosing_another_profile_brings_its_name_and_role(client, ann):
    bo = PersonPageFactory(title="Bo Sample")
    RoleFactory(profile=bo, title="Clerk", organisation=None, organisation_name="The Town")
    post = publish(BlogPageFactory(author=ann))
    [row] = post.byline
    # The form still holds what the first profile filled in, as after every save.
    kept = {"role_title": row.role_title, "organisation_name": row.organisation_name}
    rows = [author_row(id=row.pk, name=row.name, profile=bo.pk, **kept)]
    given = {"body": [], "authorships": rows, "readers_need_to_know": "no"}
    edit_page(sign_in(client), post, "publish", **given)
    row = only_row(post)
    assert (row.name, row.role_then, row.profile.pk) == ("Bo Sample", "Clerk, The Town", bo.pk)


def test_a_typed_role_stays_with_another_profile(ann):
    post = BlogPageFactory(author=False)
    bo = PersonPageFactory(title="Bo Sample")
    AuthorshipFactory(page=post, profile=bo, name="Ann Example", role_title="Night nurse")
    row = only_row(publish(stored(post)))
    assert (row.name, row.role_then) == ("Bo Sample", "Night nurse")


def test_a_name_that_is_none_of_the_authors_is_warned_about(client, ann):
    post = BlogPageFactory(author=False)
    AuthorshipFactory(page=post, profile=ann, name="Cy Typed")
    post = publish(stored(post))
    given = {"body": [], "readers_need_to_know": "no"}
    told = said(edit_page(sign_in(client), post, "publish", **given))
    assert "“Cy Typed” leads to the page of Ann Example, but is none of the names there." in told


# Now
def test_nothing_is_said_of_now_while_nothing_has_changed(client, ann):
    post = publish(BlogPageFactory(author=ann))
    assert "Director, The Trust" in signature(client, post)
    assert "Now" not in signature(client, post)


def test_what_the_author_is_now_stands_beside_what_they_were(client, ann):
    post = publish(BlogPageFactory(author=ann))
    move_on(ann)
    shown = signature(client, post)
    assert "Then Director, The Trust" in shown
    assert "Now Judge, The Court" in shown


def test_an_author_who_holds_no_role_now_is_said_to_be_nothing(client, ann):
    post = publish(BlogPageFactory(author=ann))
    ann.roles.filter(ended_on=None).update(ended_on=TODAY - DAY)
    assert "Now" not in signature(client, post)


def test_an_author_without_a_page_may_have_a_typed_role_now(client, home):
    post = BlogPageFactory(author=False)
    AuthorshipFactory(page=post, name="Bo", role_title="Clerk", now_text="Mayor, The Town")
    shown = signature(client, publish(stored(post)))
    assert "Bo Then Clerk Now Mayor, The Town" in shown


def test_a_profile_says_now_and_not_the_typed_words(client, ann):
    post = BlogPageFactory(author=False)
    AuthorshipFactory(page=post, profile=ann, role_title="Clerk", now_text="Pope")
    assert "Now Director, The Trust" in signature(client, post)


# Several, and none
def test_several_authors_stand_in_the_order_of_the_editor(client, ann):
    post = BlogPageFactory(author=False)
    AuthorshipFactory(page=post, name="Last", sort_order=3)
    AuthorshipFactory(page=post, name="First", sort_order=1)
    AuthorshipFactory(page=post, profile=ann, name="Ann Example", sort_order=2)
    shown = signature(client, post)
    assert shown.index("First") < shown.index("Ann Example") < shown.index("Last")
    assert [
        one["name"] for one in structured(open_page(client, post.url), "Article")["author"]
    ] == [
        *("First", "Ann Example", "Last"),
    ]


def test_an_author_without_a_page_is_named_without_a_link(client, home):
    post = BlogPageFactory(author="Bo Pageless")
    page = open_page(client, post.url)
    assert "Bo Pageless" in words(page.main)
    assert "Bo Pageless" not in links(page)


# When the author goes
def everywhere(client, post) -> dict[str, str]:
    """Return the text of every place that shows the byline, each answered without an error."""
    blog = post.get_parent().url
    places = {"post": post.url, "list": blog, "home": "/", "feed": f"{blog}feed/"}
    answers = {name: client.get(address) for name, address in places.items()}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {name: answer.text for name, answer in answers.items()}


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_the_byline_stands_everywhere_when_the_author_goes(client, ann, go):
    post = publish(BlogPageFactory(author=ann))
    address = ann.url
    go(stored(ann))
    for place, text in everywhere(client, post).items():
        assert "Ann Example" in text, place
        assert f'"{address}"' not in text, place


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_search_engines_are_told_the_name_without_a_dead_address(client, ann, go):
    post = publish(BlogPageFactory(author=ann))
    go(stored(ann))
    [author] = structured(open_page(client, post.url), "Article")["author"]
    assert author == {"@type": "Person", "name": "Ann Example", "jobTitle": "Director"}


def test_a_renamed_author_is_still_the_author_of_the_day(client, ann):
    post = publish(BlogPageFactory(author=ann))
    ann.title, ann.slug = "Ann Sample", "ann-sample"
    ann = publish(ann)
    byline = open_page(client, post.url).find(class_="signature")
    assert links(byline)["Ann Example"] == "/people/ann-sample/"


def test_a_moved_list_of_people_moves_the_links_to_authors(client, ann):
    post = publish(BlogPageFactory(author=ann))
    people = stored(ann.get_parent().specific)
    people.slug = "who"
    publish(people)
    assert links(open_page(client, post.url).find(class_="signature"))["Ann Example"].startswith(
        "/who/"
    )


def test_an_old_revision_published_later_keeps_its_byline(ann):
    post = BlogPageFactory(author=ann)
    old = post.save_revision()
    old.publish()
    publish(stored(post))
    ann.delete()
    old.refresh_from_db()
    old.publish()
    row = only_row(post)
    assert (row.name, row.profile, row.role_then) == ("Ann Example", None, "Director, The Trust")


# Refusals
def author_row(**fields) -> dict:
    empty = dict.fromkeys(
        ["id", "profile", "name", "role_title", "organisation_name", "now_text"], ""
    )
    return empty | fields


def test_an_author_without_a_name_is_refused_beside_its_row(client, home):
    post = publish(BlogPageFactory(author="Ada"))
    row = author_row(id=post.byline[0].pk, name="", role_title="Clerk")
    given = {"body": [], "authorships": [row], "readers_need_to_know": "no"}
    answer = edit_page(sign_in(client), post, "publish", **given)
    assert "Choose a person above, or type the author’s name." in complaints(answer)
    assert only_row(post).name == "Ada"


def test_an_author_without_a_name_may_wait_in_a_draft(client, home):
    post = BlogPageFactory(author=False, live=False)
    rows = [author_row(role_title="Clerk")]
    answer = edit_page(sign_in(client), post, "save", body=[], authorships=rows)
    assert answer.redirect_chain
    assert [row.role_title for row in stored(post).get_latest_revision_as_object().byline] == [
        "Clerk"
    ]
