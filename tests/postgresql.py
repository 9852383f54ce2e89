"""A PostgreSQL for the tests alone: made from the system's programs, gone at the end."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

WAIT = 30  # seconds for it to start
SETTINGS = {
    # Nobody needs this data after a crash, and nobody but the tests may connect.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "60",
}


def other_user() -> dict:
    """Return whom to run as, in Popen's words: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise RuntimeError("PostgreSQL refuses root, and there is no user `postgres` or `nobody`.")


def made(programs: Path, folder: Path) -> None:
    """Make an empty cluster in folder/data."""
    command = [
        *(str(programs / "initdb"), "--pgdata", str(folder / "data"), "--no-sync"),
        *("--auth=trust", "--username=site", "--encoding=UTF8", "--locale=C.UTF-8"),
    ]
    with (folder / "output").open("w") as output:
        subprocess.run(
            command, check=True, stdout=output, stderr=output, cwd=folder, **other_user()
        )


def started(programs: Path, folder: Path) -> subprocess.Popen:
    """Start the server of folder/data, return it once it takes connections on a socket there."""
    options = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder), *options]
    with (folder / "output").open("a") as output:
        server = subprocess.Popen(
            command,
            stdout=output,
            stderr=output,
            cwd=folder,
            start_new_session=True,
            **other_user(),
        )
    asked = [str(programs / "pg_isready"), "--quiet", "--host", str(folder)]
    until = time.monotonic() + WAIT
    while subprocess.run(asked).returncode:
        if server.poll() is not None or time.monotonic() > until:
            stop(server)
            raise RuntimeError("PostgreSQL did not start:\n" + (folder / "output").read_text())
        time.sleep(0.1)
    return server


def stop(server: subprocess.Popen) -> None:
    """End the server at once; what it held is thrown away."""
    if server.poll() is None:
        server.send_signal(signal.SIGQUIT)
    server.wait()


@contextmanager
def temporary_postgresql(programs: Path) -> Generator[str]:
    """Start a cluster with the programs in this folder; give the DATABASE_URL that reaches it."""
    folder = Path(tempfile.mkdtemp(prefix="site-postgresql-"))
    who = other_user()
    if who:
        os.chown(folder, who["user"], who["group"])
    try:
        made(programs, folder)
        server = started(programs, folder)
        try:
            yield f"postgresql://site@{quote(str(folder), safe='')}/site"
        finally:
            stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
