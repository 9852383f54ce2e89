"""Editors' synonyms: names that mean the same to somebody who searches."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

# Longer lines are sentences; longer lists are topics.
LONGEST_SYNONYM = 100
MOST_NAMES = 20


def lines_of(text: str) -> list[str]:
    """Return what stands on each line, one space between words, without empty lines."""
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


class EditorsSynonym(models.Model):
    """Names that mean the same; or, one way, names that those who search for `asked` find too."""

    language = models.CharField(
        max_length=20,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text="Searches and pages in this language.",
    )
    names = models.TextField(
        help_text="Words or names that mean the same, one a line, such as “ICS” and "
        "“integrated care system”. Searching for any of them finds pages that say any other."
    )
    asked = models.TextField(
        "only one way: who searches for",
        blank=True,
        help_text="Leave this empty unless it shall work one way only. Who searches for what "
        "stands here, one a line, also finds the names above, but who searches for those does "
        "not find this. “Ambulance” here and “emergency services” above, for example.",
    )

    class Meta:
        verbose_name = "synonym"
        ordering = ["names"]

    def __str__(self) -> str:
        names = " = ".join(lines_of(self.names))
        return f"{', '.join(lines_of(self.asked))} → {names}" if lines_of(self.asked) else names

    def clean(self) -> None:
        """Refuse lists that could mean nothing whatever the pages say."""
        self.names, self.asked = "\n".join(lines_of(self.names)), "\n".join(lines_of(self.asked))
        faults: dict[str, str] = {}
        if len(lines_of(self.names)) + len(lines_of(self.asked)) < 2:
            faults["names"] = "Write at least two names, each on a line of its own."
        if not lines_of(self.names):
            faults["names"] = "Write at least one name here."
        for field in ("names", "asked"):
            lines = lines_of(getattr(self, field))
            if len(lines) > MOST_NAMES:
                faults[field] = f"These are {len(lines)} names. Keep to {MOST_NAMES}."
            for line in lines:
                if len(line) > LONGEST_SYNONYM:
                    faults[field] = (
                        f"“{line[:30]}…” is longer than {LONGEST_SYNONYM} signs. Is there one "
                        "name on each line?"
                    )
        if faults:
            raise ValidationError(faults)
