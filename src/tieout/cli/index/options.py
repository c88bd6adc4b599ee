"""The options that the index's commands share, and the reading of what they name. No command is here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.cli.answers import complain, refuse
from tieout.cli.options import options

if TYPE_CHECKING:
    from tieout.evidence.corpus import Corpus
    from tieout.index.change import Comparison
    from tieout.index.results import Results

FRAMEWORK = click.option(
    "--framework", "-f", required=True, help="Id of a framework that comes with Tieout, or a TOML file."
)
SCORES = click.option(
    "--scores", "-s", type=click.Path(path_type=Path), required=True, help="Table of scores: CSV, Parquet or Excel."
)
SHEET = click.option("--sheet", help="Sheet of a workbook that holds the scores.")
IGNORE = click.option("--ignore", multiple=True, metavar="COLUMN", help="A column that is not read; may be repeated.")
TABLE = options(FRAMEWORK, SCORES, SHEET, IGNORE)
PREVIOUS = options(
    click.option("--previous", type=click.Path(path_type=Path), help="Table of scores of the last edition."),
    click.option("--previous-framework", help="Its framework, when it is another one."),
    click.option(
        "--like-for-like", is_flag=True, help="Count the newer edition by the older composition, where that changed."
    ),
)
DOCUMENTS = click.option(
    "--documents",
    multiple=True,
    metavar="FILE",
    help="A document, or a folder of them, with evidence; may be repeated.",
)
LANGUAGE = click.option(
    "--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Language of the page."
)
ROBUST = options(
    click.option(
        "--replicates", type=click.IntRange(1, 100_000), default=10_000, show_default=True, help="How many replicates."
    ),
    click.option("--seed", type=int, default=1, show_default=True, help="Seed of the random numbers."),
)


def results(framework: str, scores: Path, sheet: str | None = None, ignore: Sequence[str] = ()) -> Results:
    """The scores read and counted. What else the table had, and what differs from ours, is said on standard error."""
    from tieout.index.frameworks import framework as framework_of
    from tieout.index.mistake import MistakesError
    from tieout.index.results import Results
    from tieout.index.sheet import read_scores

    try:
        counted = Results(read_scores(scores, framework_of(framework), sheet=sheet, ignore=ignore))
    except MistakesError as fault:
        for line in str(fault).splitlines():
            complain(line)
        sys.exit(2)
    for note in counted.book.notes:
        complain(f"{scores}: {note}")
    for wrong in counted.compared()[1]:
        complain(f"{scores}: {wrong.iso3} {wrong.dimension} is printed {wrong.published}; its scores give {wrong.ours}")
    return counted


def comparison(
    new: Results, previous: Path | None, previous_framework: str | None, framework: str, *, like_for_like: bool
) -> Comparison | None:
    """The comparison with the last edition; None when none is given."""
    if previous is None:
        if like_for_like or previous_framework:
            refuse("--previous names no table; give the last edition's scores, or leave the other options out")
        return None
    from tieout.index.change import compare

    made = compare(results(previous_framework or framework, previous), new, like_for_like=like_for_like)
    for note in made.notes:
        complain(note)
    return made


def country(results: Results, said: str) -> str:
    """The alpha-3 code of a country of the table; ends the run when it is not there."""
    from tieout.index.countries import iso3

    code = iso3(said)
    if code is None:
        refuse(f"{said}: no country of this code or name; write its ISO 3166-1 code, such as PER")
    if code not in results.book.countries:
        refuse(f"{said}: the scores have no row for {code}; its countries are in the column iso3")
    return code


def dimension(results: Results, said: str | None) -> str:
    """The dimension of an id, the first at the top when none is named; ends the run when there is none."""
    known = [d.id for d in results.framework.dimensions]
    if said is None:
        return next(d.id for d in results.framework.dimensions if d.parent is None)
    if said not in known:
        refuse(f"--by {said}: no aggregate of {results.framework.id}; known are {', '.join(known)}")
    return said


def corpus(documents: Sequence[str], code: str) -> Corpus | None:
    """The documents read, those without a country taken to be about this one; None when there are none."""
    from tieout.checks.check import read_files
    from tieout.checks.request import Hints
    from tieout.evidence.corpus import ReadCorpus
    from tieout.index.countries import alpha2_of

    if not documents:
        return None
    files: list[Path] = []
    for name in map(Path, documents):
        files.extend(sorted(path for path in name.rglob("*") if path.is_file()) if name.is_dir() else [name])
    read, unreadable = read_files(files, Hints(country=alpha2_of(code)))
    for fault in unreadable:
        complain(str(fault))
    if not read:
        refuse("none of the documents could be read; give at least one that can")
    return ReadCorpus(tuple(read))
