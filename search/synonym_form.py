"""The form of a synonym: what is refused, in plain words, and the trial before saving."""

from wagtail.admin.forms import WagtailAdminModelForm

from search.engine.analysis import Analyzer, analyzer_for
from search.engine.synonyms import Synonym, sequence, synonyms_of
from search.models import EditorsSynonym, SearchIndex
from search.models.synonyms import lines_of
from search.synonym_source import meant_by


class SynonymForm(WagtailAdminModelForm):
    """Checks names against the language, each other, and what means the same already."""

    # What a trial found, where one was asked for.
    trial = None

    def clean(self):
        """Refuse names that the search would pass over or knows already."""
        cleaned = super().clean()
        given = dict(cleaned)
        analyzer = analyzer_for(cleaned.get("language") or "")
        said: dict[tuple, str] = {}
        for field in ("names", "asked"):
            for line in lines_of(cleaned.get(field) or ""):
                fault = fault_of(line, said, analyzer)
                if fault:
                    self.add_error(field, fault)
        if not self.errors:
            self._refuse_what_is_known(cleaned, said, analyzer)
        # The record checks itself too, and would find no names where some were refused.
        return given

    def _refuse_what_is_known(self, cleaned: dict, said: dict[tuple, str], analyzer) -> None:
        names = {tuple(sequence(one, analyzer)) for one in lines_of(cleaned["names"])}
        asked = {tuple(sequence(one, analyzer)) for one in lines_of(cleaned["asked"])}
        for other in self._others(cleaned["language"]):
            found = {tuple(sequence(one, analyzer)) for one in other.found}
            asking = found | {tuple(sequence(one, analyzer)) for one in other.asked}
            same = names & found
            if asked:
                same = same | asked & asking if same and asked & asking else set()
            if len(same) > 1:
                known = " and ".join(f"“{said[one]}”" for one in said if one in same)
                self.add_error("names", f"The search knows already that {known} mean the same.")
                return
        if not asked:
            self._refuse_a_second_list(cleaned["language"], names, said, analyzer)

    def _refuse_a_second_list(self, language: str, names: set, said: dict, analyzer) -> None:
        """One name in two lists would make all names of both the same, unseen."""
        rows = EditorsSynonym.objects.filter(language=language, asked="").exclude(
            pk=self.instance.pk
        )
        for row in rows:
            same = names & {tuple(sequence(one, analyzer)) for one in lines_of(row.names)}
            if same:
                name = said[min(same)]
                fault = (
                    f"“{name}” stands in the synonym “{row}” already. Add the other names there."
                )
                self.add_error("names", fault)
                return

    def _others(self, language: str) -> list[Synonym]:
        """Return what means the same already, without this record as it is stored."""
        stored = EditorsSynonym.objects.filter(pk=self.instance.pk).first()
        own = list(meant_by(stored)) if stored else []
        index = SearchIndex.objects.filter(language=language, is_current=True).first()
        return [one for one in synonyms_of(index) if one not in own] if index else []


def fault_of(line: str, said: dict[tuple, str], analyzer: Analyzer) -> str:
    """Return what is wrong with a name; nothing if it is good. `said` learns it."""
    tokens = [token for token in analyzer.tokens(line) if not token.is_closed]
    terms = tuple(token.term for token in tokens)
    if not terms:
        return f"“{line}” has no letter or figure that could be searched for."
    if all(analyzer.is_stop_word(token.surface) for token in tokens):
        return f"“{line}” is only small words, which a search passes over."
    if terms in said:
        if said[terms] == line:
            return f"“{line}” stands here twice."
        return f"“{said[terms]}” and “{line}” are the same to the search already."
    said[terms] = line
    return ""
