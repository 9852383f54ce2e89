"""Builds the site that browser tests read: one page of every type, with every block."""

import datetime
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail import hooks
from wagtail.models import PageViewRestriction, Site

from core.models import FooterLink, SiteSettings
from home.models import HomePage
from people.models import PersonPage, SpeakerPage
from search.rebuilding import rebuild
from tests.browser.body import every_block
from tests.factories import (
    AuthorshipFactory,
    BlogIndexPageFactory,
    BlogPageFactory,
    OrganisationFactory,
    PeopleIndexPageFactory,
    PersonPageFactory,
    PictureFactory,
    RoleFactory,
    SpeakerIndexPageFactory,
    SpeakerPageFactory,
    StandardPageFactory,
    TopicFactory,
    heading,
    publish,
    quote,
    text,
)

FACES = Path(__file__).parents[2] / "operations/demonstration/pictures"
DAY = datetime.timedelta(days=1)
PASSWORD = "herring-and-plait"
BROKEN = "broken"


def build() -> dict[str, str]:
    """Build the site in an empty database; return an address for every kind of page."""
    lists = _lists()
    people = _people()
    posts = _posts(people)
    pages = _pages()
    home = _home(people, pages)
    rebuild(Site.objects.get(is_default_site=True), home.locale.language_code)
    blog = lists["blog"].url
    return {
        "home": home.url,
        **{name: page.url for name, page in {**lists, **people, **posts, **pages}.items()},
        "blog, page 2": f"{blog}?page=2",
        "topic": f"{blog}topic/housing/",
        "year": f"{blog}year/{timezone.localdate().year - 1}/",
        "author": f"{blog}author/{people['person'].slug}/",
        "search": "/search/?q=learned",
        "search, page 2": "/search/?q=learned&page=2",
        "search, corrected": "/search/?q=learnned+dors",
        "search, none": "/search/?q=zyzzyva",
        "search, empty": "/search/",
        "sign in": "/_util/login/?next=/for-members/",
        "404": "/nothing/here/",
        "500": f"/{BROKEN}/",
    }


def break_down(page, *_request) -> None:
    """Fail as a bug would, where the broken page is asked for."""
    if page.slug == BROKEN:
        raise RuntimeError("A test asked for the page that shows that something broke.")


def breaking_down():
    """Return a context in which the broken page answers with an error."""
    return hooks.register_temporarily("before_serve_page", break_down)


def _lists() -> dict:
    shown = {"show_in_menus": True}
    return {
        "blog": BlogIndexPageFactory(**shown),
        "people": PeopleIndexPageFactory(**shown),
        "speakers": SpeakerIndexPageFactory(**shown),
        "empty blog": BlogIndexPageFactory(title="News", **shown),
    }


def _face(name: str):
    file = ContentFile((FACES / f"face-{name}.webp").read_bytes(), name=f"face-{name}.webp")
    return PictureFactory(title=name, description=f"A face, drawn: {name}", file=file)


def _people() -> dict:
    for name in ("Ottoline Grieve", "Seun Adebanwi"):
        face = PictureFactory(description=name, file__width=200, file__height=200)
        PersonPageFactory(title=name, portrait=face)
        SpeakerPageFactory(title=f"{name}-Holm")
    plain = PersonPageFactory(title="Dŵr Llywelyn-Featherstonehaugh", summary="")
    return {"person": _person(), "person without portrait": plain, "speaker": _speaker()}


def _person() -> PersonPage:
    old = OrganisationFactory(name="Oystergate Borough Council")
    new = OrganisationFactory(name="Estuary Council")
    old.became, old.closed_on, old.successors = "merged", datetime.date(2023, 4, 1), [new]
    old.save()
    person = PersonPageFactory(
        title="Marged Prydderch", portrait=_face("marged"), body=[text(), quote()]
    )
    years = {"started_on": datetime.date(2018, 1, 1), "ended_on": datetime.date(2023, 3, 31)}
    RoleFactory(profile=person, title="Head of Housing", organisation=old, **years)
    RoleFactory(profile=person, organisation=new, started_on=datetime.date(2023, 4, 1))
    return person


def _speaker() -> SpeakerPage:
    speaker = SpeakerPageFactory(
        title="Lucian Farrow-Mbeki",
        portrait=_face("lucian"),
        field_of_work="How places remember",
        web_address="https://lucian.example/",
    )
    speaker.books.create(title="The Long Table", year=2019, sort_order=0)
    speaker.books.create(title="Salt Roads", sort_order=1)
    RoleFactory(profile=speaker, title="Professor of Place", organisation=None)
    return speaker


def _posts(people: dict) -> dict:
    topics = [TopicFactory(name=name) for name in ("Housing", "Flood and tide", "Listening")]
    long_ago = timezone.now() - 400 * DAY
    for number in range(12):
        BlogPageFactory(
            title=f"What we learned in week {number + 1}",
            topics=[topics[number % 3]],
            author=people["person"] if number % 2 else None,
            body=[text()],
            first_published_at=long_ago - number * 30 * DAY,
        )
    post = BlogPageFactory(
        title="The nineteenth door",
        topics=topics[:2],
        author=people["person"],
        body=every_block(people["speaker"], people["person"]),
        first_published_at=long_ago + DAY,
    )
    post = publish(publish(post), change_answer=(True, "Corrected the number of doors."))
    two = BlogPageFactory(
        title="Two accounts of one meeting",
        topics=topics[:1],
        author=people["person without portrait"],
        body=[text(), quote(name="", profile=people["speaker"])],
        first_published_at=long_ago + 2 * DAY,
    )
    two.authorships.add(AuthorshipFactory.build(page=two, name="Ned Nobody", now_text="Retired"))
    return {"post": post, "post by two": publish(two)}


def _pages() -> dict:
    words = [heading("Who we are"), text(), heading("What we do"), text(), heading("When"), text()]
    standard = publish(StandardPageFactory(title="About the programme", body=words))
    private = StandardPageFactory(title="For members", body=[text("<p>A secret.</p>")])
    PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.PASSWORD, password=PASSWORD
    )
    StandardPageFactory(title="Broken", slug=BROKEN)
    return {"standard": standard, "password": private}


def _home(people: dict, pages: dict) -> HomePage:
    home = HomePage.objects.get()
    home.purpose_detail = "Councils, the NHS, police, fire and charities, one year at a time."
    home.featured = [quote(name="", profile=people["speaker"], work_title="The Long Table")]
    home.body = [text("<p>Come to the <b>celebration</b>.</p>")]
    home = publish(home)
    settings = SiteSettings.objects.create(
        site=Site.objects.get(is_default_site=True),
        strapline="One county, learning together.",
        email="hello@collaborative.example",
        host_body="Estuary Council",
    )
    FooterLink.objects.create(settings=settings, page=pages["standard"], sort_order=0)
    FooterLink.objects.create(
        settings=settings, column=2, text="Feed", address="/blog/feed/", sort_order=1
    )
    return home
