"""The short forms that the texts themselves explain: "Long Name (LN)"."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from search.engine.analysis import Analyzer
from search.engine.equivalents import acronyms_in
from search.engine.findable import Findable


class Acronyms:
    """Counts what is explained, and knows which explanations to rely on."""

    def __init__(self, analyzer: Analyzer) -> None:
        self.analyzer = analyzer
        self.counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def read(self, documents: Iterable[Findable]) -> None:
        """Count the explanations in documents."""
        for document in documents:
            for passage in document.all_passages:
                for acronym, long_name in acronyms_in(passage.text):
                    self.counts[acronym][long_name] += 1

    @property
    def kept(self) -> dict[str, str]:
        """Return {short form: long name} of those that mean one thing throughout."""
        return {
            short: long_names.most_common(1)[0][0]
            for short, long_names in sorted(self.counts.items())
            if len({_reading(long) for long in long_names}) == 1
            and not self.analyzer.is_stop_word(short)
        }


def _reading(long_name: str) -> str:
    """Return a long name without plurals, so that two spellings of one are one."""
    return " ".join(word.removesuffix("s") for word in long_name.split())
