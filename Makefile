# The two commands are `make serve` and `make book`; `make help` lists the rest.
# make only finds a Python; all else is in src/coursekit/tasks/, which needs nothing installed.
.POSIX:
.PHONY: help book serve key test environment test-environment clean clean-all
EDITION = self-study
PORT = 8000

# The first Python 3.11 or 3.12 that runs (a name on PATH may be a shim that fails); one that has venv is preferred.
# PYTHON=/path/to/python goes before all.
BOOTSTRAP = \
	for need in 'import ensurepip' pass; do \
	  for python in "$(PYTHON)" .venv/bin/python python3 python3.12 python3.11 python; do \
	    [ -n "$$python" ] || continue; \
	    "$$python" -c "import sys; assert (3, 11) <= sys.version_info[:2] <= (3, 12); $$need" >/dev/null 2>&1 || continue; \
	    exec env PYTHONPATH=src "$$python" -m coursekit.tasks.bootstrap $$which; \
	  done; \
	done; \
	found=$$( { python3 --version || python --version; } 2>/dev/null ) || found="no Python at all"; \
	echo "This course needs Python 3.11 or 3.12, and there is $$found here: install one (python.org, or your system's packages) and run the same command again." >&2; \
	exit 1
COURSEKIT = .venv/bin/python -m coursekit.cli

help: ## Say what can be made
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "make %-16s %s\n", $$1, $$2}' Makefile
	@echo "EDITION=class makes the class edition; PORT=8000 is where serve begins to look for a free port."

serve: environment ## Build the course and show it on this machine
	@$(COURSEKIT) serve --edition "$(EDITION)" --port "$(PORT)"

book: environment ## Build the course into _build/html (EDITION=class: _build/class/html)
	@$(COURSEKIT) book --edition "$(EDITION)"

key: environment ## Make the instructor's key into _build/key
	@$(COURSEKIT) key

test: test-environment ## Check everything: style, types, arrows, units, the built book, the book in a real browser
	@$(COURSEKIT) test

environment: ## Make the environment only (.venv, web/node_modules)
	@which=book; $(BOOTSTRAP)

test-environment: ## The same, with what the tests need
	@which=test; $(BOOTSTRAP)

clean: ## Remove what was built; keep the environment and the downloads
	rm -rf _build

clean-all: clean ## Remove the environment and the downloads too
	rm -rf .venv web/node_modules .cache
