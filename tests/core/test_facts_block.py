"""Facts: terms and what they are, as a description list."""

from tests.core.one_block import OneBlock
from tests.reader import links, words

ITEMS = [
    {"term": "Time", "description": "<p>10am</p>"},
    {"term": "Place", "description": '<p><a href="https://loft.example/">The loft</a></p>'},
]
FACTS = OneBlock("facts", items=ITEMS)


def test_facts_are_a_description_list():
    facts = FACTS.html().dl
    assert [words(term) for term in facts.find_all("dt")] == ["Time", "Place"]
    assert [words(fact) for fact in facts.find_all("dd")] == ["10am", "The loft"]
    assert links(facts) == {"The loft": "https://loft.example/"}


def test_facts_have_a_heading_only_when_one_is_given():
    assert FACTS.html().find(["h2", "h3"]) is None
    assert words(FACTS.html(heading="At a glance").h2) == "At a glance"


def test_a_list_without_facts_is_refused_when_publishing():
    [fault] = FACTS.faults(items=[])
    assert fault.startswith("Items")
    assert FACTS.faults_of_a_draft(items=[]) == []


def test_the_fact_that_is_unfinished_is_named_by_its_place():
    items = [ITEMS[0], {"term": "Place", "description": ""}]
    [fault] = FACTS.faults(items=items)
    assert fault == "Items, number 2, description: This field is required."
    assert FACTS.faults_of_a_draft(items=items) == []


def test_facts_in_another_language_say_so():
    html = FACTS.html(language="cy", heading="Cipolwg")
    assert html.dl["lang"] == "cy"
    assert html.h2["lang"] == "cy"


def test_the_example_is_a_list_of_facts():
    assert words(FACTS.preview().dt) == "Time"
