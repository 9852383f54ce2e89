"""How gunicorn serves the site, in containers and under `make run` (decision 0005)."""

import os
from pathlib import Path

bind = os.environ.get("BIND", "0.0.0.0:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
# The project is imported once, not by each worker: two cores start it in half the time.
preload_app = True
# SIGTERM: no new requests, those in hand end.
graceful_timeout = 20
timeout = 60
# The cache in front keeps its connections.
keepalive = 75
# A pasted page in the search box makes a long address, and is answered too.
limit_request_line = 0
# Heartbeats are files: on a slow disk they would stop a worker that is well.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
control_socket_disable = True
loglevel = os.environ.get("LOG_LEVEL", "warning").lower()
