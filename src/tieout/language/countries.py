"""ISO 3166-1 country codes as users write them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _alpha3() -> dict[str, str]:
    path = files("tieout.language") / "data" / "places" / "alpha3.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))  # type: ignore[misc]


def alpha2(code: str) -> str | None:
    """The alpha-2 code of `PE`, `pe`, `PER` or `per`; None when there is no such country."""
    code = code.strip().upper()
    known = _alpha3()
    return known.get(code) or (code if code in known.values() else None)
