SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
# Tests run side by side, one worker a core; `make test PYTEST=tests/rules` runs a part of them.
PYTEST ?= -n auto

PYBABEL := $(BIN)/pybabel -q
POT := build/messages.pot
EXTRACT := $(PYBABEL) extract -F babel.cfg -k lazy_gettext -k _l -k lazy_ngettext:1,2 -k lazy_pgettext:1c,2 \
	--add-location=never --sort-by-file --project=Resolutions --copyright-holder="The Resolutions authors" -o $(POT) .

.DEFAULT_GOAL := help
.PHONY: help setup run test sure checks bench format lint messages messages-fresh lock clean

help: ## show this list
	@echo "make COMMAND, where COMMAND is one of"
	@sed -n 's/^\([a-z-]*\):[^#]*## /  \1|/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r name what; do printf '  %-10s %s\n' $$name "$$what"; done

setup: ## install everything the other commands need, into .venv
	@tools/setup $(VENV)
	@if ls translations/*/LC_MESSAGES/*.po >/dev/null 2>&1; then $(PYBABEL) compile -d translations; fi

run: export RESOLUTIONS_ENV = demo
run: setup ## serve the demo congress from this machine
	@$(BIN)/flask db upgrade
	@$(BIN)/flask demo --if-empty
	@$(BIN)/flask serve

test: setup ## run every test, on SQLite, on PostgreSQL and in a browser
	@tools/browser
	$(BIN)/python -m pytest $(PYTEST)

sure: lint test ## everything a change must pass: format, lint, types, floors, printed pages, tests

lint: setup messages-fresh ## look at the code without running the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/flask steps --check

format: setup ## put the code into the house's shape
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: setup ## measure the program; one JSON object a line
	@for file in benchmarks/*.py; do [ ! -e "$$file" ] || PYTHONPATH=. $(BIN)/python "$$file" || exit 1; done

messages: setup ## collect the sentences for the translators, bring the catalogues up to date, compile them
	@mkdir -p build translations
	$(EXTRACT)
	@for file in translations/*/LC_MESSAGES/messages.po; do [ ! -e "$$file" ] || \
		$(PYBABEL) update -i $(POT) -d translations --ignore-pot-creation-date --ignore-obsolete || exit 1; break; done
	@if ls translations/*/LC_MESSAGES/*.po >/dev/null 2>&1; then $(PYBABEL) compile -d translations; fi

# The check behind `make lint`: every sentence of the program stands in every catalogue.
messages-fresh: setup
	@mkdir -p build
	@$(EXTRACT)
	@if ls translations/*/LC_MESSAGES/*.po >/dev/null 2>&1; then \
		$(PYBABEL) update -i $(POT) -d translations --ignore-pot-creation-date --check 2>/dev/null \
		|| { echo "A catalogue in translations/ is behind the program: run 'make messages'."; exit 1; }; fi

lock: ## choose the newest versions that fit pyproject.toml (needs uv) and pin them
	@tools/lock

clean: ## remove what setup, tests and tools made; never the data under instance/
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
