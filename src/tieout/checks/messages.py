"""What rules say: one template per code and language. A message shows the arithmetic in one line, in plain words."""

from __future__ import annotations

from tieout.checks.voice import Voice

_PLAIN = "{stated}: {computed}"

MESSAGES: dict[str, dict[str, str]] = {
    "en": {
        "A101": _PLAIN,
        "A102": _PLAIN,
        "A103": _PLAIN,
        "A104": _PLAIN,
        "A105": _PLAIN,
        "A106": _PLAIN,
        "A107": _PLAIN,
        "A108": "{stated}: {computed}",
        "A109": _PLAIN,
        "A110": "{stated} cannot be: {computed}",
        "A111": "{stated}: {computed}, which is more than 100",
        "A112": "{stated} runs backwards: {computed}",
        "A113": "{stated}: {computed}",
        "A114": "{stated}: {computed}",
        "A115": "{stated}, but {computed}",
        "A116": "{stated}: {computed}",
        "A117": "{stated}: {computed}",
        "A118": "{stated}: {computed}",
        "A119": "{stated}: {computed}",
        "A120": "{stated} is loose: {computed}",
        "C351": _PLAIN,
        "C352": _PLAIN,
        "C353": _PLAIN,
        "C354": "{stated}: {computed}",
        "C355": "{stated}: {computed}",
        "D201": "there is no such date: {stated}",
        "D202": "{stated} is after the document's own date, {computed}",
        "D203": "{stated}, but {computed}",
        "D204": "{stated} lies outside the period that the report covers: {computed}",
        "D205": "{stated}: {computed}",
        "D206": "{stated} is called current, but it has passed: {computed}",
        "I701": _PLAIN,
        "I702": _PLAIN,
        "I703": _PLAIN,
        "I704": _PLAIN,
        "I705": _PLAIN,
        "U001": "nothing is silenced here any more: {stated}; take the silence out",
        "U002": "this silences nothing: {stated}",
        "X801": "{stated} does not match the table we have: {computed}",
    },
    "es": {
        "A101": _PLAIN,
        "A102": _PLAIN,
        "A103": _PLAIN,
        "A104": _PLAIN,
        "A105": _PLAIN,
        "A106": _PLAIN,
        "A107": _PLAIN,
        "A108": _PLAIN,
        "A109": _PLAIN,
        "A110": "{stated} no puede ser: {computed}",
        "A111": "{stated}: {computed}, más de 100",
        "A112": "{stated} va al revés: {computed}",
        "A113": _PLAIN,
        "A114": _PLAIN,
        "A115": "{stated}, pero {computed}",
        "A116": _PLAIN,
        "A117": _PLAIN,
        "A118": _PLAIN,
        "A119": _PLAIN,
        "A120": "{stated} es impreciso: {computed}",
        "C351": _PLAIN,
        "C352": _PLAIN,
        "C353": _PLAIN,
        "C354": _PLAIN,
        "C355": _PLAIN,
        "D201": "no existe esa fecha: {stated}",
        "D202": "{stated} es posterior a la fecha del propio documento, {computed}",
        "D203": "{stated}, pero {computed}",
        "D204": "{stated} queda fuera del período que el informe dice abarcar: {computed}",
        "D205": _PLAIN,
        "D206": "{stated} se presenta como vigente, pero ya pasó: {computed}",
        "I701": _PLAIN,
        "I702": _PLAIN,
        "I703": _PLAIN,
        "I704": _PLAIN,
        "I705": _PLAIN,
        "U001": "aquí ya no hay nada que silenciar: {stated}; quite el silencio",
        "U002": "esto no silencia nada: {stated}",
        "X801": "{stated} no coincide con la tabla que tenemos: {computed}",
    },
}
"""One table a language, with the same codes. A code that one lacks is said in English with its phrases turned."""


def message(code: str, language: str, **fields: str) -> str:
    """The message of a rule with its fields filled in."""
    said = MESSAGES[language].get(code)
    return (said or Voice(language).put(MESSAGES["en"][code])).format(**fields)
