"""Where a profile is used is noted with the post, once."""

import pytest
from django.tasks.signals import task_enqueued
from wagtail.models import ReferenceIndex

from tests.factories import AuthorshipFactory, BlogPageFactory, PersonPageFactory, publish

pytestmark = pytest.mark.django_db


def test_an_author_is_noted_by_the_posts_own_task_and_by_none_of_the_row():
    person = PersonPageFactory()
    post = BlogPageFactory(authorships=[AuthorshipFactory.build(profile=person)])
    noted = []

    def listen(task_result, **_signal):
        noted.append(task_result.args[1])

    task_enqueued.connect(listen)
    try:
        publish(post)
    finally:
        task_enqueued.disconnect(listen)
    assert "blogpage" in noted
    assert "authorship" not in noted
    used = ReferenceIndex.get_references_to(person).values_list("object_id", flat=True)
    assert str(post.pk) in used
