"""British and American spellings of one word, folded to one form for index and query alike.

Stems are folded rather than words: so every form of a word still meets every other, and the
folding can only bring more together. One ending is changed before: a stemmer for English cuts
"-ize" but not "-ise". The form is none that anybody reads.
"""

import re

# British: American, for stems whose difference follows no rule. Longer stems share the start.
STARTS = dict(
    pair.split(":")
    for pair in [
        "aeroplan:airplan",
        "aluminium:aluminum",
        "anaem:anem",
        "anaesthe:anesthe",
        "archaeolog:archeolog",
        "artefact:artifact",
        "cosi:cozi",
        "cosy:cozi",
        "diarrhoea:diarrhea",
        "draught:draft",
        "encyclopaed:encycloped",
        "enrol:enroll",
        "foetal:fetal",
        "foetus:fetus",
        "fulfil:fulfill",
        "gaol:jail",
        "grey:gray",
        "gynaecolog:gynecolog",
        "haem:hem",
        "homoeopath:homeopath",
        "hypoglycaem:hypoglycem",
        "hyperglycaem:hyperglycem",
        "instal:install",
        "ischaem:ischem",
        "jewelleri:jewelri",
        "judgement:judgment",
        "kerb:curb",
        "leukaem:leukem",
        "manoeuv:maneuv",
        "mould:mold",
        "moustach:mustach",
        "oedema:edema",
        "oesophag:esophag",
        "oestrogen:estrogen",
        "orthopaed:orthoped",
        "paediatr:pediatr",
        "plough:plow",
        "practis:practic",
        "programm:program",
        "pyjama:pajama",
        "sceptic:skeptic",
        "skil:skill",
        "smoulder:smolder",
        "sulph:sulf",
        "tyre:tire",
        "wilful:willful",
        "yoghurt:yogurt",
    ]
)
RE_FOR_ER = "cent|theat|lit|met|fib|calib|spect|lust|sab|meag|somb"
ENDINGS = [
    (re.compile(pattern), form)
    for pattern, form in [
        (r"(?<=..)is$", "iz"),  # organis(ation), realis(ing)
        (r"(?<=..)ys$", "yz"),  # analys(ed)
        (r"(?<=..)our(?=(it|hood)?$)", "or"),  # colour, favourit(e), neighbourhood
        (rf"({RE_FOR_ER})r$", r"\1er"),  # centr(e), kilometr(es)
        (r"(?<=.)ogu$", "og"),  # dialogu(e)
        (r"^(def|off|pret|lic)enc$", r"\1ens"),  # defenc(e)
    ]
]
ISE = re.compile(r"(?<=..)is(?=(?:e|es|ed|er|ers|ing|ingly|able|ation|ations|ational)$)")
# These are spelled with an s by everybody, and have forms with other endings.
ALWAYS_S = re.compile(
    "(?:ad|de|re|super|impro|tele)vis|advertis|apprais|chastis|compris|concis|despis|disguis|"
    "enterpris|excis|exercis|expertis|franchis|incis|merchandis|paradis|precis|premis|promis|"
    "compromis|surpris|treatis|circumcis"
)
SHORTEST = 4


def with_ize(word: str) -> str:
    """Return an English word in lower case with the American "-ize" for "-ise"."""
    return word if ALWAYS_S.match(word) else ISE.sub("iz", word)


def american(stem: str) -> str:
    """Return an English stem in the form that both spellings share."""
    if len(stem) < SHORTEST:
        return stem
    for start in _starts(stem):
        form = STARTS[start]
        is_american = form.startswith(start) and stem.startswith(form)  # "install", not "instal".
        return stem if is_american else form + stem[len(start) :]
    for pattern, form in ENDINGS:
        folded, number = pattern.subn(form, stem)
        if number:
            return folded
    return stem


def _starts(stem: str) -> list[str]:
    """Return the listed British starts that `stem` has, without a look at each of the list."""
    lengths = range(SHORTEST, min(len(stem), LONGEST_START) + 1)
    return [stem[:length] for length in lengths if stem[:length] in STARTS]


LONGEST_START = max(map(len, STARTS))
