"""A quotation is marked up as one, and an editor is told what it lacks."""

import datetime

from wagtail.blocks.struct_block import StructBlockValidationError

from people.blocks.quote import QuoteBlock, quotes_in
from tests.editor import complaints, edit_page, said, sign_in
from tests.factories import BlogPageFactory, publish, quote, text
from tests.factories.pages import stored
from tests.reader import links, parsed, words


def rendered(**fields):
    """Return the quote block's HTML, as elements."""
    block = QuoteBlock()
    return parsed(block.render(block.normalize({"words": "A word.", "name": "Sam", **fields})))


def faults(**fields) -> dict:
    """Return what the block complains of, by field; {} when it may be published."""
    block = QuoteBlock()
    try:
        block.clean(block.normalize({"words": "A word.", "name": "Sam", **fields}))
    except StructBlockValidationError as error:
        return {name: fault.messages[0] for name, fault in error.block_errors.items()}
    return {}


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
