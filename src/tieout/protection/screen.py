"""Records without protected names: what rests on withheld words is left out, other strings lose the name.

It knows no kind of record: anything made of dataclasses, sequences, mappings and strings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from tieout.protection.guard import WITHHELD, Guard, Span

T = TypeVar("T")
_RANGES = (("start", "end"), ("sentence_start", "sentence_end"))


class Screen:
    """What one document's records lose. `spans` are withheld of the text; `names` are new names for documents."""

    def __init__(self, guard: Guard, text: str, spans: Sequence[Span], names: Mapping[str, str]) -> None:
        self._guard, self._text, self._spans, self._names = guard, text, spans, names
        self._known: dict[str, str] = {}

    def standing(self, records: Iterable[T]) -> tuple[T, ...]:
        """The records that rest on no withheld words, each without protected names."""
        return tuple(self.of(record) for record in records if not self._rests(record))

    def of(self, value: T) -> T:
        """A value without protected names."""
        out: Any = self._of(value)
        return cast(T, out)

    def _of(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._string(value)
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value)
        if isinstance(value, Mapping):
            return {self._of(key): self._of(held) for key, held in value.items()}
        if isinstance(value, tuple):
            return tuple(self._of(held) for held in value)
        return value

    def _string(self, value: str) -> str:
        if value not in self._known:
            self._known[value] = self._names.get(value) or (WITHHELD if self._guard.meets(value) else value)
        return self._known[value]

    def _record(self, value: Any) -> Any:
        changed = {
            field.name: new
            for field in fields(value)
            if field.init and (new := self._of(held := getattr(value, field.name))) is not held and new != held
        }
        changed.update(self._affixes(value))
        return replace(value, **changed) if changed else value

    def _affixes(self, value: Any) -> Mapping[str, str]:
        """What stands around a quote, cut from the text as it is now: half a name is a name."""
        if not self._spans or not hasattr(value, "prefix") or not hasattr(value, "suffix"):
            return {}
        start, end = value.start, value.end
        around = {
            "prefix": self._text[start - len(value.prefix) : start],
            "suffix": self._text[end : end + len(value.suffix)],
        }
        return {name: new for name, new in around.items() if new != getattr(value, name)}

    def _rests(self, value: Any) -> bool:
        """Whether a record, or one within it, quotes withheld words."""
        if isinstance(value, tuple):
            return any(self._rests(held) for held in value)
        if not is_dataclass(value) or not self._spans:
            return False
        for first, last in _RANGES:
            start, end = getattr(value, first, None), getattr(value, last, None)
            if start is not None and end is not None and any(start < b and a < end for a, b in self._spans):
                return True
        return any(self._rests(getattr(value, field.name)) for field in fields(value))
