"""The sizes of a picture are made when it is uploaded, never while a reader waits."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.template import Context, Template

from core.models import SiteImage, SiteRendition
from core.renditions import SPECS, make
from core.tasks import make_renditions
from tests.factories import PictureFactory, StandardPageFactory
from tests.reader import open_page, parsed

pytestmark = pytest.mark.django_db


def shown(picture, kind: str = "body"):
    template = Template('{% load core_tags %}{% picture image kind alt="A" sizes="50vw" %}')
    return parsed(template.render(Context({"image": picture, "kind": kind}))).picture


def stored(picture) -> SiteImage:
    return SiteImage.objects.get(pk=picture.pk)


@pytest.fixture
def unmade():
    """Return a picture of 1,000 by 1,000 pixels whose sizes nobody has made."""
    return PictureFactory()


@pytest.fixture
def made(unmade):
    """Return a picture with all its sizes."""
    make(unmade)
    return stored(unmade)


def test_an_upload_has_its_sizes_made(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        picture = PictureFactory()
    picture = stored(picture)
    assert picture.sources_made_from == picture.made_from
    assert set(picture.sources) == set(SPECS)


def test_saving_a_picture_again_makes_nothing_anew(made, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        made.description = "Other words."
        made.save()
    assert callbacks == []


def test_another_point_of_interest_makes_the_sizes_again(made, django_capture_on_commit_callbacks):
    before = stored(made).sources["face"]
    with django_capture_on_commit_callbacks(execute=True):
        made.focal_point_x, made.focal_point_y = 10, 10
        made.focal_point_width = made.focal_point_height = 20
        made.save()
    assert stored(made).sources["face"] != before


def test_no_size_is_wider_than_the_picture(made):
    for kind in SPECS:
        for files in made.ready(kind).values():
            assert files
            assert all(width <= made.width for _url, width, _height in files)


def test_a_small_picture_is_not_enlarged():
    picture = PictureFactory(file__width=60, file__height=40)
    make(picture)
    widths = {width for files in picture.ready("face").values() for _url, width, _h in files}
    assert widths == {40}


def test_a_face_is_square_and_a_card_has_the_shape_for_sharing(made):
    assert {(w, h) for _url, w, h in made.ready("face")["jpeg"]} == {
        (96, 96),
        (192, 192),
        (480, 480),
    }
    [(_url, width, height)] = made.ready("card")["jpeg"]
    assert abs(width / height - 1200 / 630) < 0.01


def test_a_picture_is_offered_in_three_formats_and_several_widths(made):
    picture = shown(made)
    types = [source["type"] for source in picture.find_all("source")]
    assert types == ["image/avif", "image/webp"]
    assert "480w" in picture.source["srcset"]
    assert "800w" in picture.img["srcset"]
    assert picture.img["sizes"] == "50vw"
    assert (picture.img["width"], picture.img["height"]) == ("800", "800")


def test_a_picture_without_sizes_is_shown_as_it_was_uploaded(unmade):
    picture = shown(unmade)
    assert picture.find("source") is None
    assert picture.img["src"] == unmade.file.url
    assert (picture.img["width"], picture.img["alt"]) == ("1000", "A")


def test_showing_a_picture_asks_and_makes_nothing(made, unmade, django_assert_num_queries):
    before = SiteRendition.objects.count()
    with django_assert_num_queries(0):
        shown(made)
        shown(unmade, "face")
    assert SiteRendition.objects.count() == before


def test_a_readers_request_makes_no_size(client, unmade):
    page = StandardPageFactory(body=[("picture", {"image": unmade})])
    assert open_page(client, page.url).main.find("img")["src"] == unmade.file.url
    assert not SiteRendition.objects.exists()


def test_making_sizes_twice_makes_them_once(made):
    before = SiteRendition.objects.count()
    assert make(made) == before
    assert SiteRendition.objects.count() == before


def test_a_picture_that_is_gone_is_no_fault_of_the_task(unmade):
    key = unmade.pk
    unmade.delete()
    assert make_renditions.call(key) == 0


def test_the_command_makes_what_is_missing_and_says_so(unmade, capsys):
    call_command("make_renditions")
    assert stored(unmade).sources_made_from == unmade.made_from
    assert "1 pictures have all their sizes now; 0 failed." in capsys.readouterr().out
    call_command("make_renditions")
    assert "0 pictures have all their sizes now" in capsys.readouterr().out


def test_a_broken_file_is_named_and_the_others_are_made(unmade, capsys):
    broken = PictureFactory(title="Broken")
    broken.file.storage.delete(broken.file.name)
    broken.file.storage.save(broken.file.name, ContentFile(b"no picture"))
    lost = PictureFactory(title="Lost")
    lost.file.storage.delete(lost.file.name)
    call_command("make_renditions")
    written = capsys.readouterr()
    assert "“Broken”" in written.err
    assert "“Lost”" in written.err
    assert "1 pictures have all their sizes now; 2 failed." in written.out
    assert stored(unmade).sources
    assert not stored(broken).sources


def test_an_upload_that_is_broken_does_not_stop_its_editor(django_capture_on_commit_callbacks):
    picture = PictureFactory()
    picture.file.storage.delete(picture.file.name)
    picture.sources_made_from = ""
    with django_capture_on_commit_callbacks(execute=True):
        picture.save()
    assert stored(picture).sources == {}


def test_sizes_made_again_on_demand_are_all_there(made):
    for rendition in SiteRendition.objects.all():
        rendition.file.storage.delete(rendition.file.name)
        rendition.delete()
    call_command("make_renditions", all=True)
    storage = made.file.storage
    names = [f[0] for forms in stored(made).sources.values() for fs in forms.values() for f in fs]
    assert names
    assert all(storage.exists(name) for name in names)
