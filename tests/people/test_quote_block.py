"""A quotation keeps its words, its speaker and what the speaker was that day, whoever goes."""

import datetime

import pytest
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError

from people.blocks.quote import QuoteBlock, QuoteValue, quotes_in
from tests.editor import complaints, edit_page, said, sign_in
from tests.factories import (
    WAYS_TO_GO,
    BlogPageFactory,
    OrganisationFactory,
    PersonPageFactory,
    RoleFactory,
    SpeakerPageFactory,
    publish,
    quote,
    text,
)
from tests.factories.pages import stored
from tests.reader import links, open_page, parsed, words

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


def rendered(**fields):
    """Return the quote block's HTML, as elements."""
    block = QuoteBlock()
    return parsed(block.render(block.normalize({"words": "A word.", "name": "Sam", **fields})))


def only_quote(page) -> QuoteValue:
    [value] = quotes_in(page.body)
    return value


def faults(**fields) -> dict:
    """Return what the block complains of, by field; {} when it may be published."""
    block = QuoteBlock()
    try:
        block.clean(block.normalize({"words": "A word.", "name": "Sam", **fields}))
    except StructBlockValidationError as error:
        return {name: fault.messages[0] for name, fault in error.block_errors.items()}
    return {}


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


# Markup
def test_a_quotation_is_a_figure_with_the_speaker_outside_the_quoted_words():
    figure = rendered(words="“We each had half the map.”", name="Sam Sayer", role="Mayor").figure
    assert words(figure.blockquote) == "“We each had half the map.”"
    assert words(figure.figcaption) == "Sam Sayer Mayor"
    assert figure.blockquote.find("figcaption") is None
    assert not figure.blockquote.has_attr("cite")


def test_each_paragraph_opens_with_a_mark_and_only_the_last_closes():
    paragraphs = rendered(words="“One.\n\n“Two.”").find_all("p")
    assert [words(paragraph) for paragraph in paragraphs] == ["“One.", "“Two.”"]


def test_the_work_cited_is_a_title_with_its_year_and_address():
    caption = rendered(
        work_title="Knots", work_year=1999, work_address="https://books.example/knots"
    ).figcaption
    assert words(caption) == "Sam In Knots (1999)"
    assert words(caption.cite) == "Knots"
    assert links(caption) == {"Knots": "https://books.example/knots"}


def test_a_person_is_never_marked_as_the_title_of_a_work():
    assert rendered(name="Sam Sayer", work_title="").cite is None


def test_the_date_and_place_of_the_words_are_told():
    caption = rendered(
        where_said="Said in the canteen", said_on=datetime.date(2018, 2, 21)
    ).figcaption
    assert words(caption).endswith("Said in the canteen, 21 February 2018")
    assert caption.time["datetime"] == "2018-02-21"


def test_the_language_of_the_words_is_told_and_only_of_the_words():
    figure = rendered(language="cy").figure
    assert figure.blockquote["lang"] == "cy"
    assert not figure.has_attr("lang")
    assert figure.figcaption.find(lang=True) is None


def test_typed_markup_is_shown_and_never_run():
    figure = rendered(words="<b>Bold</b>", name="<i>Sam</i>", role="<u>Mayor</u>").figure
    assert words(figure) == "“<b>Bold</b>” <i>Sam</i> <u>Mayor</u>"


def test_a_pull_quote_is_seen_but_not_heard_and_has_no_speaker():
    block = rendered(words="Half the map", name="", is_pull_quote=True)
    assert block.aside["aria-hidden"] == "true"
    assert words(block) == "Half the map"
    assert block.figure is None
    assert block.aside.find_all(["a", "button"]) == []


# What an editor is told
def test_a_whole_quotation_has_no_faults():
    assert faults(work_title="Knots", work_year=1999) == {}


def test_a_quotation_without_a_speaker_is_refused_in_words():
    assert faults(name=" ") == {
        "name": "Say who said it: choose a profile above, or type a name here."
    }


def test_marks_without_words_are_refused():
    assert faults(words="“ ”") == {"words": "Write the words that were said."}


def test_a_year_or_address_without_a_work_is_refused():
    fault = {"work_title": "Give the title of the work, or clear its year and address."}
    assert faults(work_year=1999) == fault
    assert faults(work_address="https://books.example/") == fault


def test_a_pull_quote_needs_no_speaker():
    assert faults(name="", is_pull_quote=True) == {}


def test_the_editor_refuses_to_publish_a_quotation_by_nobody(client, home):
    post = BlogPageFactory(body=[text()])
    response = edit_page(sign_in(client), post, "publish", body=[quote(name="")])
    assert "Say who said it" in complaints(response)
    assert quotes_in(stored(post).body) == []


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
def test_a_pull_quote_that_the_article_no_longer_says_is_warned_about(client, home):
    pull = quote(words="half the map", name="", is_pull_quote=True)
    post = publish(BlogPageFactory(body=[text("<p>We each had <b>half</b> the map.</p>"), pull]))
    assert post.warnings() == []
    fields = {"readers_need_to_know": "no", "body": [quote(words="Something else"), pull]}
    told = said(edit_page(sign_in(client), post, "publish", **fields))
    assert told.count("The pull quote “half the map” is no longer in the text.") == 1


def test_a_pull_quote_may_repeat_what_a_quotation_says(home):
    pull = quote(words="half the map", name="", is_pull_quote=True)
    assert BlogPageFactory(body=[quote(words="We each had half the map."), pull]).warnings() == []


def test_a_pull_quote_may_differ_in_marks_case_and_spaces(home):
    pull = quote(words="“It’s half  the Map”", name="", is_pull_quote=True)
    assert BlogPageFactory(body=[text("<p>It's half the map.</p>"), pull]).warnings() == []


def test_a_pull_quote_may_repeat_a_text_that_html_writes_with_entities(home):
    pull = quote(words="salt & pepper", name="", is_pull_quote=True)
    assert BlogPageFactory(body=[text("<p>Salt &amp; pepper.</p>"), pull]).warnings() == []


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
