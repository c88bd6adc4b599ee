"""Reading a spec: TOML beside a table. Each mistake is one line: file, line, what is wrong, what to write."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

from tieout.errors import UsageError
from tieout.language.countries import alpha2
from tieout.series.spec import WORLD, Columns, Coverage, Gap, Measure, NoRow, PlaceOf, Places, RowsAre, Spec, Step

_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_VINTAGE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]*\Z")


def read_spec(path: Path) -> Spec:
    """The spec in a TOML file. UsageError, with a line for each mistake, when it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except OSError as fault:
        raise UsageError(f"{path}: cannot be read ({fault.strerror}); give the spec of the table as --spec") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: is not UTF-8; save the spec as UTF-8") from None
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(f"{path}: is not TOML: {fault}") from None
    reader = _Reader(text)
    spec = reader.spec(data)
    if reader.faults or spec is None:
        raise UsageError("\n".join(f"{path}{fault}" for fault in reader.faults))
    return spec


class _Reader:
    """Takes a spec apart and keeps the faults it meets, each with its line."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self.faults: list[str] = []

    def spec(self, data: Mapping[str, Any]) -> Spec | None:
        """The spec, or None when a part that must be there is not."""
        top = self._table(data, "", _TOP)
        columns = Columns(**self._table(top.pop("columns", {}), "columns", dict.fromkeys(Columns.__slots__, str)))
        rows = self._table(
            top.pop("rows", {}),
            "rows",
            {"are": _one_of(RowsAre), "step": _one_of(Step), "none": _one_of(NoRow), "parts": bool},
        )
        places = self._places(top.pop("place", {}))
        coverage = self._coverage(top.pop("coverage", {}))
        measures = self._measures(top.pop("measures", {}))
        self._required(top, ("id", "title", "authority", "vintage"), "")
        self._required(rows, ("step",), "rows")
        self._columns(columns, rows.get("are", "count"), measures)
        if self.faults or places is None or coverage is None:
            return None
        return Spec(
            columns=columns,
            places=places,
            measures=measures,
            coverage=coverage,
            step=rows["step"],
            rows_are=rows.get("are", "count" if columns.value else "event"),
            no_row=rows.get("none", "unknown"),
            parts=rows.get("parts", False),
            aliases=tuple(top.pop("aliases", ())),
            **top,
        )

    def _places(self, data: Mapping[str, Any]) -> Places | None:
        found = self._table(data, "place", _PLACE)
        country = found.pop("country", None)
        if country is None:
            self._fault("country", '[place] names no country; write country = "PE" (ISO 3166-1)')
            return None
        without = {code: tuple(parts) for code, parts in found.pop("without", {}).items()}
        return Places(alpha2(country) or country, without=without, **found)

    def _coverage(self, data: Mapping[str, Any]) -> Coverage | None:
        found = self._table(data, "coverage", {"from": date, "to": date, "gaps": list})
        if not self._required(found, ("from", "to"), "coverage"):
            return None
        if found["to"] < found["from"]:
            self._fault("to", "[coverage] ends before it begins; exchange from and to")
            return None
        gaps = []
        for entry in found.get("gaps", ()):
            gap = self._table(entry, "coverage.gaps", {"from": date, "to": date, "place": str, "reason": str})
            if self._required(gap, ("from", "to", "reason"), "coverage.gaps"):
                gaps.append(Gap(gap["from"], gap["to"], gap.get("place"), gap["reason"]))
        return Coverage(found["from"], found["to"], tuple(gaps))

    def _measures(self, data: Mapping[str, Any]) -> dict[str, Measure]:
        measures = {}
        for key, entry in data.items():
            found = self._table(entry, f"measures.{key}", _MEASURE)
            if self._required(found, ("concept",), f"measures.{key}"):
                measures[key] = Measure(key, **found)
        if not data:
            self._fault("measures", "no [measures.…]; name what the table counts, with its concept")
        return measures

    def _columns(self, columns: Columns, rows_are: str, measures: Mapping[str, Measure]) -> None:
        if (columns.date is None) == (columns.year is None):
            self._fault("columns", "[columns] needs either date or year (with month when there is one)")
        if columns.measure is None and len(measures) > 1:
            self._fault("columns", "[columns] names no measure column, but there are several [measures.…]")
        if columns.value is None and rows_are != "event":
            self._fault("columns", '[columns] names no value column; name it, or write are = "event" in [rows]')
        if columns.value is not None and rows_are == "event":
            self._fault("value", "[columns] names a value column, but [rows] says that each row is an event")

    def _table(self, data: object, name: str, known: Mapping[str, Any]) -> dict[str, Any]:
        """The known keys of a table, each of its type; every other is a fault with the nearest name."""
        if not isinstance(data, Mapping):
            self._fault(name, f"[{name}] must be a table")
            return {}
        found: dict[str, Any] = {}
        for key, value in data.items():
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                self._fault(
                    key,
                    f"{_in(name)}there is no {key}; "
                    + (f"did you mean {near[0]}?" if near else f"it may be {', '.join(known)}"),
                )
                continue
            fault = _misfit(value, known[key])
            if fault:
                self._fault(key, f"{_in(name)}{key} {fault}")
            else:
                found[key] = value
        return found

    def _required(self, found: Mapping[str, Any], names: Iterable[str], where: str) -> bool:
        missing = [name for name in names if name not in found]
        for name in missing:
            self._fault(where.rpartition(".")[2] or name, f"{_in(where)}{name} is missing; it must be given")
        return not missing

    def _fault(self, key: str, what: str) -> None:
        spot = re.compile(rf"^\s*(?:\[+\s*(?:[\w.\"-]+\.)?{re.escape(key)}\b|\"?{re.escape(key)}\"?\s*=)")
        line = next((n for n, line in enumerate(self._lines, 1) if spot.match(line)), None)
        self.faults.append(f":{line}: {what}" if line else f": {what}")


def _in(table: str) -> str:
    return f"[{table}] " if table else ""


def _one_of(literal: Any) -> tuple[str, ...]:
    """The words of a Literal."""
    words: tuple[str, ...] = get_args(literal)
    return words


def _misfit(value: object, wanted: Any) -> str | None:
    """Why a value does not fit: `wanted` is a type, the words allowed, or a test that says what is wrong."""
    if isinstance(wanted, tuple):
        return None if value in wanted else f"= {value!r}: write one of {', '.join(wanted)}"
    if wanted is date:
        return (
            None if isinstance(value, date) and not isinstance(value, datetime) else "must be a date such as 2024-01-31"
        )
    if isinstance(wanted, type):
        return None if isinstance(value, wanted) else f"must be a {_NAMES[wanted]}"
    fault: str | None = wanted(value)
    return fault


_NAMES: Mapping[type, str] = {str: "text in quotes", bool: "true or false", list: "list", dict: "table"}


def _matching(pattern: re.Pattern[str], shape: str) -> Callable[[object], str | None]:
    return lambda value: None if isinstance(value, str) and pattern.match(value) else f"must be {shape}"


def _country(value: object) -> str | None:
    known = isinstance(value, str) and (value == WORLD or alpha2(value))
    return None if known else f"= {value!r}: not an ISO 3166-1 code; write PE or PER, or {WORLD} for the world"


_TOP: Mapping[str, Any] = {
    "id": _matching(_ID, "small letters, digits and hyphens"),
    "title": str,
    "authority": str,
    "aliases": list,
    "vintage": _matching(_VINTAGE, "a name such as 2026-02"),
    "licence": str,
    "source": str,
    "url": str,
    "retrieved": date,
    "columns": dict,
    "rows": dict,
    "place": dict,
    "measures": dict,
    "coverage": dict,
}
_PLACE: Mapping[str, Any] = {
    "country": _country,
    "of": _one_of(PlaceOf),
    "total": bool,
    "unplaced": bool,
    "names": dict,
    "without": dict,
    "within": dict,
}
_MEASURE: Mapping[str, Any] = {
    "concept": str,
    "counting": str,
    "unit": str,
    "labels": dict,
    "definition": str,
}
