"""The names of organisations that mean the same to somebody who searches."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from django.db.models.signals import m2m_changed, post_delete, post_save

from core.equivalents import name_changed, register
from core.remembered import forget
from people.models import Organisation

# An organisation that was split goes on as several: its name means none of them.
GOES_ON = {"renamed", "merged", "replaced"}


def names_of_organisations() -> Iterator[tuple[str, ...]]:
    """Yield the names of each organisation and of those it came from or became part of."""
    rows = list(Organisation.objects.only("name", "short_name"))
    shared = Counter(row.initials for row in rows)
    names = {
        row.pk: [row.name, row.short_name, row.initials if shared[row.initials] == 1 else ""]
        for row in rows
    }
    one = {key: key for key in names}

    def first(key: int) -> int:
        while one[key] != key:
            key = one[key]
        return key

    through = Organisation.successors.through.objects.filter(
        from_organisation__became__in=GOES_ON
    ).order_by("pk")
    for old, new in through.values_list("from_organisation", "to_organisation"):
        one[max(first(old), first(new))] = min(first(old), first(new))
    groups = defaultdict(list)
    for key, own in names.items():
        groups[first(key)] += [name for name in own if name]
    yield from (tuple(dict.fromkeys(own)) for own in groups.values() if len(own) > 1)


def when_changed(instance, **_signal) -> None:
    """Tell that an organisation is called something else, or became another."""
    if isinstance(instance, Organisation):
        forget()
        name_changed.send(Organisation, names=_names_around(instance))


def _names_around(organisation: Organisation) -> list[str]:
    around = [organisation, *organisation.successors.all()]
    if organisation.pk:
        around += Organisation.objects.filter(successors=organisation.pk)
    called = (name for one in around for name in (one.name, one.short_name, one.initials))
    return list(dict.fromkeys(filter(None, called)))


def connect() -> None:
    """Register the names, and tell of changes."""
    register(names_of_organisations)
    post_save.connect(when_changed, sender=Organisation, dispatch_uid="people.names")
    post_delete.connect(when_changed, sender=Organisation, dispatch_uid="people.names_gone")
    m2m_changed.connect(
        when_changed, sender=Organisation.successors.through, dispatch_uid="people.successors"
    )
