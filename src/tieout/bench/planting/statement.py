"""A Statement: one small document that holds one relation, true or with a planted mistake, among other true figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from tieout.bench.planting import amounts, lists, times
from tieout.bench.planting.kind import Day, Kind, Values
from tieout.bench.planting.style import Slots, Style, style_of
from tieout.bench.planting.words import wordings, words

KINDS: tuple[Kind, ...] = (*amounts.KINDS, *lists.KINDS, *times.KINDS)
LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class Statement:
    """`text[start:end]` states the relation; the rest is true. `values` are the numbers behind it."""

    kind: Kind
    language: str
    planted: bool
    text: str
    start: int
    end: int
    values: Values
    wording: str
    """The wording before its slots were filled."""

    @property
    def says(self) -> str:
        """The words that state the relation."""
        return self.text[self.start : self.end]

    @property
    def suffix(self) -> str:
        """The kind of file that it is written as."""
        return ".md" if "\n|" in self.text else ".txt"


def statements(seed: int, count: int) -> list[Statement]:
    """`count` statements: each kind and language in turn, every other one of them planted."""
    rng = Random(seed)  # noqa: S311 - numbers of a benchmark, no secret
    cells = [(kind, language) for kind in KINDS for language in LANGUAGES]
    made = []
    for index in range(count):
        kind, language = cells[index % len(cells)]
        planted = (index // 2 + index + index // len(cells)) % 2 == 1
        made.append(statement(rng, kind, language, planted))
    return made


def statement(rng: Random, kind: Kind, language: str, planted: bool) -> Statement:
    """One statement of a kind."""
    values = kind.planted(rng) if planted else kind.sound(rng)
    style = style_of(rng, language)
    slots = _slots(rng, style, kind, values)
    wording = rng.choice(wordings(language, kind.name))
    said = Slots(style).fill(wording, slots)
    before, after = _context(rng, style, slots)
    front = f"---\ndate: {slots['doc'].year}-{slots['doc'].month:02}-{slots['doc'].day:02}\nlanguage: {language}\n"
    if rng.random() < 0.5:
        front += f"country: {slots['code']}\n"
    head = f"{front}---\n\n{before}"
    apart = "\n" in said
    head += "\n\n" if apart else " "
    text = f"{head}{said}{chr(10) * 2 if apart else ' '}{after}\n"
    return Statement(kind, language, planted, text, len(head), len(head) + len(said), values, wording)


def _slots(rng: Random, style: Style, kind: Kind, values: Values) -> dict[str, Any]:
    """The values, and the words that they and the kind call for."""
    table = words(style.language)
    own = table["kind"][kind.name]
    slots: dict[str, Any] = {**rng.choice(table["country"]), **rng.choice(table["scene"][own["scene"]])}
    slots["body"] = rng.choice(table["bodies"])
    for group, entries in table["choice"].items():
        if group in values:
            slots.update({name: rng.choice(ways) for name, ways in entries[str(values[group] or "none")].items()})
    slots.update(values)
    slots.setdefault("doc", Day(rng.randint(2024, 2025), rng.randint(1, 6), rng.randint(1, 28)))
    slots.update(_listed(rng, style, slots))
    return slots


def _listed(rng: Random, style: Style, slots: dict[str, Any]) -> dict[str, str]:
    """Lists of numbers with their names, joined as the language does: `list`, `bracketed`, `bullets`."""
    if "listed" in slots:
        return {"list": _joined(rng, style, rng.sample(slots["regions"], slots["listed"]))}
    if "ahead" in slots:
        return {"list": _joined(rng, style, rng.sample(slots["others"], slots["ahead"]))}
    if "series" in slots:
        within = words(style.language)["in"]
        pairs = zip(slots["series"], slots["years"], strict=True)
        return {"list": _joined(rng, style, [f"{style.number(n)} {within} {year}" for n, year in pairs])}
    numbers = [style.number(n) for n in slots.get("parts") or slots.get("scores") or ()]
    if not numbers:
        return {}
    named = list(zip(slots["heads"], numbers, strict=False))
    in_words = zip(numbers, slots["names"], strict=False) if "parts" in slots else None
    return {
        "list": _joined(rng, style, [f"{n} {name}" for n, name in in_words] if in_words else numbers),
        "bracketed": _joined(rng, style, [f"{head} ({n})" for head, n in named]),
        "bullets": "\n".join(f"- {head}: {n}" for head, n in named),
        "how_many": style.word(len(numbers)),
    }


def _joined(rng: Random, style: Style, items: Sequence[str]) -> str:
    last = words(style.language)["and"]
    if style.language == "es" and items[-1].lower().startswith(("i", "hi")):
        last = "e"
    comma = "," if style.language == "en" and len(items) > 2 and rng.random() < 0.4 else ""
    return f"{', '.join(items[:-1])}{comma} {last} {items[-1]}"


def _context(rng: Random, style: Style, slots: dict[str, Any]) -> tuple[str, str]:
    """Two or three sentences before and one or two after, with figures that are true."""
    chosen = rng.sample(words(style.language)["context"], rng.randint(3, 5))
    past = min(slots["doc"].year - 1, *(v for k, v in slots.items() if k in ("y0", "y1")), 2023)
    filled = [Slots(style).fill(c, {**slots, "past": past - rng.randint(1, 3)}) for c in chosen]
    return " ".join(filled[:-2]), " ".join(filled[-2:])
