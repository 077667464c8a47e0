# The only task runner. `make help` lists what it can do; nothing needs installing by hand.
PYTHON ?= python3
BIN := .venv/bin
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade \
  --generate-hashes --no-header --no-emit-index-url --quiet
# More processes than two cores, since tests wait for browsers a third of the time.
PYTEST = $(BIN)/pytest -n 4 --dist loadfile --no-loadscope-reorder --durations 20 --durations-min 1
unexport PYTHONDONTWRITEBYTECODE
export PLAYWRIGHT_BROWSERS_PATH := $(CURDIR)/.cache/browsers
.DEFAULT_GOAL := help
.PHONY: help site serve check quick test deep search-quality privacy-quality advice-quality audit fix lock screenshots bench evidence clean
help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
site: .cache/site ## Set up and build the site into site/
	$(BIN)/stories build
serve: .cache/site ## Show the site on this computer and rebuild it on every change
	$(BIN)/stories serve
check: .cache/site ## Check the stories without building
	$(BIN)/stories check
test: .cache/test ## Set up, a browser included, and run every test
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(PYTEST)
quick: .cache/test ## Run the tests of a minute: no browser, no Word, no whole build
	$(PYTEST) --ignore tests/browser -m "not (browser or word or site or deep)"
deep: .cache/test ## Try the long sets whole, of which `make test` tries a tenth, for some hours
	DEEP=1 $(PYTEST) -m deep
search-quality: .cache/test ## Type the questions of tests/search, and tell where their answers stand
	$(BIN)/python tests/search/quality.py $(ARGS)
privacy-quality: .cache/test ## Count the personal data that are found (TEXTS=FILES: in these)
	$(BIN)/python tests/measuring.py privacy $(TEXTS)
advice-quality: .cache/test ## Count the advice that is found (TEXTS=FILES: in these)
	$(BIN)/python tests/measuring.py advice $(TEXTS)
audit: .cache/test ## Ask whether anything that is locked has a known weakness (needs the network)
	$(BIN)/pip-audit --require-hashes --disable-pip -r locks/site.txt -r locks/test.txt
fix: .cache/test ## Put the code in order and renew the generated files
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format . && $(BIN)/oxlint --fix && DENO_DIR=.cache/deno $(BIN)/deno fmt
	$(BIN)/python scripts/renew.py
screenshots: .cache/test site ## Take the pictures in the README from the built site
	$(BIN)/python scripts/screenshots.py
lock: ## Choose the newest versions that fit and lock them with hashes (needs uv)
	$(LOCK) --extra set-up -o locks/site.txt
	$(LOCK) --extra set-up --extra test -o locks/test.txt
	$(LOCK) --all-extras -o locks/bench.txt
bench: .cache/test ## Measure against other generators, for half an hour (ARGS=--quick: minutes)
	scripts/set-up $(PYTHON) locks/bench.txt
	$(BIN)/python -m benchmarks.run $(ARGS)
evidence: .cache/site ## Simulate how often the evidence label is wrong, for some minutes
	$(BIN)/python -m benchmarks.evidence $(ARGS)
clean: ## Remove what was set up and built
	rm -rf .venv .cache site .site-*
.cache/site: locks/site.txt pyproject.toml scripts/set-up
	scripts/set-up $(PYTHON) locks/site.txt
	@mkdir -p .cache && touch $@
.cache/test: locks/test.txt pyproject.toml scripts/set-up scripts/find-browser
	scripts/set-up $(PYTHON) locks/test.txt && scripts/find-browser
	@mkdir -p .cache && touch $@ .cache/site
