"""Telling people's names from other words, by their shape."""

import re

PARTICLES = {
    *["de", "da", "di", "du", "del", "della", "der", "den", "van", "von", "la", "le", "ap", "ab"],
    *["bin", "ibn", "al", "el", "y", "e", "ferch", "ter", "ten", "af", "dos", "das", "st"],
}
TITLES = {
    *["dr", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "prof", "professor"],
    *["cllr", "councillor", "rev", "reverend", "baroness", "baron", "judge", "sister", "father"],
}
ORGANISATION_WORDS = {
    *["council", "trust", "group", "nhs", "hospice", "university", "constabulary", "police"],
    *["service", "services", "partnership", "board", "authority", "hospital", "college", "school"],
    *["charity", "foundation", "association", "ltd", "limited", "plc", "commission", "department"],
    *["ministry", "agency", "programme", "collaborative", "institute", "centre", "ccg", "society"],
    *["company", "corporation", "federation", "forum", "network", "alliance", "committee"],
}
# Capitalised words that begin sentences, and are no part of a name.
STARTERS = {
    *["a", "an", "the", "as", "and", "but", "or", "so", "for", "in", "on", "at", "to", "from"],
    *["when", "while", "then", "because", "like", "yet", "here", "there", "once", "later", "even"],
    *["although", "though", "since", "after", "before", "if", "what", "that", "today", "now"],
    *["perhaps", "maybe", "yesterday", "recently", "indeed", "however", "how", "why", "where"],
    *["i", "he", "she", "they", "we", "it", "you", "one", "who", "someone", "somebody", "everyone"],
    *["people", "this", "these", "those", "his", "her", "their", "our", "my", "your", "its"],
    *["some", "many", "others", "another", "both", "all", "each", "nobody", "no", "yes", "not"],
    *["again", "also", "with", "by", "of", "is", "was", "i’m", "i've", "i’ve", "let", "may"],
    *["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    *["january", "february", "march", "april", "june", "july", "august", "september"],
    *["october", "november", "december", "mum", "dad", "question", "answer", "said", "says"],
}
# Words of navigation and calls to action that have the shape of a name.
NEVER_IN_NAMES = {
    *["home", "contact", "about", "blog", "news", "events", "search", "menu", "more", "read"],
    *["back", "top", "share", "print", "login", "log", "sign", "register", "privacy", "cookies"],
    *["policy", "next", "previous", "us", "find", "out", "get", "involved", "skip", "content"],
    *["main", "posts", "comments", "follow", "email", "website", "page", "leadership", "working"],
    *["together", "the", "and", "of", "our", "your", "we", "i", "further", "information"],
    *["reading"],
    *["conclusion", "introduction", "summary", "background", "thank", "you", "masterclasses"],
    *["blogs", "resources", "links", "partners", "accessibility", "sitemap", "terms", "conditions"],
    *["a", "an", "this", "with", "for", "from", "in", "on", "to", "is", "what", "how", "why"],
}
# Words of what somebody is, which may have the shape of a name: "Chief Nurse".
ROLE_WORDS = {
    *["head", "chief", "director", "manager", "officer", "nurse", "lead", "leader", "deputy"],
    *["assistant", "chair", "chairman", "executive", "adviser", "advisor", "consultant", "doctor"],
    *["professor", "lecturer", "partner", "coordinator", "secretary", "superintendent", "surveyor"],
    *["inspector", "commander", "facilitator", "practitioner", "commissioner", "associate"],
}
# Words before a name that may be capitalised only because they begin a sentence.
EPITHETS = {
    *["old", "young", "poor", "dear", "good", "great", "little", "big", "late", "former", "wise"],
    *["our", "famous", "brave", "clever", "uncle", "aunt", "captain", "chief", "local", "fellow"],
}
FEWEST_WORDS, MOST_WORDS, LONGEST_NAME = 2, 6, 60
MOST_IN_A_ROW = 12
EDGES = ".,;:!?()[]“”\"'‘’–—-"


def core_of(word: str) -> str:
    """Return a word in lower case without the punctuation around it."""
    return word.strip(EDGES).lower()


def is_capitalised(word: str) -> bool:
    """Tell whether a word begins as names do: O’Shea, d’Arcy, McCall, J."""
    bare = word.lstrip("‘'“\"(")
    return bool(re.match(r"(?:[dlo]['’])?[^\W\d_]", bare)) and (
        bare[0].isupper() or (len(bare) > 2 and bare[1] in "'’" and bare[2].isupper())
    )


def looks_like_name(text: str) -> bool:
    """Tell whether a whole line has the shape of one person's name, and of nothing else."""
    if len(text) > LONGEST_NAME or not re.fullmatch(r"[^\W\d_][\w.'’\- ]*[\w.]", text):
        return False
    words = text.split()
    said = [core_of(word) for word in words]
    if any(word in NEVER_IN_NAMES or word in ORGANISATION_WORDS for word in said):
        return False
    if said[0] in PARTICLES or said[-1] in PARTICLES or said[0] in STARTERS - {"may", "april"}:
        return False
    without_title = [word for word in said if word not in TITLES]
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or not without_title:
        return False
    return all(
        is_capitalised(word) or plain in PARTICLES for word, plain in zip(words, said, strict=True)
    ) and not text.endswith(("..", " ."))


def split_names(text: str) -> list[str]:
    """Return the names in "Ann Lee, Bo Roe and Cy Dee"; nothing if any part is no name."""
    parts = [part.strip() for part in re.split(r",|;|&|\band\b|\bwith\b", text)]
    names = [part for part in parts if part]
    return names if names and all(looks_like_name(name) for name in names) else []


def name_before(words: list[str]) -> list[str]:
    """Return the words of the name that ends a list of words, or nothing.

    >>> name_before("As the former boss of Apple, Steve Jobs".split())
    ['Steve', 'Jobs']
    """
    name: list[str] = []
    for word in reversed(words[-MOST_IN_A_ROW:]):
        if name and word[-1] in ",;:.!?)”" and core_of(word) not in TITLES and len(word) > 2:
            break
        if not is_capitalised(word) and not (name and core_of(word) in PARTICLES):
            break
        name.insert(0, word)
    return _trimmed(name, words)


def name_after(words: list[str]) -> list[str]:
    """Return the words of the name that begins a list of words, or nothing."""
    name: list[str] = []
    for word in words[:MOST_IN_A_ROW]:
        if not is_capitalised(word) and not (name and core_of(word) in PARTICLES):
            break
        name.append(word)
        if word[-1] in ",;:!?)" or (word[-1] == "." and not _is_short(word)):
            break
    while name and core_of(name[-1]) in PARTICLES:
        name.pop()
    return name if name and core_of(name[0]) not in STARTERS else []


def _is_short(word: str) -> bool:
    """Tell an initial or a title, whose full stop ends no sentence."""
    return core_of(word) in TITLES or len(word.strip(".")) == 1


def _trimmed(name: list[str], words: list[str]) -> list[str]:
    while name and (core_of(name[0]) in STARTERS or core_of(name[0]) in PARTICLES):
        name = name[1:]
    before = words[: len(words) - len(name)]
    is_noun = before and core_of(before[-1]) in {
        *["a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "this", "that"]
    }
    return [] if is_noun and len(name) == 1 else name


def clean_name(words: list[str]) -> str:
    """Return a name without the punctuation and possessive that followed it."""
    name = " ".join(words).strip(',;:!?()“”" ')
    name = re.sub(r"['’]s?$", "", name)
    return name[:-1] if name.endswith(".") and not _is_short(name.split()[-1]) else name


def is_organisation(name: str) -> bool:
    """Tell whether a name reads as an organisation's."""
    return any(core_of(word) in ORGANISATION_WORDS for word in name.split())


def epithet_of(name: str) -> str:
    """Return the word before a name that may be no part of it ("Old Jonas Pell"), or nothing."""
    words = name.split()
    return words[0] if len(words) > 1 and core_of(words[0]) in EPITHETS else ""


def is_role(text: str) -> bool:
    """Tell whether words tell what somebody is, though they may have the shape of a name."""
    return any(core_of(word) in ROLE_WORDS for word in text.split())


def same_name(name: str) -> str:
    """Return a form in which two spellings of one name are equal; titles are passed over."""
    words = [word for word in name.replace("’", "'").split() if core_of(word) not in TITLES]
    return " ".join(words or name.split()).strip(". ").casefold()


def given_and_family(name: str) -> tuple[str, str]:
    """Split a person's name; titles are passed over, particles belong to the family name.

    >>> given_and_family("Dr Ann Mary van den Berg")
    ('Ann Mary', 'van den Berg')
    """
    words = [word for word in name.split() if core_of(word) not in TITLES]
    start = next((n for n, word in enumerate(words) if n and word in PARTICLES), len(words) - 1)
    return " ".join(words[:start]), " ".join(words[start:])
