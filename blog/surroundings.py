"""What stands around a post: the one before, the one after, and others on its topics."""

from dataclasses import dataclass, field

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from core.routing import readable

MOST_RELATED = 2


@dataclass
class Surroundings:
    """The posts around one post."""

    previous: object = None
    next: object = None
    related: list = field(default_factory=list)

    @property
    def posts(self) -> list:
        """Return every post named here, each once."""
        named = [self.previous, self.next, *self.related]
        return list(dict.fromkeys(post for post in named if post is not None))

    @classmethod
    def of(cls, post) -> "Surroundings":
        """Find the surroundings of a published post with one query."""
        if not (post.pk and post.first_published_at):
            return cls()
        found = _found(post)
        previous = next((other for other in found if other.is_previous), None)
        following = next((other for other in found if other.is_next), None)
        on_topic = [other for other in found if other.is_on_topic]
        # Neighbours are named already: others first.
        on_topic.sort(key=lambda other: other in (previous, following))
        related = on_topic[:MOST_RELATED]
        return cls(previous, following, related)


def others_of(post):
    """Return the other posts beside a post that everybody may read."""
    beside = type(post).objects.filter(path__startswith=post.path[: -post.steplen])
    return readable(beside).exclude(pk=post.pk)


def _found(post) -> list:
    model = type(post)
    others = others_of(post)
    when = post.first_published_at
    earlier = Q(first_published_at__lt=when) | Q(first_published_at=when, pk__lt=post.pk)
    later = Q(first_published_at__gt=when) | Q(first_published_at=when, pk__gt=post.pk)
    places = {
        "is_previous": others.filter(earlier).order_by("-first_published_at", "-pk")[:1],
        "is_next": others.filter(later).order_by("first_published_at", "pk")[:1],
        "is_on_topic": on_topic(post, others)[: MOST_RELATED + 2],
    }
    tests = {name: Q(pk__in=rows.values("pk")) for name, rows in places.items()}
    wanted = tests["is_previous"] | tests["is_next"] | tests["is_on_topic"]
    marks = {name: ExpressionWrapper(test, BooleanField()) for name, test in tests.items()}
    rows = model.objects.filter(wanted).annotate(**marks).defer_streamfields()
    return list(rows.order_by("-first_published_at", "-pk"))


def on_topic(post, others):
    """Return those of other posts that share a topic with a post, newest first."""
    through = type(post).topics.through.objects
    own = through.filter(blogpage=post.pk).values("topic")
    shared = through.filter(blogpage=OuterRef("pk"), topic__in=own)
    return others.filter(Exists(shared)).order_by("-first_published_at", "-pk")
