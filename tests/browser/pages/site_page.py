"""What every page of the site has: a skip link, header, menu, main part and footer."""

from typing import Self


class SitePage:
    """A public page in a browser. Elements are found by role, name or text alone."""

    def __init__(self, page) -> None:
        self.page = page

    def open(self, address: str) -> Self:
        """Go to an address of the site."""
        self.page.goto(address)
        return self

    @property
    def title(self):
        """Return the page's heading of the first level."""
        return self.page.get_by_role("heading", level=1)

    @property
    def header(self):
        """Return the band at the top."""
        return self.page.get_by_role("banner")

    @property
    def main(self):
        """Return the part that differs from page to page."""
        return self.page.get_by_role("main")

    @property
    def footer(self):
        """Return the band at the foot."""
        return self.page.get_by_role("contentinfo")

    @property
    def skip_link(self):
        """Return the link that leads past the header."""
        return self.page.get_by_role("link", name="Skip to main content")

    @property
    def brand(self):
        """Return the site's name, which leads home."""
        return self.header.get_by_role("link").first

    @property
    def menu_button(self):
        """Return what opens the menu on a phone."""
        return self.header.get_by_text("Menu", exact=True)

    def navigation(self, name: str):
        """Return the navigation called `name`: "Main", "Menu", "Breadcrumb" or another."""
        return self.page.get_by_role("navigation", name=name, exact=True)

    def link(self, name: str):
        """Return the link in the main part that is called `name`."""
        return self.main.get_by_role("link", name=name, exact=True)

    def follow(self, name: str) -> Self:
        """Follow a link of the main part."""
        self.link(name).first.click()
        self.page.wait_for_load_state()
        return self

    def description(self, term: str) -> str:
        """Return what stands beside a term of the page's lists of facts, as one line."""
        row = self.main.get_by_role("term").filter(has_text=term).last.locator("xpath=..")
        return " ".join(row.get_by_role("definition").all_inner_texts())
