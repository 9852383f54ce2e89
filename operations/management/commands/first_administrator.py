"""Make the site's first administrator, with a password that is shown this once."""

import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

NAME = "admin"
PASSWORD_BYTES = 12


class Command(BaseCommand):
    """Makes `admin` where nobody may administer the site yet; else changes nothing."""

    help = "Make an administrator with a random password, unless the site has one already."

    def handle(self, *args, **options) -> None:
        """Make the account and print its password, which is kept nowhere as text."""
        users = get_user_model().objects
        if users.filter(is_superuser=True, is_active=True).exists():
            self.stdout.write("The site has an administrator already.")
            return
        name = NAME
        while users.filter(username=name).exists():
            name = f"{NAME}-{secrets.token_hex(2)}"
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        users.create_superuser(username=name, password=password)
        self.stdout.write(
            f"\nSign in at /admin/ as {name} with the password {password}\n"
            f"It is shown this once. Another: manage.py changepassword {name}"
        )
