"""Every address of the site that is not a page's own."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from core import media, robots
from core.signing_in import SignInView

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    # Stands before Wagtail’s at the same address.
    path("_util/login/", SignInView.as_view(), name="wagtailcore_login"),
    path("documents/<int:number>/<str:filename>", media.serve_document),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", robots.robots),
    path("sitemap.xml", sitemap),
    path("search/", include("search.urls")),
    path("favicon.ico", RedirectView.as_view(url=f"{settings.STATIC_URL}core/icons/favicon.ico")),
    re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<name>.+)$", media.serve, name="media"),
    *i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False),
]
