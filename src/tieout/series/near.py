"""Which places hold which: so that a window in a part touches the whole, and one in the whole its parts.

The gazetteer knows a country's own units; a table's spec knows codes that mean something else in it, such as a capital
that is counted apart from the region of the same name.
"""

from __future__ import annotations

from functools import cache

from tieout.language.places import Gazetteer, codes_of
from tieout.series.question import country_of
from tieout.series.spec import Places


def overlaps(one: str, other: str, places: Places | None = None) -> bool:
    """Whether two codes name the same ground, in whole or in part. `places` says what codes mean in a table."""
    return one == other or one in _around(other, places) or other in _around(one, places)


def is_place(code: str) -> bool:
    """Whether a code is a country or a unit of one; a code of ISO 3166-2 that we do not list is taken as one."""
    country = country_of(code)
    return country is not None and (code == country or code in codes_of(country) or code.startswith(f"{country}-"))


def _around(code: str, places: Places | None) -> frozenset[str]:
    """Codes of all that holds a place."""
    own = _holders(code)
    if places is None:
        return own
    wholes = {whole for whole, parts in places.without.items() if code in parts}
    if code in places.within:
        wholes.add(places.within[code])
    return own.union(wholes, *(_holders(whole) for whole in wholes))


@cache
def _holders(code: str) -> frozenset[str]:
    country = country_of(code)
    if country is None:
        return frozenset()
    held = frozenset(Gazetteer.for_country(country).holders(code))
    return held if code == country else held | {country}
