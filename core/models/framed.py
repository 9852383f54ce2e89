"""What the frame around a page shows of it: title, description, way, picture, data for machines."""

from core import frame


class Framed:
    """Tells base.html about a page; to be mixed in before Wagtail's own page."""

    @property
    def language(self) -> str:
        """Return the page's language as HTML writes it, such as "en-GB"."""
        return frame.html_language(frame.locale_code(self.locale_id))

    @property
    def breadcrumbs(self) -> list[frame.Link]:
        """Return the way from the home page down to this page's parent."""
        return frame.breadcrumbs(self)

    @property
    def meta_title(self) -> str:
        """Return the title for browser tabs and search engines, without the site's name."""
        return self.seo_title or self.title

    @property
    def meta_description(self) -> str:
        """Return the description for search engines and shared links."""
        return self.search_description or self.summary

    @property
    def canonical_url(self) -> str:
        """Return the one address of this page; an alias names the original's."""
        page = self.alias_of if self.alias_of_id else self
        return page.full_url or ""

    @property
    def social_picture(self) -> dict | None:
        """Return address, size and words of the picture for shared links."""
        return frame.social_picture(self)

    def structured_data(self) -> list[dict]:
        """Return the page's schema.org objects. Types add their own."""
        return frame.structured_breadcrumbs(self)

    @property
    def structured_data_json(self) -> str:
        """Return the schema.org objects as JSON that is safe inside a script element."""
        return frame.as_json(self.structured_data())
