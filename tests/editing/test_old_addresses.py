"""Old addresses lead to the posts, and links between old pages to each other."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from blog.models import BlogPage
from editing.importers.writing.identity import LONGEST_KEY, key_of
from editing.models import ImportedPage
from tests.editing.old_pages import PROSE, html_of, page_of
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db
BASE = "https://old.example/blog/"


def old_page(address: str = "", words: str = PROSE) -> str:
    head = f"<link rel='canonical' href='{address}'>" if address else ""
    return html_of(f"<p class='byline'>Ada Byrne</p><p>{words}</p>", head=head)


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("lamps.html", ["/blog/lamps.html"]),
        ("lamps.txt", ["/blog/lamps"]),
        ("2018/index.html", ["/blog/2018/index.html", "/blog/2018/", "/blog/2018"]),
        ("a lamp.html", ["/blog/a%20lamp.html"]),
    ],
)
def test_the_old_address_leads_to_the_post(run, saved, client, tmp_path, name, old):
    saved(old_page() if name.endswith("html") else page_of("Ada Byrne"), name)
    assert run(tmp_path, "--publish", "--address-base", BASE).status == 0
    for path in old:
        answer = client.get(path)
        assert (answer.status_code, answer.url) == (301, BlogPage.objects.get().url), path


def test_the_address_that_a_page_gives_counts_before_its_place(run, saved, client):
    path = saved(old_page("https://www.old.example/news/lamps/?p=7"), "x.html")
    run(path, "--publish", "--address-base", BASE)
    assert client.get("/news/lamps/?p=7").url == BlogPage.objects.get().url
    assert client.get("/blog/x.html").status_code == 404
    assert ImportedPage.objects.get().key == "www.old.example/news/lamps?p=7"


def test_a_page_is_known_by_its_address_under_any_name(run, saved):
    run(saved(old_page("https://old.example/lamps"), "a.html"))
    told = run(saved(old_page("http://OLD.example/lamps/"), "other/name.html"))
    assert "unchanged" in told.out
    assert BlogPage.objects.count() == 1


def test_two_files_with_one_address_are_one_page_and_the_second_is_refused(run, saved, tmp_path):
    for name in ("a.html", "b.html"):
        saved(old_page("https://old.example/blog/all"), name)
    told = run(tmp_path)
    assert "b.html: It has the same address as" in told.err
    assert BlogPage.objects.count() == 1


def test_without_an_old_address_there_is_no_redirect(run, lanterns):
    run(lanterns, "--publish")
    assert not Redirect.objects.exists()


def test_an_old_address_that_the_post_has_itself_needs_no_redirect(run, saved):
    slug = "one-key-for-nineteen-lamps"
    run(saved(old_page(f"https://old.example/blog/{slug}/"), "a.html"), "--publish")
    assert not Redirect.objects.exists()


def test_an_editors_redirect_is_left_alone_and_said(run, saved):
    elsewhere = StandardPageFactory()
    Redirect.add_redirect("/blog/lamps.html", redirect_to=elsewhere)
    told = run(saved(old_page(), "lamps.html"), "--address-base", BASE)
    assert "leads elsewhere already" in told.out
    assert Redirect.objects.get().redirect_page_id == elsewhere.pk


def test_a_link_to_an_old_page_leads_to_its_post(run, saved, client, tmp_path):
    saved(old_page(), "a.html")
    linking = old_page(words=f"{PROSE} See <a href='a.html#wick'>the lamps</a>.")
    saved(linking.replace("One key", "Two keys"), "b.html")
    run(tmp_path, "--publish", "--address-base", BASE)
    first, second = BlogPage.objects.order_by("pk")
    page = client.get(second.url).content.decode()
    assert f'<a href="{first.url}">the lamps</a>' in page


def test_a_second_run_adds_no_redirect(run, saved):
    path = saved(old_page(), "lamps.html")
    for words in (PROSE, f"{PROSE} {PROSE}"):
        path.write_text(old_page(words=words))
        run(path, "--address-base", BASE)
    assert Redirect.objects.count() == 1


def test_a_key_is_never_longer_than_its_column():
    long = key_of("", "a/" * LONGEST_KEY)
    assert len(long) == LONGEST_KEY
    assert long != key_of("", "a/" * LONGEST_KEY + "b")
