"""The site that browser tests read is built in tables that hold what migrations made."""

import pytest
from django.contrib.contenttypes.models import ContentType

from tests.serving import start_afresh


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_fresh_start_holds_every_content_type_once_under_its_own_key():
    before = set(ContentType.objects.values_list("pk", "app_label", "model"))
    ContentType.objects.clear_cache()
    start_afresh()
    assert set(ContentType.objects.values_list("pk", "app_label", "model")) == before
