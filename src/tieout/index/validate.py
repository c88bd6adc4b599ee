"""From a parsed TOML table to a Framework, with every mistake named by its line and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, Literal

from tieout.index.framework import Dimension, Framework, Indicator, Missing, Quadrants
from tieout.index.mistake import Mistake, MistakesError
from tieout.index.names import key_of
from tieout.index.scale import Scale, plain
from tieout.index.steps import AGGREGATIONS, NORMALISATIONS
from tieout.index.toml_lines import Place

LANGUAGES = ("en", "es")
GROUPS = ("world", "continent", "region")
_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_TOP = ("id", "title", "names", "countries", "editions", "scale", "method", "quadrants", "dimension", "indicator",
        "based_on", "leave_out")  # fmt: skip
_NODE = ("id", "parent", "label", "definition", "weight", "headers")
KEYS: dict[str, tuple[str, ...]] = {
    "": _TOP,
    "scale": ("low", "high", "step", "missing"),
    "method": ("normalisation", "rounding", "decimals", "first", "equal", "within"),
    "quadrants": ("across", "up", "across_high", "up_high"),
    "dimension": (*_NODE, "higher_is", "aggregation"),
    "indicator": (*_NODE, "question", "reversed", "words", "weak", "gathers"),
}
_MOST_DECIMALS = 10


@dataclass(slots=True)
class Draft:
    """A framework's table while it is read. `lines` are those of its own file."""

    file: str
    table: Mapping[str, Any]
    lines: Mapping[Place, int]
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, table: str, ordinal: int, key: str, what: str, remedy: str) -> None:
        """Note a mistake at a key; where the key is not in the file, at its table."""
        line = next((self.lines[p] for p in ((table, ordinal, key), (table, ordinal, "")) if p in self.lines), None)
        self.mistakes.append(Mistake(self.file, f"line {line}" if line else "", what, remedy))


class _Part:
    """One table of the draft, read key by key."""

    def __init__(self, draft: Draft, name: str, table: Any, ordinal: int = 0) -> None:
        self.draft, self.name, self.ordinal = draft, name, ordinal
        self.table: Mapping[str, Any] = table if isinstance(table, Mapping) else {}
        if not isinstance(table, Mapping):
            self.wrong("", f"[{name}] is missing", f"add a table [{name}] with {', '.join(KEYS[name])}")
        for key in self.table:
            if key not in KEYS[name]:
                near = get_close_matches(key, KEYS[name], 1)
                remedy = f"write {near[0]}" if near else f"known keys are {', '.join(KEYS[name])}"
                self.wrong(key, f"unknown key {key!r}", remedy)

    def wrong(self, key: str, what: str, remedy: str) -> None:
        self.draft.wrong(self.name, self.ordinal, key, what, remedy)

    def number(self, key: str, default: Fraction | None = None) -> Fraction:
        value = self.table.get(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and re.fullmatch(r"\d+(?:\.\d+|/[1-9]\d*)?", value):
            return Fraction(value)
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
            said = "is missing" if value is None else f"is no number: {value!r}"
            self.wrong(key, f"{key} {said}", 'write a number such as 1, 0.5 or "1/3"')
            return default or Fraction(1)
        return Fraction(value)

    def whole(self, key: str, default: int | None, least: int, most: int) -> int | None:
        value = self.table.get(key, default)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and least <= value <= most):
            return value
        self.wrong(key, f"{key} is {value!r}", f"write a whole number from {least} to {most}")
        return default

    def choice(self, key: str, known: Collection[str], default: str | None = None) -> str:
        value = self.table.get(key, default)
        if isinstance(value, str) and value in known:
            return value
        near = get_close_matches(str(value), known, 1)
        said = f"{key} is missing" if value is None else f"{key} {value!r} is not known"
        self.wrong(key, said, f"write {near[0]!r}" if near else f"write one of {', '.join(known)}")
        return default or next(iter(known))

    def text(self, key: str) -> Mapping[str, str]:
        value = self.table.get(key)
        value = value if isinstance(value, Mapping) else {}
        lacking = [code for code in LANGUAGES if not isinstance(value.get(code), str) or not value[code].strip()]
        if lacking:
            self.wrong(key, f"{key} lacks {' and '.join(lacking)}", f'write {key} = {{ en = "…", es = "…" }}')
        return {code: str(value.get(code, "")) for code in LANGUAGES}

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.wrong(key, f"{key} is no list of texts", f'write {key} = ["…", "…"]')
            return ()
        return tuple(value)

    def patterns(self, key: str) -> Mapping[str, tuple[str, ...]]:
        value = self.table.get(key, {})
        if not isinstance(value, Mapping) or not set(value) <= set(LANGUAGES):
            self.wrong(key, f"{key} is no table of languages", f'write {key} = {{ en = ["…"], es = ["…"] }}')
            return {}
        out = {code: tuple(map(str, items)) for code, items in value.items() if isinstance(items, list)}
        for pattern in (p for items in out.values() for p in items):
            try:
                re.compile(pattern)
            except re.error as fault:
                self.wrong(key, f"{key}: {pattern!r} is no pattern ({fault})", "write plain words, or mend the pattern")
                return {}
        return out

    def id(self) -> str:
        value = self.table.get("id")
        if not isinstance(value, str) or not is_id(value):
            said = "id is missing" if value is None else f"id {value!r} is no id"
            self.wrong("id", said, "write small letters, digits, - and _, as in human_trafficking")
            return ""
        return value

    def flag(self, key: str) -> bool:
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, f"{key} is {value!r}", "write true or false")
        return value is True


