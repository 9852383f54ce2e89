"""Names in running text are linked once, whole and only where it is clear who is meant."""

import pytest
from wagtail.models import Locale

from editing.importers.reading.marked_text import MarkedText, Span
from editing.importers.reading.pieces import Piece, paragraph
from editing.importers.writing.known_people import Known, KnownPeople, names
from editing.importers.writing.links import Linked, link_names
from tests.factories import PersonPageFactory, SpeakerPageFactory, make_private

pytestmark = pytest.mark.django_db


def people(*known: Known) -> KnownPeople:
    everybody = KnownPeople(Locale.get_default().pk)
    for one in known:
        everybody.add(one)
    return everybody


def linked(text: str, *known: Known, authors=()) -> tuple[str, Linked]:
    outcome = link_names([paragraph(text)], people(*known), set(authors))
    return outcome.pieces[0].marked.as_html(), outcome


def known(name: str, others: str = "", key: int = 7, is_readable: bool = True) -> Known:
    return Known(key, names(name, others), is_readable)


def link(name: str, key: int = 7) -> str:
    return f'<a linktype="page" id="{key}">{name}</a>'


def test_only_the_first_mention_is_linked():
    html, outcome = linked("Then Ada Byrne came. So Ada Byrne left.", known("Ada Byrne"))
    assert html == f"Then {link('Ada Byrne')} came. So Ada Byrne left."
    assert outcome.names == ["Ada Byrne"]


def test_the_longest_name_is_linked_first():
    html, _outcome = linked("With Ann Lee Byrne.", known("Ann Lee"), known("Ann Lee Byrne", key=8))
    assert html == f"With {link('Ann Lee Byrne', 8)}."


@pytest.mark.parametrize(
    "text", ["With Ada Byrnes.", "With McAda Byrne.", "The Ada Byrne-Roe.", "ada byrne"]
)
def test_a_part_of_another_word_is_no_mention(text):
    assert linked(text, known("Ada Byrne"))[0] == text


@pytest.mark.parametrize("text", ["Then Mary Ada Byrne came.", "The Ada Byrne House is here."])
def test_a_part_of_a_longer_name_is_left_and_said(text):
    html, outcome = linked(text, known("Ada Byrne"))
    assert html == text
    assert "is not linked" in outcome.unsure[0]


@pytest.mark.parametrize("lead", ["Professor ", "When ", "Thanks to ", "(", "“"])
def test_titles_and_first_words_may_stand_before_a_name(lead):
    assert link("Ada Byrne") in linked(f"{lead}Ada Byrne’s lamp", known("Ada Byrne"))[0]


def test_former_names_and_other_spellings_are_linked():
    html, _outcome = linked("With Ada O’Shea.", known("Ada Byrne", "Ada  O'Shea\nAddie"))
    assert html == f"With {link('Ada O’Shea')}."


def test_a_nickname_of_one_word_is_never_linked():
    assert linked("With Addie.", known("Ada Byrne", "Addie"))[0] == "With Addie."


def test_a_name_that_two_people_share_leads_nowhere_and_is_said():
    html, outcome = linked("With Ada Byrne.", known("Ada Byrne"), known("Ada Byrne", key=8))
    assert html == "With Ada Byrne."
    assert any("several people" in doubt for doubt in outcome.unsure)


def test_authors_and_drafts_are_not_linked():
    somebody, draft = known("Ada Byrne"), known("Bo Roe", key=8, is_readable=False)
    html, _outcome = linked("With Ada Byrne and Bo Roe.", somebody, draft, authors=[7])
    assert html == "With Ada Byrne and Bo Roe."


def test_a_name_inside_a_link_stays_as_it_is():
    text = "See Ada Byrne here, and Ada Byrne there."
    marked = MarkedText(text, (Span(0, 13, "link", "https://a.example"),))
    outcome = link_names([Piece("paragraph", marked)], people(known("Ada Byrne")), set())
    assert outcome.pieces[0].marked.as_html() == (
        f'<a href="https://a.example">See Ada Byrne</a> here, and {link("Ada Byrne")} there.'
    )


def test_headings_and_quotations_hold_no_links():
    pieces = [Piece(kind, MarkedText("Ada Byrne")) for kind in ("heading", "quotation")]
    assert link_names(pieces, people(known("Ada Byrne")), set()).names == []


def test_a_speaker_whose_page_is_private_stays_text():
    make_private(SpeakerPageFactory(title="Ada Byrne"))
    html, outcome = linked("With Ada Byrne.")
    assert (html, outcome.names) == ("With Ada Byrne.", [])
    assert people().speaker("Ada Byrne") is None


def test_a_speaker_below_a_private_list_stays_text():
    speaker = SpeakerPageFactory(title="Ada Byrne")
    make_private(speaker.get_parent())
    assert linked("With Ada Byrne.")[0] == "With Ada Byrne."


def test_of_two_people_of_one_name_the_private_one_is_not_meant():
    make_private(SpeakerPageFactory(title="Ada Byrne"))
    person = PersonPageFactory(title="Ada Byrne")
    assert linked("With Ada Byrne.")[0] == f"With {link('Ada Byrne', person.pk)}."


def test_people_are_found_by_any_name_whatever_the_apostrophe_or_title():
    person = PersonPageFactory(title="Siân O'Shea", other_names="Jan Pugh")
    everybody = people()
    for name in ("Siân O’Shea", "Dr Siân O'Shea", "Jan Pugh"):
        found = everybody.author(name)
        assert found
        assert found.key == person.pk
    assert everybody.author("Pugh") is None
