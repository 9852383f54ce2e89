"""Serve the site on this machine: what `make run` calls once the packages are there.

The first run makes the database, the demonstration content and an administrator; later runs do
only what changed files ask for. Then a server and one background process run until Ctrl-C.
"""

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("VAR_DIR") or ROOT / "var")
PORT = os.environ.get("PORT") or "8000"
ADDRESS = f"http://127.0.0.1:{PORT}/"
WAIT_FOR_SERVER = 60  # seconds
WAIT_FOR_END = 10  # seconds

SERVER = [
    *(sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "config.wsgi"),
    *("--bind", f"127.0.0.1:{PORT}", "--graceful-timeout", "5"),
]
MANAGE = [sys.executable, "manage.py"]
BACKGROUND = [*MANAGE, "run_background"]


class Stop(Exception):  # noqa: N818  It is a wish, not an error.
    """Someone asked for the end: Ctrl-C, a closed terminal or the system."""


class Failed(Exception):  # noqa: N818
    """The site can not run; the message says what to do."""


class Notes:
    """What earlier runs have done, kept in var/ so that a later one need not do it again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.done: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}

    def has(self, name: str, value: str) -> bool:
        """Say whether `name` was done for this `value`."""
        return self.done.get(name) == value

    def write(self, name: str, value: str) -> None:
        """Remember that `name` was done for `value`."""
        self.done[name] = value
        self.path.write_text(json.dumps(self.done, indent=2) + "\n")


def say(text: str) -> None:
    """Tell whoever runs this, at once."""
    print(text, flush=True)


def fingerprint(*patterns: str) -> str:
    """Return a digest of the project's files that match, and of the pinned packages.

    What is made on this machine does not count, or each run would undo the one before.
    """
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file() and VAR not in path.parents:
                digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def refuse_a_taken_port() -> None:
    """Say so now, rather than after a minute of preparation, when the port is in use."""
    if not (PORT.isdecimal() and 0 < int(PORT) < 65536):
        raise Failed(f"PORT is “{PORT}”: give a number from 1 to 65535, as in make run PORT=8001")
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", int(PORT)))
        except OSError as error:
            raise Failed(
                f"Port {PORT} can not be used ({error}). Stop what listens there, "
                "or choose another: make run PORT=8001"
            ) from error


def manage(*arguments: str) -> None:
    """Run one of the site's commands to its end."""
    if subprocess.run([*MANAGE, *arguments], cwd=ROOT).returncode:
        raise Failed(f"`manage.py {' '.join(arguments)}` failed; its own words are above.")


def prepare() -> None:
    """Bring database, content, administrator and static files up to date."""
    VAR.mkdir(parents=True, exist_ok=True)
    notes = Notes(VAR / "prepared.json")
    database = VAR / "site.sqlite3"
    if not database.exists():
        notes.write("migrated", "")
        notes.write("content", "wanted")
    static = fingerprint("*/static/**/*", "*/joined_sheet.py", "config/settings/*.py")
    migrations = fingerprint("*/migrations/*.py")

    collecting = None
    if not notes.has("collected", static) or not (VAR / "static").exists():
        say("· Collecting and compressing styles, scripts and fonts")
        collecting = subprocess.Popen([*MANAGE, "collectstatic", "--noinput", "-v0"], cwd=ROOT)
    try:
        if not notes.has("migrated", migrations):
            say("· Making the database" if notes.has("migrated", "") else "· Updating the database")
            manage("migrate", "--noinput", "-v0")
            notes.write("migrated", migrations)
        if notes.has("content", "wanted"):
            write_content()
            notes.write("content", "made")
        if collecting:
            if collecting.wait():
                raise Failed("`manage.py collectstatic` failed; its own words are above.")
            notes.write("collected", static)
    finally:
        end([collecting] if collecting else [])


def write_content() -> None:
    """Give a new site its first content, what finds it, and somebody who may change it."""
    say("· Writing demonstration content (manage.py demo --remove takes it away)")
    manage("demo")
    say("· Building the search index")
    manage("update_index")
    manage("first_administrator")


def start(command: list[str]) -> subprocess.Popen:
    """Start a process that Ctrl-C in the terminal does not reach: we end it ourselves."""
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True)


def answers() -> bool:
    """Say whether the server answers a request."""
    try:
        urllib.request.urlopen(ADDRESS, timeout=20).close()
    except urllib.error.HTTPError as error:
        say(f"  The home page answers {error.code}: {error.reason}")
    except OSError:
        return False
    return True


def watch(processes: dict[str, subprocess.Popen], until: float = float("inf")) -> None:
    """Return when the server answers or, without `until`, never; fail when a process ends."""
    while time.monotonic() < until:
        for name, process in processes.items():
            if process.poll() is not None:
                raise Failed(f"The {name} ended by itself (status {process.returncode}).")
        if until != float("inf") and answers():
            return
        time.sleep(0.2)
    raise Failed(f"The server did not answer within {WAIT_FOR_SERVER} seconds.")


def serve() -> None:
    """Run the server and the background process until someone asks for the end."""
    processes: dict[str, subprocess.Popen] = {}
    try:
        processes["server"] = start(SERVER)
        watch(processes, until=time.monotonic() + WAIT_FOR_SERVER)
        say(f"\nThe site: {ADDRESS}\nIts editor: {ADDRESS}admin/\nCtrl-C ends it.")
        # It is in no hurry, and would take a core from the server while that starts.
        processes["background process"] = start(BACKGROUND)
        watch(processes)
    finally:
        end(list(processes.values()))


def end(processes: list[subprocess.Popen]) -> None:
    """Ask every process to end, wait, and end those that do not listen."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(WAIT_FOR_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    listen()


def listen() -> None:
    """Turn the signals that ask for the end into Stop."""

    def stop(_number, _frame) -> None:
        raise Stop

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def main() -> int:
    """Prepare and serve; return the exit status."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.embedded"
    os.environ.setdefault("SITE_URL", ADDRESS.rstrip("/"))
    listen()
    try:
        refuse_a_taken_port()
        prepare()
        say("· Starting the server")
        serve()
    except Stop:
        say("\nThe site has stopped.")
        return 0
    except Failed as failure:
        say(f"\n{failure}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
