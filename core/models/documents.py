"""Documents: files that readers download, and films with their captions."""

from wagtail.documents.models import AbstractDocument, Document


class SiteDocument(AbstractDocument):
    """An uploaded file."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
