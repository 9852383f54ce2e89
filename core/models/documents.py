"""Documents: files that readers download, and films with their captions."""

from wagtail.documents.models import AbstractDocument, Document


class SiteDocument(AbstractDocument):
    """An uploaded file."""

    admin_form_fields = Document.admin_form_fields

    def save(self, *args, **kwargs):
        """Note size and fingerprint, however the document came: readers are told the size."""
        if self.file and self.file_size is None:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
