"""One machine, nothing to install: SQLite, files and a secret made once, all under var/."""

import secrets

from config.settings.base import *  # noqa: F403
from config.settings.base import LOCAL, SITE_ADDRESS, VAR_DIR, os, secret

VAR_DIR.mkdir(parents=True, exist_ok=True)


def kept_secret() -> str:
    """Return the secret key of this folder; the first call makes it, readable by its owner."""
    path = VAR_DIR / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


SECRET_KEY = secret("SECRET_KEY", "") or kept_secret()
ALLOWED_HOSTS = [*LOCAL, SITE_ADDRESS.hostname]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR_DIR / "site.sqlite3",
        "OPTIONS": {
            # Readers never wait; a writer waits for its turn instead of failing (decision 0003).
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        "CONN_MAX_AGE": 600,
    }
}
