"""Worker and schedule in one process, for small hosts and `make run`.

Tasks are run as they come; what is due is published each minute; old task results are thrown
away each day. SIGTERM and Ctrl-C end it after the task in hand.
"""

import logging
import signal
import tempfile
import threading
import time
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

logger = logging.getLogger(__name__)

LOOK_FOR_TASKS_EVERY = 1  # second
# Touched between any two things that are done, for whoever looks after the process.
ALIVE = Path(tempfile.gettempdir()) / "background-is-alive"
JOBS = [
    # (seconds between runs, command and its arguments)
    (60, ["publish_scheduled"]),
    (60, ["tend_index"]),
    (24 * 60 * 60, ["tend_index", "--compare"]),
    (24 * 60 * 60, ["prune_db_task_results", "--min-age-days", "14"]),
    (24 * 60 * 60, ["prune_search_log"]),
]


class Command(BaseCommand):
    """One process; run another `db_worker` beside it where there is more to do."""

    help = "Run background tasks and everything that is due, until SIGTERM or Ctrl-C."

    def add_arguments(self, parser) -> None:
        """Add the two halves, for machines that run each by itself."""
        halves = parser.add_mutually_exclusive_group()
        halves.add_argument("--tasks", action="store_true", help="Run tasks alone.")
        halves.add_argument("--schedule", action="store_true", help="Run what is due alone.")

    def handle(self, *_args, tasks: bool = False, schedule: bool = False, **_options) -> None:
        """Work until asked to stop."""
        self.stopping = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_signal: self.stopping.set())
        worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        due = {index: time.monotonic() for index in range(0 if tasks else len(JOBS))}
        while not self.stopping.is_set():
            ALIVE.touch()
            self._run_what_is_due(due)
            if schedule or not self._one_task(worker):
                self.stopping.wait(LOOK_FOR_TASKS_EVERY)

    def _one_task(self, worker: Worker) -> bool:
        """Run a task if there is one; tell whether there was."""
        close_old_connections()
        before = worker._run_tasks
        worker.max_tasks = before + 1
        worker.run()
        return worker._run_tasks > before

    def _run_what_is_due(self, due: dict[int, float]) -> None:
        for index, at in due.items():
            every, command = JOBS[index]
            if time.monotonic() < at:
                continue
            due[index] = time.monotonic() + every
            try:
                call_command(*command, verbosity=0, stdout=self.stdout, stderr=self.stderr)
            except CommandError as error:
                # The command has said what failed; that it stands in no code is known.
                logger.error("%s: %s It will be tried again.", command[0], error)
            except Exception:
                logger.exception("%s failed; it will be tried again", command[0])
