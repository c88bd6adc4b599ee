"""The command line: a thin face over reading, evidence, checks and report. It prints, and decides exit codes.

Exit codes of `check`: 0 nothing at or above `--fail-on`; 1 findings; 2 nothing could be checked, or wrong usage;
3 some files could not be read (3 wins over 1).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tieout.errors import TieoutError, UnreadableError

if TYPE_CHECKING:
    from tieout.checks.check import Checked, Hints

app = typer.Typer(
    name="tieout",
    help="Checks country reports: every figure with the words that say it, tied to the others by exact arithmetic. Offline.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)
bench_app = typer.Typer(help="Measure Tieout on labelled documents.", no_args_is_help=True)
app.add_typer(bench_app, name="bench")

Files = Annotated[list[str], typer.Argument(metavar="FILES...", help="Documents: TXT, Markdown, HTML, DOCX, PDF.")]
Date = Annotated[str | None, typer.Option("--date", help="Publication date of the documents (2025-07-08, 2025-07 or 2025).")]
Country = Annotated[str | None, typer.Option("--country", help="Country the documents are about (ISO 3166-1, such as PE or PER).")]
Language = Annotated[str | None, typer.Option("--language", help="Language of the documents: en or es.")]


class CheckFormat(StrEnum):
    """Outputs of `check`."""

    text = "text"
    json = "json"
    html = "html"


class FigureFormat(StrEnum):
    """Outputs of `figures`."""

    jsonl = "jsonl"
    table = "table"
    csv = "csv"


class FailOn(StrEnum):
    """The least severity that makes `check` exit with 1."""

    error = "error"
    warning = "warning"
    never = "never"


@app.command()
def check(
    files: Files,
    format: Annotated[CheckFormat, typer.Option("--format", help="How to print the answer.")] = CheckFormat.text,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write the answer to this file instead of printing it.")] = None,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Exit with 1 on findings of this severity or above.")] = FailOn.error,
    quotes: Annotated[bool, typer.Option("--quotes/--no-quotes", help="Leave the documents' words out of the answer.")] = True,
    date: Date = None,
    country: Country = None,
    language: Language = None,
) -> None:
    """Read documents, record their figures and recheck their arithmetic."""
    from tieout.checks.check import check as check_files

    checked = check_files(files, _hints(date, country, language))
    for fault in checked.unreadable:
        _complain(str(fault))
    if not checked.readings:
        raise typer.Exit(2)
    _deliver(_answer(checked, format, quotes=quotes), out)
    raise typer.Exit(_exit_code(checked, fail_on))


@app.command()
def figures(
    files: Files,
    format: Annotated[FigureFormat, typer.Option("--format", help="How to print the figures.")] = FigureFormat.table,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file instead of printing.")] = None,
    date: Date = None,
    country: Country = None,
    language: Language = None,
) -> None:
    """Print every figure of some documents, in text order."""
    from tieout.checks.check import read_files

    readings, unreadable = read_files(files, _hints(date, country, language))
    for fault in unreadable:
        _complain(str(fault))
    if not readings:
        raise typer.Exit(2)
    _deliver(_figures([f for r in readings for f in r.figures], format), out)
    raise typer.Exit(3 if unreadable else 0)


@app.command()
def read(file: Annotated[str, typer.Argument(metavar="FILE", help="One document.")]) -> None:
    """Print a document's text as Tieout reads it; the offsets of all records are those of this text."""
    from tieout.reading.read import read as read_file

    try:
        document = read_file(Path(file))
    except UnreadableError as fault:
        _complain(str(fault))
        raise typer.Exit(2) from None
    sys.stdout.write(document.text)


@app.command()
def rules() -> None:
    """List the rules, a line each."""
    from tieout.checks.register import rules as all_rules

    for rule in all_rules():
        typer.echo(f"{rule.code}  {rule.severity:<8}{rule.name:<28}{rule.summary}")


