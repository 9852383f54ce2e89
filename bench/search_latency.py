"""How long the search takes on the site of this environment, as Markdown on stdout.

Write the posts first: `manage.py demo --scale 20000`. Then `python -m bench search_latency`
rebuilds the index, and measures searches of one to five words drawn from what the site says, by
how often it says it, with common words, names and titles among them; suggestions; one publication
re-indexed; and stock Wagtail's search on the same words for as long as `--seconds` allows.
Each is asked as in a request, which remembers small facts. CPU times are those of this process,
without what a database server spends.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import RequestFactory
from django.urls import reverse
from wagtail.models import Site

from bench.index_size import index_bytes, text_bytes
from blog.models import BlogPage
from core.middleware.remembering import RememberingMiddleware
from core.remembered import remembering
from operations.evaluation.measures import percentile
from people.models import PersonPage
from search.catching_up import bring_in
from search.indexes import current_index
from search.models import SearchIndex, Waiting, Word
from search.rebuilding import rebuild
from search.results import PER_PAGE, Asked, Results
from search.suggestions import suggest

LONGEST = 5
COMMON = 50  # Words that are said most often: each search is drawn from them alone.


def main(arguments: list[str]) -> None:
    """Print everything that is measured."""
    parser = argparse.ArgumentParser(prog="bench search_latency", description=__doc__)
    parser.add_argument("--searches", type=int, default=60, help="Of each kind.")
    parser.add_argument("--seconds", type=float, default=120, help="For stock Wagtail’s search.")
    parser.add_argument("--tries", type=int, default=3, help="Of which the quickest counts.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-rebuild", action="store_true", help="Take the index that is there.")
    options = parser.parse_args(arguments)
    site = Site.objects.select_related("root_page__locale").get(is_default_site=True)
    language = site.root_page.locale.language_code
    say(f"\n**{connection.display_name}**, {BlogPage.objects.live().count()} posts\n")
    if not options.no_rebuild:
        timed("Rebuild", lambda: rebuild(site, language))
    index = current_index(site, language)
    if index is None:
        parser.error("There is no index yet: leave out --no-rebuild.")
    say_sizes(index)
    kinds = dict(searches(index, options.searches, random.Random(options.seed)))  # noqa: S311
    say("\n| searches | CPU p50 | CPU p95 | wall p50 | wall p95 | number |")
    say("| --- |" + " ---: |" * 5)
    answer_first(index)
    for kind, texts in kinds.items():
        say(row(kind, texts, lambda text: whole_answer(index, text), options.tries))
    everything = [text for texts in kinds.values() for text in texts]
    starts = sorted({text[:length] for text in everything for length in (2, 4, 7)})
    say(row("suggestions", starts, suggested, options.tries))
    say(row("one publication re-indexed", _keys(20), lambda key: republished(index, key)))
    stock(everything, options.seconds)


def say(line: str) -> None:
    """Print a line at once: some take long."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def timed(what: str, do: Callable[[], object]) -> None:
    """Do something once, and say how long it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    do()
    spent = time.perf_counter() - wall, time.process_time() - cpu
    say(f"{what}: {spent[0]:.0f} s, of which {spent[1]:.0f} s CPU of this process.")


def say_sizes(index: SearchIndex) -> None:
    """Say how many bytes the tables of the index take, beside the text."""
    index_size, text_size = index_bytes(), text_bytes(index)
    say(
        f"Index: {index.documents} documents, {index_size / 1e6:.0f} MB with its own indexes; text "
        f"{text_size / 1e6:.0f} MB; {index_size / text_size:.1f} times the text."
    )


def searches(index: SearchIndex, number: int, draw: random.Random) -> Iterator[tuple]:
    """Yield (kind, texts): the same for a seed and an index of the same pages."""
    rows = Word._default_manager.filter(index=index, count__gt=0).order_by("-count", "surface")
    words, counts = zip(*rows.values_list("surface", "count"), strict=True)
    for length in range(1, LONGEST + 1):
        drawn = (draw.choices(words, counts, k=length) for _ in range(number))
        yield f"{length} words" if length > 1 else "1 word", [" ".join(one) for one in drawn]
    common = (draw.sample(words[:COMMON], draw.randint(1, LONGEST)) for _ in range(number))
    yield f"of the {COMMON} commonest words", [" ".join(one) for one in common]
    names = sorted(PersonPage.objects.live().values_list("title", flat=True))
    yield "names", draw.choices(names, k=number)
    titles = sorted(BlogPage.objects.live().values_list("title", flat=True))
    yield (
        "titles, first five words",
        [" ".join(title.split()[:LONGEST]) for title in draw.choices(titles, k=number)],
    )


@remembering()
def whole_answer(index: SearchIndex, text: str) -> None:
    """Do what the results page asks of a search: count, filters, and the first ten."""
    results = Results(index, Asked(text))
    assert results.count >= 0, text  # noqa: S101
    results.facet_choices  # noqa: B018  Asked for, and kept.
    results.page(0, PER_PAGE)


def answer_first(index: SearchIndex) -> None:
    """Let what is loaded only once be loaded."""
    whole_answer(index, "a first question")


def suggested(start: str) -> None:
    """Ask for suggestions as the box does while somebody types, the site being found as it is."""
    host = settings.ALLOWED_HOSTS[0]
    address = reverse("search:suggestions")
    asked = RequestFactory(SERVER_NAME=host).get(address, {"q": start})
    RememberingMiddleware(suggest)(asked)


def republished(index: SearchIndex, key: int) -> None:
    """Re-index a post whose title has changed, and change it back unmeasured next time."""
    page = BlogPage.objects.filter(pk=key)
    title = page.values_list("title", flat=True)[0]
    page.update(
        title=title.removesuffix(" again") if title.endswith(" again") else f"{title} again"
    )
    with transaction.atomic():
        bring_in(index, Waiting.PAGE, str(key))


def _keys(number: int) -> list[int]:
    """Return each of some posts twice: changed, and back as it was."""
    keys = BlogPage.objects.live().order_by("path").values_list("pk", flat=True)
    return [key for key in list(keys[:: max(1, len(keys) // number)])[:number] for _ in range(2)]


def row[Asking](
    kind: str, asked: Iterable[Asking], answer: Callable[[Asking], object], tries: int = 1
) -> str:
    """Return a row with the times of some searches, in milliseconds: of each the least of tries.

    A processor that others use too runs at half its speed for seconds at a time.
    """
    walls, cpus = [], []
    for one in asked:
        took = [_spent(lambda one=one: answer(one)) for _ in range(tries)]
        walls.append(min(wall for wall, _cpu in took))
        cpus.append(min(cpu for _wall, cpu in took))
    cells = [percentile(times, share) for times in (cpus, walls) for share in (0.5, 0.95)]
    return f"| {kind} | {' | '.join(f'{cell:.1f}' for cell in cells)} | {len(walls)} |"


def _spent(do: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds of wall time and of CPU that something takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    do()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)


def stock(texts: list[str], seconds: float) -> None:
    """Measure stock Wagtail's search, ten results and their number, until the time is over."""
    timed("\nWagtail’s own index", lambda: call_command("wagtail_update_index", verbosity=0))
    until = time.monotonic() + seconds

    def asked() -> Iterator[str]:
        for text in texts[::7] + texts:
            if time.monotonic() > until:
                return
            yield text

    def answer(text: str) -> None:
        found = BlogPage.objects.live().search(text, operator="or")
        list(found[:PER_PAGE])
        found.count()

    say("\n| Wagtail’s own, OR | CPU p50 | CPU p95 | wall p50 | wall p95 | number |")
    say("| --- |" + " ---: |" * 5)
    say(row("as many as time allowed", asked(), answer))
