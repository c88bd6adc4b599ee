"""Claims, doubts and replies."""

from __future__ import annotations

from evidence.records.made import assert_sound, made
from tieout.evidence.records.arguments import arguments_of

COMMENT = """European governments should stop lending. Some may object that rates will rise. Could banks fail? \
But that is far from certain. Rain fell in May."""


def test_an_argument() -> None:
    setting = made(COMMENT)
    found = arguments_of(setting)
    assert [one.role for one in found] == ["claim", "doubt", "doubt", "reply"]
    text = setting.document.text
    (start, end) = found[3].answers or (0, 0)
    assert text[start:end] == "Could banks fail?"
    assert_sound(found, setting)


def test_a_reply_needs_a_doubt() -> None:
    assert arguments_of(made("Prices rose. But the market held.")) == []


def test_who_holds_it_is_a_kind_of_people() -> None:
    (one,) = arguments_of(made("Critics argue that the tax is unfair."))
    assert (one.role, one.holder) == ("claim", "critics")


def test_spanish() -> None:
    found = arguments_of(made("La pregunta es: ¿bajó el precio? La respuesta es no.", language="es"))
    assert [one.role for one in found] == ["doubt", "reply"]
