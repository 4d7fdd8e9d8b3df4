.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
# A territory of one's own gets a database of its own, beside the demonstration's.
ifdef TERRITORY
export SYMBIOSIS_HOME ?= var/$(notdir $(abspath $(TERRITORY)))
endif

help: ## Show this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

run: $(BIN)/installed ## Install, load, match and serve (TERRITORY=FOLDER for a real territory; PORT=, HOST=, SYMBIOSIS_HOME=)
	@$(BIN)/flask symbiosis run $(if $(TERRITORY),--territory "$(TERRITORY)")

test: $(BIN)/installed-dev ## Run every test that this machine can run, and name the others
	@$(BIN)/python -m pytest

lint: $(BIN)/installed-dev ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(BIN)/installed-dev ## Measure speed and size, as claimed in the README
	@$(BIN)/python -m bench

bench-full: $(BIN)/installed-dev ## Read a made-up register of national size: 43 million rows, 14 GB of disk for a while
	@$(BIN)/python -m bench full

neo4j: ## Get and run a real Neo4j on loopback, for development (needs Java 17 and Maven)
	@$(PYTHON) tools/neo4j_server.py run

screenshots: $(BIN)/installed-dev ## Make the README's pictures again (needs Chromium)
	@$(BIN)/python -m tools.screenshots

clean: ## Remove what was installed; databases under var/ stay
	rm -rf .venv

$(BIN)/installed: requirements.txt $(wildcard symbiosis/web/translations/*/LC_MESSAGES/*.po)
	@$(PYTHON) -c 'import sys; sys.exit("Symbiose needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/pybabel --quiet compile --directory symbiosis/web/translations
	@touch $@

$(BIN)/installed-dev: $(BIN)/installed requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

.PHONY: help run test lint bench bench-full neo4j screenshots clean
