# Two commands on a fresh machine with Python 3.11 or newer: make run, make test.
# Everything they need is made in .venv and in $SHEKTEU_VAR (var/ unless set).

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV = .venv/bin/python
TESTS ?= tests
LOCK = --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

.PHONY: venv-laptop run test test-browser test-deploy coverage bench messages pictures venv venv-s3 venv-dev lint types lock sbom audit python measures

run: venv-laptop
	@$(VENV) -m config.run

test: venv-dev lint types
	@echo "Tests"
	@$(VENV) -m pytest -n 2 -q $(TESTS)

test-browser: venv-dev
	@$(VENV) -m pytest -n 2 -q -m browser $(TESTS)

# What a production machine has: Debian's nginx and PostgreSQL, replicas, and whatever takes minutes.
test-deploy: venv-dev
	@$(VENV) -m pytest -q -m deploy $(TESTS)

# Every branch of the law, by its literal cases alone (the properties draw at random).
coverage: venv-dev
	@$(VENV) -m pytest -q tests/law --ignore tests/law/test_properties.py -k "not absurd" \
		--cov=law --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100

bench: venv-dev
	@$(VENV) -m benchmarks $(PART)

# Photographs every kind of page into docs/pictures/; needs Chromium.
pictures: venv-dev
	@$(VENV) -m pytest -q -m browser tests/browser/pictures.py

# Measures ten case pages on a telephone, the table of docs/pages.md; needs Chromium.
measures: venv-dev
	@$(VENV) -m pytest -q -m browser tests/browser/measures.py

# Brings the translations' files up to date with the texts and names what is not translated.
messages: venv-dev
	@$(VENV) -m config.messages

lint: venv-dev
	@echo "Lint"
	@$(VENV) -m ruff check --quiet .
	@$(VENV) -m ruff format --check --quiet .

types: venv-dev
	@echo "Types"
	@$(VENV) -m mypy --no-error-summary

venv: python
	@"$(PYTHON)" config/install.py run

# With what speaks S3, where the files of production lie in a bucket.
venv-s3: python
	@"$(PYTHON)" config/install.py s3

# With the embedded PostgreSQL, which production does not need.
venv-laptop: python
	@"$(PYTHON)" config/install.py laptop

venv-dev: python
	@"$(PYTHON)" config/install.py dev

python:
	@test -n "$(PYTHON)" || { echo "Shekteu needs Python 3.11 or newer. Install one, or say which: make run PYTHON=/path/to/python3.11"; exit 1; }

# Resolves pyproject.toml's dependencies anew into requirements/: hashes, no addresses.
lock: venv-dev
	@$(VENV) -m pip install --quiet uv
	@$(VENV) -m uv pip compile $(LOCK) -o requirements/run.txt pyproject.toml
	@$(VENV) -m uv pip compile $(LOCK) -c requirements/run.txt --extra s3 -o requirements/s3.txt pyproject.toml
	@$(VENV) -m uv pip compile $(LOCK) -c requirements/run.txt --extra laptop -o requirements/laptop.txt pyproject.toml
	@$(VENV) -m uv pip compile $(LOCK) -c requirements/s3.txt -c requirements/laptop.txt --extra laptop --extra s3 --group dev -o requirements/dev.txt pyproject.toml

# Everything that production installs, as a CycloneDX bill of materials in var/sbom.json.
sbom: venv-dev
	@$(VENV) -m pip install --quiet cyclonedx-bom
	@mkdir -p var
	@$(VENV) -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible --of JSON \
		-o var/sbom.json requirements/run.txt

# Known holes in what production installs; asks the advisories of PyPI, so it needs a network that reaches them.
audit: venv-dev
	@$(VENV) -m pip install --quiet pip-audit
	@$(VENV) -m pip_audit --disable-pip --requirement requirements/run.txt
