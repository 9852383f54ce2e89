"""The tables of the index. One index holds one language of one site.

A rebuild fills an index of its own beside the one that answers, and takes its place when it is
whole. Nothing here is worth a backup: `manage.py update_index` makes it from the pages.
"""

from django.db import models
from django.db.models import Q
from wagtail.models import Site

from search.byte_order import BinaryOrderField


class SearchIndex(models.Model):
    """One language of one site, as of one rebuild."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=20)
    format = models.PositiveSmallIntegerField()
    is_current = models.BooleanField(default=False)
    started_at = models.DateTimeField(auto_now_add=True)
    built_at = models.DateTimeField(null=True)
    documents = models.PositiveIntegerField(default=0)
    next_number = models.PositiveIntegerField(default=0)
    # {field: words in it, over all documents}, of which the average length is made.
    lengths = models.JSONField(default=dict)
    # {field: the average length that its documents are weighed by}: that of the last weighing.
    averages = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "search indexes"
        constraints = [
            models.UniqueConstraint(
                fields=["site", "language"],
                condition=Q(is_current=True),
                name="one_current_index_of_a_language",
            )
        ]

    def __str__(self) -> str:
        return f"{self.site} {self.language}"


class Document(models.Model):
    """Something that can be found: a page or a file, by a number that postings know it by."""

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    key = models.CharField(max_length=64)
    page_id = models.PositiveBigIntegerField(null=True)
    file_id = models.PositiveBigIntegerField(null=True)
    kind = models.CharField(max_length=40)
    title = models.TextField()
    dated = models.DateField(null=True)
    expires_at = models.DateTimeField(null=True)
    # Closed the moment that readers may no longer see it; its rows go in the background.
    is_open = models.BooleanField(default=True)
    # {field: words in it}.
    lengths = models.JSONField(default=dict)
    # Ids of the synonyms that it has, and [name, value] of what it is narrowed by.
    codes = models.JSONField(default=list)
    facets = models.JSONField(default=list)
    # The terms in order, field by field, for ranking by nearness and for extracts.
    terms = models.BinaryField()
    # What is shown of it: the passages with their anchors.
    passages = models.BinaryField()
    # SHA-256 of all that was indexed: an unchanged document is not written again.
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["index", "number"], name="a_number_of_its_own"),
            models.UniqueConstraint(fields=["index", "key"], name="a_document_once"),
        ]
        indexes = [
            models.Index(fields=["page_id"], name="documents_of_a_page"),
            models.Index(fields=["file_id"], name="documents_of_a_file"),
            models.Index(fields=["index", "is_open"], name="documents_that_are_closed"),
            models.Index(fields=["index", "expires_at"], name="documents_that_expire"),
            models.Index(fields=["index", "dated", "number"], name="documents_by_date"),
        ]

    def __str__(self) -> str:
        return self.title


class Term(models.Model):
    """What words are once they are cut to their stem, and in how many documents it stands."""

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="+")
    text = BinaryOrderField(max_length=70)
    documents = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["index", "text"], name="a_term_once")]

    def __str__(self) -> str:
        return self.text


class Posting(models.Model):
    """The documents of one block that a term stands in, each with its weight there.

    A number holds both: the document's place in the block, and the weight in the lower bits.
    """

    pk = models.CompositePrimaryKey("term_id", "block")
    term = models.ForeignKey(Term, on_delete=models.CASCADE, db_index=False, related_name="+")
    block = models.PositiveIntegerField()
    packed = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.term_id} {self.block}"


class Word(models.Model):
    """A word as it is written on the site, how often, and the term that it becomes."""

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="+")
    surface = BinaryOrderField(max_length=70)
    term = models.CharField(max_length=70)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["index", "surface"], name="a_word_once")]

    def __str__(self) -> str:
        return self.surface


class Deletion(models.Model):
    """A word with one letter left out, by which misspellings of it are found."""

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=70)
    word = models.ForeignKey(Word, on_delete=models.CASCADE, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["index", "text"], name="words_without_a_letter")]

    def __str__(self) -> str:
        return self.text


class Name(models.Model):
    """A title or name of a document, folded, from one of its words on.

    Names are looked up whole (`is_whole`: from the first word on) and by their beginnings, for
    suggestions.
    """

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    text = BinaryOrderField(max_length=200)
    is_whole = models.BooleanField(default=False)
    is_name = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["index", "is_name", "is_whole", "text"], name="names_by_kind"),
        ]

    def __str__(self) -> str:
        return self.text


class FacetValue(models.Model):
    """What results are narrowed by, and the documents that have it, as bits of a number."""

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=120)
    label = models.CharField(max_length=200)
    numbers = models.BinaryField(default=bytes)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["index", "name", "value"], name="a_facet_value_once")
        ]

    def __str__(self) -> str:
        return self.label


class Acronym(models.Model):
    """A short form that the texts themselves explain: "Long Name (LN)"."""

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="+")
    short = models.CharField(max_length=20)
    long = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.short
