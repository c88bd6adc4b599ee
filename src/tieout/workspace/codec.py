"""Records as plain JSON values and back, by the types of their fields: exact numbers stay exact, nothing is executed.

It knows no kind of record. A workspace may come from somebody else, so it is never pickled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Way = Callable[[Any], Any]


def encoded(value: Any) -> Any:
    """A record (or a sequence or mapping of records) as values that JSON has; fields at their default are left out."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Fraction):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: encoded(held)
            for name, default in _defaults(cast(Any, type(value)))
            if (held := getattr(value, name)) != default or type(held) is not type(default)
        }
    if isinstance(value, Mapping):
        return {key: encoded(held) for key, held in value.items()}
    return [encoded(held) for held in value]


def decoded(kind: type[T], value: Any) -> T:
    """The record of a kind that `encoded` gave these values for. ValueError, KeyError or TypeError when it did not."""
    shape: Any = kind
    out: T = _way(shape)(value)
    return out


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    return tuple((f.name, _default(f)) for f in fields(kind))


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@cache
def _way(kind: Any) -> Way:
    """How a value of a type is made from what JSON holds."""
    if kind in (str, int, float, bool, NoneType, Any, object):
        return _same
    if kind is Fraction:
        return Fraction
    if is_dataclass(kind):
        return _record_way(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _same
    if origin in (Union, UnionType):
        (some,) = (arg for arg in inside if arg is not NoneType)
        way = _way(some)
        return lambda value: None if value is None else way(value)
    if origin is tuple and inside[-1] is not Ellipsis:
        ways = tuple(_way(arg) for arg in inside)
        return lambda value: tuple(way(held) for way, held in zip(ways, value, strict=True))
    if origin in (tuple, Sequence, list):
        way = _way(inside[0])
        make: Way = list if origin is list else tuple
        return make if way is _same else lambda value: make(map(way, value))
    if origin in (Mapping, dict):
        way = _way(inside[1])
        return lambda value: {key: way(held) for key, held in value.items()}
    raise TypeError(f"{kind}: no way to keep it")


def _record_way(kind: Any) -> Way:
    hints = get_type_hints(kind)
    ways = {f.name: _way(hints[f.name]) for f in fields(kind) if f.init}
    plain = {name for name, way in ways.items() if way is _same}

    def make(value: Mapping[str, Any]) -> Any:
        return kind(**{name: held if name in plain else ways[name](held) for name, held in value.items()})

    return make


def _same(value: Any) -> Any:
    return value
