#!/bin/sh
# Find or install what the tests use beyond Python: a browser, PostgreSQL, the Nu HTML checker.
# What can not be had is said by the tests themselves, one line each (tests/available.py).
set -u
cd "$(dirname "$0")/.."
nu_version=26.9.27

missing() { ! .venv/bin/python -m tests.available "$1"; }

# Install a package of the system, if this account may.
install() {
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" = 0 ]; then may=; elif sudo -n true 2>/dev/null; then may=sudo; else return 1; fi
    echo "· Installing $1"
    get="$may env DEBIAN_FRONTEND=noninteractive apt-get -qq"
    { $get install -y "$1" || { $get update && $get install -y "$1"; }; } >/dev/null 2>&1
}

if missing browser; then
    install chromium
    if missing browser; then
        echo "· Fetching a browser for the tests"
        .venv/bin/playwright install chromium >/dev/null 2>&1
    fi
fi
missing postgresql && install postgresql
if missing nu && command -v java >/dev/null && command -v npm >/dev/null; then
    echo "· Fetching the Nu HTML checker"
    npm install --silent --no-fund --no-audit --prefix var/tools "vnu-jar@$nu_version" >/dev/null 2>&1
fi
exit 0
