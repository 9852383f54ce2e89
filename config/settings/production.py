"""A live site: every secret and the database come from the environment."""

import dj_database_url

from config.settings.base import *  # noqa: F403
from config.settings.base import os

SECRET_KEY = os.environ["SECRET_KEY"]
DATABASES = {
    "default": dj_database_url.parse(
        os.environ["DATABASE_URL"], conn_max_age=600, conn_health_checks=True
    )
}
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
