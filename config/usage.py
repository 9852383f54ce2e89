"""Usage of pages, pictures and snippets is noted once a page, not once more for each of its rows.

Wagtail starts a task for every row that is saved with a page. Each notes the whole page again, and
fails if the page was saved once more meanwhile, since its rows are then others.
"""

from django.db.models.signals import post_save
from modelcluster.fields import ParentalKey
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import update_reference_index_on_save


def leave_rows_to_their_pages(**_signal) -> None:
    """Take Wagtail's handler off the models that are rows of a page or snippet."""
    for model in ReferenceIndex.tracked_models:
        if any(isinstance(field, ParentalKey) for field in model._meta.get_fields()):
            post_save.disconnect(update_reference_index_on_save, sender=model)
