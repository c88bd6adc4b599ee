"""From a document to its laws: numbered, named, acted on; a state of emergency is a decree too.

The readers of single lines stand in `law_numbers.py`, `law_names.py`, `law_acts.py`; here they are joined, and each
mention gets the key by which other mentions of the same law are found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import cast

from tieout.evidence.passage import Setting
from tieout.evidence.records.emergencies import emergencies_of
from tieout.evidence.records.law import Law, LawKind
from tieout.evidence.records.law_acts import Act, ActReader
from tieout.evidence.records.law_names import Named, named
from tieout.evidence.records.law_numbers import Numbered, numbered
from tieout.evidence.records.line import Line, lines_of
from tieout.evidence.records.record import identified, quoted
from tieout.evidence.records.words import any_of

_HEADS = frozenset({"heading", "title"})
_WORD = re.compile(r"[^\W_]+")
_PLAIN: LawKind = "law"
_SUBJECT = 160
"""Characters of what a law is about."""
_NOUNS: dict[str, LawKind] = {
    "bill": "bill", "decree": "decree", "constitution": "reform", "treaty": "agreement", "convention": "agreement",
    "protocol": "agreement", "proyecto": "bill", "decreto": "decree", "constitución": "reform", "tratado": "agreement",
    "convención": "agreement", "protocolo": "agreement", "convenio": "agreement",
}  # fmt: skip


def laws_of(setting: Setting) -> list[Law]:
    """Every mention of a law in a document, in text order."""
    return identified(_laws(setting), setting.document)


def _laws(setting: Setting) -> Iterator[Law]:
    acts = ActReader(setting.language)
    emergencies = emergencies_of(setting)
    decreed = [(e.start, e.end) for e in emergencies]
    for line in lines_of(setting):
        if line.passage.block.kind in _HEADS:
            continue
        names = [] if line.passage.block.kind == "note" else named(line.text, setting.language)
        told = [] if line.passage.block.kind == "note" else acts.read(line, names)
        numbers = numbered(line.text, setting.language)
        for number in numbers:
            yield _numbered(number, line, setting)
        for name in names:
            if not any(n.start < name.end and name.start < n.end for n in numbers) and _stands(name, told):
                yield _named(name, line, setting)
        for act in told:
            law = _acted(act, numbers, names, line, setting)
            if not any(start < law.end and law.start < end for start, end in decreed):
                yield law
    for emergency in emergencies:
        if emergency.repeats:
            continue
        listed = any_of(setting.language, "emergencies", "listed").search(emergency.text)
        end = emergency.start + listed.start() if listed else emergency.end
        yield Law(
            **quoted(setting.document, emergency.start, end),
            kind="decree",
            date=emergency.emergency_start,
            actor=emergency.actor,
            status=emergency.status,
            subject=emergency.term,
        )


def _stands(name: Named, told: list[Act]) -> bool:
    """Whether a name is worth a mention of its own: one in lower case inside an act is but what the act is about."""
    inside = any(act.start <= name.start and name.end <= act.end for act in told)
    return not inside or not name.name[0].islower()


def _numbered(number: Numbered, line: Line, setting: Setting) -> Law:
    start, end = line.span(number.start, number.end)
    return Law(
        **quoted(setting.document, start, end),
        kind=_kind(number.kind),
        number=number.number,
        date=number.date,
        status="pending" if number.kind == "bill" else "in_force",
        key=_key(setting, number.kind, number.number),
    )


def _named(name: Named, line: Line, setting: Setting) -> Law:
    start, end = line.span(name.start, name.end)
    return Law(
        **quoted(setting.document, start, end),
        kind=_kind(name.kind),
        name=name.name,
        date=name.date,
        status="in_force",
        key=_key(setting if name.kind != "agreement" else None, name.kind, _slug(name.name)),
    )


def _acted(act: Act, numbers: list[Numbered], names: list[Named], line: Line, setting: Setting) -> Law:
    start, end = line.span(act.start, act.end)
    about = line.text[act.object : act.end].strip(" ,")
    inside = [n for n in numbers if act.start <= n.start and n.end <= act.end]
    called = [n for n in names if act.start <= n.start and n.end <= act.end]
    affected = any_of(setting.language, "laws", "affected").search(about)
    kind = _told_kind(act, about, inside)
    number = inside[0].number if len(inside) == 1 else None
    return Law(
        **quoted(setting.document, start, end),
        kind=kind,
        number=number,
        name=called[0].name if len(called) == 1 else None,
        date=act.date,
        actor=act.body.name if act.body else None,
        status=act.status,
        subject=about[:_SUBJECT] or None,
        institution_affected=affected[0] if affected else None,
        key=_key(setting, inside[0].kind, number) if number else None,
    )


def _told_kind(act: Act, about: str, inside: list[Numbered]) -> LawKind:
    if act.body is not None and act.body.kind == "court":
        return "ruling"
    if inside:
        return _kind(inside[0].kind)
    words = [match[0].lower() for match in _WORD.finditer(about)]
    first: LawKind = next((_NOUNS[word] for word in words if word in _NOUNS), _PLAIN)
    return "law" if first == "bill" and act.status != "pending" else first


def _kind(kind: str) -> LawKind:
    """The kind that a table names."""
    return cast("LawKind", kind)


def _key(setting: Setting | None, kind: str, name: str) -> str | None:
    """What joins the mentions of one law: its country, kind and number or name. Agreements have no country."""
    if setting is None:
        return f"{kind}:{name}"
    return f"{setting.country}:{kind}:{name}" if setting.country else None


def _slug(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return "-".join(_WORD.findall(bare.lower()))
