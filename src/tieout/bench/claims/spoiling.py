"""Spoiling a true claim: one fault of one kind, or None where the claim has nothing of that kind to spoil.

A fault is only planted when the passage and what stands beside it do not happen to say the spoilt thing too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

from tieout.bench.claims.making import Made, words
from tieout.language.places import Gazetteer
from tieout.sources.stems import words_of
from tieout.sources.terms import table, terms_in

_NUMBER = re.compile(r"(?<![\w.,/-])\d{1,3}(?:[,.]\d{3})+(?![\d,.]*\d)|(?<![\w.,/-])\d+(?:\.\d+)?(?![\w/-]|[.,]\d)")
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,]|\.\d)")
_AROUND = 1_500
"""Characters of the source around a passage in which the spoilt thing must not stand."""


def number(made: Made, rng: Random) -> str | None:
    """A digit changed, or two exchanged."""
    found = [
        m
        for m in _NUMBER.finditer(made.core)
        if not _YEAR.fullmatch(m[0]) and len(_digits(m[0])) > 1 and not _dated(made, m)
    ]
    if not found:
        return None
    hit = rng.choice(found)
    for _ in range(20):
        at = rng.choice([i for i, c in enumerate(hit[0]) if c.isdigit()])
        new = hit[0][:at] + rng.choice("123456789") + hit[0][at + 1 :]
        if new != hit[0] and not _said(made, new) and _far(hit[0], new):
            return made.core[: hit.start()] + new + made.core[hit.end() :]
    return None


def _far(old: str, new: str) -> bool:
    """Whether a careful reader would not take the one for the other rounded."""
    a, b = float(_digits(old)), float(_digits(new))
    return abs(a - b) > 0.02 * max(a, b)


def _dated(made: Made, hit: re.Match[str]) -> bool:
    """Whether the number is the day of a date."""
    beside = made.core[max(0, hit.start() - 12) : hit.end() + 14].lower()
    return any(month.lower() in beside for month in words()[made.material.language]["months"])


def year(made: Made, rng: Random) -> str | None:
    """Another year."""
    found = list(_YEAR.finditer(made.core))
    if not found:
        return None
    hit = rng.choice(found)
    near = [str(int(hit[0]) + step) for step in rng.sample((-3, -2, -1, 1, 2, 3), 6)]
    new = next(
        (
            y
            for y in near
            if not _said(made, y) and y not in f"{made.material.held.head} {made.material.held.item.date}"
        ),
        None,
    )
    return made.core[: hit.start()] + new + made.core[hit.end() :] if new else None


def unit(made: Made, rng: Random) -> str | None:
    """Another unit behind a number."""
    return _exchanged(made, rng, words()[made.material.language]["unit"], r"(?<=\d) ?{}(?!\w)")


def direction(made: Made, rng: Random) -> str | None:
    """A rise for a fall."""
    return _exchanged(made, rng, words()[made.material.language]["direction"], r"(?<!\w){}(?!\w)")


def bound(made: Made, rng: Random) -> str | None:
    """A bound before a number left out, in a claim that says by no other word that it is an estimate."""
    if re.search(r"(?i)\bestim", made.core):
        return None
    return _dropped(
        made, rng, words()[made.material.language]["bound"]["drop"], r"(?<!\w){} (?=(?:US\$|\$|el |la |un )?\d)"
    )


def hedge(made: Made, rng: Random) -> str | None:
    """A hedge left out."""
    return _dropped(made, rng, words()[made.material.language]["hedge"]["drop"], r"(?<!\w){} (?=[a-záéíóúñ])")


def place(made: Made, rng: Random) -> str | None:
    """Another place of the same level."""
    gazetteer = Gazetteer.for_country(made.material.held.item.country)
    found = [p for p in gazetteer.find(made.core) if p.level in ("country", "admin1")]
    if not found:
        return None
    hit = rng.choice(found)
    others = _PLACES[hit.level]
    new = next(
        (o for o in rng.sample(others, len(others)) if not _said(made, o) and o not in made.material.held.head), None
    )
    return made.core[: hit.start] + new + made.core[hit.end :] if new else None


_PLACES = {
    "country": ["Bolivia", "Chile", "Kenya", "Nepal", "Jordan", "Albania", "Ghana", "Thailand", "Paraguay", "Morocco"],
    "admin1": ["Arequipa", "Antioquia", "Jalisco", "Oaxaca", "Loreto", "Puno", "Chiapas", "Nariño"],
}


def thing(made: Made, rng: Random) -> str | None:
    """Another thing of the same kind: convictions for arrests."""
    language = made.material.language
    named = [n for n in terms_in(list(words_of(made.core))) if n.term.closed]
    rng.shuffle(named)
    for one in named:
        forms = str(table()[one.term.family][one.term.id][language]).split("|")  # type: ignore[index]
        old = made.core[one.start : one.end]
        if not _plain(old, forms):
            continue
        family = [(k, v) for k, v in table()[one.term.family].items() if isinstance(v, Mapping) and k != one.term.id]
        for _, other in rng.sample(family, len(family)):
            new = _shaped(old, str(other[language]).split("|")[0])
            if not _means_in_source(made, new) and old[0].islower():
                return made.core[: one.start] + new + made.core[one.end :]
    return None


def _plain(old: str, forms: list[str]) -> bool:
    """Whether the word stands in the form of a noun that the table lists first, in singular or plural."""
    return old.lower() in {forms[0], forms[0] + "s", forms[0] + "es", re.sub("y$", "ies", forms[0])}


def _shaped(old: str, new: str) -> str:
    if not old.endswith("s"):
        return new
    return re.sub("y$", "ie", new) + ("s" if new[-1] in "aeiouáéíóúyntkrl" and not new.endswith("s") else "")


def _means_in_source(made: Made, new: str) -> bool:
    mine = {n.term.id for n in terms_in(list(words_of(new)))}
    return bool(mine & {n.term.id for n in terms_in(list(words_of(_source(made))))})


def quotation(made: Made, rng: Random) -> str | None:
    """A word of the quotation left out, or another in its place."""
    if made.quote is None:
        return None
    inside = made.quote.split(" ")
    spots = [i for i in range(1, len(inside) - 1) if inside[i].isalpha() and len(inside[i]) > 3]
    if not spots:
        return None
    at = rng.choice(spots)
    other = rng.choice(
        ["serious", "official", "alleged", "recent"]
        if made.material.language == "en"
        else ["grave", "oficial", "presunto", "reciente"]
    )
    spoilt = inside[:at] + ([] if rng.random() < 0.5 else [other]) + inside[at + 1 :]
    return " ".join(spoilt)


KINDS: dict[str, Callable[[Made, Random], str | None]] = {
    "number": number,
    "unit": unit,
    "year": year,
    "bound dropped": bound,
    "quotation altered": quotation,
    "place": place,
    "direction": direction,
    "hedge dropped": hedge,
    "wrong thing": thing,
}
"""Each kind of fault that is planted into the words of a claim."""
NUMERIC = ("number", "unit", "year", "bound dropped", "quotation altered")
"""Those that are held to the highest bar."""


def _exchanged(made: Made, rng: Random, pairs: Mapping[str, str], form: str) -> str | None:
    found = [(m, old) for old in pairs for m in re.finditer(form.format(re.escape(old)), made.core)]
    if not found:
        return None
    hit, old = max(rng.sample(found, len(found)), key=lambda pair: len(pair[1]))
    lead = " " if hit[0].startswith(" ") and not pairs[old].startswith(" ") else ""
    return made.core[: hit.start()] + lead + pairs[old] + made.core[hit.end() :]


def _dropped(made: Made, rng: Random, listed: list[str], form: str) -> str | None:
    found = [m for old in listed for m in re.finditer(form.format(re.escape(old)), made.core)]
    if not found:
        return None
    hit = rng.choice(found)
    return made.core[: hit.start()] + made.core[hit.end() :]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _source(made: Made) -> str:
    """The source around the passage."""
    line = made.material.line
    whole = line.whole
    return line.passage.view.document[max(0, whole.start - _AROUND) : whole.end + _AROUND]


def _said(made: Made, new: str) -> bool:
    """Whether the source says the new thing near the passage."""
    return new in _source(made) or (
        new[0].isdigit() and _digits(new) in re.sub(r"(?<=\d)[.,\s](?=\d{3})", "", _source(made))
    )
