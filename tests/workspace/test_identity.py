"""Entries: the publisher is whom the user, the file or a line of its own names; keys are readable, unique and stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.errors import UsageError
from tieout.reading.limits import Limits
from tieout.reading.sidecar import About
from tieout.sources.publisher import shipped
from tieout.workspace.entry import Entry
from tieout.workspace.identity import Known, entries_of
from tieout.workspace.making import Card, Keys
from tieout.workspace.plan import Planned


def known(
    doc: str, about: About | None = None, lines: tuple[str, ...] = (), title: str | None = None,
    date: str | None = None, format: str = "txt", **metadata: str,
) -> Known:  # fmt: skip
    planned = Planned(doc, Path(doc), "0" * 64, about or About(), Limits(), (doc,))
    card = Card(title, date, "en", "PE", format, tuple(metadata.items()), lines, None)
    return Known(planned, Keys("d", "p"), card)


def entry(one: Known) -> Entry:
    (found,) = entries_of([one], shipped(), {})
    return found


@pytest.mark.parametrize(
    ("one", "publisher", "kind"),
    [
        (known("a", About(publisher="HRW")), "Human Rights Watch", "ngo"),
        (known("a", About(publisher="Harbour Notes")), "Harbour Notes", "unknown"),
        (known("a", publisher="Human Rights Watch"), "Human Rights Watch", "ngo"),
        (known("a", author="Amnesty International"), "Amnesty International", "ngo"),
        (known("a", author="Rosa Quispe"), None, "unknown"),
        (known("a", format="pdf", creator="Typst 0.15"), None, "unknown"),
        (known("a", lines=("Human Rights Watch",)), "Human Rights Watch", "ngo"),
        (known("a", title="World Report 2025: Peru | Human Rights Watch"), "Human Rights Watch", "ngo"),
        (known("a", title="UNHCR: 44 million refugees"), None, "unknown"),
        (known("a", lines=("Human Rights Watch says that prisons are full",)), None, "unknown"),
        (known("a", About(url="https://www.hrw.org/report/1")), "Human Rights Watch", "ngo"),
        (known("a", About(url="https://www.ecoi.net/en/document/1.html")), None, "unknown"),
        (known("a"), None, "unknown"),
    ],
)
def test_who_published_it(one: Known, publisher: str | None, kind: str) -> None:
    found = entry(one)
    assert (found.publisher, found.kind) == (publisher, kind)


def test_an_author_is_no_program() -> None:
    assert entry(known("a", format="pdf", creator="Typst 0.15")).author is None
    assert entry(known("a", format="docx", creator="Rosa Quispe")).author == "Rosa Quispe"


def test_keys_are_readable_and_unique() -> None:
    hrw = About(publisher="HRW")
    several = [
        known("a.pdf", hrw, date="2025-01-16"), known("b.pdf", hrw, date="2025"), known("c.pdf", hrw, date="2025-03"),
        known("d/Informe anual (versión final).txt"), known("e/informe_anual_version_final.md"),
        known("f.txt", About(key="hrw-2025-b")), known("Доклад.txt"),
    ]  # fmt: skip
    keys = {one.doc: one.key for one in entries_of(several, shipped(), {})}
    assert keys.pop("Доклад.txt").isascii()
    assert list(keys.values()) == [
        "hrw-2025", "hrw-2025-c", "hrw-2025-d", "informe-anual-version-final", "informe-anual-version-final-b",
        "hrw-2025-b",
    ]  # fmt: skip


def test_a_key_stays_when_others_come() -> None:
    hrw = About(publisher="HRW")
    before = {one.doc: one.key for one in entries_of([known("m.pdf", hrw, date="2025")], shipped(), {})}
    assert before == {"m.pdf": "hrw-2025"}
    after = entries_of([known("a.pdf", hrw, date="2025"), known("m.pdf", hrw, date="2025")], shipped(), before)
    assert {one.doc: one.key for one in after} == {"a.pdf": "hrw-2025-b", "m.pdf": "hrw-2025"}


def test_a_key_given_twice_is_refused() -> None:
    twice = [known("a.pdf", About(key="x")), known("b.pdf", About(key="x"))]
    with pytest.raises(UsageError, match=r"b\.pdf: its key x is that of a\.pdf too"):
        entries_of(twice, shipped(), {})
