"""Dates with the prepositions before them, and several that make one: `from A to B`, `2020 and 2021`."""

from __future__ import annotations

from dataclasses import replace

from tieout.language import edtf
from tieout.language.date_grammar import Grammar
from tieout.language.date_mention import UNKNOWN_YEAR, DateMention

_LONGEST_LIST = 60


def with_lead(text: str, atom: DateMention, grammar: Grammar) -> DateMention:
    found = grammar.lead.search(text, max(0, atom.start - 40), atom.start)
    if found is None:
        return replace(atom, lead_start=atom.start)
    return replace(atom, lead=grammar.leads[" ".join(found[1].lower().split())], lead_start=found.start(1))


def joined(text: str, atoms: list[DateMention], grammar: Grammar) -> list[DateMention]:
    """Neighbours linked by `to`, `and`, a dash become one span or list; `since` opens an end."""
    out: list[DateMention] = []
    for atom in atoms:
        merged = _merge(text, out[-1], atom, grammar) if out else None
        if merged is None:
            out.append(atom)
        else:
            out[-1] = merged
    return [_opened(date) for date in out]


def _merge(text: str, one: DateMention, two: DateMention, grammar: Grammar) -> DateMention | None:
    if two.start - one.end > 24 or not (one.valid and two.valid) or one.readings or two.readings:
        return None
    if two.relation is not None and two.relation.unit == "year":
        named = one.template is not None and one.relation is None and grammar.of.fullmatch(text, one.end, two.start)
        return replace(one, end=two.end, relation=two.relation) if named else None
    link = grammar.connector.fullmatch(text, one.end, two.start)
    if link and link["both"] and one.relation and one.relation.year and two.kind == "year":
        return replace(one, end=two.end, relation=None)  # `the same period in 2023 and 2024`: two periods, not one
    if link is None or not _joinable(one) or not _joinable(two):
        return None
    between = link["both"] and grammar.between.search(text, max(0, one.start - 16), one.start)
    if one.kind != "list" and (link["span"] or between):
        return None if one.ranged or two.ranged else _spanned(one, two)
    alike = _grain(one) == _grain(two) and not one.ranged and not two.ranged
    # `May and June 2020` belong together; `in May 2019 and in June 2020` are two dates.
    alike = alike and (_grain(one) == "year" or not ((one.edtf and two.edtf) or "," in link[0]))
    return _listed(one, two) if alike and len(one.parts) < _LONGEST_LIST else None


def _joinable(date: DateMention) -> bool:
    whole = date.edtf or date.template
    return whole is not None and date.kind not in ("decade", "season") and not whole.endswith("..")


def _grain(date: DateMention) -> str:
    """`year`, `month`, `day` or `span`, with or without a printed year."""
    if date.parts:
        return _grain_of(date.parts[-1])
    whole = date.edtf or date.template or ""
    return "span" if "/" in whole else _grain_of(whole)


def _grain_of(whole: str) -> str:
    return {4: "year", 7: "month"}.get(len(whole), "day")


def _ends_alike(one: DateMention, two: DateMention) -> tuple[str, str]:
    """Both as EDTF or template, a missing year taken from the other side; a span over New Year's Eve is minded."""
    low, high = one.edtf or one.template or "", two.edtf or two.template or ""
    first, last = edtf.ends(low)[0], edtf.ends(high)[1]
    if first.startswith(UNKNOWN_YEAR) and last[:4].isdigit():
        year = int(last[:4]) - (first[5:] > last[5:] and len(last) > 4)
        first = f"{year:04d}{first[4:]}"
    elif last.startswith(UNKNOWN_YEAR) and first[:4].isdigit() and len(first) > 4:
        year = int(first[:4]) + (last[5:7] < first[5:7])
        last = f"{year:04d}{last[4:]}"
    return first, last


def _spanned(one: DateMention, two: DateMention) -> DateMention | None:
    first, last = _ends_alike(one, two)
    whole = f"{first}/{last}"
    if UNKNOWN_YEAR in whole:
        if first[:4] != last[:4]:
            return None
        return replace(one, end=two.end, kind="partial", template=whole, ranged=True)
    if not edtf.is_date(whole):
        return None
    return replace(one, end=two.end, kind="span", edtf=whole, template=None, ranged=True)


def _listed(one: DateMention, two: DateMention) -> DateMention | None:
    if one.parts and one.template is None:
        parts = (*one.parts, two.edtf or "")
    else:
        parts = _ends_alike(one, two)
    if any(UNKNOWN_YEAR in part or not part for part in parts):
        if one.parts or one.edtf or two.edtf or parts[0] > parts[1]:
            return None
        return replace(one, end=two.end, kind="partial", template=f"{parts[0]}/{parts[1]}")
    whole = edtf.interval(min(parts), max(parts))
    if not edtf.is_date(whole):
        return None
    return replace(one, end=two.end, kind="list", edtf=whole, template=None, parts=tuple(parts))


def _opened(date: DateMention) -> DateMention:
    if date.lead != "since" or date.ranged or date.kind in ("list", "decade", "relative"):
        return date
    if date.edtf:
        return date if "/" in date.edtf else replace(date, edtf=f"{date.edtf}/..", kind="span")
    return replace(date, template=f"{date.template}/..") if date.template and "/" not in date.template else date