@app.command()
def explain(code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code, such as A101.")]) -> None:
    """Explain one rule: what it checks, why, with a bad and a good example."""
    from tieout.checks.manual import explain as explain_rule

    try:
        typer.echo(explain_rule(code.upper()))
    except (KeyError, TieoutError):
        _complain(f"there is no rule {code}; `tieout rules` lists them")
        raise typer.Exit(2) from None


@bench_app.command("quality")
def bench_quality(
    shared: Annotated[Path, typer.Option("--shared", help="Folder with gold/, gold_es/, seeds/, docs/ and tools/.")] = Path("../shared"),
    misses: Annotated[int, typer.Option("--misses", help="Show this many misses and false figures of each set.")] = 0,
) -> None:
    """Score figures, ties and findings against the labelled documents."""
    from tieout.bench.quality import quality

    _print_lines(lambda: quality(shared, misses))


@bench_app.command("speed")
def bench_speed(
    shared: Annotated[Path, typer.Option("--shared", help="Folder whose docs/ holds the documents.")] = Path("../shared"),
    largest: Annotated[int, typer.Option("--largest", help="Longest text of the growth curve, in MB: up to 20.")] = 4,
) -> None:
    """Measure words a second, memory, start-up and growth."""
    from tieout.bench.speed import speed

    _print_lines(lambda: speed(shared, largest))


@bench_app.command("plant")
def bench_plant(
    seed: Annotated[int, typer.Option("--seed", help="Seed of the random numbers; the same seed makes the same statements.")] = 1,
    count: Annotated[int, typer.Option("--count", help="How many statements, half of them sound.")] = 400,
    show: Annotated[int, typer.Option("--show", help="Show this many misses and false alarms.")] = 0,
) -> None:
    """Plant mistakes into sound statements and count what is found."""
    from tieout.bench.plant import plant

    _print_lines(lambda: plant(seed, count, show))


def _print_lines(lines: Callable[[], Iterable[str]]) -> None:
    try:
        for line in lines():
            typer.echo(line)
    except TieoutError as fault:
        _complain(str(fault))
        raise typer.Exit(2) from None


def _hints(date: str | None, country: str | None, language: str | None) -> Hints:
    """The user's hints, checked; a wrong one ends the run with code 2."""
    from tieout.checks.check import Hints
    from tieout.language.edtf import bounds
    from tieout.language.countries import alpha2
    from tieout.language.tables import LANGUAGES

    if language is not None and language not in LANGUAGES:
        _refuse(f"--language {language}: only {' and '.join(LANGUAGES)} are read")
    if date is not None:
        try:
            bounds(date)
        except ValueError:
            _refuse(f"--date {date}: not a date; write 2025-07-08, 2025-07 or 2025")
    code = alpha2(country) if country is not None else None
    if country is not None and code is None:
        _refuse(f"--country {country}: not an ISO 3166-1 code; write PE or PER")
    return Hints(date=date, country=code, language=language)


def _answer(checked: Checked, format: CheckFormat, *, quotes: bool) -> str:
    if format is CheckFormat.json:
        import json

        from tieout.checks.wire import answer

        return json.dumps(answer(checked, quotes=quotes), ensure_ascii=False, indent=1) + "\n"
    if format is CheckFormat.html:
        from tieout.report.page import page

        documents = [r.document for r in checked.readings]
        return page(checked.result, documents, {r.document.path: r.figures for r in checked.readings}, quotes=quotes, unreadable=checked.unreadable)
    from tieout.checks.lines import report

    return "\n".join(report(checked, quotes=quotes)) + "\n"


def _figures(found: list, format: FigureFormat) -> str:  # type: ignore[type-arg]
    from tieout.evidence.wire import COLUMNS, json_lines, row

    if format is FigureFormat.jsonl:
        return "".join(f"{line}\n" for line in json_lines(found))
    rows = [list(COLUMNS), *(row(f) for f in found)]
    if format is FigureFormat.csv:
        from tieout.evidence.csv import csv_text

        return csv_text(rows)
    from tieout.evidence.table import table_text

    return table_text([[r[i] for i in (1, 3, 4, 6, 7, 8, 10, 11, 12, 14)] for r in rows])


def _exit_code(checked: Checked, fail_on: FailOn) -> int:
    if checked.unreadable:
        return 3
    loud = {FailOn.error: ("error",), FailOn.warning: ("error", "warning"), FailOn.never: ()}[fail_on]
    return 1 if any(f.severity in loud for f in checked.result.findings) else 0


def _deliver(text: str, out: Path | None) -> None:
    """Print, or write the whole file at once: nothing half-written is ever left."""
    if out is None:
        sys.stdout.write(text)
        return
    from tieout.report.atomic import write_text

    try:
        write_text(out, text)
    except OSError as fault:
        _refuse(f"{out}: cannot be written ({fault.strerror}); choose another place")


def _complain(message: str) -> None:
    typer.echo(f"tieout: {message}", err=True)


def _refuse(message: str) -> None:
    _complain(message)
    raise typer.Exit(2)


def main() -> None:
    """Run the command line; expected faults are one line, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except TieoutError as fault:
        _complain(str(fault))
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
