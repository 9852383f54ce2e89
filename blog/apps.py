"""The app of the blog."""

from django.apps import AppConfig


class BlogConfig(AppConfig):
    """Posts, their bylines, lists and feeds."""

    name = "blog"
    verbose_name = "Blog"
