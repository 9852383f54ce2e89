"""Docker and the cache ask whether a process lives, and whether it can answer readers."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from operations import health


@pytest.fixture(autouse=True)
def asked_for_the_first_time(monkeypatch):
    monkeypatch.setattr(health, "_all_there", False)


def test_a_process_lives_without_its_database(client):
    """Database access is refused to this test."""
    answer = client.get("/health/live/", headers={"host": "10.0.0.7:8000"})
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_a_process_is_ready_once_its_tables_are_there(client):
    answer = client.get("/health/ready/", headers={"host": "10.0.0.7:8000"})
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "migrations": "ok"}
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_process_is_not_ready_while_migrations_are_to_come(client):
    MigrationRecorder(connection).migration_qs.filter(app="search").delete()
    answer = client.get("/health/ready/")
    assert answer.status_code == 503
    assert "to come" in answer.json()["migrations"]
