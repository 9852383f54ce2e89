#!/bin/sh
# Make .venv and put the pinned packages into it: `sh deploy/environment.sh run` for what the site
# needs, `… dev` for the tests and checks as well. Does nothing where that is done already.
set -eu
cd "$(dirname "$0")/.."
wanted=${1:-run}
python=.venv/bin/python

case $wanted in
run) pinned=requirements.txt ;;
dev) pinned=requirements-dev.txt ;;
*) echo "Say run or dev, not $wanted." >&2; exit 2 ;;
esac

# Each interpreter is tried before it is trusted: a pyenv shim may exist and fail, and Debian's
# python3 may come without venv.
works() {
    "$1" -c 'import sys, venv, ensurepip, sqlite3, ssl
assert sys.version_info >= (3, 12)' >/dev/null 2>&1
}

find_python() {
    for name in ${PYTHON:-} python3.13 python3.12 python3.14 python3 python \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python3; do
        if works "$name"; then command -v "$name"; return; fi
    done
    if command -v uv >/dev/null; then uv python find --no-project '>=3.12' 2>/dev/null && return; fi
    return 1
}

# A copy of the pinned list beside the packages says what is installed.
if [ -x $python ] && $python -c '' 2>/dev/null; then
    cmp -s $pinned .venv/installed-$wanted.txt && exit 0
else
    rm -rf .venv
    if found=$(find_python); then
        echo "· Making a virtual environment with $("$found" -V)"
    elif command -v uv >/dev/null; then
        echo "· Making a virtual environment; uv fetches Python 3.13"
        found=3.13
    else
        echo "No Python 3.12 or later was found. Install one (pyenv, uv or your system's packages)" \
            "and try again, or name it: make run PYTHON=/path/to/python3" >&2
        exit 1
    fi
    if command -v uv >/dev/null; then
        uv venv --quiet --no-project --python "$found" .venv
    else
        "$found" -m venv .venv
    fi
fi

echo "· Installing the packages of $pinned"
# uv is quicker, but may know another way to the packages than the pip that is set up here.
with_uv() {
    command -v uv >/dev/null && uv pip install --quiet --python $python --compile-bytecode \
        --require-hashes -r $pinned
}
with_pip() {
    [ -x .venv/bin/pip ] || $python -m ensurepip >/dev/null
    $python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes \
        -r $pinned
}
with_uv || with_pip
rm -f .venv/installed-*.txt
cp requirements.txt .venv/installed-run.txt
cp $pinned .venv/installed-$wanted.txt
