"""Every number of the engine, each with its reason and what it was seen to do.

"nDCG" is nDCG@10 on the two judged collections that docs/features/search.md names, as
StackFAQ / Cranfield.
"""

from dataclasses import dataclass

# Raised whenever stored rows would be read or weighed in another way: older indexes are rebuilt.
FORMAT = 3


@dataclass(frozen=True)
class Field:
    """How much one occurrence counts, and how much a long field is held against it (0 to 1)."""

    weight: float
    shortening: float


# Titles and names are chosen to say what a page is about: 2.5 put the known page among the first
# five for 97 of 100 clean queries, 1.0 for 85. Short fields vary less in length for a reason.
FIELDS = {
    "title": Field(2.5, 0.4),
    "names": Field(2.5, 0.4),
    # Who wrote or said it: less than a person's own names, so that the person comes first.
    "byline": Field(2.0, 0.4),
    "headings": Field(1.5, 0.5),
    "summary": Field(1.2, 0.6),
    "body": Field(1.0, 0.75),
    "quotation": Field(1.0, 0.75),
    "transcript": Field(0.7, 0.75),
}
FIELD_NAMES = list(FIELDS)

# BM25's saturation: how soon further occurrences stop to count.
K1 = 1.6

# What the title says counts once more by itself: added up with the body, it is drowned by a long
# text. nDCG .852/.407 -> .867/.410; a share of 1 .872/.405. A title says a word once or not, so
# its own part is saturated soon.
TITLE_ITSELF = 0.5
TITLE_K1 = 0.6

# A weight is kept as a whole number, so that both databases add up to the same last digit.
# The greatest weight is K1 + 1 + TITLE_ITSELF * (TITLE_K1 + 1) = 3.4, which twelve bits hold at
# this scale.
WEIGHT_SCALE = 1200
WEIGHT_BITS = 12
# Documents in one row of postings: a publication rewrites a row for each of its words, so rows
# must stay small; fewer, longer rows take less room. 512 keeps a full row at 2 kB.
BLOCK = 512
# Weights hold a field's length against its average. In an index of so few documents that changes
# with every publication, so all are weighed again at once; in a larger one when an average has
# changed by this share, which takes as many publications as make up for it.
FEW = 50
WORN = 0.02
# The importance of a word is a whole number too.
IDF_SCALE = 1000

# Longer words are no words. Longer documents are cut: the last pages of a report rank no page.
LONGEST_WORD = 64
MOST_WORDS_IN_DOCUMENT = 50_000
# Words asked for, after which the most telling ones are kept: nobody types more, programs do.
MOST_WORDS_IN_QUERY = 40
LONGEST_QUERY = 3_000

# Documents that are ranked again by where the words stand.
# A hundred rank the first ten alike to four digits on both collections, and take 5 ms of CPU more
# at 20,000 posts: a document far down can not rise by more than the two shares below.
RESCORED = 50
# x (1 + ADJACENT * share of neighbouring query words that stand side by side
#      + TITLE * (share of the query in the title)^2), shares by the importance of the words:
# nDCG .838/.402 -> .852/.407; counting words instead of their importance .847/.403.
ADJACENT_SHARE = 0.4
TITLE_SHARE = 0.3
NEAR = 6
NEAR_IN_BODY = 0.7

# A hit is counted, and shown in filters, if it covers this much of the query's importance. Every
# document that has any word would be counted otherwise: a median of 955 of 1,400.
LEAST_COVERAGE = 0.34
FEWEST_HITS = 10

# Spelling: words of four letters and more; two errors from nine letters.
SHORTEST_CORRECTED = 4
TWO_ERRORS_FROM = 9
MOST_CORRECTIONS = 3
# An error costs a fifth of the weight; another first letter half an error more.
PER_ERROR = 0.8
OTHER_FIRST_LETTER = 0.5
# A word that is there but rare may be somebody's slip: corrections count little beside it.
RARE = 2
BESIDE_A_RARE_WORD = 0.6

# The last word may be half typed, from three letters: its completions share .5 to .9.
SHORTEST_PREFIX = 3
MOST_COMPLETIONS = 30
LEAST_COMPLETION, COMPLETION_BY_SHARE = 0.5, 0.4
# "leadershipcourse" is two words run together.
SHORTEST_SPLIT = 6
SHORTEST_PART = 3
SPLIT_WEIGHT = 0.9

# Words of an extract: about two lines on a wide screen, four on a phone.
EXTRACT_WORDS = 32
# Where extracts come from, the likeliest to read well first.
EXTRACT_FIELDS = ("summary", "body", "quotation", "transcript")
