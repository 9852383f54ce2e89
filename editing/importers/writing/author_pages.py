"""Pages for authors who have none yet, with the roles that the old page tells of."""

import datetime

from django.db.models import Q
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug

from core.frame import reserved_slugs
from editing.importers.reading.names import given_and_family
from editing.importers.reading.pieces import Author
from editing.importers.reading.roles import FoundRole, split_role
from people.models import Organisation, PeopleIndexPage, PersonPage, Role

LONGEST = 160
LONGEST_SLUG = 80


def roles_of(author: Author, day: datetime.date | None) -> list[Role]:
    """Return the author's roles, the present one first; that of the day ended by `day` at last.

    Where the page tells of none "now", nobody knows whether the role of the day is still held.
    """
    now = split_role(author.now_text) if author.now_text else None
    then = FoundRole(author.role_title, author.organisation_name) if author.role_title else None
    roles = [_role(now, sort_order=0)] if now else []
    if then:
        roles.append(_role(then, sort_order=len(roles), ended_on=day if now else None))
    return roles


def _role(found: FoundRole, **fields) -> Role:
    name = found.organisation[:LONGEST]
    called = Q(name__iexact=name) | Q(short_name__iexact=name)
    known = list(Organisation._default_manager.filter(called)[:2]) if name else []
    organisation = known[0] if len(known) == 1 else None
    title = found.title[:LONGEST]
    return Role(title=title, organisation=organisation, organisation_name=name, **fields)


def make_page(author: Author, index: PeopleIndexPage, day: datetime.date | None):
    """Make a draft below the list of people; it is published by whoever asked for that."""
    given, family = given_and_family(author.name)
    slug = free_slug(index, author.name)
    person = PersonPage(
        title=author.name,
        slug=slug,
        given_name=given,
        family_name=family,
        live=False,
        roles=roles_of(author, day),
    )
    index.add_child(instance=person)
    person.save_revision(log_action="wagtail.create")
    return person


def free_slug(index, title: str) -> str:
    """Return a slug that no child of `index` has and no route of it uses."""
    words = slugify(title, allow_unicode=True)
    slug = words if len(words) <= LONGEST_SLUG else words[:LONGEST_SLUG].rsplit("-", 1)[0]
    if not slug or slug.isdigit() or slug in reserved_slugs(index):
        slug = f"{slug}-page" if slug else "page"
    return find_available_slug(index, slug)
