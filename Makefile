# `make demo` and `make test` do all their own set-up, as root or not; the second time they are quick.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PEERS  := $(VENV)/.peers
DEMO   := demo

.PHONY: demo test golden lock supply clean
.DELETE_ON_ERROR:

demo: $(READY)
	@mkdir -p $(DEMO)
	@rm -f $(DEMO)/record.db*
	$(BIN)/detente read examples/press --record $(DEMO)/record.db
	$(BIN)/detente brief CAN SEN --record $(DEMO)/record.db
	@$(BIN)/detente brief CAN SEN --record $(DEMO)/record.db --format html -o $(DEMO)/brief.html
	@$(BIN)/detente export --format json --record $(DEMO)/record.db -o $(DEMO)/record.json
	@echo
	@echo "The record: $(DEMO)/record.db    The brief, with the curve: $(DEMO)/brief.html    The export: $(DEMO)/record.json"
	@echo "In a browser: $(BIN)/detente serve --record $(DEMO)/record.db"

test: $(READY) $(PEERS)
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check --quiet src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/detente codebook check
	$(BIN)/pytest

$(READY): requirements.lock pyproject.toml bin/venv
	@bin/venv $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# FollowTheMoney has no wheel without ICU: where it cannot be built, the tests that load it say that they are skipped.
$(PEERS): requirements-peers.lock bin/peers $(READY)
	@bin/peers $(BIN)/python $<
	@touch $@

# Writes the expected record of the sample pages anew; read the difference before committing it.
golden: $(READY)
	@rm -f $(DEMO)/golden.db*; mkdir -p $(DEMO) examples/expected
	$(BIN)/detente read examples/press --record $(DEMO)/golden.db
	$(BIN)/detente export --format json --record $(DEMO)/golden.db -o examples/expected/record.json

# Remakes the locks from pyproject.toml; the files name no host.
LOCK := $(BIN)/uv pip compile pyproject.toml --generate-hashes --no-annotate --no-header --no-emit-index-url --python-version 3.11 --universal
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) --extra dev --extra exports --extra documents --extra desk --extra postgresql --extra scale --output-file requirements.lock
	$(LOCK) --extra peers --constraint requirements.lock --output-file requirements-peers.lock

# Licences, bill of materials, and known faults of what is installed, into supply/.
supply: $(READY)
	@bin/supply $(BIN)/python supply

clean:
	rm -rf $(VENV) $(DEMO) supply build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
