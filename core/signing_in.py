"""Signing in to read a page that is not for everybody."""

from django.contrib.auth.views import LoginView

from core.frame import SiteFrame


class SignInView(LoginView):
    """Django's own, in the site's frame."""

    template_name = "wagtailcore/login.html"

    def get_context_data(self, **kwargs) -> dict:
        """Return the context; Django calls a host name `site`, where templates know the frame."""
        return {**super().get_context_data(**kwargs), "site": SiteFrame(self.request)}
