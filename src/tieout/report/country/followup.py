"""What became of recommendations, as the user records it in `followup.toml` beside the documents.

    ["3fa1c09b2e"]                 # id of the recommendation (six digits or more), as its page shows it
    status = "in_part"             # open, in_part, done, rejected
    date = 2025-06-30
    note = "Bill before the committee since May."
    by = "A. Analyst"

It holds no recommendation and judges none.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from tieout.errors import UsageError, shown
from tieout.language.edtf import is_date

NAME = "followup.toml"
Status = Literal["open", "in_part", "done", "rejected"]
STATUSES: tuple[Status, ...] = get_args(Status)
_KEYS = ("status", "date", "note", "by")
_SHORTEST = 6
"""Digits of an id that name a recommendation."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What the user recorded of one recommendation. `key` is as it stands in the file."""

    key: str
    status: Status
    date: str | None = None
    """EDTF."""
    note: str | None = None
    by: str | None = None


def read_followup(path: Path) -> tuple[Followed, ...]:
    """The follow-up in a file, in its order; none when there is no file. UsageError with every mistake."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UsageError(shown(f"{path}: the follow-up cannot be read ({fault})")) from fault
    faults = [fault for key, value in table.items() for fault in _faults(key, value)]
    if faults:
        raise UsageError("\n".join(shown(f"{path}: {fault}") for fault in faults))
    return tuple(_followed(key, value) for key, value in table.items())


def matched(followed: Iterable[Followed], ids: Iterable[str]) -> tuple[dict[str, Followed], tuple[str, ...]]:
    """What was recorded by the id of its recommendation, and the keys that name none or several."""
    known, out, lost = tuple(dict.fromkeys(ids)), {}, []
    for one in followed:
        meant = [id for id in known if id.startswith(one.key.lower())]
        if len(meant) == 1:
            out[meant[0]] = one
        else:
            lost.append(one.key)
    return out, tuple(lost)


def _faults(key: str, value: object) -> Iterable[str]:
    if len(key) < _SHORTEST or not all(c in "0123456789abcdef" for c in key.lower()):
        yield f'["{key}"] is no id of a recommendation; write six or more of its digits, as the country page shows them'
    if not isinstance(value, Mapping):
        yield f'{key} is no table; write ["{key}"] and below it status = "open"'
        return
    for odd in (name for name in value if name not in _KEYS):
        yield f'["{key}"]: {odd} says nothing here; known are {", ".join(_KEYS)}'
    if value.get("status") not in STATUSES:
        yield f'["{key}"]: status must be one of {", ".join(STATUSES)}'
    if "date" in value and not is_date(_date(value["date"]) or ""):
        yield f'["{key}"]: date must be like 2025-06-30, 2025-06 or 2025'
    for name in ("note", "by"):
        if name in value and not isinstance(value[name], str):
            yield f'["{key}"]: {name} must be text between quotation marks'


def _date(value: object) -> str | None:
    return value.isoformat()[:10] if isinstance(value, datetime.date) else str(value) if value is not None else None


def _followed(key: str, value: Mapping[str, Any]) -> Followed:
    return Followed(key, value["status"], _date(value.get("date")), value.get("note"), value.get("by"))
