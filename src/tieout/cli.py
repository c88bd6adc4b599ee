"""The command line: a thin face over reading, evidence, checks and report. It prints, and decides exit codes.

Exit codes of `check`: 0 nothing at or above `--fail-on`; 1 findings; 2 nothing could be checked, or wrong usage;
3 some files could not be read (3 wins over 1).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tieout.errors import TieoutError, UnreadableError

if TYPE_CHECKING:
    from tieout.checks.check import Checked, Hints
    from tieout.evidence.figure import Figure

Command = Callable[..., None]

LOUD = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
"""The severities that make `check` exit with 1, by the value of `--fail-on`."""


def _options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator, in the order given."""

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


FILES = click.argument("files", nargs=-1, required=True, metavar="FILES...")
HINTS = _options(
    click.option("--date", help="Publication date of the documents: 2025-07-08, 2025-07 or 2025."),
    click.option("--country", help="Country the documents are about, ISO 3166-1: PE or PER."),
    click.option("--language", help="Language of the documents: en or es; detected when not given."),
)
OUT = click.option(
    "--out", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file instead of printing."
)
SHARED = click.option(
    "--shared",
    type=click.Path(path_type=Path),
    default=Path("../shared"),
    show_default=True,
    help="Folder with gold/, gold_es/, seeds/, docs/ and tools/.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="tieout", message="tieout %(version)s")
def app() -> None:
    """Check country reports: every figure with its words, tied to the others by exact arithmetic. Offline."""


@app.command()
@FILES
@click.option(
    "--format",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="How to print the answer.",
)
@OUT
@click.option(
    "--fail-on",
    type=click.Choice(list(LOUD)),
    default="error",
    show_default=True,
    help="Exit with 1 on findings of this severity or above.",
)
@click.option("--quotes/--no-quotes", default=True, help="Leave the documents' words out of the answer.")
@HINTS
def check(
    files: Sequence[str],
    format: str,
    out: Path | None,
    fail_on: str,
    quotes: bool,
    date: str | None,
    country: str | None,
    language: str | None,
) -> None:
    """Read documents, record their figures and recheck their arithmetic."""
    from tieout.checks.check import check as check_files

    checked = check_files(files, _hints(date, country, language))
    for fault in checked.unreadable:
        _complain(str(fault))
    if not checked.readings:
        sys.exit(2)
    _deliver(_answer(checked, format, quotes=quotes), out, files)
    sys.exit(_exit_code(checked, fail_on))


@app.command()
@FILES
@click.option(
    "--format",
    type=click.Choice(["jsonl", "table", "csv"]),
    default="table",
    show_default=True,
    help="How to print the figures.",
)
@OUT
@HINTS
def figures(
    files: Sequence[str], format: str, out: Path | None, date: str | None, country: str | None, language: str | None
) -> None:
    """Print every figure of some documents, in text order."""
    from tieout.checks.check import read_files

    readings, unreadable = read_files(files, _hints(date, country, language))
    for fault in unreadable:
        _complain(str(fault))
    if not readings:
        sys.exit(2)
    _deliver(_figures([f for r in readings for f in r.figures], format), out, files)
    sys.exit(3 if unreadable else 0)


@app.command()
@click.argument("file")
def read(file: str) -> None:
    """Print a document's text as Tieout reads it; the offsets of all records are those of this text."""
    from tieout.reading.read import read as read_file

    try:
        document = read_file(Path(file))
    except UnreadableError as fault:
        _refuse(str(fault))
    sys.stdout.write(document.text)


@app.command()
def rules() -> None:
    """List the rules, a line each."""
    from tieout.checks.register import rules as all_rules

    for rule in all_rules():
        click.echo(f"{rule.code}  {rule.severity:<8}{rule.name:<28}{rule.summary}")


@app.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain one rule, such as A101: what it checks, why, with a bad and a good example."""
    from tieout.checks.manual import explain as explain_rule

    try:
        page = explain_rule(code.upper())
    except (KeyError, TieoutError):
        _refuse(f"there is no rule {code}; `tieout rules` lists them")
    click.echo(page)


@app.group()
def bench() -> None:
    """Measure Tieout on labelled documents."""


@bench.command("quality")
@SHARED
@click.option("--misses", default=0, help="Show this many misses and false figures of each set.")
def bench_quality(shared: Path, misses: int) -> None:
    """Score figures, ties and findings against the labelled documents."""
    from tieout.bench.quality import quality

    _print_lines(lambda: quality(shared, misses))


@bench.command("speed")
@SHARED
@click.option("--largest", default=4, show_default=True, help="Longest text of the growth curve, in MB: up to 20.")
def bench_speed(shared: Path, largest: int) -> None:
    """Measure words a second, memory, start-up and growth."""
    from tieout.bench.speed import speed

    _print_lines(lambda: speed(shared, largest))


@bench.command("plant")
@click.option(
    "--seed", default=1, show_default=True, help="Seed of the random numbers; the same seed makes the same statements."
)
@click.option("--count", default=400, show_default=True, help="How many statements, half of them sound.")
@click.option("--show", default=0, help="Show this many misses and false alarms.")
def bench_plant(seed: int, count: int, show: int) -> None:
    """Plant mistakes into sound statements and count what is found."""
    from tieout.bench.plant import plant

    _print_lines(lambda: plant(seed, count, show))


def _print_lines(lines: Callable[[], Iterable[str]]) -> None:
    try:
        for line in lines():
            click.echo(line)
    except TieoutError as fault:
        _refuse(str(fault))


def _hints(date: str | None, country: str | None, language: str | None) -> Hints:
    """The user's hints, checked; a wrong one ends the run with code 2."""
    from tieout.checks.check import Hints
    from tieout.language.countries import alpha2
    from tieout.language.edtf import bounds
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


def _answer(checked: Checked, format: str, *, quotes: bool) -> str:
    if format == "json":
        import json

        from tieout.checks.wire import answer

        return json.dumps(answer(checked, quotes=quotes), ensure_ascii=False, indent=1) + "\n"
    if format == "html":
        from tieout.checks.lines import not_tied
        from tieout.report.page import page

        documents = [r.document for r in checked.readings]
        return page(
            checked.result,
            documents,
            {r.document.path: r.figures for r in checked.readings},
            quotes=quotes,
            unreadable=[*checked.unreadable, *not_tied(checked)],
        )
    from tieout.checks.lines import report

    return "\n".join(report(checked, quotes=quotes)) + "\n"


def _figures(found: Sequence[Figure], format: str) -> str:
    from tieout.evidence.wire import COLUMNS, json_lines, row

    if format == "jsonl":
        return "".join(f"{line}\n" for line in json_lines(found))
    rows = [list(COLUMNS), *(row(f) for f in found)]
    if format == "csv":
        from tieout.evidence.csv import csv_text

        return csv_text(rows)
    from tieout.evidence.table import table_text

    return table_text([[r[i] for i in (1, 3, 4, 6, 7, 8, 10, 11, 12, 14)] for r in rows])


def _exit_code(checked: Checked, fail_on: str) -> int:
    if checked.unreadable:
        return 3
    return 1 if any(f.severity in LOUD[fail_on] for f in checked.result.findings) else 0


def _deliver(text: str, out: Path | None, files: Sequence[str]) -> None:
    """Print, or write the whole file at once: nothing half-written is ever left, and no document is overwritten."""
    if out is None:
        sys.stdout.write(text)
        return
    from tieout.report.atomic import write_text

    if out.resolve() in {Path(file).resolve() for file in files}:
        _refuse(f"{out}: it is one of the documents; choose another place for the answer")

    try:
        write_text(out, text)
    except OSError as fault:
        _refuse(f"{out}: cannot be written ({fault.strerror}); choose another place")


def _complain(message: str) -> None:
    click.echo(f"tieout: {message}", err=True)


def _refuse(message: str) -> NoReturn:
    _complain(message)
    sys.exit(2)


def main() -> None:
    """Run the command line; expected faults are one line, never a traceback. Interrupted, it exits with 130."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except TieoutError as fault:
        _refuse(str(fault))
    except BrokenPipeError:
        _forget_output()
        sys.exit(0)
    except OSError as fault:
        _forget_output()
        _refuse(f"the answer cannot be written ({fault.strerror})")


def _forget_output() -> None:
    """Keep the interpreter from flushing what cannot be written when it ends."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
