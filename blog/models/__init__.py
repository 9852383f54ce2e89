"""Posts, bylines and the page that lists them."""

from blog.models.authorship import Authorship
from blog.models.index_page import BlogIndexPage
from blog.models.post import BlogPage

__all__ = ["Authorship", "BlogIndexPage", "BlogPage"]
