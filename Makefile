# Two commands do everything on a fresh machine with Python 3.11: `make run` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test unit check bench wheel lock clean

run: $(STAMP)  ## index the seeds and open the chat on http://127.0.0.1:7860
	$(BIN)/python -m assistant index seeds
	$(BIN)/python app.py

test: $(STAMP)  ## every test, the real model and the browser included
	$(BIN)/python -m pytest

unit: $(STAMP)  ## the quick tests alone
	$(BIN)/python -m pytest -m "not model and not server and not browser"

check: $(STAMP)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(STAMP)  ## times and memory, printed as a table
	$(BIN)/python -m tests.benchmarks

wheel: $(STAMP)  ## a wheel in dist/
	$(BIN)/python -m build --wheel

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	touch $@

lock:  ## write constraints.txt anew from pyproject.toml, in an environment of its own
	rm -rf $(VENV)-lock
	$(PYTHON) -m venv $(VENV)-lock || python3 -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet ".[dev]"
	$(VENV)-lock/bin/python -m pip freeze --exclude postings-assistant | sed 's/+cpu$$//' > constraints.txt
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) build dist *.egg-info
