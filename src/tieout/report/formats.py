"""Every format of the answer of `tieout check`, by its name. One function each, from the check to the whole text."""

from __future__ import annotations

import json
from collections.abc import Callable

from tieout.checks.api import Result
from tieout.checks.check import Checked
from tieout.errors import UsageError


def text(checked: Checked, *, quotes: bool = True, lang: str = "en") -> str:
    """Lines for people at a terminal."""
    from tieout.checks.lines import report

    return "\n".join(report(checked, quotes=quotes, lang=lang)) + "\n"


def as_json(checked: Checked, *, quotes: bool = True, lang: str = "en") -> str:  # noqa: ARG001 -- said when checked
    """The records as one object."""
    from tieout.checks.wire import answer

    return json.dumps(answer(checked, quotes=quotes), ensure_ascii=False, indent=1) + "\n"


def jsonl(checked: Checked, *, quotes: bool = True, lang: str = "en") -> str:  # noqa: ARG001 -- said when checked
    """The records one a line."""
    from tieout.checks.wire import lines

    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in lines(checked, quotes=quotes))


def sarif(checked: Checked, *, quotes: bool = True, lang: str = "en") -> str:
    """The findings for viewers and code-review services."""
    from tieout.checks.sarif import sarif as log

    return json.dumps(log(checked, quotes=quotes, lang=lang), ensure_ascii=False, indent=1) + "\n"


def html(checked: Checked, *, quotes: bool = True, lang: str = "en") -> str:
    """One self-contained page."""
    from tieout.checks.lines import not_tied, summary_of_findings
    from tieout.checks.voice import Voice
    from tieout.report.page import page
    from tieout.sources.read import sources_of

    voice = Voice(lang)
    return page(
        checked.result,
        [r.document for r in checked.readings],
        {r.document.path: r.figures for r in checked.readings},
        quotes=quotes,
        language=lang,
        unreadable=[*map(voice.fault, checked.unreadable), *not_tied(checked, voice)],
        standing=list(summary_of_findings(checked, voice))[1:],
        sources={r.document.path: sources_of(r.document) for r in checked.readings},
        claims=checked.claims,
        texts=checked.texts,
    )


FORMATS: dict[str, Callable[..., str]] = {"text": text, "json": as_json, "jsonl": jsonl, "sarif": sarif, "html": html}
"""Each takes the check, `quotes` (whether the documents' words may appear) and `lang`."""


def render(result: Result, format: str, *, quotes: bool = True, lang: str = "en") -> str:
    """A result in one of the formats: text, json, jsonl, sarif or html. Give the `lang` that the check was made in."""
    if format not in FORMATS:
        raise UsageError(f"format={format!r}: there are {', '.join(FORMATS)}")
    return FORMATS[format](result.checked, quotes=quotes, lang=lang)
