"""An abbreviation of the text is not in the report's own list of abbreviations.

It is a warning when the report says nowhere what it stands for, so that no reader can know; one that the text spells
out where it first stands is an info. Abbreviations that everybody knows and those of notes alone are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tieout.checks.case import Case
from tieout.checks.finding import Finding, Severity
from tieout.checks.rule import rule
from tieout.checks.sourcing.glossary import glossary, is_expanded, uses
from tieout.checks.sourcing.noted import register
from tieout.ties.tie import Member

_LIST = (
    "# Abbreviations\n\nAPN Autoridad Portuaria Nacional\n\nCOA Coast Office of Andes\n\n"
    "IMO International Maritime Office\n\nSAR Search and Rescue\n\n# Ports\n\n"
)


@rule(
    code="N402",
    name="abbreviation-not-listed",
    severity="warning",
    summary="an abbreviation that the report's own list does not have",
    clause="R34 Abbreviations",
    bad=_LIST
    + "The APN, the COA, the IMO and SAR crews met. The DGQT left.[^1]\n\n[^1]: Port Gazette, Raids, 8 July 2023.",
    good=_LIST
    + "The APN, the COA, the IMO and SAR crews met. All left.[^1]\n\n[^1]: Port Gazette, Raids, 8 July 2023.",
)
def check(case: Case) -> Iterator[Finding]:
    """The first use of each abbreviation that is not listed."""
    own = glossary(case)
    if own is None:
        return
    parts = {part for term in own.entries for part in re.split(r"\W+", term)}
    outlets = {word for s in register(case).values() if s.kind == "press" for word in (s.author or "").split()}
    for short, places in uses(case).items():
        if short in parts or _is_word(case, short):
            continue
        expanded = is_expanded(case, short)
        computed = _LISTED if expanded else _NOWHERE
        severity: Severity = (
            "info" if expanded or short in outlets or _is_publisher(short) or _in_a_name(case, places) else "warning"
        )
        yield case.finding(
            "N402", "abbreviation-not-listed", severity, places[0],
            stated=f"“{short}”", computed=computed,
        )  # fmt: skip


_LISTED = "not in the list of abbreviations"
_NOWHERE = "not in the list of abbreviations, and spelt out nowhere"


def _is_publisher(short: str) -> bool:
    """The name by which a body of this field is known to its readers."""
    from tieout.sources.publisher import shipped

    listed = shipped().named(short)
    return listed is not None and listed.kind != "state"


def _in_a_name(case: Case, places: Sequence[Member]) -> bool:
    """Part of a longer name, `SBM Intelligence`, under which the reader finds it."""
    text = case.reading.document.text
    return any(_NAME_GOES_ON.match(text, place.end) is not None for place in places)


_NAME_GOES_ON = re.compile(r" [A-ZÁÉÍÓÚÑ][a-záéíóúñ]+")


def _is_word(case: Case, short: str) -> bool:
    """A word in capitals that the text has in small letters too."""
    return re.search(rf"(?<!\w)(?:{short.lower()}|{short.capitalize()})(?!\w)", case.reading.document.text) is not None
