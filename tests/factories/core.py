"""Topics, pictures and documents."""

import factory
import wagtail_factories
from django.core.files.base import ContentFile

from core.models import SiteDocument, SiteImage, Topic


class TopicFactory(factory.django.DjangoModelFactory):
    """Makes a topic with the slug of its name."""

    name = factory.Sequence(lambda number: f"Topic {number}")
    slug = factory.LazyAttribute(lambda topic: topic.name.lower().replace(" ", "-"))

    class Meta:
        model = Topic


class PictureFactory(wagtail_factories.ImageFactory):
    """Makes a picture of one colour, 1000 pixels wide and high unless told otherwise."""

    description = "A square of one colour."
    file = factory.django.ImageField(width=1000, height=1000, color="teal", format="PNG")

    class Meta:
        model = SiteImage


class DocumentFactory(wagtail_factories.DocumentFactory):
    """Makes a document; `filename` decides its kind, `content` its bytes."""

    file = factory.LazyAttribute(
        lambda document: ContentFile(document.content, name=document.filename)
    )

    class Params:
        filename = "minutes.txt"
        content = b"What was said."

    class Meta:
        model = SiteDocument
