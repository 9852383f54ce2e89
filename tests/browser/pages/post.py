"""A post, as its readers meet it."""

from tests.browser.pages.site_page import SitePage


class Post(SitePage):
    """A page of the blog."""

    @property
    def quotations(self):
        """Return the quotations, each with who said it."""
        return self.main.get_by_role("figure").filter(has=self.page.get_by_role("blockquote"))

    @property
    def film(self):
        """Return the player of the film that the site itself holds."""
        return self.main.get_by_label("A square sets out")

    @property
    def dates(self):
        """Return the slip that tells when the page was published and updated."""
        return self.page.get_by_role("region", name="Dates for this page")

    def picture(self, description: str):
        """Return a picture by the words that stand for it."""
        return self.main.get_by_role("img", name=description)
