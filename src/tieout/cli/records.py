"""`tieout records`: what some documents hold beside figures: laws, emergencies, recommendations, groups and more."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tieout.cli.answers import complain, deliver, refuse
from tieout.cli.asking import asked, limits_of
from tieout.cli.options import FILES, HINTS, OUT, hints
from tieout.cli.progress import progress

if TYPE_CHECKING:
    from tieout.evidence.passage import Setting
    from tieout.evidence.records.record import Record
    from tieout.evidence.records.topic import Topic
    from tieout.evidence.terms_of_reference import Item, Terms

KINDS = ("law", "act", "emergency", "recommendation", "obligation", "group", "gap", "exposure", "protection",
         "argument", "statement")  # fmt: skip


@click.command("records")
@FILES
@click.option("--kind", type=click.Choice(KINDS), required=True, help="Which records to print.")
@click.option("--term", "given", multiple=True, help="For statements: words they must answer; give one or more.")
@click.option(
    "--terms",
    type=click.Path(path_type=Path, dir_okay=False),
    help="For statements and gaps: the terms of reference whose items they must answer.",
)
@click.option("--framework", help="For statements: the index framework whose indicators they must touch.")
@click.option("--headings", is_flag=True, help="For statements: all of them, each under the heading above it.")
@click.option("--persons", is_flag=True, help="For groups: name their leaders too. Without it no person is named.")
@click.option(
    "--format",
    type=click.Choice(["jsonl", "table"]),
    default="table",
    show_default=True,
    help="How to print the records.",
)
@OUT
@HINTS
@click.pass_context
def command(
    context: click.Context, /, files: Sequence[str], kind: str, given: Sequence[str], terms: Path | None,
    framework: str | None, headings: bool, persons: bool, format: str, out: Path | None, **_: Any,
) -> None:  # fmt: skip
    """Print the records of one kind in some documents, in text order."""
    from tieout.checks.check import read_files
    from tieout.evidence.figures import setting_of
    from tieout.evidence.records.read import records_of

    _check(kind, given, terms, framework, headings=headings, persons=persons)
    values, settings = asked(context, files, leaving=["format", "kind", "terms", "framework"])
    asked_for = _terms(terms)
    topics: list[str | Topic] = [*given, *_topics(asked_for, framework)] if kind == "statement" else []
    known = hints(values["date"], values["country"], values["language"], values["origin"])
    with progress(files) as done:
        readings, unreadable = read_files(files, known, limits_of(settings), done)
    for fault in unreadable:
        complain(str(fault))
    if not readings:
        sys.exit(2)
    read = [setting_of(r.document, r.language) for r in readings]
    found = [one for s in read for one in records_of(s, kind, topics, headings=headings, persons=persons)]
    silent = _silent(asked_for, read) if kind == "gap" and asked_for else ()
    deliver(_printed(found, format) + _said_nothing(silent, format), out, files)
    sys.exit(3 if unreadable else 0)


def _check(
    kind: str, given: Sequence[str], terms: Path | None, framework: str | None, *, headings: bool, persons: bool
) -> None:
    """Refuse options that do not go with the kind."""
    if kind == "statement" and not (given or terms or framework or headings):
        refuse(
            "--kind statement needs --term, --terms, --framework or --headings: "
            "tieout records FILE --kind statement --term prisons"
        )
    if kind != "statement" and (given or framework or headings):
        refuse("--term, --framework and --headings are for --kind statement")
    if terms and kind not in ("statement", "gap"):
        refuse("--terms is for --kind statement and --kind gap")
    if persons and kind != "group":
        refuse("--persons is for --kind group")


def _terms(path: Path | None) -> Terms | None:
    if path is None:
        return None
    from tieout.evidence.terms_of_reference import read_terms

    return read_terms(path)


def _topics(terms: Terms | None, framework: str | None) -> Iterator[Topic]:
    """The items of the terms of reference, by their numbers, and the framework's indicators, by their ids."""
    from tieout.evidence.records.topic import Topic, item_topic

    yield from map(item_topic, terms.items if terms else ())
    if framework is not None:
        from tieout.index.evidence import pattern_of
        from tieout.index.frameworks import framework as named
        from tieout.language.tables import LANGUAGES

        for indicator in named(framework).indicators:
            yield Topic(indicator.id, patterns={code: pattern_of(indicator, code) for code in LANGUAGES})


def _silent(terms: Terms, settings: Sequence[Setting]) -> Sequence[Item]:
    """The items of the terms of reference on which no sentence of the documents says anything."""
    from tieout.evidence.records.line import lines_of
    from tieout.evidence.records.read import records_of
    from tieout.evidence.records.topic import silent_items

    def sentences() -> Iterator[tuple[str, str]]:
        for setting in settings:
            gaps = {(gap.start, gap.end) for gap in records_of(setting, "gap")}
            for line in lines_of(setting):
                if line.span(0, len(line.text)) not in gaps and line.passage.block.kind != "note":
                    yield setting.language, line.text

    return silent_items(terms.items, sentences())


def _said_nothing(items: Sequence[Item], format: str) -> str:
    """The items on which nothing is said, behind the gap statements: `silent` lines, or a table of their own."""
    if not items:
        return ""
    if format == "jsonl":
        rows = ({"record": "silent", "item": i.id, "number": i.number, "text": dict(i.text)} for i in items)
        return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
    from tieout.evidence.table import table_text

    return "\n" + table_text([["silent", "item"], *([i.number, next(iter(i.text.values()))] for i in items)])


def _printed(found: Sequence[Record], format: str) -> str:
    from tieout.evidence.records.wire import json_lines, rows
    from tieout.evidence.table import table_text

    if format == "jsonl":
        return "".join(f"{line}\n" for line in json_lines(found))
    return table_text(rows(found)) if found else ""
