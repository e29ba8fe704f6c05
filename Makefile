# Every target works on a fresh clone with Python >= 3.11 (with venv) and make; the environment lives in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What is compiled once is kept: the tests start many interpreters.
unexport PYTHONDONTWRITEBYTECODE
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo demo-google test lint bench torture lock docs pictures bundle clean
.DELETE_ON_ERROR:

demo: $(VENV)/.run
	$(BIN)/rpo demo demo-office

# The same office on the local Sheets server, through gspread, compared with the one in a folder.
demo-google: $(VENV)/.dev
	$(BIN)/python -m benchmarks.google_demo

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev .bench/.done
	$(BIN)/python -m benchmarks.run

torture: $(VENV)/.dev
	$(BIN)/python -m benchmarks.torture $(PART)

# The examples of docs/rules.md come from the made-up office.
docs: $(VENV)/.run
	$(BIN)/python -m benchmarks.remarks
	$(BIN)/rpo commands > docs/commands.md
	$(BIN)/rpo rules > docs/rules.md
	$(BIN)/rpo registers > docs/registers.md

# The reports of the made-up office as pictures; needs LibreOffice and poppler.
pictures: $(VENV)/.run
	$(BIN)/python -m benchmarks.pictures

# build/rpo-…-windows-x64.zip, to install without make and internet; FOR=linux for Linux.
FOR ?= windows
bundle: $(VENV)/.dev
	$(BIN)/python -m benchmarks.bundle $(FOR)

# Renews the lock files (needs uv); no index address gets into them.
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --extra worker --extra postgres --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements-server.lock
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header -q -o requirements-dev.lock

.bench/.done: benchmarks/peers/requirements.lock
	$(PYTHON) -m venv .bench
	.bench/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r $<
	touch $@

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Нужен Python 3.11 или новее.")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(PIP) install --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) demo-office demo-google build *.egg-info
