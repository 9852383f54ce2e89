"""Django's own checks have nothing to say, on whatever database the site runs."""

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_no_check_complains_about_the_database_in_use():
    call_command("check", databases=["default"], fail_level="WARNING")
