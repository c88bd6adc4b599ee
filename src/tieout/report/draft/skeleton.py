"""The skeleton of a report: front matter, chapters with their questions as comments, and the parts that every
report has. The words of method and disclaimer are a proposal in our own words, for the author to change.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from tieout.evidence.terms_of_reference import Terms
from tieout.report.draft.dates import said

_COMMENT_END = "--" + ">"


def skeleton(title: str, country: str, period: str | None, terms: Terms, file: str, language: str) -> str:
    """The Markdown of a new draft. `file` is the terms' name as seen from the draft."""
    return "\n".join(_lines(title, country, period, terms, file, language)) + "\n"


def starter(country: str, period: str | None, language: str) -> str:
    """Terms of reference to begin with: three chapters of questions."""
    head = {"language": language, "country": country, **({"period": period} if period else {})}
    front = "".join(f"{key}: {value}\n" for key, value in head.items())
    return f"---\n{front}---\n\n{_said('starter', language)}"


def _lines(title: str, country: str, period: str | None, terms: Terms, file: str, language: str) -> Iterator[str]:
    yield "---"
    yield f"title: {title}"
    yield f"author: {_said('author', language)}"
    yield f"# {_said('date', language)}"
    yield f"country: {country}"
    if period:
        yield f"period: {period}"
    yield f"language: {language}"
    yield f"terms: {file}"
    yield "---"
    yield ""
    yield f"<!-- {_said('help', language)} {_COMMENT_END}"
    yield ""
    for chapter in terms.chapters:
        yield f"## {chapter.said(language)}"
        yield ""
        for item in chapter.items:
            question = item.said(language).replace("--", "–")
            yield f"<!-- answers {item.id}: {item.number} {question} {_COMMENT_END}"
            yield ""
    stated = said(period, language) if period else "…"
    yield f"## {_said('method_title', language)} {{.own}}"
    yield ""
    yield _said("method", language).format(period=stated)
    yield "```{tieout searched}\n```"
    yield ""
    yield f"## {_said('disclaimer_title', language)} {{.own}}"
    yield ""
    yield _said("disclaimer", language)
    for kind in ("abbreviations", "sources", "terms", "quotations"):
        yield f"## {_said(f'{kind}_title', language)} {{-}}"
        yield ""
        yield f"```{{tieout {kind}}}\n```"
        yield ""


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("tieout.report.draft") / "data" / "skeleton.toml").read_text(encoding="utf-8"))


def _said(key: str, language: str) -> str:
    return _table()[key][language]


def title_of(country: str, language: str) -> str:
    """A title to begin with."""
    from tieout.series.sentence import place_name

    return _said("title", language).format(country=place_name(country, language))
