#!/bin/sh
# Write .env with random secrets for `docker compose`, once. What stands there is never changed.
set -eu
cd "$(dirname "$0")/.."
umask 077

random() { head -c 48 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | cut -c1-48; }

if [ ! -e .env ]; then
    cat >.env <<'WORDS'
# Read by `docker compose` alone. Keep it secret, and keep a copy: without DATABASE_PASSWORD
# nobody opens the database. docs/settings.md lists what else may stand here, for example
# SITE_URL=https://www.example.org
WORDS
fi
for name in SECRET_KEY DATABASE_PASSWORD; do
    if grep -q "^$name=" .env; then
        echo "· $name stands in .env already"
    else
        echo "$name=$(random)" >>.env
        echo "· $name made, in .env"
    fi
done
