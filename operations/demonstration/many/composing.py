"""Composes a person or a post from its number and a seed: the same for the same, always.

No random source is shared between posts, so that 2,000 posts are the first 2,000 of 20,000.
Words are drawn by rank, the first of a list most often, as words of a language are.
"""

import datetime
import random
from dataclasses import dataclass
from itertools import accumulate

from operations.demonstration.many import sentences, vocabulary

POSTS_A_PERSON = 20
FIRST_DAY = datetime.date(2018, 1, 8)
LAST_DAY = datetime.date(2026, 8, 31)


@dataclass(frozen=True)
class Job:
    """A role: its title and the number of an organisation, which is counted round."""

    title: str
    organisation: int


@dataclass(frozen=True)
class Person:
    """Somebody who writes or is quoted: what they did before a day, and what since."""

    given: str
    family: str
    before: Job
    since: datetime.date
    now: Job

    @property
    def name(self) -> str:
        """Return given and family name."""
        return f"{self.given} {self.family}"

    def job_on(self, day: datetime.date) -> Job:
        """Return what the person did on `day`."""
        return self.now if day >= self.since else self.before


@dataclass(frozen=True)
class Quotation:
    """Words by a person with a page, by number, or by somebody with a name only."""

    words: str
    where: str
    person: int | None
    name: str = ""
    role: str = ""


@dataclass(frozen=True)
class Section:
    """A heading, paragraphs, and perhaps a quotation after them."""

    heading: str
    paragraphs: list[str]
    quotation: Quotation | None


@dataclass(frozen=True)
class Post:
    """A whole post, without keys of any database."""

    title: str
    summary: str
    published: datetime.date
    author: int
    topic: int
    sections: list[Section]


class Voice:
    """Draws words for one person or post."""

    def __init__(self, *seed: object) -> None:
        self.random = random.Random(":".join(map(str, seed)))  # noqa: S311  Nothing is kept secret.

    def pick(self, words: list[str]) -> str:
        """Return one of `words`; the first is most likely, the tenth ten times less so."""
        return self.random.choices(words, cum_weights=_weights(len(words)))[0]

    def fill(self, shape: str) -> str:
        """Return a sentence in this shape."""
        drawn = {
            "who": self.pick(vocabulary.WHO),
            "thing": self.pick(vocabulary.THINGS),
            "time": self.pick(vocabulary.TIMES),
            "feeling": self.pick(vocabulary.FEELINGS),
            "deed": self.pick(vocabulary.DEEDS),
            "deed2": self.pick(vocabulary.DEEDS),
            "subject": self.pick(vocabulary.SUBJECTS),
            "organisation": self.pick(vocabulary.ORGANISATIONS),
            "organisation2": self.pick(vocabulary.ORGANISATIONS),
            "place": self.pick(vocabulary.PLACES),
            "number": self.random.randint(2, 120),
            "number2": self.random.randint(2, 120),
        }
        capitals = {key.title(): _capital(str(word)) for key, word in drawn.items()}
        return shape.format(**drawn, **capitals)

    def paragraph(self, first: str = "") -> str:
        """Return four to seven sentences, after `first` if there is one."""
        shapes = self.random.sample(sentences.SENTENCES, self.random.randint(4, 7))
        return " ".join(filter(None, [first, *map(self.fill, shapes)]))

    def day(self) -> datetime.date:
        """Return a day in the years of the programme."""
        return FIRST_DAY + datetime.timedelta(self.random.randint(0, (LAST_DAY - FIRST_DAY).days))


def people_for(posts: int) -> int:
    """Return how many people write this many posts."""
    return -(-posts // POSTS_A_PERSON)


def compose_person(number: int, seed: int) -> Person:
    """Return the person of this number."""
    voice = Voice("person", seed, number)
    return Person(
        given=voice.random.choice(vocabulary.GIVEN),
        family=voice.random.choice(vocabulary.FAMILIES),
        before=_job(voice),
        since=voice.day(),
        now=_job(voice),
    )


def compose_post(number: int, seed: int) -> Post:
    """Return the post of this number."""
    voice = Voice("post", seed, number)
    people = people_for(number + 1)
    opening = voice.fill(voice.random.choice(sentences.OPENINGS))
    sections = [
        Section(
            heading=_capital(voice.fill(voice.random.choice(sentences.HEADINGS))) if place else "",
            paragraphs=[
                voice.paragraph("" if place or turn else opening)
                for turn in range(voice.random.randint(1, 2))
            ],
            quotation=_quotation(voice, people) if place < 2 else None,
        )
        for place in range(4)
    ]
    return Post(
        title=_capital(voice.fill(voice.random.choice(sentences.TITLES))),
        summary=voice.fill(voice.random.choice(sentences.SUMMARIES)),
        published=voice.day(),
        author=voice.random.randrange(people),
        topic=voice.random.randrange(1000),
        sections=sections,
    )


def _job(voice: Voice) -> Job:
    return Job(voice.pick(vocabulary.ROLES), voice.random.randrange(1000))


def _quotation(voice: Voice, people: int) -> Quotation:
    words = _capital(voice.fill(voice.random.choice(sentences.QUOTATIONS)))
    where = voice.fill(voice.random.choice(sentences.PLACES_OF_WORDS))
    if voice.random.random() < 0.6:
        return Quotation(words, where, voice.random.randrange(people))
    name = f"{voice.random.choice(vocabulary.GIVEN)} {voice.random.choice(vocabulary.FAMILIES)}"
    return Quotation(words, where, None, name, voice.pick(vocabulary.ROLES))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_known_weights: dict[int, list[float]] = {}


def _weights(number: int) -> list[float]:
    """Return cumulative weights of 1, 1/2, 1/3 … for as many ranks."""
    if number not in _known_weights:
        _known_weights[number] = list(accumulate(1 / rank for rank in range(1, number + 1)))
    return _known_weights[number]
