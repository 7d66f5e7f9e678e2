# demo   the five seed articles, in a browser          test    check, then every test
# check  format, lint, types, layers                   fuzz   hostile input, for long
# clean  everything that was made here
# The environment is made once, in .venv; stamp files say what is up to date.

BIN := .venv/bin
DATA ?= onrecord-data
PORT ?= 8000

.PHONY: demo test check clean
.DELETE_ON_ERROR:

demo: $(DATA)/.seeded
	@$(BIN)/onrecord serve --data "$(DATA)" --port "$(PORT)"

test: check
	$(BIN)/python -m pytest $(ARGS)

check: .venv/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
	    api/web/node_modules api/pages/static/built

$(DATA)/.seeded: $(wildcard seeds/*.txt) | .venv/.run
	$(BIN)/onrecord ingest seeds --data "$(DATA)"
	@touch $@

WEB := $(shell find api/web -path '*/node_modules' -prune -o -type f ! -name '*.py' -print)

.venv/.run: pyproject.toml $(WEB)
	sh .ci/environment .venv
	$(BIN)/pip install --quiet --editable .
	@touch $@

.venv/.test: .venv/.run
	$(BIN)/pip install --quiet --group test
	sh .ci/servers
	sh .ci/browser
	@touch $@

FUZZ := tests.fuzz.openapi tests.fuzz.readers tests.fuzz.sparql tests.fuzz.disguises

.PHONY: fuzz
fuzz: .venv/.test
	$(BIN)/pip install --quiet --group fuzz
	set -e; for each in $(FUZZ); do $(BIN)/python -m $$each; done

.PHONY: bench
bench: .venv/.test
	$(BIN)/pip install --quiet --group bench
	$(BIN)/python -m tests.benchmarks.run $(ARGS)

.PHONY: bench-ui
bench-ui: .venv/.test
	$(BIN)/python -m tests.benchmarks.ui $(ARGS)

.PHONY: test-training
test-training: .venv/.test
	$(BIN)/pip install --quiet --editable ".[train]"
	$(BIN)/python -m pytest tests/extract/training -o norecursedirs=.*
