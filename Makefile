# For work on quizgen itself, and on this repository's decks. Using quizgen needs no make.
# Every target sets up what it needs. `make` alone explains them.

PYTHON ?= python3
WORKERS ?= auto
BENCH ?=

VENV := .venv
OLDEST := .venv-oldest
BIN := $(VENV)/bin
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Stamps: made once, and again when what they stand for has changed.
PYTHON_READY := $(VENV)/.python-$(VERSION)
INSTALLED := $(VENV)/.installed
TESTABLE := $(VENV)/.testable
DOCUMENTABLE := $(VENV)/.documentable

SYSTEM_PACKAGES := chromium firefox-esr poppler-utils fonts-noto-core libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

.DEFAULT_GOAL := help
.PHONY: help build test test-oldest coverage fuzz mutants lint format bench lint-quality docs pictures clean

help: ## this list
	@echo "make TARGET, where TARGET is"
	@awk -F ' *## *' '/^[a-z-]+:.*## / { sub(/:.*/, "", $$1); printf "  %-12s %s\n", $$1, $$2 }' Makefile
	@echo "PYTHON=python3.12 chooses another Python (3.11 or newer), WORKERS=1 runs the tests in one process."

build: $(INSTALLED) ## build the decks and quizzes of this repository into build/
	@$(BIN)/quizgen build

test: $(TESTABLE) system ## lint, check types, run every test; sets up the browsers where it can
	@$(MAKE) --no-print-directory lint
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

test-oldest: system ## run the tests with the oldest versions that pyproject.toml allows
	@echo "installing the oldest versions into $(OLDEST)"
	@$(PYTHON) -m venv --clear $(OLDEST)
	@$(OLDEST)/bin/python tools/oldest.py > $(OLDEST)/constraints.txt
	@$(OLDEST)/bin/python -m pip --disable-pip-version-check --quiet install \
		--constraint $(OLDEST)/constraints.txt --editable '.[test]'
	@$(OLDEST)/bin/python -m pytest -n $(WORKERS) --dist worksteal --ignore tests/print

coverage: $(TESTABLE) system ## run every test, and tell which branches of quizgen/ none takes: 2 in 100 at most
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -n $(WORKERS) --dist worksteal
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

fuzz: $(TESTABLE) ## read 100,000 mutated documents of all kinds: each must give problems at most
	@$(BIN)/python -m tests.fuzz 100000

mutants: $(TESTABLE) ## make 2,400 small mistakes in the code, and name those that no test notices; takes its time
	@$(PIP) install 'mutmut==3.8.*'
	@$(BIN)/mutmut run
	@$(BIN)/mutmut results

lint: $(TESTABLE) ## check style and types, and change nothing
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "not formatted: run make format"; exit 1; }
	@$(BIN)/mypy --no-error-summary

format: $(TESTABLE) ## format the code, and mend what can be mended safely
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

bench: $(INSTALLED) ## measure time and memory against a floor; BENCH=--quick leaves out the 100,000 facts
	@$(BIN)/python bench/run.py $(BENCH)

lint-quality: $(TESTABLE) ## measure how often the rules of `quizgen check` are right
	@$(BIN)/python bench/lint_quality.py

docs: $(DOCUMENTABLE) ## write docs/rules.md again, and make the documents a site in build/site/
	@$(BIN)/python tools/rules_page.py
	@$(BIN)/python -m sphinx -q -E -W --keep-going -c docs -d build/.doctrees . build/site
	@echo "Open build/site/index.html in your browser."

pictures: $(TESTABLE) system ## take the pictures of the documents again, from what is built
	@PYTHONPATH=. $(BIN)/python tools/pictures.py

clean: ## delete what was made: build/, the virtual environment, caches
	rm -rf build dist mutants $(VENV) $(OLDEST) .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: system
system:
	@.ci/packages $(SYSTEM_PACKAGES)

$(PYTHON_READY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is missing or too old: make PYTHON=python3.12 (3.11 or newer)"; exit 1; }
	@$(BIN)/python -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "$(VERSION)")' 2>/dev/null || \
		$(PYTHON) -m venv --clear $(VENV) || { .ci/packages python3-venv; $(PYTHON) -m venv --clear $(VENV); }
	@touch $@

$(INSTALLED): $(PYTHON_READY) pyproject.toml
	@echo "installing quizgen into $(VENV)"
	@$(PIP) install --editable .
	@touch $@

$(TESTABLE): $(PYTHON_READY) pyproject.toml
	@echo "installing quizgen and what its tests need into $(VENV)"
	@$(PIP) install --editable '.[test]'
	@touch $@ $(INSTALLED) $(DOCUMENTABLE)

$(DOCUMENTABLE): $(PYTHON_READY) pyproject.toml
	@echo "installing what makes the documents into $(VENV)"
	@$(PIP) install --editable '.[docs]'
	@touch $@ $(INSTALLED)
