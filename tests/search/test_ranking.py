"""The engine answers words as readers mean them: misspelt, half typed, joined, abbreviated."""

import pytest
from wagtail.models import Site

from core.passages import Passage
from search.engine.asking import Question
from search.engine.building import Building
from search.engine.constants import MOST_WORDS_IN_QUERY
from search.engine.findable import Findable
from search.models import SearchIndex

pytestmark = pytest.mark.django_db

TEXTS = {
    "Herons on the weir": "Three herons stood on the weir and watched the water rise.",
    "Flood plans": "The weir held. The Clinical Commissioning Group (CCG) met twice about water.",
    "A meeting": "The CCG met again, without herons. Nobody minuted the airfoil.",
    "Patients first": "What patients said about well-being when the ward was colourful.",
    "Air foils": "An air foil lifts. The behaviour of foils in air is known.",
    "The Who": "A band of four, who were loud.",
    "Long walk": "Walk walk walk. The walk home from the ward is long; walking is slow.",
}


@pytest.fixture
def index() -> SearchIndex:
    building = Building(Site.objects.get(is_default_site=True), "en")
    building.add(
        Findable(key=title, kind="page", title=title, passages=[Passage("body", text)])
        for title, text in TEXTS.items()
    )
    return building.finish()


def ask(index, text: str) -> list[str]:
    """Return the titles of what answers, best first."""
    question = Question(index, text)
    titles = list(TEXTS)
    return [titles[hit.number] for hit in question.rescored(question.scores.best(100))]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("herons", "Herons on the weir"),
        ("heron", "Herons on the weir"),
        ("hreons", "Herons on the weir"),  # two letters the wrong way round
        ("herns", "Herons on the weir"),  # one missing
        ("eherons", "Herons on the weir"),  # one too many
        ("watchd watre rise", "Herons on the weir"),
        ("patient", "Patients first"),
        ("wellbeing", "Patients first"),
        ("well being", "Patients first"),
        ("well-being", "Patients first"),
        ("colorful ward", "Patients first"),
        ("behavior", "Air foils"),
        ("airfoil", "A meeting"),
        ("commission", "Flood plans"),
        ("clinical commissioning group", "Flood plans"),
        ("the who", "The Who"),
        ("walk", "Long walk"),
    ],
)
def test_what_is_meant_comes_first(index, asked, first):
    assert ask(index, asked)[0] == first


def test_a_half_typed_last_word_is_completed(index):
    assert ask(index, "three hero")[0] == "Herons on the weir"


def test_initials_and_their_long_name_find_the_same(index):
    assert (
        set(ask(index, "ccg"))
        == set(ask(index, "clinical commissioning group"))
        >= {
            "Flood plans",
            "A meeting",
        }
    )


def test_a_word_that_is_there_is_not_corrected(index):
    assert Question(index, "weir").plan.corrected == {}


def test_a_correction_is_told_with_the_word_that_was_meant(index):
    assert Question(index, "hreons on the weir").plan.corrected == {"hreons": "herons"}


def test_words_side_by_side_come_before_words_far_apart(index):
    assert ask(index, "air foil")[0] == "Air foils"


def test_words_that_say_nothing_are_asked_only_when_there_is_nothing_else(index):
    assert ask(index, "the and of") != []
    assert "The Who" not in ask(index, "the herons")


def test_a_title_counts_more_than_a_body_that_says_it_as_often(index):
    assert ask(index, "weir") == ["Herons on the weir", "Flood plans"]


@pytest.mark.parametrize("asked", ["", " ", "?!", "§", "\x00", "''", "zzzz"])
def test_what_no_text_says_finds_nothing(index, asked):
    assert ask(index, asked) == []


def test_of_very_many_words_the_telling_ones_are_asked(index):
    many = " ".join(["water weir ward walk"] * 200 + ["herons"] + [f"x{n}" for n in range(300)])
    question = Question(index, many)
    assert len(question.plan.groups) <= MOST_WORDS_IN_QUERY
    assert "Herons on the weir" in ask(index, many)


def test_a_word_said_twice_counts_twice(index):
    [once] = Question(index, "weir").plan.groups
    [twice] = Question(index, "weir weir").plan.groups
    assert (once.times, twice.times) == (1, 2)


def test_an_extract_marks_the_words_that_answered(index):
    question = Question(index, "hreons watre")
    marked = question.extractor.marked(TEXTS["Herons on the weir"])
    assert [part.text for part in marked if part.is_match] == ["herons", "water"]
    assert "".join(part.text for part in marked) == TEXTS["Herons on the weir"]


def test_an_extract_marks_a_name_that_means_the_same(index):
    marked = Question(index, "ccg").extractor.marked(TEXTS["Flood plans"])
    assert "Clinical Commissioning Group" in [part.text for part in marked if part.is_match]
