# Every job has one name here, the same for people and for CI. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run env test check lint types imports migrations templates format requirements clean bench-search

PORT ?= 8000
COLLECTIONS ?= $(SEARCH_COLLECTIONS)
export PORT PYTHON
BIN := .venv/bin
# Checks need no secret and no var/.
CHECK := DJANGO_SETTINGS_MODULE=config.settings.test $(BIN)/python -W error::DeprecationWarning

help:  ## List these jobs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' Makefile

run:  ## Prepare what is missing and serve the site on 127.0.0.1:8000 (PORT=8001 for another)
	@sh deploy/environment.sh run
	@exec $(BIN)/python deploy/run.py

env:  ## Write .env with random secrets for `docker compose up --wait`, once
	@sh deploy/env.sh

test: tools check  ## Everything: checks, then every test on SQLite and on PostgreSQL
	@$(BIN)/python tests/run.py $(ARGS)

check: lint types imports migrations templates  ## Lint, types, imports, migrations, templates

lint: dev  ## Ruff: style and mistakes in Python
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .

types: dev  ## ty: types in Python
	$(BIN)/ty check --quiet

imports: dev  ## Refuse imports that point up
	$(BIN)/lint-imports --no-logo

migrations: dev  ## Refuse models without their migration, and Django's own complaints
	$(CHECK) manage.py check --fail-level WARNING
	$(CHECK) manage.py makemigrations --check --dry-run

templates: dev  ## djlint: mistakes in templates
	$(BIN)/djlint --quiet --lint core people blog home search

format: dev  ## Put Python into the house's form
	$(BIN)/ruff check --quiet --fix .
	$(BIN)/ruff format .

bench-search: dev  ## Measure the search beside others (COLLECTIONS=folder, or SEARCH_COLLECTIONS)
	@test -n "$(COLLECTIONS)" || { echo "Name a folder of judged collections: COLLECTIONS=…"; exit 2; }
	@$(BIN)/python -m bench search_quality $(COLLECTIONS) $(ARGS)

requirements:  ## Write the pinned lists anew from pyproject.toml (needs uv; UPGRADE=1 for newer)
	@sh deploy/requirements.sh $(if $(UPGRADE),--upgrade)

clean:  ## Remove the environment, caches and everything made on this machine, content included
	@sh deploy/clean.sh

.PHONY: dev tools
dev:
	@sh deploy/environment.sh dev

tools: dev
	@sh tests/tools.sh
