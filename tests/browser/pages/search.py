"""The search in a browser: the box with its suggestions, and the results."""

from tests.browser.pages.site_page import SitePage


class Search(SitePage):
    """A page whose header's search box is used."""

    @property
    def box(self):
        """Return the box in the header, by the name that is read out."""
        return self.header.get_by_label("Search this site")

    @property
    def suggestions(self):
        """Return the list below the box."""
        return self.header.get_by_role("listbox", name="Suggestions")

    @property
    def options(self):
        """Return what is suggested."""
        return self.suggestions.get_by_role("option")

    @property
    def status(self):
        """Return what is read out when suggestions come."""
        return self.header.get_by_role("status")

    @property
    def results(self):
        """Return the titles of results."""
        return self.main.get_by_role("listitem").get_by_role("heading", level=3)

    def active_option(self) -> str:
        """Return the words of the suggestion that the box points at, or nothing."""
        return self.box.evaluate(
            "box => document.getElementById(box.getAttribute('aria-activedescendant'))?.innerText"
            " ?? ''"
        )

    def as_told(self) -> dict:
        """Return the box as assistive technology is told of it: role, name and properties."""
        session = self.page.context.new_cdp_session(self.page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        [box] = [
            node
            for node in nodes
            if node["role"]["value"] in {"combobox", "searchbox"}
            and any(p["name"] == "focused" and p["value"]["value"] for p in node["properties"])
        ]
        told = {one["name"]: one["value"] for one in box["properties"]}
        return {"role": box["role"]["value"], "name": box["name"]["value"], **told}
