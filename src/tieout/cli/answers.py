"""How commands answer: on standard output, or in a file written at once; complaints are one line on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from tieout.errors import TieoutError, shown, writable
from tieout.protection.watch import let_out, masked


def deliver(text: str, out: Path | None, files: Sequence[str] = ()) -> None:
    """Print, or write the whole file at once: nothing half-written is ever left, and no document is overwritten.

    ProtectedError when a protected name stands in it.
    """
    if out is None:
        let_out(text, "the answer")
        sys.stdout.write(text)
        return
    from tieout.report.atomic import write_text

    if os.path.realpath(out) in map(os.path.realpath, files):
        refuse(f"{out}: it is one of the documents; choose another place for the answer")

    try:
        write_text(out, writable(text))
    except OSError as fault:
        refuse(f"{out}: cannot be written ({fault.strerror}); choose another place")


def print_lines(lines: Callable[[], Iterable[str]]) -> None:
    """Print lines as they come; an expected fault ends the run with code 2."""
    try:
        for line in lines():
            let_out(line, "the answer")
            click.echo(line)
    except TieoutError as fault:
        refuse(str(fault))


def complain(message: str) -> None:
    """One line on standard error, without protected names."""
    click.echo(f"tieout: {shown(masked(message))}", err=True)


def refuse(message: str) -> NoReturn:
    """One line on standard error, and exit code 2."""
    complain(message)
    sys.exit(2)
