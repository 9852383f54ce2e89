"""Where posts and people go: the blog and the list of people, made where there is none."""

from wagtail.models import Site

from blog.models import BlogIndexPage
from core.models import BasePage
from core.routing import may_be_private
from editing.importers.writing.author_pages import free_slug
from people.models import PeopleIndexPage


class NoPlace(Exception):  # noqa: N818  It answers where posts should go.
    """Where the pages should go can not be told; the message says what to do."""


class Places:
    """The home page, blog and list of people of one run; what had to be made is noted."""

    def __init__(self, under: str, *, publishes: bool) -> None:
        self.publishes = publishes
        self.made: list[str] = []
        self.promised: set[str] = set()
        blog = _blog_called(under)
        self.home = blog.get_parent() if blog else _home_page()
        self.blog_id = blog.pk if blog else None

    def blog(self):
        """Return the blog; made the first time where there is none.

        It comes fresh from the database: a file that failed leaves wrong counts on an instance.
        """
        if self.blog_id is None:
            self.blog_id = self._make(BlogIndexPage, "Blog").pk
        return BlogIndexPage.objects.get(pk=self.blog_id)

    def promise_blog(self) -> None:
        """Note, once, that a run that writes would make a blog, if there is none."""
        if self.blog_id is None:
            self._promise(BlogIndexPage, "Blog")

    def promise_people(self) -> None:
        """Note, once, that a run that writes would make a list of people, if there is none."""
        if self._people() is None:
            self._promise(PeopleIndexPage, "People")

    def _promise(self, model, title: str) -> None:
        words = f"{_called(model, title)} would be made."
        if words not in self.promised:
            self.promised.add(words)
            self.made.append(words)

    def people(self):
        """Return the list of people, the first one there is; made where there is none."""
        return self._people() or self._make(PeopleIndexPage, "People")

    def hides_people(self) -> bool:
        """Tell whether a page below the list of people would be private, as that list is."""
        return may_be_private(str((self._people() or self.home).path))

    def _people(self):
        found = PeopleIndexPage.objects.filter(alias_of=None).descendant_of(self.home)
        return found.order_by("path").first()

    def told(self) -> list[str]:
        """Return what was made since this was asked last, in words."""
        made, self.made = self.made, []
        return made

    def _make(self, model, title: str):
        """Make a list below home: live only if posts are published too."""
        home = self.home.specific_class.objects.get(pk=self.home.pk)
        index = model(title=title, slug=free_slug(home, title), live=False)
        home.add_child(instance=index)
        revision = index.save_revision(log_action="wagtail.create")
        if self.publishes:
            revision.publish()
        state = "" if self.publishes else " as a draft: publish it before what stands below it"
        self.made.append(f"{_called(model, title)} was made{state}.")
        return index


def _called(model, title: str) -> str:
    return f"The {model._meta.verbose_name} “{title}”"


def _blog_called(under: str) -> BlogIndexPage | None:
    """Return the blog with this slug, address or id; without a name the only one, or None."""
    blogs = list(BlogIndexPage.objects.filter(alias_of=None).order_by("path"))
    found = [blog for blog in blogs if not under or _is_called(blog, under)]
    if len(found) == 1 or (not blogs and not under):
        return found[0] if found else None
    there = ", ".join(f"{blog.url_path} (id {blog.pk})" for blog in blogs) or "none"
    if not found:
        raise NoPlace(f"No blog is called “{under}”. There are: {there}.")
    raise NoPlace(f"More than one blog could be meant. Say which with --under: {there}.")


def _is_called(blog: BlogIndexPage, under: str) -> bool:
    path = f"/{under.strip('/')}/"
    addresses = {blog.url_path, (blog.relative_url(Site.find_for_request(None)) or "")}
    return under in {blog.slug, str(blog.pk)} or path in addresses


def _home_page() -> BasePage:
    """Return the home page of the default site."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        raise NoPlace("There is no default site. Make one under Settings, Sites.")
    return site.root_page.specific
