"""What several rules need of one document, worked out once. Knows nothing of what that is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from tieout.checks.case import Case

T = TypeVar("T")


def once(make: Callable[[Case], T]) -> Callable[[Case], T]:
    """The function, made to look at each case only once."""
    name = f"{make.__module__}.{make.__name__}"

    @wraps(make)
    def kept(case: Case) -> T:
        if name not in case.kept:
            case.kept[name] = make(case)
        return cast(T, case.kept[name])

    return kept
