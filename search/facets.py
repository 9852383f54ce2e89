"""What results can be narrowed by, with how many of them each choice leaves."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.models import FacetValue, SearchIndex

# The order in which facets are shown, and what they are called.
SHOWN = {
    "type": "Type",
    "topic": "Topic",
    "organisation": "Organisation",
    "cohort": "Cohort",
    "year": "Year",
}
MOST_VALUES = 8


@dataclass(frozen=True)
class Choice:
    """One value of a facet, and how many results it leaves."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetChoices:
    """A facet with its choices, the most frequent first (years: the newest)."""

    name: str
    title: str
    choices: list[Choice]
    everything: int

    @property
    def is_chosen(self) -> bool:
        """Tell whether the results are narrowed by this facet."""
        return any(choice.is_chosen for choice in self.choices)


class Facets:
    """The facets of one set of results.

    A set of documents is an array, true where one is in; of the values it stays in bits, which
    are counted eight times as fast.
    """

    def __init__(self, index: SearchIndex, chosen: dict[str, str]) -> None:
        rows = FacetValue.objects.filter(index=index, name__in=SHOWN)
        rows = rows.values_list("name", "value", "label", "numbers")
        self.values = {
            (name, value): (label, as_bits(numbers, index.next_number))
            for name, value, label, numbers in rows
        }
        self.size = index.next_number
        self.chosen = {name: value for name, value in chosen.items() if name in SHOWN and value}

    def narrowed(self, documents: NDArray[np.bool_], leaving_out: str = "") -> NDArray[np.bool_]:
        """Return those of some documents that fit what was chosen, but for one facet."""
        for name, value in self.chosen.items():
            if name != leaving_out:
                _label, has = self.values.get((name, value), ("", as_bits(b"", self.size)))
                documents = documents & as_set(has, self.size)
        return documents

    def choices(self, documents: NDArray[np.bool_]) -> list[FacetChoices]:
        """Return every facet that would narrow some documents."""
        found = []
        for name, title in SHOWN.items():
            within = self.narrowed(documents, leaving_out=name)
            choices = self._choices(name, within)
            if len(choices) > 1 or name in self.chosen:
                found.append(FacetChoices(name, title, choices, int(within.sum())))
        return found

    def _choices(self, name: str, within: NDArray[np.bool_]) -> list[Choice]:
        choices = []
        wanted = np.packbits(within, bitorder="little")
        for (of, value), (label, has) in self.values.items():
            is_chosen = self.chosen.get(name) == value
            count = int(np.bitwise_count(has & wanted).sum()) if of == name else 0
            if of == name and (count or is_chosen):
                choices.append(Choice(value, label, count, is_chosen))
        if name == "year":
            return sorted(choices, key=lambda one: one.value, reverse=True)
        choices.sort(key=lambda one: (-one.count, one.label.casefold()))
        return [one for at, one in enumerate(choices) if at < MOST_VALUES or one.is_chosen]


def as_set(bits: NDArray[np.uint8], size: int) -> NDArray[np.bool_]:
    """Return the documents whose bits are set, the lowest number first."""
    return np.unpackbits(bits, count=size, bitorder="little").astype(bool)


def as_bits(stored: bytes, size: int) -> NDArray[np.uint8]:
    """Return stored bits as an array for `size` documents: what is missing is not set."""
    bits = np.zeros((size + 7) // 8, dtype=np.uint8)
    given = np.frombuffer(bytes(stored)[: len(bits)], dtype=np.uint8)
    bits[: len(given)] = given
    return bits
