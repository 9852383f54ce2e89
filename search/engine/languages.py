"""What the engine knows of languages: how words are cut to their stem, and which say nothing.

A language that is not here is searched as it is written: no stemming, no stop words.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from search.engine.spelling_variants import american, with_ize
from search.engine.welsh import radical, welsh_stem

ENGLISH_STOP_WORDS = """
a about above after again against all also although am among an and any are as at be because been
before being below between both but by can cannot could did do does doing down during each either
else ever every few for from further had has have having he her here hers herself him himself his
how however i if in into is it its itself just let like may me might more most much must my myself
neither no nor not now of off often on once one only onto or other others our ours ourselves out
over own per quite rather really same shall she should since so some such than that the their
theirs them themselves then there these they this those though through thus to too toward towards
under until up upon us very via was we were what whatever when where whether which while who whom
whose why will with within without would yet you your yours yourself yourselves
cant couldnt didnt doesnt dont hadnt hasnt havent id im isnt ive lets shouldnt thats theres theyre
wasnt weve werent whats wont wouldnt youre youve
use used uses using
"""
WELSH_STOP_WORDS = """
a ac achos ag am ar at bod bu bydd byddai byth chi chwi cyn dan dim dros dy ei ein eich eu ef er
fe felly fi fod fy gan ganddo ganddi ganddyn gyda hefyd heb hi hon hwn hyn hynny hwnnw honno i ia
iawn iddi iddo iddyn mae maen mai mewn mi mwy na nac nad nes neu nhw ni nid nôl o oddi oedd oeddwn
oes ond pa pam pan pob pryd pwy roedd rhag rhwng sef sut sy sydd ti trwy tua un wedi wrth wrthi
wyf y ydw ydy ydych ydyn yn yng ym yma yna yno yr ynglŷn yw
"""


@dataclass(frozen=True)
class Language:
    """How one language is searched. `variants` gives other forms that a word may be met in."""

    stem: Callable[[str], str]
    stop_words: frozenset[str] = frozenset()
    variants: Callable[[str], list[str]] = lambda _term: []


def _english() -> Language:
    stemmer = snowballstemmer.stemmer("english")
    return Language(
        stem=lambda word: american(stemmer.stemWord(with_ize(word))),
        stop_words=frozenset(ENGLISH_STOP_WORDS.split()),
    )


def _welsh() -> Language:
    return Language(
        stem=welsh_stem, stop_words=frozenset(WELSH_STOP_WORDS.split()), variants=radical
    )


def _snowball(name: str) -> Language:
    return Language(stem=snowballstemmer.stemmer(name).stemWord)


def _as_written(word: str) -> str:
    return word


SNOWBALL = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "nb": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}


@cache
def language_of(code: str) -> Language:
    """Return the language of a locale's code, "en-GB" as "en"."""
    base = code.lower().replace("_", "-").split("-")[0]
    if base == "en":
        return _english()
    if base == "cy":
        return _welsh()
    if base in SNOWBALL and SNOWBALL[base] in snowballstemmer.algorithms():
        return _snowball(SNOWBALL[base])
    return Language(stem=_as_written)
