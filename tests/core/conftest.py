"""What tests of core ask for: an editor's desk, and a clock that can be moved."""

import datetime

import pytest
from django.utils import timezone

from core.models import ChangeNote
from tests.core.desk import Desk


@pytest.fixture
def desk(admin_client) -> Desk:
    """Return the desk of somebody who may do everything."""
    return Desk(admin_client)


@pytest.fixture
def today() -> datetime.date:
    """Return the day on which the test runs, where the site is."""
    return timezone.localdate()


@pytest.fixture
def published_days_ago():
    """Return a function: let a page have been published so many days ago, and return it."""

    def age(page, days: int = 30):
        moment = timezone.now() - datetime.timedelta(days=days)
        type(page).objects.filter(pk=page.pk).update(
            first_published_at=moment, last_published_at=moment
        )
        ChangeNote.objects.filter(page=page).update(on=timezone.localdate(moment))
        type(page).objects.filter(pk=page.pk).update(page_updated_on=timezone.localdate(moment))
        return type(page).objects.get(pk=page.pk)

    return age


@pytest.fixture
def when_its_time_comes():
    """Return a function: let the moment pass for which a revision was scheduled."""

    def pass_time(revision) -> None:
        past = timezone.now() - datetime.timedelta(minutes=1)
        revision.refresh_from_db()
        revision.approved_go_live_at = past
        revision.content["go_live_at"] = past.isoformat()
        revision.save()

    return pass_time
