"""What a command line asks for, with the settings behind it: options on which findings matter, made into a Request.

An option that is not on the command line takes its value from the settings; so everything here is a click option with
a default that says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tieout.cli.answers import refuse
from tieout.cli.options import hints, options
from tieout.errors import TieoutError

if TYPE_CHECKING:
    from tieout.checks.request import Request
    from tieout.reading.limits import Limits
    from tieout.settings.settings import Settings
    from tieout.sources.holdings import Holdings

LANG = click.option(
    "--lang", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Language Tieout speaks in."
)
CHOOSING = options(
    click.option(
        "--select", multiple=True, metavar="CODES", help="Run only these rules: codes, families or names (A, A101)."
    ),
    click.option("--ignore", multiple=True, metavar="CODES", help="Leave these rules out."),
    click.option(
        "--baseline", type=click.Path(path_type=Path, dir_okay=False), help="File of known findings, which never fail."
    ),
    LANG,
)


def asked(context: click.Context, files: Sequence[str], leaving: Sequence[str] = ()) -> tuple[dict[str, Any], Settings]:
    """The values of a command's options, each from the command line or else from the settings, and the settings.

    `leaving` names options of the command that only share their name with a setting.
    """
    from tieout.settings.find import settings_for
    from tieout.settings.settings import KEYS, PATHS

    try:
        settings = settings_for(files[0])
    except TieoutError as fault:
        refuse(str(fault))
    _protected(None, settings)
    values: dict[str, Any] = {**context.params, "origin": {}}
    for name in (key.replace("-", "_") for key in KEYS):
        stated = getattr(settings, name)
        default = context.get_parameter_source(name) is click.core.ParameterSource.DEFAULT
        if name in values and name not in leaving and default and stated is not None:
            values[name] = Path(settings.source or "").parent / stated if name in PATHS else stated
            values["origin"][name] = settings.source
    return values, settings


def request_of(values: dict[str, Any], settings: Settings) -> Request:
    """The options about what to check, as a request; a wrong one ends the run with code 2."""
    from tieout.checks.choice import chosen, split
    from tieout.checks.request import Request
    from tieout.checks.silence import Standing

    select, ignore = split(values.get("select") or ()), split(values.get("ignore") or ())
    silences = []
    try:
        chosen(select, ignore)
        for row in settings.silences:
            origin = f"{settings.source}:{row.line}"
            for word in row.rules:
                _known(word, origin)
            silences.append(Standing(row.rules, row.reason, origin, row.file, row.quote))
    except TieoutError as fault:
        refuse(str(fault))
    return Request(
        hints=hints(values["date"], values["country"], values["language"], values["origin"]),
        lang=values["lang"],
        select=select,
        ignore=ignore,
        silences=tuple(silences),
        baseline=values.get("baseline"),
        data=values.get("data"),
        scores=values.get("scores"),
        framework=values.get("framework"),
        against=values.get("against"),
        holdings=held_at(values.get("against")),
        complete=bool(values.get("complete")),
        protect=(*_protected(values.get("names"), settings), *_protected_in(values.get("against"))),
        limits=limits_of(settings),
    )


def _protected(listed: Path | None, settings: Settings) -> tuple[str, ...]:
    """The names of the list on the command line, and those of the settings, which leave nowhere from now on. A fault
    ends the run with code 2."""
    said = (*(settings.protect or ()), *settings.workspace.get("protect", ()))
    if listed is None and not said:
        return ()
    from tieout.protection.guard import Guard
    from tieout.protection.names import names_of, read_names
    from tieout.protection.watch import watch

    try:
        names = (*(read_names(listed) if listed else ()), *names_of(said, Path(settings.source or "").parent))
        watch(Guard(names))
    except TieoutError as fault:
        refuse(str(fault))
    return names


def _protected_in(against: Path | None) -> tuple[str, ...]:
    """The protected names of the workspace that `--against` names: a draft on it must not hold them either."""
    if against is None or not (against / "manifest.json").is_file():
        return ()
    from tieout.workspace.manifest import read_manifest

    return read_manifest(against).scope.protect


def held_at(against: Path | None) -> Holdings | None:
    """The texts of the workspace that `--against` names; None when it names a library. A fault ends with code 2."""
    if against is None or not (against / "manifest.json").is_file():
        return None
    from tieout.workspace.holdings import holdings_at

    try:
        return holdings_at(against)
    except TieoutError as fault:
        refuse(str(fault))


def limits_of(settings: Settings) -> Limits:
    """What reading one file may cost."""
    from tieout.reading.limits import Limits

    return replace(Limits(), **settings.limits)


def _known(word: str, origin: str) -> None:
    from tieout.checks.choice import codes_of

    try:
        codes_of(word)
    except TieoutError as fault:
        refuse(f"{origin}: {fault}")
