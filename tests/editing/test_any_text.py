"""Whatever a file holds, reading it gives a page or a refusal, and loses or doubles no word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from editing.importers.reading.files import UnreadableFile, decode
from editing.importers.reading.legacy_page import read_page
from tests.editing.old_pages import PROSE, TODAY, words

MARKUP = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<b", ">", "<", "<!--", "-->"),
            *("<blockquote>", "</blockquote>", "<ul><li>", "</ul>", "<q>", "</q>", "<a href='x'>"),
            *("</a>", "&amp;", "&b;", "&#0;", "<script>", "</script>", "<!DOCTYPE [", "]>", "\n\n"),
            *("“", "”", "‘", "’", '"', "'", " said Ada Byrne", "Ada Byrne said: ", "By ", "Now "),
            *("page updated 1/2/18", "Ada Byrne", "Head of Place", " – ", "• ", "1. ", "Home | "),
            PROSE,
        ]
    ),
    max_size=30,
).map("".join)
SENTENCES = st.lists(
    st.sampled_from(
        [
            *("Ada Byrne once said:", "As Bo Roe put it:", "“Light it.”", "‘Light it again.’"),
            *('"We each had half the map of it."', "“Nobody trims it now.”", "and so we did.", "“"),
            *("It's ours.", "The keepers' lamp", "(the old one)", "–", "3 lamps", "at 5 p.m.", "”"),
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)

INTERRUPTED = st.lists(
    st.sampled_from(
        [
            *(
                "“We were late,”",
                "“and so was the tide.”",
                "“The tide was not.”",
                "“Were we late?”",
            ),
            *("‘We were late,’", "‘and so was the tide,’", "“I think,”", "“never”", "“Late”,", "“"),
            *("said Ada Byrne,", "said Ada Byrne.", "Bo Roe said,", "she said,", "and left.", "”"),
            *("asked Bo Roe, keeper of Gull Rock,", "Ada Byrne once said:", "(and lost)", "said"),
        ]
    ),
    min_size=2,
    max_size=12,
).map(" ".join)


def is_read_or_refused(text: str, is_html: bool) -> None:
    try:
        page = read_page(text, name="a.txt", is_html=is_html, today=TODAY)
    except UnreadableFile as refused:
        assert str(refused)  # noqa: PT017  A refusal is an answer.
    else:
        assert page.title
        assert page.body
        assert all(piece.text for piece in page.body)
        assert all(piece.marked.as_html() for piece in page.body)


@given(st.text(max_size=400) | MARKUP, st.booleans())
@settings(deadline=None, max_examples=300)
def test_any_text_gives_a_page_or_a_refusal(text, is_html):
    is_read_or_refused(text, is_html)
    is_read_or_refused(f"{text}\n\n{PROSE}\n\n{text}", is_html)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_give_a_text_or_a_refusal(data):
    try:
        text, encoding = decode(data)
    except UnreadableFile as refused:
        assert str(refused)  # noqa: PT017
    else:
        assert "\x00" not in text
        assert encoding


@given(st.lists(SENTENCES, min_size=1, max_size=4))
@settings(deadline=None, max_examples=300)
def test_no_word_of_a_text_is_lost_or_doubled(paragraphs):
    body = [PROSE, *(f"{paragraph} {PROSE}" for paragraph in paragraphs)]
    text = "\n\n".join(["One key for nineteen lamps", *body])
    page = read_page(text, name="a.txt", is_html=False, today=TODAY)
    found = " ".join(f"{piece.text} {piece.absorbed}" for piece in page.body)
    wanted = words(" ".join(body).replace("'", "’"))
    assert words(found) == wanted


@given(INTERRUPTED)
@settings(deadline=None, max_examples=500)
def test_no_word_of_an_interrupted_quotation_is_lost_or_doubled(paragraph):
    body = [PROSE, f"{paragraph} {PROSE}"]
    text = "\n\n".join(["One key for nineteen lamps", *body])
    page = read_page(text, name="a.txt", is_html=False, today=TODAY)
    found = " ".join(f"{piece.text} {piece.absorbed}" for piece in page.body)
    assert sorted(bare_words(found)) == sorted(bare_words(" ".join(body)))


def bare_words(text: str) -> list[str]:
    return [bare for word in text.split() if (bare := word.strip("“”‘’,."))]
