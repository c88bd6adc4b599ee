"""ISO 3166-1 country codes as users write them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def alpha3_codes() -> dict[str, str]:
    """Alpha-2 codes by their alpha-3 codes."""
    path = files("tieout.language") / "data" / "places" / "alpha3.tsv"
    rows = (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return {alpha3: alpha2 for alpha3, _, alpha2 in (row.partition("\t") for row in rows)}


def alpha2(code: str) -> str | None:
    """The alpha-2 code of `PE`, `pe`, `PER` or `per`; None when there is no such country."""
    code = code.strip().upper()
    known = alpha3_codes()
    return known.get(code) or (code if code in known.values() else None)
