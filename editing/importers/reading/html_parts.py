"""Which parts of a web page are its text, and which are the template around it."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from editing.importers.reading.pieces import in_marks
from editing.importers.reading.typography import one_line

# Elements that never hold the text of a page: {name: what the report calls it}.
NEVER_TEXT = {
    "nav": "navigation",
    "form": "form",
    "button": "button",
    "select": "form field",
    "video": "film",
    "audio": "recording",
    "embed": "embedded media",
    "canvas": "drawing",
    "svg": "drawing",
    "figure": "picture",
}
INLINE = {
    *["a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font"],
    *["i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong"],
    *["sub", "sup", "time", "tt", "u", "var", "wbr", "img"],
}
ARTICLE = {"article", "main"}
FRAME = {"header": "header", "footer": "footer", "aside": "aside"}
TEMPLATE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|share|sharing|social|sidebar|"
    r"skip|skip-?link|skip-?to|pagination|pager|comments?|widget|toolbar|visually-?hidden|sr-only)"
    r"(?:[-_ ]|$)"
)
CONTENT_IDS = ("content", "main", "main-content", "maincontent", "page-content", "article")
LEAST_SHARE = 0.3


def text_of(tag: Tag) -> str:
    """Return the words inside an element on one line."""
    return one_line(" ".join(tag.strings))


def attribute(tag: Tag | None, name: str) -> str:
    """Return an attribute as one string, empty if it is not there."""
    value = tag.get(name) if tag else None
    return one_line(" ".join(value) if isinstance(value, list) else value or "")


def main_part(soup: BeautifulSoup) -> Tag:
    """Return the element that holds the page's text: main, article, or else the body."""
    body = soup.body or soup
    enough = sum(len(words) for words in body.strings) * LEAST_SHARE
    articles = soup.find_all("article")
    candidates = [
        soup.find("main"),
        soup.find(role="main"),
        articles[0] if len(articles) == 1 else None,
        *(soup.find(id=name) for name in CONTENT_IDS),
    ]
    for tag in candidates:
        if tag is not None and sum(len(words) for words in tag.strings) > enough:
            return tag
    return body


def without_template(part: Tag) -> tuple[list[str], list[str]]:
    """Take the template's parts out; return (what was left out, the text lines in it)."""
    left_out, lines = [], []
    holders = _holders(part)
    # Without recursion and without find(): pages may be nested as deep as they like.
    waiting = [(part, False)]
    while waiting:
        tag, is_in_article = waiting.pop()
        kind = _template_kind(tag, holders, is_in_article)
        if not kind:
            is_in_article = is_in_article or tag.name in ARTICLE
            children = [child for child in tag.contents if isinstance(child, Tag)]
            waiting += [(child, is_in_article) for child in reversed(children)]
            continue
        words = text_of(tag) or attribute(tag.find("img"), "alt")
        left_out.append(f"{kind}: {in_marks(words)}" if words else kind)
        lines += [one_line(line) for line in tag.strings if line.strip()]
        tag.extract()
    return left_out, lines


def _holders(part: Tag) -> set[int]:
    """Return the ids of the elements that the title or the article lies in: never template."""
    found: set[int] = {id(part)}
    for tag in part.find_all(["h1", "article", "main"]):
        for holder in [tag, *tag.parents]:
            if id(holder) in found:
                break
            found.add(id(holder))
    return found


def _template_kind(tag: Tag, holders: set[int], is_in_article: bool) -> str:
    if tag.name in NEVER_TEXT:
        return NEVER_TEXT[tag.name]
    if id(tag) in holders:
        return ""
    if tag.name in FRAME and not is_in_article:
        return FRAME[tag.name]
    if tag.has_attr("hidden") or attribute(tag, "aria-hidden") == "true":
        return "hidden text"
    if re.search(r"display\s*:\s*none", attribute(tag, "style")):
        return "hidden text"
    names = f"{attribute(tag, 'class')} {attribute(tag, 'id')} {attribute(tag, 'role')}".lower()
    return "template part" if TEMPLATE_NAMES.search(names) else ""


def metadata(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Yield what the head says of the page: (name or property, content), in order."""
    for tag in soup.find_all("meta"):
        name = attribute(tag, "property") or attribute(tag, "name") or attribute(tag, "itemprop")
        if name and attribute(tag, "content"):
            yield name.lower(), attribute(tag, "content")
    for tag in soup.find_all("link"):
        if "canonical" in attribute(tag, "rel").lower().split() and attribute(tag, "href"):
            yield "canonical", attribute(tag, "href")
    for tag in soup.find_all("time"):
        said = f"{attribute(tag, 'itemprop')} {attribute(tag, 'class')}".lower()
        if tag.has_attr("pubdate") or "datepublished" in said or "published" in said:
            yield "published", attribute(tag, "datetime") or text_of(tag)
