"""The blog lists its posts: all, by topic, by year, by author, in numbered pages."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.models import BlogPage
from tests.editor import add_page, complaints, edit_page, sign_in
from tests.factories import (
    WAYS_TO_GO,
    AuthorshipFactory,
    BlogIndexPageFactory,
    BlogPageFactory,
    PersonPageFactory,
    SpeakerPageFactory,
    TopicFactory,
    publish,
)
from tests.factories.pages import stored
from tests.reader import links, navigation, open_page, words

NOW = timezone.now()
DAY = datetime.timedelta(days=1)
NONSENSE = ["0", "-1", "last", "", "1.5", "9999999999", "٣", "99", "²", "1;drop", "%00"]
RESERVED = ["topic", "year", "author", "feed"]


@pytest.fixture
def blog(home):
    return BlogIndexPageFactory(title="Blog", summary="What we learn.")


def titles(page) -> list[str]:
    """Return the titles of the posts that a list shows, in order."""
    return [words(heading) for heading in page.main.find_all("h3")]


def listed(client, address: str) -> list[str]:
    return titles(open_page(client, address))


def day_in(year: int, month: int = 6) -> datetime.datetime:
    return datetime.datetime(year, month, 15, 12, tzinfo=datetime.UTC)


# All
def test_posts_are_listed_newest_first(client, blog):
    for title, days in [("Middle", 5), ("Newest", 1), ("Oldest", 9)]:
        BlogPageFactory(title=title, first_published_at=NOW - days * DAY)
    assert listed(client, blog.url) == ["Newest", "Middle", "Oldest"]


def test_an_empty_blog_says_so(client, blog):
    page = open_page(client, blog.url)
    assert words(page.h1) == "Blog"
    assert "There are no posts yet." in words(page.main)
    assert navigation(page, "Topics") is None


def test_drafts_and_posts_of_other_blogs_are_not_listed(client, blog):
    BlogPageFactory(title="Draft", live=False)
    BlogPageFactory(title="Elsewhere", parent=BlogIndexPageFactory(title="Other", slug="other"))
    BlogPageFactory(title="Here", parent=blog)
    assert listed(client, blog.url) == ["Here"]


def test_private_posts_are_listed_nowhere(client, blog):
    homes, ann = TopicFactory(name="Homes"), PersonPageFactory(title="Ann Example")
    fields = {"topics": [homes], "author": ann, "first_published_at": day_in(2020)}
    private = BlogPageFactory(title="A secret", **fields)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    BlogPageFactory(title="Public", **fields)
    routes = ["", "topic/homes/", "year/2020/", "author/ann-example/"]
    assert [listed(client, blog.url + route) for route in routes] == [["Public"]] * 4
    for route in ("feed/", "topic/homes/feed/"):
        assert "A secret" not in client.get(blog.url + route).text
    for address in ("/", ann.url):
        assert "A secret" not in words(open_page(client, address))


def test_a_topic_of_private_posts_alone_is_not_named(client, blog):
    private = BlogPageFactory(topics=[TopicFactory(name="Secrets")])
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    BlogPageFactory(topics=[TopicFactory(name="Homes")])
    assert "Secrets" not in words(open_page(client, blog.url))
    open_page(client, f"{blog.url}topic/secrets/", status=404)


# By topic
def test_posts_on_a_topic_have_a_list_of_their_own(client, blog):
    homes, work = TopicFactory(name="Homes"), TopicFactory(name="Work")
    BlogPageFactory(title="On homes", topics=[homes])
    BlogPageFactory(title="On both", topics=[homes, work])
    BlogPageFactory(title="On work", topics=[work])
    page = open_page(client, f"{blog.url}topic/homes/")
    assert sorted(titles(page)) == ["On both", "On homes"]
    assert words(page.h1) == "Posts on homes"
    current = navigation(page, "Topics").find(attrs={"aria-current": "true"})
    assert words(current) == "Homes"


def test_topics_are_named_in_the_order_of_the_alphabet(client, blog):
    BlogPageFactory(topics=[TopicFactory(name="Work"), TopicFactory(name="Homes")])
    TopicFactory(name="Nobody wrote about it")
    shown = links(navigation(open_page(client, blog.url), "Topics"))
    assert list(shown) == ["All topics", "Homes", "Work"]


def test_a_new_topic_is_named_as_soon_as_its_post_is_published(client, blog):
    BlogPageFactory(topics=[TopicFactory(name="Homes")])
    open_page(client, blog.url)
    draft = BlogPageFactory(topics=[TopicFactory(name="Work")], live=False)
    assert "Work" not in links(navigation(open_page(client, blog.url), "Topics"))
    publish(stored(draft))
    assert "Work" in links(navigation(open_page(client, blog.url), "Topics"))


# By year
def test_posts_of_a_year_have_a_list_of_their_own(client, blog):
    BlogPageFactory(title="Old", first_published_at=day_in(2018))
    BlogPageFactory(title="New", first_published_at=day_in(2020))
    page = open_page(client, f"{blog.url}year/2018/")
    assert titles(page) == ["Old"]
    assert words(page.h1) == "Posts of 2018"
    years = [name for name in links(navigation(page, "Years and feed")) if name.isdigit()]
    assert years == ["2020", "2018"]


def test_a_year_begins_at_midnight_where_the_site_is(client, blog):
    # The last minute of the year in London.
    late = datetime.datetime(2019, 12, 31, 23, 59, tzinfo=timezone.get_default_timezone())
    BlogPageFactory(title="Late", first_published_at=late)
    assert listed(client, f"{blog.url}year/2019/") == ["Late"]
    open_page(client, f"{blog.url}year/2020/", status=404)


# By author
def test_posts_by_an_author_have_a_list_of_their_own(client, blog):
    ann = PersonPageFactory(title="Ann Example")
    BlogPageFactory(title="By Ann", author=ann)
    together = BlogPageFactory(title="Together", author="Bo")
    AuthorshipFactory(page=together, profile=ann)
    BlogPageFactory(title="By Bo", author="Bo")
    page = open_page(client, f"{blog.url}author/ann-example/")
    assert sorted(titles(page)) == ["By Ann", "Together"]
    assert words(page.h1) == "Posts by Ann Example"


def test_an_author_named_twice_in_a_byline_has_the_post_once(client, blog):
    ann = PersonPageFactory(title="Ann Example")
    AuthorshipFactory(page=BlogPageFactory(title="Once", author=ann), profile=ann)
    assert listed(client, f"{blog.url}author/ann-example/") == ["Once"]


def test_a_speaker_may_be_an_author(client, blog):
    BlogPageFactory(title="By Sal", author=SpeakerPageFactory(title="Sal Speaker"))
    assert listed(client, f"{blog.url}author/sal-speaker/") == ["By Sal"]


def test_somebody_who_wrote_nothing_here_has_no_list(client, blog):
    PersonPageFactory(title="Ann Example")
    open_page(client, f"{blog.url}author/ann-example/", status=404)


@pytest.mark.parametrize("go", WAYS_TO_GO)
def test_an_author_whom_readers_can_not_open_has_no_list(client, blog, go):
    ann = PersonPageFactory(title="Ann Example")
    BlogPageFactory(author=ann)
    go(ann)
    open_page(client, f"{blog.url}author/ann-example/", status=404)


# Nonsense
@pytest.mark.parametrize(
    "route",
    [
        *("topic/", "topic/none/", "topic/none/feed/", "topic/Ünsinn/", "topic/homes/2/"),
        *("year/", "year/1800/", "year/2019/", "year/99999999999999999999/", "year/-1/"),
        *("year/0/", "year/last/", "year/2020/06/", "author/", "author/nobody/"),
        *("feed/more/", "page/2/", "nothing/", "topic/homes/feed/more/"),
    ],
)
def test_an_address_without_posts_is_not_found(client, blog, route):
    fields = {"topics": [TopicFactory(name="Homes")], "first_published_at": day_in(2020)}
    BlogPageFactory(**fields)
    open_page(client, blog.url + route, status=404)


# Numbered pages
@pytest.fixture
def many(blog):
    """Return a blog of one page of posts and one more, all on homes and of 2020."""
    homes = TopicFactory(name="Homes")
    for number in range(blog.PER_PAGE + 1):
        moment = day_in(2020) - number * DAY
        BlogPageFactory(title=f"Post {number:02}", topics=[homes], first_published_at=moment)
    return blog


@pytest.mark.parametrize("route", ["", "topic/homes/", "year/2020/"])
def test_a_long_list_comes_in_numbered_pages(client, many, route):
    first = open_page(client, many.url + route)
    second = open_page(client, f"{many.url}{route}?page=2")
    assert titles(first) == [f"Post {number:02}" for number in range(many.PER_PAGE)]
    assert titles(second) == [f"Post {many.PER_PAGE:02}"]
    assert "page 2 of 2" in words(second.title)
    numbers = navigation(second, "Pages of posts")
    assert words(numbers.find(attrs={"aria-current": "page"})) == "2"


def test_a_page_number_that_is_none_leads_to_page_one(client, many):
    first = listed(client, many.url)
    for number in NONSENSE:
        assert listed(client, f"{many.url}?page={number}") == first, number


def test_each_numbered_page_names_its_own_address(client, many):
    def canonical(address: str) -> str:
        return open_page(client, address).find("link", rel="canonical")["href"]

    assert canonical(many.url) == many.full_url
    assert canonical(f"{many.url}?page=nonsense") == many.full_url
    assert canonical(f"{many.url}?page=2") == f"{many.full_url}?page=2"
    assert canonical(f"{many.url}topic/homes/") == f"{many.full_url}topic/homes/"


def test_a_list_of_one_page_has_no_numbers(client, blog):
    BlogPageFactory()
    page = open_page(client, blog.url)
    assert navigation(page, "Pages of posts") is None
    assert "page" not in words(page.title)


def test_each_list_offers_a_feed_of_what_it_lists(client, many):
    def feed(route: str) -> str:
        return links(navigation(open_page(client, many.url + route), "Years and feed"))[
            "Feed of these posts"
        ]

    assert feed("") == f"{many.url}feed/"
    assert feed("topic/homes/") == f"{many.url}topic/homes/feed/"


# Reserved addresses
@pytest.mark.parametrize("slug", RESERVED)
def test_a_post_may_not_take_an_address_that_the_blog_uses(client, blog, slug):
    given = {"title": "New", "slug": slug, "authorships": [{"name": "Bo"}], "body": []}
    answer = add_page(sign_in(client), blog, BlogPage, "publish", **given)
    assert f"“{slug}” is an address that the site uses itself." in complaints(answer)
    assert not BlogPage.objects.exists()


def test_a_live_post_may_not_be_moved_to_such_an_address(client, blog):
    post = publish(BlogPageFactory(slug="fine"))
    given = {"slug": "feed", "body": [], "readers_need_to_know": "no"}
    edit_page(sign_in(client), post, "publish", **given)
    assert stored(post).slug == "fine"
