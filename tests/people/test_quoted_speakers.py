"""Who said it: name and role of the day follow the profile, and stay when the speaker goes."""

import datetime

import pytest
from django.utils import timezone

from people.blocks.quote import QuoteValue, quotes_in
from tests.editor import edit_page, said, sign_in
from tests.factories import (
    WAYS_TO_GO,
    BlogPageFactory,
    OrganisationFactory,
    PersonPageFactory,
    RoleFactory,
    SpeakerPageFactory,
    publish,
    quote,
)
from tests.factories.pages import stored
from tests.reader import links, open_page, words

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


def only_quote(page) -> QuoteValue:
    [value] = quotes_in(page.body)
    return value


@pytest.fixture
def ann(home):
    """Return Ann, who was a nurse until last year and has been a director since."""
    ann = PersonPageFactory(title="Ann Example")
    ward, trust = OrganisationFactory(name="The Ward"), OrganisationFactory(name="The Trust")
    RoleFactory(profile=ann, title="Director", organisation=trust, started_on=TODAY - 100 * DAY)
    RoleFactory(
        profile=ann,
        title="Nurse",
        organisation=ward,
        started_on=TODAY - 900 * DAY,
        ended_on=TODAY - 101 * DAY,
    )
    return ann


# Speaker and role of the day
def test_name_and_role_are_filled_from_the_profile(ann):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    value = only_quote(post)
    assert (value["name"], value["role"]) == ("Ann Example", "Director, The Trust")


def test_a_speaker_of_a_masterclass_may_be_chosen_too(home):
    speaker = SpeakerPageFactory(title="Sal Speaker")
    post = publish(BlogPageFactory(body=[quote(profile=speaker)]))
    assert only_quote(post)["name"] == "Sal Speaker"


def test_the_role_is_the_one_held_on_the_day_of_the_words(ann):
    body = [quote(profile=ann, said_on=TODAY - 500 * DAY)]
    assert only_quote(publish(BlogPageFactory(body=body)))["role"] == "Nurse, The Ward"


def test_without_a_day_the_role_is_the_one_held_at_publication(ann):
    moment = timezone.now() - 500 * DAY
    post = BlogPageFactory(body=[quote(profile=ann)], first_published_at=moment)
    assert only_quote(publish(post))["role"] == "Nurse, The Ward"


def test_a_day_on_which_no_role_was_held_leaves_the_role_empty(ann):
    body = [quote(profile=ann, said_on=TODAY - 5000 * DAY)]
    assert only_quote(publish(BlogPageFactory(body=body)))["role"] == ""


def test_what_the_editor_typed_stays(ann):
    body = [quote(name="Annie", role="Nurse on call", profile=ann)]
    value = only_quote(publish(BlogPageFactory(body=body)))
    assert (value["name"], value["role"]) == ("Annie", "Nurse on call")


def test_the_role_of_the_day_stays_when_the_speaker_moves_on(ann, client):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    ann.roles.filter(title="Director").update(ended_on=TODAY - DAY)
    RoleFactory(profile=ann, title="Judge", organisation=None, organisation_name="The Court")
    post = publish(post)
    assert only_quote(post)["role"] == "Director, The Trust"
    caption = open_page(client, post.url).figcaption
    assert "Then Director, The Trust" in words(caption)
    assert "Now Judge, The Court" in words(caption)


def test_a_new_role_in_the_same_house_is_told_without_repeating_the_house(ann):
    post = publish(BlogPageFactory(body=[quote(profile=ann, role="Clerk, The Trust")]))
    assert only_quote(post).now == "Director"


def test_nothing_is_said_of_now_while_the_speaker_is_what_they_were(ann):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    assert only_quote(post).now == ""


def test_the_editor_fills_name_and_role_when_a_profile_is_chosen(client, ann):
    post = publish(BlogPageFactory())
    body = [quote(profile=ann.pk)]
    edit_page(sign_in(client), post, "publish", body=body, readers_need_to_know="no")
    value = only_quote(stored(post))
    assert (value["name"], value["role"]) == ("Ann Example", "Director, The Trust")


# Another speaker
@pytest.fixture
def bo(home):
    """Return Bo, who is a clerk."""
    bo = PersonPageFactory(title="Bo Sample", other_names="Roberta Sample")
    RoleFactory(profile=bo, title="Clerk", organisation=None, organisation_name="The Town")
    return bo


def told_by(post) -> tuple[str, str]:
    """Return name and role beside the only quotation, as the newest draft has them."""
    value = only_quote(stored(post).get_latest_revision_as_object())
    return value["name"], value["role"]


def test_choosing_another_profile_brings_its_name_and_role(client, ann, bo):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    # The form still holds what the first profile filled in, as after every save.
    body = [quote(name="Ann Example", role="Director, The Trust", profile=bo.pk)]
    edit_page(sign_in(client), post, body=body, readers_need_to_know="no")
    assert told_by(post) == ("Bo Sample", "Clerk, The Town")


def test_the_name_of_a_profile_that_was_renamed_since_does_not_stay_with_another(ann, bo):
    body = [quote(name="Ann Example", role="Director, The Trust", profile=bo)]
    ann.title, ann.other_names = "Ann Quill", "Ann Example"
    publish(ann)
    assert told_by(publish(BlogPageFactory(body=body))) == ("Bo Sample", "Clerk, The Town")


