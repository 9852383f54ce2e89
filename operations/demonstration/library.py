"""Topics, organisations, pictures and documents of the demonstration."""

import datetime
from collections.abc import Callable
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import models
from wagtail.models import Collection

from core.models import SiteDocument, SiteImage, Topic
from operations.demonstration.reading import WORDS, rows
from operations.demonstration.records import Ledger
from people.models import Organisation

PICTURES = Path(__file__).parent / "pictures"
COLLECTION = "Demonstration"
CREDIT = "Drawn for this site"
LICENCE = "Open Government Licence 3.0"


def day(words: str) -> datetime.date | None:
    """Return the date written as 2024-03-14; None for nothing."""
    return datetime.date.fromisoformat(words) if words else None


class Library:
    """Makes what pages refer to; what an editor has made by the same name is used as it is."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.made: list[str] = []

    def topics(self) -> dict[str, Topic]:
        """Return the topics by name."""
        return {
            name: self._named(
                f"topic {slug}",
                Topic._default_manager.filter(models.Q(slug=slug) | models.Q(name__iexact=name)),
                lambda name=name, slug=slug: Topic._default_manager.create(name=name, slug=slug),
            )
            for name, slug in rows("topics.txt")
        }

    def organisations(self) -> dict[str, Organisation]:
        """Return the organisations by name; those that followed others come first in the file."""
        found: dict[str, Organisation] = {}
        for row in rows("organisations.txt"):
            name = row[0]
            found[name] = self._named(
                f"organisation {name}",
                Organisation._default_manager.filter(name__iexact=name),
                lambda row=row: _organisation(row, found),
            )
        return found

    def pictures(self) -> dict[str, SiteImage]:
        """Return the pictures by the name of their file."""
        return {
            name: self._named(
                f"picture {name}",
                SiteImage.objects.none(),
                lambda name=name, title=title, words=words: self._picture(name, title, words),
            )
            for name, title, words in rows("pictures.txt")
        }

    def documents(self) -> dict[str, SiteDocument]:
        """Return the documents by the name of their file."""
        return {
            name: self._named(
                f"document {name}",
                SiteDocument.objects.none(),
                lambda name=name, title=title: self._document(name, title),
            )
            for name, title in rows("documents.txt")
        }

    def collection(self) -> Collection:
        """Return the collection that shows editors which files are the demonstration's."""
        return self._named(
            "collection",
            Collection.objects.filter(name=COLLECTION),
            lambda: Collection.get_first_root_node().add_child(name=COLLECTION),
        )

    def _named(self, name: str, others: models.QuerySet, make: Callable):
        thing = self.ledger.find(name) or others.first()
        if thing is None:
            thing = make()
            self.ledger.note(name, thing)
            self.made.append(name)
        return thing

    def _picture(self, name: str, title: str, words: str) -> SiteImage:
        data = (PICTURES / f"{name}.webp").read_bytes()
        picture = SiteImage(
            title=title,
            description=words,
            credit=CREDIT,
            licence=LICENCE,
            collection=self.collection(),
            file=ContentFile(data, f"demonstration-{name}.webp"),
        )
        picture._set_image_file_metadata()
        picture.save()
        return picture

    def _document(self, name: str, title: str) -> SiteDocument:
        data = (WORDS / "documents" / f"{name}.txt").read_bytes()
        document = SiteDocument(
            title=title,
            collection=self.collection(),
            file=ContentFile(data, f"demonstration-{name}.txt"),
        )
        document._set_document_file_metadata()
        document.save()
        return document


def _organisation(row: list[str], found: dict[str, Organisation]) -> Organisation:
    name, short_name, kind, opened, closed, became, successors = row
    organisation = Organisation(
        name=name,
        short_name=short_name,
        kind=kind,
        opened_on=day(opened),
        closed_on=day(closed),
        became=became,
    )
    organisation.full_clean()
    organisation.save()
    _name_successors(organisation, [found[other] for other in filter(None, successors.split("; "))])
    return organisation


def _name_successors(organisation, successors: list[Organisation]) -> None:
    organisation.successors = successors
    organisation.save()
