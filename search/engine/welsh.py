"""Welsh: endings that make plurals, and first letters that change with the word before.

There is no Snowball algorithm for Welsh. Plural endings are cut lightly. Mutations ("Caerdydd",
"yng Nghaerdydd", "i Gaerdydd") can not be undone without a dictionary, since "g" may be the
letter itself or a softened "c": so words are kept as written, and a query also asks for the forms
that its words may be met in.
"""

# Endings of plurals and of nouns made from verbs, the longest first; what is left has four
# letters at least. Accents are folded before.
ENDINGS = ["iadau", "aethau", "oedd", "ydd", "iaid", "ion", "iau", "oedd", "aid", "od", "au", "on"]
SHORTEST_STEM = 4

# {radical: (soft, nasal, aspirate)}; a softened g falls away.
MUTATIONS = {
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "c": ("g", "ngh", "ch"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "g": ("", "ng"),
    "ll": ("l",),
    "m": ("f",),
    "rh": ("r",),
}
# Two letters that are one sound, and so no case of the shorter one.
DIGRAPHS = ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th")


def welsh_stem(word: str) -> str:
    """Return a word without its plural ending."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def radical(term: str) -> list[str]:
    """Return the forms, without `term` itself, that the word behind `term` may be met in."""
    forms = {form for base in _bases(term) for form in [base, *_mutated(base)]}
    return sorted(forms - {term})


def _bases(term: str) -> set[str]:
    """Return what `term` may be a mutation of, itself included."""
    bases = {term}
    for first, changed in MUTATIONS.items():
        for start in changed:
            rest = term[len(start) :]
            if term.startswith(start) and rest and not (start and _is_digraph(term, start)):
                bases.add(first + rest)
    return bases


def _mutated(base: str) -> list[str]:
    for first in sorted(MUTATIONS, key=len, reverse=True):
        if base.startswith(first) and not _is_digraph(base, first):
            return [start + base[len(first) :] for start in MUTATIONS[first]]
    return []


def _is_digraph(word: str, start: str) -> bool:
    """Tell whether the letters after `start` make it part of another sound: "d" in "dd"."""
    return any(
        word.startswith(pair) and len(pair) > len(start) and pair.startswith(start)
        for pair in DIGRAPHS
    )
