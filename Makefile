# Each target does its own set-up: python3 with venv and pip is all it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PERU := $(addprefix examples/peru/,rights_report.docx coi_report.pdf commentary.html index_profile.md)

.PHONY: install demo test fuzz lint types docs clean

$(BIN)/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

# The product alone, as locked: the command is .venv/bin/tieout
install: $(VENV)/.installed

$(VENV)/.installed: $(BIN)/uv uv.lock pyproject.toml
	$(BIN)/uv sync --quiet --frozen --inexact --no-dev --compile-bytecode
	$(BIN)/python -m compileall -q src
	touch $@

# The product with what its tests need, as locked
$(VENV)/.developed: $(BIN)/uv uv.lock pyproject.toml
	$(BIN)/uv sync --quiet --frozen --inexact
	touch $@ $(VENV)/.installed $(VENV)/.shown

# What the demo shows beyond checking: the workspace, its country page and a report
$(VENV)/.shown: $(VENV)/.installed
	$(BIN)/uv sync --quiet --frozen --inexact --no-dev --compile-bytecode --extra workspace --extra report
	touch $@

demo: $(VENV)/.shown
	mkdir -p out
	$(BIN)/tieout check $(PERU) --fail-on never
	$(BIN)/tieout check $(PERU) --format html --out out/peru.html --fail-on never
	$(BIN)/tieout figures $(PERU) --format csv --out out/peru_figures.csv
	$(BIN)/tieout build examples/peru --out out/peru.tieout
	$(BIN)/tieout report build examples/peru/report/report.md --workspace out/peru.tieout --out out/report
	$(BIN)/tieout country PER --workspace out/peru.tieout --out out/country
	@echo "The findings: out/peru.html. The figures: out/peru_figures.csv. The report: out/report/ (Word, PDF, HTML)."
	@echo "Open the country page in a browser: out/country/index.html"

test: lint types
	$(BIN)/pytest -n auto --dist loadfile

# The nightly run: 20,000 damaged files through every reader, the extractor and the rules, then inputs led by coverage
fuzz: $(VENV)/.developed
	cd tests && ../$(BIN)/python -m fuzz --inputs 20000 --keep ../out/fuzz
	cd tests && ../$(BIN)/python -m fuzz.guided --runs 5000 --keep ../out/fuzz

lint: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developed
	$(BIN)/mypy

# Rewrites the pages of docs/ that are made from the code; a test says when they are behind it
docs: $(VENV)/.developed
	$(BIN)/python scripts/make_docs.py

clean:
	rm -rf $(VENV) out
