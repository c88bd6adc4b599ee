"""A reading of a few sentences, through the real reading of figures."""

from __future__ import annotations

import atexit
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp

from tieout.checks.result import Result
from tieout.checks.rule import BREAK, Rule
from tieout.checks.run import run
from tieout.evidence.corpus import ReadCorpus, Reading
from tieout.evidence.figures import read_figures, reading_of, setting_of
from tieout.index.frameworks import framework
from tieout.index.results import Results
from tieout.index.sheet import read_scores
from tieout.protection.guard import Guard
from tieout.reading.document import Block, Document
from tieout.reading.read import read
from tieout.series.spec_file import read_spec
from tieout.series.store import Store
from tieout.sources.claims.against import Against
from tieout.sources.holdings import Held, Holdings
from tieout.sources.library import Item

DATA = Path(__file__).parents[2] / "examples" / "peru" / "data"
INDEX = DATA.with_name("index")


def reading(text: str, language: str = "en", date: str | None = "2024-05-02", country: str | None = "PE") -> Reading:
    """The text as one paragraph of a document of 2 May 2024."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    blocks = (Block("paragraph", ((0, len(text)),)),)
    document = Document(
        "example.txt", text, "txt", sha256, "example", blocks, date=date, country=country, language=language
    )
    setting = setting_of(document, language)
    return Reading(document, language, setting.passages, read_figures(setting))


def noted(text: str, language: str = "en") -> Reading:
    """The text as a Markdown file, so that its notes are read as notes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "example.md"
        path.write_text(text, encoding="utf-8", newline="")
        return reading_of(read(path, date="2024-05-02", country="PE", language=language))


def check(
    text: str, language: str = "en", date: str | None = "2024-05-02", given: Mapping[str, object] | None = None
) -> Result:
    """What the rules say of the text, or of the texts that a BREAK parts: the first is `example.txt`."""
    if BREAK in text:
        several = [reading(part, language, date) for part in text.split(BREAK)]
        named = [_renamed(one, f"other-{at}.txt") if at else one for at, one in enumerate(several)]
        return run(ReadCorpus(tuple(named)), given or {})
    one = noted(text, language) if "[^" in text or "<!--" in text else reading(text, language, date)
    return run(ReadCorpus((one,)), given or {})


def _renamed(one: Reading, name: str) -> Reading:
    figures = [replace(figure, doc=name) for figure in one.figures]
    return replace(one, document=replace(one.document, path=name), figures=figures)


@cache
def tables() -> Store:
    """The example's official table, stored once."""
    folder = mkdtemp(prefix="tieout-tables-")
    atexit.register(rmtree, folder, ignore_errors=True)
    store = Store(Path(folder))
    store.add(DATA / "complaints.csv", read_spec(DATA / "complaints.toml"))
    return store


@cache
def scores() -> Results:
    """The example's profile of Peru in the index of 2023."""
    return Results(read_scores(INDEX / "scores_2023.csv", framework("oc-index-2023")))


CHRONICLE = (
    "The Harbour Law forbids smuggling and punishes it with one month to six years in prison. "
    "In 2023 the port police recorded at least 412 complaints of theft in Callao. "
    "Merchants told us that the port police are often slow and rarely rude."
)
"""The text that the examples of rules about claims cite."""


@cache
def library() -> Against:
    """A library of one text."""
    one = reading(CHRONICLE)
    document = replace(one.document, path="chronicle.txt")
    item = Item("chronicle.txt", one.document.sha256, "Harbour chronicle 2023", "Port Gazette", "2023")
    return Against(Holdings([Held(item, document, "en", one.passages)]), complete=True)


def at_hand(rule: Rule) -> dict[str, object]:
    """What a rule's examples need besides their text."""
    if "library" in rule.needs:
        return {"library": library()}
    if "names" in rule.needs:
        return {"names": Guard(["Quispe Mamani, Rosa"])}
    if "scores" in rule.needs:
        return {"scores": scores()}
    return {"series": tables()} if "series" in rule.needs else {}