def is_id(text: str) -> bool:
    """True for a word that can be the id of a framework or a node."""
    return _ID.fullmatch(text) is not None


def built(draft: Draft, wanted: str) -> Framework:
    """The framework of a draft, under the id `wanted` (one of its editions). MistakesError with all its mistakes."""
    top = _Part(draft, "", draft.table)
    id, editions = top.id(), _editions(draft, top)
    scale = _scale(draft)
    method = _Part(draft, "method", draft.table.get("method"))
    for key, only in (("rounding", "half_up"), ("equal", "share_best")):
        method.choice(key, (only,), only)
    table = draft.table.get("scale")
    skips = isinstance(table, Mapping) and table.get("missing") == "skip"
    missing: Missing = "skip" if skips else "stays_missing"
    first: Literal["highest", "lowest"] = (
        "lowest" if method.choice("first", ("highest", "lowest"), "highest") == "lowest" else "highest"
    )
    made = Framework(
        id=wanted or id,
        edition=editions.get(wanted or id, ""),
        title=top.text("title"),
        scale=scale,
        dimensions=tuple(_dimensions(draft)),
        indicators=tuple(_indicators(draft)),
        normalisation=method.choice("normalisation", NORMALISATIONS, "as_scored"),
        missing=missing,
        decimals=method.whole("decimals", 2, 0, _MOST_DECIMALS) or 0,
        first=first,
        within=_within(method),
        quadrants=None,
        countries=top.whole("countries", None, 1, 1000),
        names=top.patterns("names"),
    )
    _check_tree(draft, made)
    _check_headers(draft, made)
    quadrants = _quadrants(draft, made)
    if draft.mistakes:
        raise MistakesError(sorted(draft.mistakes, key=lambda m: int(m.where.removeprefix("line ") or 0)))
    return Framework(**{f: getattr(made, f) for f in made.__slots__ if f != "quadrants"}, quadrants=quadrants)


def _editions(draft: Draft, top: _Part) -> Mapping[str, str]:
    value = draft.table.get("editions")
    if not isinstance(value, Mapping) or not value or not all(isinstance(year, str) for year in value.values()):
        top.wrong("editions", "no editions", 'write a table [editions] with a line such as "my-index" = "2024"')
        return {}
    if str(draft.table.get("id")) not in value:
        draft.wrong("editions", 0, "", f"no edition has the id {draft.table.get('id')!r}", "add it under [editions]")
    return dict(value)


def _scale(draft: Draft) -> Scale:
    part = _Part(draft, "scale", draft.table.get("scale"))
    low, high, step = (part.number(key) for key in ("low", "high", "step"))
    part.choice("missing", ("stays_missing", "skip"), "stays_missing")
    if "low" in part.table and "high" in part.table and low >= high:
        part.wrong("high", f"the scale ends at {plain(high)}, before it begins at {plain(low)}", "write a higher end")
        return Scale(Fraction(0), Fraction(1), Fraction(1))
    if step <= 0 or ((high - low) / step).denominator != 1 or (low / step).denominator != 1:
        remedy = "choose a step that the lowest and the highest score are whole numbers of"
        part.wrong("step", f"no whole number of steps of {plain(step)} leads to {plain(low)} and {plain(high)}", remedy)
    return Scale(low, high, step if step > 0 else Fraction(1))


def _within(method: _Part) -> tuple[str, ...]:
    groups = method.texts("within") or ("world",)
    for group in groups:
        if group not in GROUPS:
            method.wrong("within", f"no group {group!r}", f"write some of {', '.join(GROUPS)}")
    return groups


