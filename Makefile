# Everything a contributor types. `make help` lists it.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
FUZZ_SECONDS ?= 600
FUZZ_TARGETS ?= curriculum profile checklist conversion toml changes config link
export PYTHONDONTWRITEBYTECODE := # compiled once, however many processes a test starts
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -q

.DEFAULT_GOAL := help
.PHONY: help run test lint format types imports check check-web check-all screenshots bench bench-prompt bench-keys bench-path bench-save schema readme paths released-ids model check-pythons requirements fuzz clean

help: # Show this list
	@grep -hE '^[a-z-]+:.*# ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*# (.*)/  \1\t\2/' | expand -t 16

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: pyproject.toml | $(BIN)/python
	$(PIP) install -e .
	@touch $@

$(VENV)/dev.stamp: pyproject.toml requirements/dev.txt | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/run.stamp

$(VENV)/fuzz.stamp: requirements/fuzz.txt $(VENV)/dev.stamp
	$(PIP) install --require-hashes -r requirements/fuzz.txt
	@touch $@

run: $(VENV)/run.stamp # Open planner
	@$(BIN)/planner

test: $(VENV)/dev.stamp # Run the tests
	@$(BIN)/python -m pytest -n auto

lint: $(VENV)/dev.stamp # Check style: ruff for Python, tombi for TOML
	@$(BIN)/ruff format --check -q .
	@$(BIN)/ruff check -q .
	@$(BIN)/tombi lint --offline curricula
	@$(BIN)/tombi format --check --offline curricula

format: $(VENV)/dev.stamp # Put the style right
	@$(BIN)/ruff check -q --fix . || true
	@$(BIN)/ruff format -q .
	@$(BIN)/tombi format --offline curricula

types: $(VENV)/dev.stamp # Check types with mypy --strict
	@$(BIN)/mypy

imports: $(VENV)/dev.stamp # Check that imports point downwards
	@$(BIN)/lint-imports

check: lint types imports test # All that has to be green before a change lands

check-web: $(VENV)/dev.stamp # Run the tests that need a real Chromium; as root on Debian, install it
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  command -v chromium >/dev/null && command -v chromedriver >/dev/null || \
	  apt-get install -y -q chromium chromium-driver || echo "chromium cannot be installed here"; fi
	@$(BIN)/python -m pytest tests/browser -m web

check-all: lint types imports $(VENV)/dev.stamp # The same, with the proofs that take minutes
	@$(BIN)/python -m pytest -n auto -m "slow or web or not web"

check-pythons: # Run the tests on every supported Python that is installed (minutes)
	@$(PYTHON) scripts/check_pythons.py

screenshots: $(VENV)/dev.stamp # Draw screenshots/ from the test scenes
	@$(BIN)/python scripts/screenshots.py

bench: $(VENV)/dev.stamp # Measure the table of goals in benchmarks/README.md (ten minutes)
	@$(BIN)/python benchmarks/bench.py

bench-prompt: $(VENV)/dev.stamp # Time `planner next --short` against a bare Textual app
	@$(BIN)/python benchmarks/prompt.py

bench-keys: $(VENV)/dev.stamp # Time keys in the Curriculum against a bare Textual list
	@$(BIN)/python benchmarks/bench.py --rows 4,5,10

bench-path: $(VENV)/dev.stamp # Measure the path against its exact optimum (minutes)
	@$(BIN)/python benchmarks/path.py

bench-save: $(VENV)/dev.stamp # Measure what a save costs, and what is noticed of it
	@$(BIN)/python benchmarks/save.py

schema: $(VENV)/dev.stamp # Write the JSON Schemas: of a curriculum, and of every JSON document
	@$(BIN)/python scripts/schema.py

readme: $(VENV)/dev.stamp # Write the table of keys into the README
	@$(BIN)/python scripts/readme.py

paths: $(VENV)/dev.stamp # Write docs/paths.md: the path from each title
	@$(BIN)/python scripts/paths.py

model: $(VENV)/dev.stamp # Write into docs/model.md how far the weights move a position
	@$(BIN)/python scripts/model.py

released-ids: $(VENV)/dev.stamp # At a release: note the ids of the curricula
	@$(BIN)/python scripts/released_ids.py

fuzz: $(VENV)/fuzz.stamp # Fuzz every reader of files, FUZZ_SECONDS (600) each
	@for each in $(FUZZ_TARGETS); do \
	  $(BIN)/python tests/fuzz/run.py $$each $(FUZZ_SECONDS) || exit 1; done

requirements: # Pin the developers' tools again (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header -q -o requirements/dev.txt

clean: # Remove what make made
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .fuzz .import_linter_cache
