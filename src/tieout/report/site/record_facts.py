"""What is known of a record that is no figure, as (label, value) pairs for people. Knows nothing of HTML.

Kinds and fields come from the records themselves: a new kind shows with its fields' names until the table names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from tieout.evidence.records.record import Record
from tieout.evidence.records.words import table
from tieout.report.words import Words, entries, words

_PLACE = frozenset(field.name for field in fields(Record))
_INSIDE = frozenset(
    {
        "key",
        "words",
        "mentions",
        "relations",
        "members_high",
        "end_computed",
        "repeats",
        "parts",
        "basis",
        "answers",
        "voice_words",
    }
)
"""Fields that say nothing to a reader by themselves."""
_SAID = frozenset({"action", "name", "term"})
"""Fields that are left out where the quote itself says them."""
_CODED = {"status": "status", "kind": "record_kind", "voice": "voice", "role": "role"}
"""Fields that hold codes, and the family of words that names them."""
_LABELLED = {"exposed": "people", "actors": "people", "harms": "harms", "means": "protections"}
"""Fields that hold ids of a table of the records, which names them itself."""
_USUAL = {"voice": "reported"}
"""What is not said, because it is so unless said otherwise."""


def kind_of(record: Record) -> str:
    """The kind of a record as tables name it: `law`."""
    return type(record).__name__.lower()


def record_facts(record: Record, lang: str) -> tuple[tuple[str, str], ...]:
    """What is known of a record beyond its words, in the order of its fields."""
    return tuple(_facts(record, lang))


def _facts(record: Record, lang: str) -> Iterator[tuple[str, str]]:
    said, quote = words(lang, "tieout.report.site"), " ".join(record.text.split())
    for field in fields(record):
        name, value = field.name, getattr(record, field.name)
        if name in _PLACE or name in _INSIDE or value in (None, "", ()) or value is False:
            continue
        if _USUAL.get(name) == value:
            continue
        if name in _SAID and " ".join(str(value).split()) in quote:
            continue
        if name in _LABELLED:
            ids = value if isinstance(value, tuple) else (value,)
            labels = table(lang, _LABELLED[name])["labels"]
            yield said.name("field", name), ", ".join(labels.get(id, id.replace("_", " ")) for id in ids)
        elif name == "members_low":
            yield said.name("field", "members"), _members(record)
        elif isinstance(value, bool):
            yield said.name("field", name), said("shell", "yes")
        elif isinstance(value, str | int):
            shown = said.name(_CODED[name], str(value)) if name in _CODED else str(value)
            if name == "emergency_end" and getattr(record, "end_computed", False):
                shown += f" ({said('shell', 'computed')})"
            yield said.name("field", name), " ".join(shown.split())
        elif isinstance(value, tuple) and all(isinstance(one, str) for one in value):
            yield said.name("field", name), ", ".join(value)


def _members(record: Record) -> str:
    low, high = getattr(record, "members_low", None), getattr(record, "members_high", None)
    return f"{low} – {high}" if high is not None and high != low else str(low)


def kind_words(kind: str, count: int, own: Words) -> str:
    """What records of a kind are called (`laws`); a kind that the table does not know is called by its own name."""
    return own.plural("kinds", kind, count) if kind in entries(own.package)["kinds"] else kind.replace("_", " ")
