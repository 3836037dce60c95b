# Two commands do everything on a fresh machine with Python 3.11: `make run` and `make test`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: run test unit check fuzz long bench learn wheel lock clean

run: $(STAMP)  ## index the seeds and open the chat on http://127.0.0.1:7860
	$(BIN)/python -m assistant index seeds
	$(BIN)/python app.py

test: $(STAMP)  ## every test, the real model and the browser included
	$(BIN)/python -m pytest

unit: $(STAMP)  ## the quick tests alone
	$(BIN)/python -m pytest -m "not model and not server and not browser and not slow"

check: $(STAMP)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fuzz: $(STAMP)  ## 2,000 mutants of each format, read and indexed; an hour. Those that fail are kept in fuzz-faults
	$(BIN)/python -m tests.fuzz --count 2000

long: fuzz  ## the same, and 200 kills in the midst of indexing
	KILLS=200 $(BIN)/python -m pytest tests/assistant/test_killed.py

bench: $(STAMP)  ## times and memory, printed as a table
	$(BIN)/python -m tests.benchmarks

learn: $(STAMP)  ## what questions ask for, learnt again after a change of assistant/data/question_kinds.txt; a minute
	$(BIN)/python -m assistant.asking.learning

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
