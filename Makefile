# The two commands are `make serve` and `make book`; `make help` lists the rest.
# make only finds a Python; all else is in src/coursekit/tasks/, which needs nothing installed.
.POSIX:
.PHONY: help book serve watch key scorm pdf check sbom audit test test-thorough test-engines walks fuzz reproducible environment test-environment lock clean clean-all
EDITION = self-study
PORT = 8000
PAPER = a4
TEACHER =
LANDSCAPE =
WALKS = 100
SEED = 1
ENGINES =

# The newest Python that the course supports and that runs (a name on PATH may be a shim that fails); one that has venv is
# preferred. PYTHON=/path/to/python goes before all. With -I, variables such as PYTHONPATH and PYTHONHOME change nothing.
BOOTSTRAP = \
	for need in 'import ensurepip' pass; do \
	  for python in "$(PYTHON)" .venv/bin/python python3.14 python3.13 python3.12 python3.11 python3 python; do \
	    [ -n "$$python" ] || continue; \
	    "$$python" -I -c "import sys; assert (3, 11) <= sys.version_info[:2] <= (3, 14); $$need" >/dev/null 2>&1 || continue; \
	    exec "$$python" -I -X utf8 -c \
	      'import sys; sys.path.insert(0, "src"); from coursekit.tasks.bootstrap import run; sys.exit(run())' $$which; \
	  done; \
	done; \
	found=$$( { python3 --version || python --version; } 2>/dev/null ) || found="no Python at all"; \
	echo "This course needs Python 3.11, 3.12, 3.13 or 3.14, and there is $$found here: install one (python.org, or your system's packages) and run the same command again." >&2; \
	exit 1
# Under LC_ALL=C Python could not read where the course lies, if a folder's name is not in ASCII.
COURSEKIT = case "$$LC_ALL" in C|POSIX) LC_ALL=C.UTF-8; export LC_ALL;; esac; .venv/bin/python -I -X utf8 -m coursekit.cli

help: ## Say what can be made
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "make %-16s %s\n", $$1, $$2}' Makefile
	@echo "EDITION=class makes the class edition; PORT=8000 is where serve begins to look for a free port. PAPER=letter, LANDSCAPE=1 and TEACHER=1 are for pdf."

serve: environment ## Build the course and show it on this machine
	@$(COURSEKIT) serve --edition "$(EDITION)" --port "$(PORT)"

watch: environment ## Show the course, and build it again whenever a file is saved
	@$(COURSEKIT) watch --port "$(PORT)"

book: environment ## Build the course into _build/html (EDITION=class: _build/class/html)
	@$(COURSEKIT) book --edition "$(EDITION)"

key: environment ## Make the instructor's key into _build/key
	@$(COURSEKIT) key

scorm: environment ## Make SCORM packages of all chapters and lessons of the built book, with Python (about 20 MB each)
	@$(COURSEKIT) scorm --edition "$(EDITION)"

pdf: environment ## Print each chapter, each lesson and the whole course into PDFs that the site offers (TEACHER=1: copies with answers)
	@$(COURSEKIT) pdf --edition "$(EDITION)" --paper "$(PAPER)" --teacher="$(TEACHER)" --landscape="$(LANDSCAPE)"

check: test-environment ## Check style, types, arrows and units; TESTS=tests/unit/lab runs those tests alone
	@$(COURSEKIT) check $(TESTS)

sbom: environment ## Write the software's bill of materials (CycloneDX, JSON) into _build/sbom.json
	@$(COURSEKIT) sbom

audit: environment ## Ask npm and PyPI for known weaknesses of what the locks pin (says what it could not check)
	@$(COURSEKIT) audit

test: test-environment ## Check style, types, arrows, units, the built book, the book in a real browser (not what test-thorough adds)
	@$(COURSEKIT) test

test-thorough: test-environment ## The same and what takes long: every page in the browser, the cluster, hundreds of runs (an hour or more)
	@export COURSEKIT_THOROUGH=1 COURSEKIT_LIMIT_MIN=180; $(COURSEKIT) test

test-engines: test-environment ## Try the book in Chromium, Firefox and WebKit: those that are there, or those in ENGINES
	@$(COURSEKIT) test --engines $(ENGINES)

walks: test-environment ## Walk at random through the built book, 200 actions a walk (WALKS=100; SEED=1 is that of the first)
	@.venv/bin/python benchmarks/random_walks.py --walks "$(WALKS)" --seed "$(SEED)"

fuzz: test-environment ## Read 10,000 random links, hand-ins, assignments and exercise files; every property with random examples
	@COURSEKIT_EXAMPLES=fuzz .venv/bin/python -m pytest -q -n 2 tests/unit/fuzz
	@COURSEKIT_EXAMPLES=random .venv/bin/python -m pytest -q -n 2 tests/unit --ignore=tests/unit/fuzz

reproducible: environment ## Build the book twice from copies of the sources and compare every file (twenty minutes or more)
	@.venv/bin/python benchmarks/reproducible.py

test-tools: test-environment ## Have nbgrader and Otter release and grade what is exported (installs both: about a hundred packages)
	@export COURSEKIT_TOOLS=1 COURSEKIT_LIMIT_MIN=60; $(COURSEKIT) check tests/tools

environment: ## Make the environment only (.venv, web/node_modules)
	@which=book; $(BOOTSTRAP)

test-environment: ## The same, with what the tests need
	@which=test; $(BOOTSTRAP)

clean: ## Remove what was built; keep the environment and the downloads
	rm -rf _build

clean-all: clean ## Remove the environment and the downloads too
	rm -rf .venv web/node_modules .cache

# Needs uv (`pipx install uv`). A version that is in the lock already stays, unless `uv pip compile` is given --upgrade.
LOCK = uv --no-config pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --quiet \
	--custom-compile-command "make lock"
lock: ## Write requirements*.lock anew, after a change of requirements*.txt
	$(LOCK) requirements.txt -o requirements.lock
	$(LOCK) requirements.txt requirements-test.txt -c requirements.lock -o requirements-test.lock
