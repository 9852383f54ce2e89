"""Wagtail's editor, as somebody uses it who writes for the site."""

import re
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Account:
    """Who signs in."""

    name: str
    password: str


class Editor:
    """The editor in a browser. It saves drafts by itself; waits are for what it then says."""

    def __init__(self, page) -> None:
        self.page = page

    def sign_in(self, account: Account) -> Self:
        """Sign in through the form."""
        self.page.goto("/admin/")
        self.page.get_by_label("Username").fill(account.name)
        self.page.get_by_label("Password", exact=True).fill(account.password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(re.compile(r"/admin/$"))
        return self
