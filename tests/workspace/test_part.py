"""What a workspace keeps of a document is all of it, and comes back as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tieout.evidence.figure import Figure
from tieout.evidence.records.record import Record
from tieout.reading.read import read
from tieout.workspace.derive import derived
from tieout.workspace.part import FIELDS, document_bytes, document_from, part_bytes, part_from
from workspace.made import EXAMPLE

DOCUMENTS = ["rights_report.docx", "coi_report.pdf", "commentary.html", "index_profile.md"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_part_comes_back_as_it_was(name: str) -> None:
    part = derived(replace(read(EXAMPLE / name), path=name))
    assert part.figures
    assert part_from(part_bytes(part), document_from(document_bytes(part.document))) == part
    assert part_bytes(part) == part_bytes(part)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_record_of_a_part_quotes_its_document(name: str) -> None:
    document = read(EXAMPLE / name)
    part = part_from(part_bytes(derived(replace(document, path=name))), document)
    text = part.document.text
    records: list[Figure | Record] = [*part.figures, *(record for kind in FIELDS for record in part.records(kind))]
    assert all(text[record.start : record.end] == record.text and record.doc == name for record in records)
