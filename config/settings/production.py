"""A live site: every secret and the database come from the environment."""

import dj_database_url

from config.settings.base import *  # noqa: F403
from config.settings.base import os, secret

SECRET_KEY = secret("SECRET_KEY")
DATABASES = {
    "default": dj_database_url.parse(
        secret("DATABASE_URL"), conn_max_age=600, conn_health_checks=True
    )
}
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# The cache in front: what changes is taken out of it by address.
if os.environ.get("CACHE_PURGE_URL"):
    WAGTAILFRONTENDCACHE = {
        "front": {
            "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
            "LOCATION": os.environ["CACHE_PURGE_URL"],
        }
    }
