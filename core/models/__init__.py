"""The models that every app shares."""

from core.models.base_page import BasePage
from core.models.change_notes import ChangeAnswer, ChangeNote
from core.models.documents import SiteDocument
from core.models.generation import Generation
from core.models.images import SiteImage, SiteRendition
from core.models.site_settings import FooterLink, SiteSettings
from core.models.topic import Topic

__all__ = [
    "BasePage",
    "ChangeAnswer",
    "ChangeNote",
    "FooterLink",
    "Generation",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
    "Topic",
]
