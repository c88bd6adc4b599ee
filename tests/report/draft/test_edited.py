"""A report that is edited in Word: the content control or the bookmark, whichever is left, says what the number was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from report.draft.made import figure_id, reported
from tieout.api import check
from tieout.report.draft.docx import W
from tieout.workspace.workspace import Workspace


@pytest.mark.parametrize("torn", ["bookmarkStart", "sdtPr", None])
def test_a_number_that_is_typed_over_is_found(harbour: Workspace, tmp_path: Path, torn: str | None) -> None:
    pytest.importorskip("pypandoc")
    id = figure_id(harbour, "1,250")
    text = f"## A\n\nThe ministry employed 1,250 guards in 2023 [@f:{id}].\n"
    data = reported(harbour, tmp_path, text).bytes("docx")
    path = tmp_path / "edited.docx"
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                body = etree.fromstring(part.replace(b">1,250<", b">1,520<"))
                for element in list(body.iter(W + torn)) if torn else []:
                    element.getparent().remove(element)  # type: ignore[union-attr]
                part = etree.tostring(body)
            new.writestr(name, part)
    (finding,) = check(path, select="C330").findings
    assert (finding.text, finding.severity) == ("1,520", "error")
    assert f"1,250, from the record f:{id}" in finding.message


def test_another_way_to_write_the_number_is_no_edit(harbour: Workspace, tmp_path: Path) -> None:
    draft = tmp_path / "a.md"
    mark = f"{{#tieout_f_{figure_id(harbour, '1,250')}_1_1250}}"
    draft.write_text(f"The ministry employed [1250]{mark} guards in 2023.\n", encoding="utf-8")
    assert not check(draft, select="C330").findings
