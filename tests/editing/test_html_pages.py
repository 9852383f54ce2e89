"""Pages saved as HTML: their text without the template around it, links and emphasis kept."""

import datetime

import pytest

from tests.editing.old_pages import PROSE, html_of, read


def texts(page) -> list[str]:
    return [piece.text for piece in page.body]


@pytest.mark.parametrize(
    "part",
    [
        "<nav><ul><li><a href='/'>Home</a></li></ul></nav>",
        "<header>The old site of lamps</header>",
        "<footer>© The old site</footer>",
        "<div class='cookie-banner'>We use cookies</div>",
        "<ul id='main-menu'><li>Lamps</li></ul>",
        "<a class='skip-link' href='#x'>Skip to main content</a>",
        "<div style='display: none'>Hidden words</div>",
        "<p hidden>Hidden words</p>",
        "<aside>Other posts</aside>",
        "<script>document.write('Written words')</script>",
        "<style>p { color: red }</style>",
        "<form><label>Search</label><input></form>",
        "<!-- a note to myself -->",
    ],
)
def test_the_template_is_thrown_away_and_told(part):
    page = read(
        html_of(around=part).replace("<article>", "<div>").replace("</article>", "</div>"), "a.html"
    )
    assert page.title == "One key for nineteen lamps"
    assert texts(page) == [PROSE]
    assert page.left_out


def test_paragraphs_headings_and_lists_keep_their_kinds():
    page = read(
        html_of(
            f"<h2>Why</h2><p>{PROSE}</p><h4>How</h4><ol><li>Ask</li><li>Oil</li></ol><ul><li>Wick</li></ul>"
        ),
        "a.html",
    )
    kinds = [(piece.kind, piece.text, piece.is_ordered) for piece in page.body]
    assert kinds == [
        ("heading", "Why", False),
        ("paragraph", PROSE, False),
        ("heading", "How", False),
        ("item", "Ask", True),
        ("item", "Oil", True),
        ("item", "Wick", False),
    ]
    assert [piece.level for piece in page.body if piece.kind == "heading"] == [2, 3]


def test_links_and_emphasis_are_kept_and_escaped():
    page = read(
        html_of(
            f"<p>{PROSE}</p><p>See <a href='/lamps?a=1&amp;b=2'><b>our</b> lamps</a> &amp; "
            "<strong>mind</strong> the &lt;wick&gt; in <cite>Lights</cite>.</p>",
            head="<link rel='canonical' href='https://old.example/blog/one'>",
        ),
        "a.html",
    )
    assert page.body[-1].marked.as_html() == (
        'See <a href="https://old.example/lamps?a=1&amp;b=2"><b>our</b> lamps</a> &amp; '
        "<b>mind</b> the &lt;wick&gt; in <cite>Lights</cite>."
    )


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x", "http://[", "file:///x"]
)
def test_a_link_that_could_do_harm_is_taken_off_and_told(href):
    page = read(html_of(f"<p>{PROSE}</p><p>The <a href='{href}'>lamp</a> is lit.</p>"), "a.html")
    assert page.body[-1].marked.as_html() == "The lamp is lit."
    assert any("taken off" in doubt for doubt in page.unsure)


def test_the_head_tells_author_dates_summary_and_address():
    page = read(
        html_of(
            head="<meta name='author' content='Ada Byrne'>"
            "<meta name='description' content='Who holds it?'>"
            "<meta property='article:published_time' content='2017-03-03T10:00:00Z'>"
            "<meta property='article:modified_time' content='2018-02-21'>"
            "<link rel='canonical' href='https://old.example/blog/one/'>"
        ),
        "a.html",
    )
    assert [author.name for author in page.authors] == ["Ada Byrne"]
    assert page.summary == "Who holds it?"
    assert page.published_on == datetime.date(2017, 3, 3)
    assert page.page_updated_on == datetime.date(2018, 2, 21)
    assert page.address == "https://old.example/blog/one/"


def test_a_byline_and_a_footer_date_in_the_markup_are_read():
    page = read(
        html_of(
            f"<p class='byline'>Ada Byrne, Chief Nurse, Gannet Hospice</p><p>{PROSE}</p>",
            around="<footer>Page last updated 21 February 2018</footer>",
        ),
        "a.html",
    )
    assert [(a.name, a.role_title, a.organisation_name) for a in page.authors] == [
        ("Ada Byrne", "Chief Nurse", "Gannet Hospice")
    ]
    assert page.page_updated_on == datetime.date(2018, 2, 21)


def test_pictures_and_films_are_told_as_left_out():
    page = read(
        html_of(f"<p>{PROSE}<img src='lamp.jpg' alt='A lamp'></p><video src='x'></video>"), "a.html"
    )
    assert "picture: “A lamp”" in page.left_out
    assert "film" in page.left_out


def test_a_page_without_heading_takes_the_title_of_its_tab():
    page = read(html_of().replace("<h1>One key for nineteen lamps</h1>", ""), "a.html")
    assert page.title == "Lamps"
    assert any("tab" in doubt for doubt in page.unsure)


def test_a_page_without_any_title_takes_the_name_of_its_file():
    page = read(f"<p>{PROSE}</p><p>{PROSE}</p>", "saved/one-key_for-lamps.html")
    assert page.title == "One key for lamps"
