"""Dates as old pages spell them; nonsense is refused, and said to be so."""

import datetime
import re
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            *["jan january", "feb febr february", "mar march", "apr april", "may"],
            *["jun june", "jul july", "aug august", "sep sept september"],
            *["oct october", "nov november", "dec december"],
        ],
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# Nobody had a web page before this year.
FIRST_YEAR = 1991

MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?<![0-9])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>[0-9]{4}|['’]?[0-9]{2})(?![0-9])"
GAP = r"[\s\-–/,]{0,3}"
SPELLINGS = [
    re.compile(rf"(?<![0-9])(?P<year>[0-9]{{4}})([-/.])(?P<month>[0-9]{{1,2}})\2{DAY}(?![0-9])"),
    re.compile(rf"{DAY}\s?[/.\-–]\s?(?P<month>[0-9]{{1,2}})\s?[/.\-–]\s?{YEAR}", re.IGNORECASE),
    re.compile(rf"{DAY}{GAP}(?:of\s)?{GAP}{MONTH}{GAP}{YEAR}", re.IGNORECASE),
    re.compile(rf"\b{MONTH}{GAP}{DAY}[\s\-–/,]{{1,3}}{YEAR}", re.IGNORECASE),
]
WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)

_THING = r"(?:this\s+|the\s+)?(?:page|article|post|blog|content|site|story|entry)"
_CHANGED = r"(?:updated?|modified|amended|edited|changed|revised|revision)"
_LEADS = r"(?:\s*(?:on|the|at|date|:|-|–|—|was|,))*\s*"
# "Page updated" is plain whatever follows; "Updated" alone must have a date after it.
CERTAIN_UPDATED = re.compile(
    rf"(?:{_THING}\s+(?:was\s+|has\s+been\s+)?(?:last\s+)?{_CHANGED}"
    rf"|(?:date\s+(?:of\s+)?)?last\s+{_CHANGED})\b{_LEADS}",
    re.IGNORECASE,
)
LIKELY_UPDATED = re.compile(rf"(?:date\s+)?{_CHANGED}\b{_LEADS}", re.IGNORECASE)
PUBLISHED = re.compile(
    rf"(?:{_THING}\s+)?(?:was\s+)?(?:first\s+)?(?:date\s+)?"
    rf"(?:published|posted|added|created)\b{_LEADS}",
    re.IGNORECASE,
)
LONGEST_LINE = 120


@dataclass(frozen=True)
class FoundDate:
    """A date as the page writes it: the day, or none and why not; a doubt may stand with a day."""

    written: str
    day: datetime.date | None = None
    doubt: str = ""


def read_date(text: str, today: datetime.date) -> FoundDate:
    """Return the first date written in `text`; day before month, as Britain writes."""
    for spelling in SPELLINGS:
        if found := spelling.search(text):
            return _checked(found, text, today)
    return FoundDate(text, doubt=f"“{text}” gives no whole date.")


def _checked(found: re.Match, text: str, today: datetime.date) -> FoundDate:
    month_text = found["month"].lower()
    month = MONTHS.get(month_text) or int(month_text)
    year = _whole_year(found["year"].lstrip("'’"), today)
    try:
        day = datetime.date(year, month, int(found["day"]))
    except ValueError:
        american = month > 12 >= int(found["day"])
        hint = " Is the month written first?" if american else ""
        return FoundDate(text, doubt=f"“{text}” is no date of the calendar.{hint}")
    if day > today:
        return FoundDate(text, doubt=f"“{text}” is in the future.")
    if year < FIRST_YEAR:
        return FoundDate(text, doubt=f"“{text}” is before there were web pages.")
    weekday = WEEKDAY.search(text)
    actual = WEEKDAYS[day.weekday()]
    if weekday and not actual.startswith(weekday[1].lower()):
        return FoundDate(text, day, f"“{text}”: that day was a {actual.capitalize()}.")
    return FoundDate(text, day)


def _whole_year(written: str, today: datetime.date) -> int:
    """Return a year in full; two digits mean this century if it has come, or had no web before."""
    year = int(written)
    if len(written) > 2:
        return year
    is_of_last_century = today.year % 100 < year and year + 1900 >= FIRST_YEAR
    return year + (1900 if is_of_last_century else 2000)


def updated_line(line: str, today: datetime.date) -> FoundDate | None:
    """Return what a line such as "Page last updated: 21st February 2018" says, else None."""
    bare = _bare(line)
    if not bare:
        return None
    if certain := CERTAIN_UPDATED.match(bare):
        rest = bare[certain.end() :]
        if rest and not _is_a_sentence(rest, today):
            return _with_line(read_date(rest, today), bare)
        return None
    return _dated(LIKELY_UPDATED, bare, today)


def published_line(line: str, today: datetime.date) -> FoundDate | None:
    """Return what a line such as "Posted on 3 March 2017" says, else None."""
    bare = _bare(line)
    return _dated(PUBLISHED, bare, today) if bare else None


def _bare(line: str) -> str:
    return line.strip(" \t\n()[]{}*_|•·–—-") if len(line) <= LONGEST_LINE else ""


def _is_a_sentence(rest: str, today: datetime.date) -> bool:
    """Tell prose that happens to begin "The page updated its readers …" from a date line."""
    return read_date(rest, today).day is None and len(rest.split()) > 5


def _dated(label: re.Pattern, bare: str, today: datetime.date) -> FoundDate | None:
    found = label.match(bare)
    rest = bare[found.end() :] if found else ""
    begins_with_date = re.match(
        rf"[0-9]|(?:{'|'.join(day[:3] for day in WEEKDAYS)})[a-z]*\b|{MONTH}", rest, re.IGNORECASE
    )
    if not begins_with_date or not any(spelling.search(rest) for spelling in SPELLINGS):
        return None
    return _with_line(read_date(rest, today), bare)


def _with_line(found: FoundDate, line: str) -> FoundDate:
    return FoundDate(line, found.day, found.doubt)