def _nodes(draft: Draft, kind: str) -> Iterable[_Part]:
    tables = draft.table.get(kind)
    if not isinstance(tables, list) or not tables:
        draft.wrong("", 0, kind, f"no {kind}", f"add at least one table [[{kind}]] with id and label")
        return []
    return [_Part(draft, kind, table, n) for n, table in enumerate(tables)]


def _weight(part: _Part) -> Fraction:
    weight = part.number("weight", Fraction(1))
    if weight <= 0:
        part.wrong("weight", f"weight {plain(weight)} is impossible", "write a number above 0, or remove the node")
        return Fraction(1)
    return weight


def _dimensions(draft: Draft) -> Iterable[Dimension]:
    for part in _nodes(draft, "dimension"):
        parent = part.table.get("parent")
        yield Dimension(
            id=part.id(), parent=str(parent) if parent is not None else None, label=part.text("label"),
            definition=part.text("definition"),
            higher_is="worse" if part.choice("higher_is", ("better", "worse")) == "worse" else "better",
            aggregation=part.choice("aggregation", AGGREGATIONS, "arithmetic_mean"), weight=_weight(part),
            headers=part.texts("headers"),
        )  # fmt: skip


def _indicators(draft: Draft) -> Iterable[Indicator]:
    for part in _nodes(draft, "indicator"):
        if "parent" not in part.table:
            part.wrong("parent", "an indicator without a parent", 'write parent = "…", the id of a dimension')
        yield Indicator(
            id=part.id(), parent=str(part.table.get("parent", "")), label=part.text("label"),
            definition=part.text("definition"), question=part.text("question"), weight=_weight(part),
            reversed=part.flag("reversed"), headers=part.texts("headers"), words=part.patterns("words"),
            weak=part.patterns("weak"), gathers=part.texts("gathers"),
        )  # fmt: skip


def _placed(made: Framework) -> Iterable[tuple[str, int, Dimension | Indicator]]:
    yield from (("dimension", n, node) for n, node in enumerate(made.dimensions))
    yield from (("indicator", n, node) for n, node in enumerate(made.indicators))


def _check_tree(draft: Draft, made: Framework) -> None:
    """Ids once, parents that exist, no cycles, nothing empty, no root of what may be negative."""
    seen: set[str] = set()
    parents = {d.id: d.parent for d in made.dimensions}
    for kind, n, node in _placed(made):
        if node.id and node.id in seen:
            draft.wrong(kind, n, "id", f"the id {node.id!r} stands twice", "give every node its own id")
        seen.add(node.id)
        if node.parent and node.parent not in parents:
            near = get_close_matches(node.parent, parents, 1)
            remedy = f"write {near[0]!r}" if near else f"write one of {', '.join(parents)}"
            draft.wrong(kind, n, "parent", f"{node.id}: there is no dimension {node.parent!r}", remedy)
    for n, dimension in enumerate(made.dimensions):
        if _in_cycle(dimension.id, parents):
            draft.wrong("dimension", n, "parent", f"{dimension.id} is above itself: a cycle", "break it at one parent")
        elif not made.below(dimension.id):
            remedy = "give it an indicator, or remove it"
            draft.wrong("dimension", n, "id", f"{dimension.id} has nothing under it", remedy)
        if dimension.aggregation == "geometric_mean" and made.scale.low < 0:
            remedy = "choose arithmetic_mean, or a scale from 0"
            draft.wrong("dimension", n, "aggregation", "a geometric mean of scores that may be below 0", remedy)


def _in_cycle(id: str, parents: Mapping[str, str | None]) -> bool:
    seen, above = set[str](), parents.get(id)
    while above is not None and above not in seen:
        if above == id:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def _check_headers(draft: Draft, made: Framework) -> None:
    """No two nodes may claim the same column."""
    owner: dict[str, str] = {}
    for kind, n, node in _placed(made):
        for name in (node.id, *node.label.values(), *node.headers):
            taken = owner.setdefault(key_of(name), node.id)
            if taken != node.id and name:
                draft.wrong(kind, n, "headers", f"{name!r} names {taken} and {node.id}", "name a column once")


def _quadrants(draft: Draft, made: Framework) -> Quadrants | None:
    table = draft.table.get("quadrants")
    if table is None:
        return None
    part, known = _Part(draft, "quadrants", table), [d.id for d in made.dimensions] or [""]
    across, up = (part.choice(key, known) for key in ("across", "up"))
    highs = [part.number(key) for key in ("across_high", "up_high")]
    for key, high in zip(("across_high", "up_high"), highs, strict=True):
        if not made.scale.holds(high):
            part.wrong(key, f"{key} {plain(high)} is off the scale", f"write a number from {made.scale}")
    return Quadrants(across, up, *highs)
