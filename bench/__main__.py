"""Run a script of this folder with Django at hand: `python -m bench search_latency [OPTIONS]`.

Settings and database are those of the environment, as for manage.py.
"""

import importlib
import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.embedded")
    django.setup()
    importlib.import_module(f"bench.{sys.argv[1]}").main(sys.argv[2:])
