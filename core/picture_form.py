"""The form that pictures are uploaded with. Wagtail asks for it once all models are loaded."""

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class PictureFile(WagtailImageField):
    """A picture's file, refused in words where it ends too soon: Wagtail would break down."""

    def check_image_pixel_size(self, f) -> None:
        """As Wagtail's, which opens the picture to count."""
        try:
            super().check_image_pixel_size(f)
        except OSError as fault:
            told = "This file is damaged or was cut off on its way. Save it again, then choose it."
            raise ValidationError(told, code="invalid_image") from fault


class PictureForm(BaseImageForm):
    """The form of a picture, wherever one is uploaded."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            given = self.fields["file"]
            self.fields["file"] = PictureFile(
                label=given.label, widget=given.widget, required=given.required
            )
