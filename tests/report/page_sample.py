"""A made-up one-page country report with hand-made records, for the tests of the page."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from fractions import Fraction

from tieout.checks.finding import Evidence, Finding, Severity
from tieout.checks.result import NotChecked, Result
from tieout.evidence.figure import Figure, Kind
from tieout.reading.document import Block, BlockKind, Document, Loss, Span
from tieout.ties.tie import Member, Tie, TieKind, Verdict

PARTS: tuple[tuple[BlockKind, str], ...] = (
    ("title", "Extortion in the Republic of Almaria"),
    ("heading", "1. What the registers show"),
    (
        "paragraph",
        "Police registered 1,200 complaints of extortion in 2022 and 1,800 in 2023, an increase of\n"
        "80 percent.1 Roughly half of the 1,800 complaints came from the port of Salinas.",
    ),
    (
        "paragraph",
        "The ministry spent over 8,000 crowns (about 2,000 euros) per victim. "
        "The law of 31 February 2023 is said to have helped.",
    ),
    ("heading", "2. Who pays"),
    ("list_item", "Bus drivers: 60 cases"),
    ("list_item", "Shopkeepers: 25 cases"),
    ("list_item", "(c) Builders: 10 cases, together 95 cases"),
    ("caption", "Complaints by port"),
    ("cell", "Port"),
    ("cell", "Complaints"),
    ("cell", "Salinas"),
    ("cell", "910"),
    ("cell", "Brava"),
    ("cell", "890"),
    ("note", "1 National Police, Yearbook 2023, https://police.example/yearbook?year=2023"),
)
FURNITURE = "Almaria country report 2024"


def outcome(findings: Sequence[Finding] = (), ties: Sequence[Tie] = (), missing: Sequence[str] = ()) -> Result:
    """A result; `missing` are the reasons why one rule was not checked."""
    return Result(tuple(findings), tuple(ties), tuple(NotChecked("X201", "source-mismatch", why) for why in missing))


def sample_document(path: str = "almaria.txt", parts: tuple[tuple[BlockKind, str], ...] = PARTS) -> Document:
    """The report as a Document: blocks one after the other, a running foot between text and notes."""
    text = ""
    blocks: list[Block] = []
    spans: list[Span] = []
    cells = 0
    for kind, words in parts:
        if kind == "note" and FURNITURE not in text:
            spans.append(Span("furniture", len(text), len(text) + len(FURNITURE)))
            text += FURNITURE + "\n\n"
        start = len(text)
        text += words
        table = 0 if kind in ("cell", "caption") else None
        row, col = divmod(cells, 2) if kind == "cell" else (None, None)
        cells += kind == "cell"
        label = "1" if kind == "note" else None
        blocks.append(Block(kind, ((start, len(text)),), int(kind == "heading"), label, table, row, col, row == 0))
        text += "\n\n"
    mark = text.find("percent.1") + len("percent.")
    if mark > len("percent."):
        spans.append(Span("note_mark", mark, mark + 1, label="1"))
    link = text.find("https://police")
    if link >= 0:
        spans.append(Span("link", link, link + 41, target=text[link : link + 41]))
    losses = (Loss("image", "pictures were not read", count=2),)
    spans.sort(key=lambda span: span.start)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        path, text, "txt", digest, "text 1", tuple(blocks), tuple(spans), parts[0][1], "2024-03", None, "en", {}, losses
    )


def figure(document: Document, words: str, kind: Kind, value: str, unit: str = "count", occurrence: int = 1) -> Figure:
    """The figure on the given occurrence of some words."""
    start = -1
    for _ in range(occurrence):
        start = document.text.index(words, start + 1)
    number = Fraction(value)
    name = hashlib.sha256(f"{document.path}{start}".encode()).hexdigest()[:10]
    return Figure(
        name, document.path, start, start + len(words), words, number, value, "exact", unit, kind,
        measure="extortion complaints", place="Almaria", period="2023", authority="National Police",
        basis={"place": "document", "period": "printed"},
    )  # fmt: skip


def sample_figures(document: Document) -> list[Figure]:
    """The figures of the report."""
    rows: tuple[tuple[str, Kind, str, str], ...] = (
        ("1,200", "level", "1200", "count"),
        ("1,800", "level", "1800", "count"),
        ("80 percent", "change", "80", "percent"),
        ("Roughly half", "share", "1/2", "share"),
        ("over 8,000 crowns", "money", "8000", "ALC"),
        ("about 2,000 euros", "money", "2000", "EUR"),
        ("60", "level", "60", "count"),
        ("25", "level", "25", "count"),
        ("10 cases", "level", "10", "count"),
        ("95", "level", "95", "count"),
        ("910", "level", "910", "count"),
        ("890", "level", "890", "count"),
    )
    return [figure(document, *row) for row in rows]


def finding(document: Document, words: str, severity: Severity, rule: str, name: str, message: str) -> Finding:
    """A finding on the first occurrence of some words, with the words after it as evidence."""
    start = document.text.index(words)
    shown = "1,200 complaints"
    proof = document.text.find(shown)
    evidence = (Evidence(document.path, proof, proof + len(shown), shown),) if rule == "A101" else ()
    return Finding(
        f"{rule}{start}", rule, name, severity, message, document.path, start, start + len(words), words, evidence
    )


def tie(figures: list[Figure], number: int, kind: TieKind, verdict: Verdict, stated: str, computed: str) -> Tie:
    """A tie over figures; an open one says why."""
    members = tuple(Member(f.doc, f.start, f.end, f.text, f) for f in figures)
    return Tie(f"tie{number}", kind, verdict, members, stated, computed, "soft_only" if verdict == "open" else None)


def sample(path: str = "almaria.txt") -> tuple[Result, Document, list[Figure]]:
    """The whole made-up check: result, document, figures."""
    document = sample_document(path)
    figures = sample_figures(document)
    at = {f.text: f for f in figures}
    result = outcome(
        findings=[
            finding(document, "31 February 2023", "error", "D101", "impossible-date", "February 2023 has 28 days."),
            finding(
                document, "an increase of\n80 percent", "warning", "A101", "change-mismatch",
                "(1,800 − 1,200) / 1,200 = 50 %, not 80 % as in “an increase of 80 percent”.",
            ),
            finding(document, "80 percent", "info", "A110", "no-base", "The base of the change is a round number."),
        ],
        ties=[
            tie([at["80 percent"], at["1,200"], at["1,800"]], 1, "change", "breaks", "+80 %", "1,800 / 1,200 = 1.5"),
            tie([at["95"], at["60"], at["25"], at["10 cases"]], 2, "total", "holds", "95", "60 + 25 + 10 = 95"),
            tie([at["Roughly half"], at["1,800"]], 3, "share", "open", "half of 1,800", "910 / 1,800 = 50.6 %"),
        ],
        missing=["no library given"],
    )  # fmt: skip
    return result, document, figures
