#!/bin/sh
# Compile the pinned lists from pyproject.toml, with hashes and without a word about this machine.
set -eu
cd "$(dirname "$0")/.."
command -v uv >/dev/null || { echo "Install uv first: https://docs.astral.sh/uv/" >&2; exit 1; }
compile() {
    uv pip compile --quiet --no-config --generate-hashes --universal --python-version 3.12 \
        --no-header --no-emit-index-url --no-emit-find-links "$@" pyproject.toml
}
compile "$@" -o requirements.txt
compile "$@" --group dev -c requirements.txt -o requirements-dev.txt
