"""A picture is described, credited and licensed; a document knows its size."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images.forms import get_image_form

from core.models import SiteDocument, SiteImage
from tests.factories import DocumentFactory, PictureFactory

pytestmark = pytest.mark.django_db


def upload(client, **fields):
    picture = PictureFactory.build()
    file = SimpleUploadedFile("square.png", picture.file.read(), content_type="image/png")
    whole = {"title": "A square", "description": "A square of one colour.", "file": file}
    root = {"collection": "1", "tags": ""}
    return client.post(reverse("wagtailimages:add"), {**whole, **root, **fields})


def test_a_picture_is_kept_with_credit_and_licence(admin_client):
    upload(admin_client, credit="Photograph: Ada Example", licence="CC BY 4.0")
    picture = SiteImage.objects.get()
    assert picture.description == "A square of one colour."
    assert (picture.credit, picture.licence) == ("Photograph: Ada Example", "CC BY 4.0")


def test_a_picture_without_a_description_is_refused(admin_client):
    answer = upload(admin_client, description="")
    assert "description" in answer.context["form"].errors
    assert not SiteImage.objects.exists()


def test_credit_and_licence_may_be_left_empty(admin_client):
    upload(admin_client)
    assert SiteImage.objects.exists()


def test_editors_are_told_what_each_word_is_for():
    fields = get_image_form(SiteImage).base_fields
    assert all(fields[name].help_text for name in ("description", "credit", "licence"))


def test_a_picture_is_called_by_its_title_and_carries_its_words_when_shared():
    picture = PictureFactory(title="The net loft", description="A loft full of nets.")
    assert str(picture) == "The net loft"
    assert picture.card["alt"] == "A loft full of nets."


def test_a_document_knows_its_size_however_it_came():
    document = DocumentFactory(content=b"x" * 321)
    assert SiteDocument.objects.get(pk=document.pk).file_size == 321
    assert SiteDocument.objects.get(pk=document.pk).file_hash


def test_a_picture_that_was_cut_off_on_its_way_is_refused_in_words(admin_client):
    whole = PictureFactory.build().file.read()
    cut = SimpleUploadedFile("cut.png", whole[: len(whole) // 2], content_type="image/png")
    answer = upload(admin_client, file=cut)
    assert "This file is damaged or was cut off on its way" in answer.text
    assert not SiteImage.objects.exists()


def test_a_document_can_be_uploaded_in_the_editor(admin_client):
    file = SimpleUploadedFile("minutes.txt", b"What was said.", content_type="text/plain")
    fields = {"title": "Minutes", "file": file, "collection": "1", "tags": ""}
    admin_client.post(reverse("wagtaildocs:add"), fields)
    assert SiteDocument.objects.get().file_size == 14


def test_a_document_of_a_kind_that_could_harm_is_refused(admin_client):
    file = SimpleUploadedFile("page.html", b"<script>", content_type="text/html")
    fields = {"title": "A page", "file": file, "collection": "1", "tags": ""}
    answer = admin_client.post(reverse("wagtaildocs:add"), fields)
    assert "file" in answer.context["form"].errors
    assert not SiteDocument.objects.exists()
