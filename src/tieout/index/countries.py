"""Countries as tables name them, to ISO 3166-1 alpha-3: by code, or by any of the names that published indices use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from tieout.index.names import key_of

_PLACES = files("tieout.language") / "data" / "places"


def iso3(text: str) -> str | None:
    """The alpha-3 code of `PER`, `per`, `PE` or of a country's name; None when no country is meant."""
    code = text.strip().upper()
    if code in _codes():
        return code
    by_two = _by_alpha2()
    return by_two.get(code) or _by_name().get(key_of(text))


def name_of(code: str, language: str = "en") -> str:
    """The name of an alpha-3 code in a language; the code itself when it has none."""
    return _names().get(code, {}).get(language, code)


def alpha2_of(code: str) -> str | None:
    """The alpha-2 code of an alpha-3 one."""
    return next((two for two, three in _by_alpha2().items() if three == code), None)


@cache
def _codes() -> frozenset[str]:
    return frozenset(alpha3 for alpha3, _ in _rows(_PLACES / "alpha3.tsv"))


@cache
def _by_alpha2() -> dict[str, str]:
    return {alpha2: alpha3 for alpha3, alpha2 in _rows(_PLACES / "alpha3.tsv")}


@cache
def _names() -> dict[str, dict[str, str]]:
    """English and Spanish name by alpha-3 code."""
    three = _by_alpha2()
    rows = ((three[r[0]], r) for r in _rows(_PLACES / "countries.tsv") if r[0] in three)
    return {code: {"en": r[2].split("|")[0], "es": r[3].split("|")[0]} for code, r in rows}


@cache
def _by_name() -> dict[str, str]:
    """Alpha-3 code by folded name; a name given to two countries is nobody's, save in the index's own table."""
    three = _by_alpha2()
    seen: dict[str, set[str]] = {}
    for row in _rows(_PLACES / "countries.tsv"):
        for name in (n for column in row[2:] for n in column.split("|")):
            seen.setdefault(key_of(name), set()).add(three.get(row[0], ""))
    for code, names, *_ in _rows(_PLACES / "variants.tsv"):
        for name in names.split("|") if code in three else ():
            seen.setdefault(key_of(name), set()).add(three[code])
    out = {key: codes.pop() for key, codes in seen.items() if len(codes) == 1 and key}
    for code, names in _rows(files("tieout.index") / "data" / "countries.tsv"):
        out.update(dict.fromkeys(map(key_of, names.split("|")), code))
    return {key: code for key, code in out.items() if code}


def _rows(path: Traversable) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
