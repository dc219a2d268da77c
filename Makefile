# The verbs of the editorial workflow. Thin on purpose: each one calls `banxin` or a checker, and CI calls these.

PYTHON ?= python3
ISSUE  ?= issue
OUT    ?= build

BIN    := .venv/bin
BANXIN := $(BIN)/banxin
PIP    := $(BIN)/pip --quiet --disable-pip-version-check

# Pins for all systems and Pythons at once, with digests; no address of an index goes into the file.
UV     := 0.13.9
LOCK   := UV_CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
          --generate-hashes --no-annotate $(UPGRADE) pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help issue proof press check specimen test golden findings fuzz bench lock clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

issue: .venv/.done ## set ISSUE (issue/): press files, proof and findings go to OUT (build/)
	$(BANXIN) build $(ISSUE) --target all -o $(OUT)

proof: .venv/.done ## the proof alone: crop marks, stamp, links, overset text shown
	$(BANXIN) build $(ISSUE) --target proof -o $(OUT)

press: .venv/.done ## the press files alone, then read them back
	$(BANXIN) build $(ISSUE) --target press -o $(OUT)
	$(MAKE) --no-print-directory check

check: .venv/.done ## preflight the press files that lie in OUT
	$(BANXIN) check $(OUT)/*-press.pdf

specimen: .venv/.done ## every rule of composition side by side, as OUT/specimen.pdf
	$(BANXIN) specimen -o $(OUT)

test: .venv/.done ## style, types, and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict layout
	$(BIN)/python -m pytest -q -rs -n 2

golden: .venv/.done ## write the expected text dumps anew; read the diff before committing
	BANXIN_GOLDEN=1 $(BIN)/python -m pytest -q tests/pages

findings: .venv/.done ## docs/findings.md and its Chinese twin, from the messages and the marks of the tests
	$(BIN)/python -m tests.findings_page

fuzz: .venv/.done ## FUZZ (10000) random inputs of SEED (1), bounded in time and memory; what fails lies in build/fuzz/
	$(BIN)/python -m tests.fuzz.run

bench: .venv/.bench ## CPU per stage on 64 pages, peak memory, ratio to Typst, cost of a page at 36 and 640
	$(BIN)/python tests/bench/bench.py

clean: ## remove what was made; .venv stays
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find layout tests -name __pycache__ -type d -prune -exec rm -rf {} +

lock: .venv/.done ## resolve pyproject.toml anew into requirements*.lock; UPGRADE=-U takes the newest versions
	$(PIP) install uv==$(UV)
	$(LOCK) --extra dev --extra build -o requirements.lock
	$(LOCK) --extra bench -c requirements.lock -o requirements-bench.lock

.venv/.done: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Banxin needs Python 3.11 or later; $(PYTHON) is `$(PYTHON) -V 2>&1`. Say: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv module is incomplete. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

.venv/.bench: .venv/.done
	-$(PIP) install --require-hashes -r requirements-bench.lock
	@touch $@
