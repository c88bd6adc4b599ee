"""How exact numbers are shown: whole ones whole, others with two decimals, rounded half up once."""

from __future__ import annotations

from fractions import Fraction


def shown(value: Fraction) -> str:
    """Whole numbers whole, others with two decimals, rounded half up."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    cents = (abs(value) * 100 + Fraction(1, 2)).__floor__()
    return f"{'-' if value < 0 else ''}{cents // 100:,}.{cents % 100:02d}"
