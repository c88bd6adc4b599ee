"""`tieout data add`: store a table as published, under its spec."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import click

from tieout.cli.answers import refuse
from tieout.cli.data.folder import DATA


@click.command("add")
@click.argument("name")
@click.argument("file")
@click.option("--spec", help="TOML file that says what the table holds; or the name of one that Tieout ships.")
@click.option("--table", help="Table of a PostgreSQL database, with its schema: public.complaints.")
@click.option("--vintage", help="Name of this release, such as 2026-02; instead of the one in the spec.")
@click.option("--until", help="Last day that this release covers, 2026-05-31; instead of the one in the spec.")
@click.option("--replace", is_flag=True, help="Put it in the place of a table with the same name and vintage.")
@click.option("--strict", is_flag=True, help="Store nothing when a row has to be set aside.")
@DATA
def command(
    name: str,
    file: str,
    spec: str | None,
    table: str | None,
    vintage: str | None,
    until: str | None,
    replace: bool,
    strict: bool,
    data: Path,
) -> None:
    """Store the table FILE (CSV, Parquet, XLSX) as NAME. What had to be set aside is named.

    FILE may be an address: of a Parquet file (https://…) or of PostgreSQL (postgresql://…, with --table). It is queried
    where it stands, and only its counts are kept.
    """
    from tieout.series.remote import is_remote
    from tieout.series.shipped import find_spec
    from tieout.series.store import Store

    known = find_spec(spec or name)
    coverage = dataclasses.replace(known.coverage, end=_day(until)) if until else known.coverage
    wanted = dataclasses.replace(known, id=name, vintage=vintage or known.vintage, coverage=coverage)
    store = Store(data)
    if is_remote(file):
        added = store.add_remote(file, wanted, table=table, replace=replace, strict=strict)
    else:
        added = store.add(Path(file), wanted, replace=replace, strict=strict)
    click.echo(f"{added.spec.name}: {added.loaded.rows:,} rows, {known.coverage.start} to {coverage.end}, in {data}")
    for line in added.loaded.lines():
        click.echo(f"  {line}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        refuse(f"--until {text}: not a day; write 2026-05-31")
