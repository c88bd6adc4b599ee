"""What rules say: one template per code and language. A message shows the arithmetic in one line, in plain words."""

from __future__ import annotations

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
        "D201": "there is no such date: {stated}",
        "D202": "{stated} is after the document's own date, {computed}",
        "D203": "{stated}, but {computed}",
        "D204": "{stated} lies outside the period that the report covers: {computed}",
        "D205": "{stated}: {computed}",
        "D206": "{stated} is called current, but it has passed: {computed}",
        "U001": "nothing is silenced here any more: {stated}; take the silence out",
        "U002": "this silences nothing: {stated}",
        "X801": "{stated} does not match the table we have: {computed}",
    },
}
"""Messages in other languages are further tables with the same codes; a code that one lacks is said in English."""


def message(code: str, language: str, **fields: str) -> str:
    """The message of a rule with its fields filled in."""
    table = MESSAGES.get(language, {})
    return table.get(code, MESSAGES["en"][code]).format(**fields)