def test_a_role_typed_by_the_editor_stays_with_another_profile(ann, bo):
    body = [quote(name="Ann Example", role="Chair of the day", profile=bo)]
    assert told_by(publish(BlogPageFactory(body=body))) == ("Bo Sample", "Chair of the day")


def test_a_role_that_both_have_held_stays(ann, bo):
    RoleFactory(profile=bo, title="Nurse", organisation=None, organisation_name="The Ward")
    body = [quote(name="Ann Example", role="Nurse, The Ward", profile=bo)]
    assert told_by(publish(BlogPageFactory(body=body))) == ("Bo Sample", "Nurse, The Ward")


@pytest.mark.parametrize("name", ["Roberta Sample", "bo  sample"])
def test_another_name_of_the_speaker_stays_though_somebody_else_has_it_too(bo, name):
    SpeakerPageFactory(title=name)
    assert told_by(publish(BlogPageFactory(body=[quote(name=name, profile=bo)])))[0] == name


def test_words_without_a_profile_keep_the_name_that_a_profile_filled_in(client, ann):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    body = [quote(name="Ann Example", role="Director, The Trust", profile="")]
    edit_page(sign_in(client), post, body=body, readers_need_to_know="no")
    assert told_by(post) == ("Ann Example", "Director, The Trust")


# On the speaker's own page
def test_words_on_the_speakers_own_page_do_not_lead_to_it(client, ann):
    bo = PersonPageFactory(title="Bo Sample")
    ann.body = [quote(profile=ann), quote("And half the compass.", profile=bo)]
    said_by = open_page(client, publish(ann).url).main.find_all("figure")
    assert [links(figure) for figure in said_by] == [{}, {"Bo Sample": bo.url}]
    assert "Ann Example" in words(said_by[0])


# When the speaker goes
def test_a_live_speaker_is_linked(client, ann):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    assert links(open_page(client, post.url).figcaption) == {"Ann Example": ann.url}


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_the_words_keep_their_speaker_without_a_dead_link(client, ann, go):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    address = ann.url
    go(ann)
    page = open_page(client, post.url)
    assert words(page.figcaption) == "Ann Example Director, The Trust"
    assert address not in links(page).values()


def test_the_words_keep_their_speaker_when_the_post_is_published_again(ann):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    ann.delete()
    value = only_quote(publish(stored(post)))
    assert (value["name"], value["role"]) == ("Ann Example", "Director, The Trust")


def test_a_renamed_speaker_is_still_quoted_under_the_name_of_the_day(client, ann):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    ann.title = "Ann Sample"
    publish(ann)
    assert links(open_page(client, post.url).figcaption) == {"Ann Example": ann.url}


# Warnings
def test_a_role_that_is_none_of_the_speakers_is_warned_about(ann):
    warnings = BlogPageFactory(body=[quote(profile=ann, role="Pope, Rome")]).warnings()
    assert warnings == [
        "“Pope, Rome” is none of the roles of Ann Example. If it is right, leave it; "
        "else correct the quotation or the profile."
    ]


def test_a_role_of_another_day_than_that_of_the_words_is_warned_about(ann):
    day = TODAY - 500 * DAY
    body = [quote(profile=ann, role="Director, The Trust", said_on=day)]
    assert publish(BlogPageFactory(body=body)).warnings() == [
        f"The quotation calls Ann Example “Director, The Trust”; on {day:%-d %B %Y}, says the "
        "profile, it was “Nurse, The Ward”. If it is right, leave it."
    ]


def test_a_role_that_ended_between_draft_and_publication_is_warned_about(ann):
    body = [quote(profile=ann, role="Director, The Trust")]
    draft = BlogPageFactory(live=False, first_published_at=None, body=body)
    assert draft.warnings() == []
    held = ann.roles.get(ended_on=None)
    held.ended_on = TODAY - DAY
    held.save()
    RoleFactory(profile=ann, title="Chair", organisation__name="The Board", started_on=TODAY)
    assert publish(stored(draft)).warnings() == [
        f"The quotation calls Ann Example “Director, The Trust”; on {TODAY:%-d %B %Y}, says the "
        "profile, it was “Chair, The Board”. If it is right, leave it."
    ]


def test_a_name_that_is_none_of_the_speakers_is_warned_about(client, ann):
    post = publish(BlogPageFactory())
    fields = {"readers_need_to_know": "no", "body": [quote(name="Cy Typed", profile=ann.pk)]}
    told = said(edit_page(sign_in(client), post, "publish", **fields))
    warning = (
        "“Cy Typed” leads to the page of Ann Example, but is none of the names there. Choose "
        "another profile, correct the name, or add it to the profile’s other names."
    )
    assert told.count(warning) == 1
    assert only_quote(stored(post))["name"] == "Cy Typed"


@pytest.mark.parametrize("name", ["Ann", "Dr Ann Example", "ann example", "Annie O’Field"])
def test_a_name_by_which_the_speaker_is_known_is_not_warned_about(ann, name):
    ann.other_names = "Annie O'Field"
    publish(ann)
    assert publish(BlogPageFactory(body=[quote(name=name, profile=ann)])).warnings() == []


def test_a_role_filled_from_the_profile_is_not_warned_about_later(ann):
    post = publish(BlogPageFactory(body=[quote(profile=ann)]))
    trust = ann.roles.get(title="Director").organisation
    trust.name = "The Trust for All"
    trust.save()
    assert stored(post).warnings() == []
