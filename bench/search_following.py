"""How long the index takes to follow one change, as a Markdown table on stdout.

Write the posts first: `manage.py demo --scale 20000` and `manage.py update_index`, for a site
that is there for this alone: posts are renamed, written and taken down. Then
`python -m bench search_following`. Each figure is one run of the task that takes up what waits,
with its own commits. CPU times are those of this process, without what a database server spends.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator

from django.db import connection
from django.db.models import Count

from blog.models import Authorship, BlogIndexPage, BlogPage
from core.models import BasePage
from operations.evaluation.measures import percentile
from people.models import PersonPage
from search.catching_up import catch_up, wait
from search.models import SearchIndex, Waiting
from search.signal_handlers import close

POSTS_OF_A_PERSON = 30


def main(arguments: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="bench search_following", description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="Of each kind.")
    options = parser.parse_args(arguments)
    catch_up()
    documents = sum(
        SearchIndex._default_manager.filter(is_current=True).values_list("documents", flat=True)
    )
    posts = BlogPage.objects.live().count()
    say(f"\n**{connection.display_name}**, {posts} posts, {documents} documents; ")
    say("load average {:.1f}, {:.1f}, {:.1f}\n".format(*os.getloadavg()))
    say("| what changed | CPU p50 | CPU worst | wall p50 | wall worst | number |")
    say("| --- |" + " ---: |" * 5)
    keys = BlogPage.objects.live().order_by("path").values_list("pk", flat=True)
    keys = list(keys[:: max(1, posts // options.times)])[: options.times]
    say(row("a title", keys, retitled))
    say(row("a paragraph", keys, with_another_paragraph))
    say(row("a new post", keys, copied))
    say(row("a post taken down", keys, taken_down))
    say(row(f"a name, of an author of {POSTS_OF_A_PERSON}", authors(options.times), renamed))


def say(line: str) -> None:
    """Print a line at once: some take long."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def row(kind: str, keys: list[int], change: Callable[[int], Iterator]) -> str:
    """Return a row with the times, in milliseconds, of what follows a change.

    `change` makes it and yields; what it does then until it yields again is measured too.
    """
    walls, cpus = [], []
    for key in keys:
        changing = change(key)
        next(changing)
        wall, cpu = time.perf_counter(), time.process_time()
        next(changing, None)
        catch_up()
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.process_time() - cpu))
        next(changing, None)
    cells = [figure for times in (cpus, walls) for figure in (percentile(times, 0.5), max(times))]
    return f"| {kind} | {' | '.join(f'{cell:.0f}' for cell in cells)} | {len(walls)} |"


def retitled(key: int) -> Iterator:
    """Give a post a longer title."""
    page = BlogPage.objects.get(pk=key)
    BlogPage.objects.filter(pk=key).update(title=f"{page.title} again")
    wait(Waiting.PAGE, key)
    yield


def with_another_paragraph(key: int) -> Iterator:
    """Put a paragraph at the end of a post."""
    page = BlogPage.objects.get(pk=key)
    page.body.append(("text", {"text": "<p>Nobody had counted the herons of that year.</p>"}))
    BlogPage.objects.filter(pk=key).update(body=page.body)
    wait(Waiting.PAGE, key)
    yield


def copied(key: int) -> Iterator:
    """Write a new post that says what another does, by the same author."""
    old = BlogPage.objects.get(pk=key)
    stamp = time.time_ns()
    new = BlogPage(
        title=f"{old.title} once more",
        slug=f"copy-{stamp}",
        summary=old.summary,
        body=old.body.get_prep_value(),
        first_published_at=old.first_published_at,
        authorships=[
            Authorship(profile=one.profile, name=one.name) for one in old.authorships.all()
        ],
    )
    BlogIndexPage.objects.get(pk=old.get_parent().pk).add_child(instance=new)
    Waiting._default_manager.all().delete()
    wait(Waiting.PAGE, new.pk)
    yield


def taken_down(key: int) -> Iterator:
    """Take a post down, as an editor's click does, and let the index forget it."""
    BlogPage.objects.filter(pk=key).update(live=False)
    wait(Waiting.PAGE, key)
    yield
    close(BasePage.objects.filter(pk=key))
    yield
    BlogPage.objects.filter(pk=key).update(live=True)
    wait(Waiting.PAGE, key)
    catch_up()


def authors(number: int) -> list[int]:
    """Return people who wrote about as many posts as are asked for."""
    people = PersonPage.objects.live().annotate(posts=Count("authorships"))
    found = people.filter(posts__gt=0).values_list("pk", "posts")
    return [key for key, _posts in sorted(found, key=lambda one: _far(one[1]))[:number]]


def _far(posts: int) -> int:
    return abs(posts - POSTS_OF_A_PERSON)


def renamed(key: int) -> Iterator:
    """Give a person another name."""
    page = PersonPage.objects.get(pk=key)
    PersonPage.objects.filter(pk=key).update(title=f"{page.title} Quillfeather")
    wait(Waiting.PAGE, key)
    yield
