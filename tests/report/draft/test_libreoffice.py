"""A report that is edited in LibreOffice and saved: numbers keep their records, and a check shows what was changed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from report.draft.made import figure_id, reported
from tieout.api import check
from tieout.reading.read import read
from tieout.workspace.workspace import Workspace

SOFFICE = shutil.which("soffice")
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main(source As String, target As String, old As String, fresh As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden" : how(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, how())
  what = document.createReplaceDescriptor()
  what.SearchString = old : what.ReplaceString = fresh
  document.replaceAll(what)
  how(0).Name = "FilterName" : how(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, how())
  document.close(True)
End Sub
</script:module>
"""


def office(profile: Path, *arguments: str) -> None:
    """Run LibreOffice with a profile of its own."""
    assert SOFFICE is not None
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_numbers_keep_their_records_when_libreoffice_saves(harbour: Workspace, tmp_path: Path) -> None:
    id = figure_id(harbour, "1,250")
    text = f"## A\n\nThe ministry employed 1,250 guards in 2023 [@f:{id}]. There were 412 thefts [@yearbook-2024].\n"
    built, edited = tmp_path / "built.docx", tmp_path / "edited.docx"
    built.write_bytes(reported(harbour, tmp_path, text).bytes("docx"))
    assert not check(built, select="C330").findings
    profile = tmp_path / "profile"
    office(profile, "--terminate_after_init")
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(MACRO, encoding="utf-8")
    call = f'macro:///Standard.Module1.Main("{built.as_uri()}","{edited.as_uri()}","1,250","1,520")'
    office(profile, call)
    marked = {span.target for span in read(built).spans_of("record")}
    document = read(edited)
    assert {span.target for span in document.spans_of("record")} == marked
    (finding,) = check(edited, select="C330").findings
    assert finding.text == "1,520"
    assert finding.message == f"“1,520”: the report was built with 1,250, from the record f:{id}"
