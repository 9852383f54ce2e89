"""A publication that is refused leads an editor back; other errors stay errors."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory
from django.urls import reverse

from core.middleware.refusals import PublishingRefusedMiddleware
from core.publishing import Missing, PublishingRefused
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db
MIDDLEWARE = PublishingRefusedMiddleware(lambda request: None)


@pytest.fixture
def request_of_an_editor():
    """Return a request that can hold messages."""
    request = RequestFactory().post("/admin/")
    request.session = {}
    request._messages = FallbackStorage(request)
    return request


def test_a_refusal_leads_back_to_the_page_and_says_why(request_of_an_editor):
    page = StandardPageFactory(title="Half")
    refusal = PublishingRefused(page, [Missing("body", "Add words."), Missing("title", "Name it.")])
    answer = MIDDLEWARE.process_exception(request_of_an_editor, refusal)
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    [message] = get_messages(request_of_an_editor)
    assert str(message) == "“Half” was not published. Add words. Name it."


def test_a_hostile_title_is_text_in_the_message(request_of_an_editor):
    page = StandardPageFactory(title="<script>alert(1)</script>")
    refusal = PublishingRefused(page, [Missing("body", "<b>Add words.</b>")])
    MIDDLEWARE.process_exception(request_of_an_editor, refusal)
    [message] = get_messages(request_of_an_editor)
    assert "<script>" not in str(message)
    assert "<b>" not in str(message)


def test_other_errors_are_left_to_others(request_of_an_editor):
    assert MIDDLEWARE.process_exception(request_of_an_editor, ValueError("other")) is None
