# `make demo` and `make test` do all their own set-up, as root or not; the second time they are quick.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
DEMO   := demo

.PHONY: demo test golden lock clean
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

test: $(READY)
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

# Writes the expected record of the sample pages anew; read the difference before committing it.
golden: $(READY)
	@rm -f $(DEMO)/golden.db*; mkdir -p $(DEMO) examples/expected
	$(BIN)/detente read examples/press --record $(DEMO)/golden.db
	$(BIN)/detente export --format json --record $(DEMO)/golden.db -o examples/expected/record.json

# Remakes the lock from pyproject.toml; the file names no host.
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra exports --extra documents --extra desk --extra postgresql --generate-hashes --no-annotate --no-header --no-emit-index-url \
	  --python-version 3.11 --universal --output-file requirements.lock

clean:
	rm -rf $(VENV) $(DEMO) build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
