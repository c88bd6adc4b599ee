"""Choosing rules by code (`A101`), by family (`A`, `A1`) or by name (`change-mismatch`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tieout.checks.register import rules
from tieout.checks.rule import Rule
from tieout.errors import UsageError


def codes_of(word: str) -> frozenset[str]:
    """The codes that a word stands for; UsageError with the nearest word when it stands for none."""
    upper, lower = word.upper(), word.lower()
    found = frozenset(rule.code for rule in rules() if rule.code.startswith(upper) or rule.name == lower)
    if word and found:
        return found
    raise UsageError(f"there is no rule {word}{_nearest(word)}; `tieout rules` lists them")


def chosen(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules to run: all, or those selected, without those ignored. A longer word wins over a shorter one."""
    wanted = {code: len(word) for word in sorted(select, key=len) for code in codes_of(word)}
    unwanted = {code: len(word) for word in sorted(ignore, key=len) for code in codes_of(word)}
    return tuple(
        rule
        for rule in rules()
        if (not select or rule.code in wanted) and unwanted.get(rule.code, -1) < wanted.get(rule.code, 0)
    )


def split(words: Iterable[str]) -> tuple[str, ...]:
    """`["A101,A103", "D"]` as given on a command line, one by one."""
    return tuple(word.strip() for several in words for word in several.split(",") if word.strip())


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    known = [name for rule in rules() for name in (rule.code, rule.name)]
    near = get_close_matches(word.upper(), known, 1, 0.6) or get_close_matches(word.lower(), known, 1, 0.6)
    return f", did you mean {near[0]}?" if near else ""
