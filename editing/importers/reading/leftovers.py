"""Leftovers of the old template: theme comments, skip links, navigation, footers."""

import re
from dataclasses import replace

from editing.importers.reading.pieces import Piece, in_marks
from editing.importers.reading.typography import one_line

THEME_WORDS = re.compile(
    r"\b(?:theme|template)\s+(?:name|ur[il]|version)\b|\bauthor\s+ur[il]\b|\blicen[cs]e\s+ur[il]\b",
    re.IGNORECASE,
)
THEME_LINE = re.compile(
    r"(?:[=*#~_-]{5,}|(?:theme|template|author|licen[cs]e|version|text domain|tags)\b[^.]{0,20}:.*"
    r"|<!--|-->)",
    re.IGNORECASE,
)
DOCTYPE = re.compile(r"<!doctype[^<>\[]{0,200}>\s*", re.IGNORECASE)
LONGEST_COMMENT = 3_000
SKIP_LINK = re.compile(
    r"(?:skip|jump)\s+(?:straight\s+)?to\s+(?:the\s+)?(?:main\s+|page\s+)?"
    r"(?:content|navigation|menu|search|footer)\b[\s.|>]*",
    re.IGNORECASE,
)
_PHRASES = [
    *["home page", "homepage", "home", "about us", "about", "contact us", "contact", "who we are"],
    *["blog", "blogs", "news", "events", "search", "menu", "main menu", "toggle navigation"],
    *["navigation", "log in", "login", "log out", "logout", "sign in", "sign up", "register"],
    *["accessibility statement", "accessibility", "cookie policy", "cookies", "privacy policy"],
    *["privacy notice", "privacy", "terms and conditions", "terms of use", "site map", "sitemap"],
    *["back to top", "top of page", "back to blog", "back to blogs", "back", "next", "previous"],
    *["share this page", "share this", "share", "tweet this", "tweet", "print this page", "print"],
    *["email this", "facebook", "twitter", "linkedin", "instagram", "youtube", "read more", "rss"],
    *["you are here", "masterclasses", "speakers", "project groups", "people", "resources", "faqs"],
    *["faq", "help", "our partners", "partners", "gallery", "services", "our team", "team"],
    *["subscribe", "follow us", "close", "open menu", "close menu", "next post", "previous post"],
    *["what we do", "our work", "publications", "get in touch", "leave a comment", "comments"],
]
NAVIGATION = re.compile(
    "(?:(?:" + "|".join(sorted(_PHRASES, key=len, reverse=True)) + r")(?:[\s|>»›/•·:,\-–]+|$))+",
    re.IGNORECASE,
)
FOOTER = re.compile(
    r"(?:©|copyright\b|all rights reserved|powered by\b|(?:website|site|web)?\s*"
    r"(?:designed|built|hosted|maintained) by\b|designed with\b)",
    re.IGNORECASE,
)
LONGEST_LINE = 300


def cut_theme_comment(text: str) -> tuple[str, str]:
    """Return (text without the theme's comment at its very beginning, the comment)."""
    bare = DOCTYPE.sub("", text.lstrip("\ufeff \t\r\n"))
    end = bare.find("-->", 0, LONGEST_COMMENT)
    start = bare[:end] if end >= 0 else ""
    is_theme = THEME_WORDS.search(start) or re.match(r"[=*#~-]{5,}", start)
    if end < 0 or not is_theme or "\n\n\n" in start.strip():
        return text, ""
    return bare[end + 3 :], one_line(start).strip("<!=-* ")


def is_leftover(text: str) -> bool:
    """Tell whether a line holds navigation, a skip link or a footer, and nothing else."""
    if len(text) > LONGEST_LINE:
        return False
    bare = SKIP_LINK.sub("", text).strip(" |>»›/•·-–")
    return not bare or bool(NAVIGATION.fullmatch(bare) or FOOTER.match(bare))


def without_leftovers(pieces: list[Piece]) -> tuple[list[Piece], list[str]]:
    """Return the pieces of the page itself, and what was thrown away at its two ends."""
    left_out: list[str] = []
    rest = list(pieces)
    was_theme = False
    while rest:
        first = rest[0]
        is_theme = bool(THEME_WORDS.search(first.text[:200])) or (
            bool(THEME_LINE.match(first.text)) and (was_theme or first.text[:1] in "=*#~_-<")
        )
        if not (is_theme or is_leftover(first.text)):
            skip = SKIP_LINK.match(first.text)
            if not skip:
                break
            left_out.append(f"skip link: {in_marks(skip[0].strip())}")
            rest[0] = replace(first, marked=first.marked.part(skip.end()))
            continue
        was_theme = is_theme
        left_out.append(f"{'theme comment' if is_theme else 'template'}: {in_marks(first.text)}")
        rest.pop(0)
    rest, links = _without_a_menu(rest)
    ending: list[str] = []
    while rest and is_leftover(rest[-1].text):
        ending.insert(0, f"template: {in_marks(rest.pop().text)}")
    return rest, left_out + links + ending


def _without_a_menu(pieces: list[Piece]) -> tuple[list[Piece], list[str]]:
    """Take off a list at the top that is nothing but short links: the menu of the site."""
    count = 0
    for piece in pieces:
        if piece.kind != "item" or len(piece.text) > 40 or piece.text.endswith("."):
            break
        count += 1
    if count in {0, len(pieces)}:
        return pieces, []
    return pieces[count:], [f"template: {in_marks(piece.text)}" for piece in pieces[:count]]
