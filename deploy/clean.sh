#!/bin/sh
# Remove what was made on this machine. The site's content goes too, so it asks unless YES=1.
set -eu
cd "$(dirname "$0")/.."
if [ -d var ] && [ "${YES:-}" != 1 ]; then
    printf 'Remove .venv, caches and var/ with the database and every uploaded file? [y/N] '
    read -r answer || answer=
    [ "$answer" = y ] || { echo "Nothing was removed. (YES=1 answers for you.)"; exit 1; }
fi
rm -rf .venv var .hypothesis .import_linter_cache .pytest_cache .ruff_cache
find . -name __pycache__ -type d -prune -exec rm -rf {} +
