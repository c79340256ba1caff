# Everything a newcomer, a developer or the CI types. `make` alone lists it.

PYTHON ?= $(firstword $(foreach v,3.11 3.12 3.13,$(shell command -v python$(v) 2>/dev/null)) python3)
VENV := .venv
BIN := $(VENV)/bin
LANG_UI ?= zh_CN
DEMO ?=
# Whatever measures time or fills the machine runs alone, all else two at a time.
ALONE := tests/reliability tests/e2e tests/video tests/sim_cameras

.PHONY: help demo run test check bench soak pictures lock clean

help:
	@echo "make demo      the console on a simulated district (LANG_UI=en for English)"
	@echo "make run       the console on your own district"
	@echo "make test      every test; make check: style, types, architecture, translations"
	@echo "make bench     measured figures, short; make soak: hours of faults, then the long figures"
	@echo "make pictures  retake the screenshots in docs/"

demo: $(VENV)/run
	@$(PYTHON) -m console.packages run
	@$(BIN)/python main.py demo --lang $(LANG_UI) $(DEMO)

run: $(VENV)/run
	@$(PYTHON) -m console.packages run
	@$(BIN)/python main.py run

test: $(VENV)/dev
	@$(PYTHON) -m console.packages test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 $(ALONE:%=--ignore=%)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(ALONE)

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/checks

bench: $(VENV)/dev
	@$(PYTHON) -m console.packages test
	$(BIN)/python -m tests.bench --short

soak: $(VENV)/dev
	@$(PYTHON) -m console.packages test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/reliability --soak --timeout=3600
	$(BIN)/python -m tests.bench

pictures: $(VENV)/run
	$(BIN)/python -m tests.pictures

# Hashes for every dependency and no index line, so that any mirror serves.
lock: $(VENV)/dev
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --upgrade -q -o requirements.lock
	$(BIN)/uv pip compile --group dev -c requirements.lock --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade -q -o requirements-dev.lock

$(VENV)/run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "Python 3.11, 3.12 or 3.13 is needed; found $$($(PYTHON) --version 2>/dev/null || echo none). Set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "This Python cannot make virtual environments. Install python3-venv and try again."; exit 1; }
	@echo "Installing what the program needs (once, a few minutes) …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/dev: $(VENV)/run requirements-dev.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
