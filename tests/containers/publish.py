"""Give a page of the running container set another title, as an editor does in a browser.

python -m tests.containers.publish SITE PAGE_NUMBER TITLE NAME PASSWORD
"""

import sys
from dataclasses import dataclass

from playwright.sync_api import sync_playwright

from tests import available
from tests.browser.pages.editor import Account, Editor


@dataclass(frozen=True)
class Page:
    """What the editor's page object asks of a page."""

    pk: int


def main(site: str, number: str, title: str, name: str, password: str) -> None:
    """Sign in, change the title, publish, and wait until the editor says so."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=available.browser(), args=["--no-sandbox"]
        )
        page = browser.new_context(base_url=site).new_page()
        editor = Editor(page).sign_in(Account(name, password)).edit(Page(int(number)))
        editor.name_it(title).answer(readers_need_to_know=True, note="Another title.").publish()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
