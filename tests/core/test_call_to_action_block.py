"""A call to action: one button to a page of the site or to an address."""

import pytest

from core.models import BasePage
from tests.core.one_block import OneBlock
from tests.factories import WAYS_TO_GO, StandardPageFactory
from tests.reader import links

ELSEWHERE = "https://collaborative.example/contact"
BUTTON = OneBlock("call_to_action", text="Write to us", address=ELSEWHERE)
ONE_OF_TWO = ["Page: Choose a page, or give an address: one of the two."]


def test_a_button_leads_to_its_address():
    assert links(BUTTON.html()) == {"Write to us": ELSEWHERE}


@pytest.mark.django_db
@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_a_button_leads_to_its_page_while_readers_may_see_it(go):
    page = StandardPageFactory()
    assert links(BUTTON.html(page=page, address="")) == {"Write to us": page.url}
    go(page)
    page = BasePage.objects.filter(pk=page.pk).first()
    assert links(BUTTON.html(page=page, address="")) == {}


@pytest.mark.django_db
def test_a_button_leads_to_one_place():
    page = StandardPageFactory()
    assert BUTTON.faults() == []
    assert BUTTON.faults(page=page, address="") == []
    assert BUTTON.faults(page=page) == ONE_OF_TWO
    assert BUTTON.faults(address="") == ONE_OF_TWO
    assert BUTTON.faults_of_a_draft(address="") == []


def test_a_button_without_words_is_refused_when_publishing():
    assert BUTTON.faults(text="") == ["Text: This field is required."]
    assert BUTTON.faults_of_a_draft(text="") == []


def test_an_address_with_a_script_in_it_is_refused():
    assert BUTTON.faults(address="javascript:alert(1)") == ["Address: Enter a valid URL."]


def test_a_button_in_another_language_says_so():
    assert BUTTON.html(language="cy").p["lang"] == "cy"


def test_the_example_is_a_button():
    assert "Write to us" in links(BUTTON.preview())
