"""The search log: what is counted, what is not, and that it tells nobody's name."""

import datetime

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone
from wagtail.models import Site

from search.log import kept_of
from search.models import DaysSearches
from tests.factories import BlogPageFactory, DocumentFactory, text
from tests.search.asking import address, indexed
from tests.signing_in import sign_in_as

BROWSER = {
    "HTTP_ACCEPT": "text/html,application/xhtml+xml",
    "HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
}
HERE = "http://testserver"


@pytest.fixture
def posts(home):
    made = [BlogPageFactory(title=f"Herring {place}") for place in range(12)]
    indexed()
    return made


def search(client, text: str, **more):
    """Search as a reader's browser does."""
    headers = BROWSER | {name: more.pop(name) for name in list(more) if name.isupper()}
    answer = client.get(address(text, **more), **headers)
    assert answer.status_code == 200
    return answer


def open_from(client, page, came_from: str, **headers):
    """Open a page as a browser does that comes from a results page of this site."""
    return client.get(page.url, HTTP_REFERER=HERE + came_from, **BROWSER | headers)


def logged() -> list[tuple]:
    """Return what is kept: (query, searches, results, clicks, places)."""
    names = ("query", "searches", "results", "clicks", "places")
    return list(DaysSearches.objects.order_by("query").values_list(*names))


def test_a_search_is_counted_by_the_day_in_one_row(client, posts):
    search(client, "Herring")
    search(client, " HERRING ")
    search(client, "zyzzyva")
    assert logged() == [("herring", 2, 12, 0, 0), ("zyzzyva", 1, 0, 0, 0)]
    row = DaysSearches.objects.first()
    assert (row.day, row.language) == (timezone.localdate(), "en-gb")
    assert row.site == Site.objects.get(is_default_site=True)


def test_nothing_is_kept_that_could_name_a_reader():
    columns = {field.name for field in DaysSearches._meta.get_fields()}
    counts = {"searches", "results", "clicks", "places"}
    assert columns == {"id", "day", "site", "language", "query"} | counts


@pytest.mark.parametrize(
    "more", [{"page": "2"}, {"page": "1"}, {"sort": "date"}, {"type": "blogpage"}]
)
def test_pages_orders_and_filters_of_a_search_are_not_counted(client, posts, more):
    search(client, "herring", **more)
    assert logged() == []


@pytest.mark.parametrize(
    "headers",
    [
        {
            "HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
        },
        {"HTTP_USER_AGENT": "curl/8.5"},
        {"HTTP_USER_AGENT": "python-requests/2.32"},
        {"HTTP_USER_AGENT": ""},
        {"HTTP_ACCEPT": ""},
        {"HTTP_ACCEPT": "*/*"},
        {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
    ],
)
def test_programs_and_early_fetches_are_not_counted(client, posts, headers):
    search(client, "herring", **headers)
    assert logged() == []


def test_the_feed_suggestions_and_an_empty_search_are_not_counted(client, posts):
    client.get("/search/feed/?q=herring", **BROWSER)
    client.get("/search/suggest/?q=herring", **BROWSER)
    search(client, "")
    assert logged() == []


def test_editors_who_are_signed_in_are_not_counted(client, posts):
    sign_in_as(client)
    search(client, "herring")
    assert logged() == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Hérring\tNETS ", "herring nets"),
        ("ask bea.roe@site.example now", "ask [e-mail address] now"),
        ("call 01245 555 0199", "call [number]"),
        ("+44 (0)1245 555-0199", "[number]"),
        ("QQ 12 34 56 C", "[number]"),
        ("qq123456c leave", "[number] leave"),
        ("485 777 3456", "[number]"),
        ("plan 2019-20 and 2019/2020", "plan 2019 20 and 2019/2020"),
        ("born 25/12/1960", "born [number]"),
        ("covid 19 in 2021", "covid 19 in 2021"),
        ("x" * 300, "x" * 100),
        ("a\u200bb", "ab"),
    ],
)
def test_what_may_be_personal_is_masked_and_long_searches_are_cut(typed, kept):
    assert kept_of(typed) == kept


def test_an_opened_result_is_counted_with_its_place(client, posts):
    listed = search(client, "herring")
    shown = [result.result.target for result in listed.context["results"]]
    open_from(client, shown[2], address("herring"))
    open_from(client, shown[0], address("herring"))
    assert logged() == [("herring", 1, 12, 2, 4)]


def test_a_result_on_the_second_page_has_its_place_in_the_whole_list(client, posts):
    search(client, "herring")
    second = client.get(address("herring", page=2), **BROWSER).context["results"]
    open_from(client, second[0].result.target, address("herring", page=2))
    assert logged() == [("herring", 1, 12, 1, 11)]


def test_an_opened_file_is_counted(client, home):
    file = DocumentFactory(title="Herring list")
    BlogPageFactory(
        title="At sea", body=[("document", {"document": file, "is_accessible": True}), text()]
    )
    indexed()
    search(client, "herring list")
    assert b"".join(open_from(client, file, address("herring list")))
    assert logged()[0][3] == 1


def test_a_page_kept_by_the_browser_counts_too(client, posts):
    search(client, "herring")
    tag = client.get(posts[0].url).headers["ETag"]
    answer = open_from(client, posts[0], address("herring"), HTTP_IF_NONE_MATCH=tag)
    assert answer.status_code == 304
    assert logged()[0][3] == 1


def test_other_links_of_the_results_page_are_no_results(client, home, posts):
    search(client, "herring 3")
    open_from(client, home, address("herring 3"))
    assert logged()[0][3] == 0


@pytest.mark.parametrize(
    "came_from", ["http://elsewhere.example/search/?q=herring", HERE + "/blog/?q=herring", "::", ""]
)
def test_readers_who_come_from_elsewhere_opened_no_result(client, posts, came_from):
    search(client, "herring")
    client.get(posts[0].url, HTTP_REFERER=came_from, **BROWSER)
    assert logged()[0][3] == 0


def test_a_result_of_a_search_that_was_not_counted_is_not_looked_for(client, posts):
    open_from(client, posts[0], address("herring"))
    assert logged() == []


def test_a_log_that_can_not_be_written_breaks_no_search(client, posts):
    def refuse(execute, sql, params, many, context):
        if "dayssearches" in sql:
            raise OperationalError("the disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        assert "12 results" in search(client, "herring").text
        assert open_from(client, posts[0], address("herring")).status_code == 200
    assert logged() == []


def test_counting_costs_one_statement(client, posts):
    written = []

    def listen(execute, sql, params, many, context):
        written.extend([sql] if "dayssearches" in sql else [])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        search(client, "herring")
    assert len(written) == 1


def test_no_cookie_is_set_and_the_answer_may_be_kept(client, posts):
    answer = search(client, "herring")
    assert answer.cookies == {}
    assert "s-maxage" in answer.headers["Cache-Control"]


def test_old_counts_are_thrown_away(settings, home, capsys):
    settings.SEARCH_LOG_DAYS = 30
    site = Site.objects.get(is_default_site=True)
    for back in (30, 31):
        day = timezone.localdate() - datetime.timedelta(days=back)
        DaysSearches.objects.create(day=day, site=site, language="en-gb", query=f"{back}")
    call_command("prune_search_log")
    assert [row[0] for row in logged()] == ["30"]
    assert capsys.readouterr().out == "1 counts of searches thrown away, 0 usual searches.\n"
