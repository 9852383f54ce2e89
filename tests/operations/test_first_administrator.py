"""The first administrator is made once, with a password that nobody could know."""

import re

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def told(capsys) -> str:
    call_command("first_administrator")
    return capsys.readouterr().out


def name_and_password(words: str) -> tuple[str, str]:
    found = re.search(r"as (\S+) with the password (\S+)", words)
    assert found
    return found[1], found[2]


def test_the_printed_password_opens_the_editor(capsys, client):
    name, password = name_and_password(told(capsys))
    user = authenticate(username=name, password=password)
    assert name == "admin"
    assert user.is_superuser
    client.force_login(user)
    assert client.get("/admin/").status_code == 200


def test_a_second_call_makes_nobody_and_prints_no_password(capsys):
    told(capsys)
    before = get_user_model().objects.get().password
    assert "already" in told(capsys)
    assert get_user_model().objects.get().password == before


def test_every_site_gets_another_password(capsys):
    first = name_and_password(told(capsys))
    get_user_model().objects.all().delete()
    assert name_and_password(told(capsys))[1] != first[1]


def test_an_editor_called_admin_is_left_alone(capsys, django_user_model):
    editor = django_user_model.objects.create_user("admin", password="a phrase of their own")
    name, _password = name_and_password(told(capsys))
    assert name != "admin"
    editor.refresh_from_db()
    assert not editor.is_superuser
    assert editor.check_password("a phrase of their own")
