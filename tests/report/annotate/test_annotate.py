"""`tieout check --annotate` as a user meets it: what it writes, what it says, what it refuses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reading.made import docx, p
from report.annotate.drafts import draft, finding
from report.annotate.package_diff import own_ids
from tieout.checks.finding import Stamp, Standing
from tieout.cli import app
from tieout.errors import UsageError
from tieout.reading.docx import read_docx
from tieout.report.annotate.annotate import annotate

EXAMPLES = Path(__file__).parents[3] / "examples" / "peru"
WRONG = "Complaints rose from 4,738 in 2021 to 22,681 in 2023, an increase of 479 percent."


def tieout(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return docx(tmp_path, p(WRONG), name="wrong.docx")


@pytest.mark.parametrize("name", ["rights_report.docx", "coi_report.pdf"])
def test_it_writes_a_copy_and_says_what_went_into_it(tmp_path: Path, name: str) -> None:
    shutil.copy(EXAMPLES / name, tmp_path / name)
    target = tmp_path / f"reviewed{Path(name).suffix}"
    result = tieout("check", tmp_path / name, "--annotate", target)
    assert result.exit_code == 1
    assert f"tieout: {target}: " in result.stderr
    assert " added" in result.stderr
    assert (tmp_path / name).read_bytes() == (EXAMPLES / name).read_bytes()
    again = tieout("check", target, "--annotate", tmp_path / f"again{target.suffix}")
    assert "0 added" in again.stderr
    assert (tmp_path / f"again{target.suffix}").read_bytes() == target.read_bytes()


def test_it_may_be_written_over_its_own_earlier_copy(tmp_path: Path, wrong: Path) -> None:
    target = tmp_path / "reviewed.docx"
    assert "1 added" in tieout("check", wrong, "--annotate", target).stderr
    assert "1 added" in tieout("check", wrong, "--annotate", target).stderr
    assert len(own_ids(target)) == 1


def test_pending_changes_are_said(tmp_path: Path) -> None:
    result = tieout("check", draft(tmp_path), "--annotate", tmp_path / "reviewed.docx")
    assert "tracked changes are pending" in result.stderr
    assert "tracked changes are pending" in result.stdout


def test_it_speaks_spanish(tmp_path: Path, wrong: Path) -> None:
    target = tmp_path / "reviewed.docx"
    result = tieout("check", wrong, "--lang", "es", "--annotate", target)
    assert "1 añadidos" in result.stderr


def refused(result: Result) -> str:
    assert result.exit_code == 2
    (line,) = result.stderr.strip().splitlines()
    return line


def test_what_it_refuses(tmp_path: Path, wrong: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(WRONG, encoding="utf-8")
    assert "it is the draft itself" in refused(tieout("check", wrong, "--annotate", wrong))
    assert "must be a .docx file" in refused(tieout("check", wrong, "--annotate", tmp_path / "x.pdf"))
    assert "only DOCX and PDF" in refused(tieout("check", text, "--annotate", tmp_path / "x.docx"))
    assert "one draft at a time" in refused(tieout("check", wrong, text, "--annotate", tmp_path / "x.docx"))
    assert "names the same file" in refused(tieout("check", wrong, "-o", tmp_path / "x", "--annotate", tmp_path / "x"))
    assert "there is no such folder" in refused(tieout("check", wrong, "--annotate", tmp_path / "no" / "x.docx"))
    assert sorted(f.name for f in tmp_path.iterdir()) == ["a.txt", "wrong.docx"]


def test_a_link_to_the_draft_is_the_draft(tmp_path: Path, wrong: Path) -> None:
    link = tmp_path / "link.docx"
    link.symlink_to(wrong)
    with pytest.raises(UsageError, match="draft itself"):
        annotate(read_docx(wrong), [], link)
    hard = tmp_path / "hard.docx"
    hard.hardlink_to(wrong)
    with pytest.raises(UsageError, match="draft itself"):
        annotate(read_docx(wrong), [], hard)


@pytest.mark.parametrize(("standing", "written"), [("silenced", 0), ("dismissed", 0), ("known", 1), ("accepted", 1)])
def test_what_people_set_aside_is_not_written(tmp_path: Path, wrong: Path, standing: Standing, written: int) -> None:
    from dataclasses import replace

    document = read_docx(wrong)
    made = replace(finding(document, "479 percent"), stamps=(Stamp(standing),))
    assert annotate(document, [made], tmp_path / "reviewed.docx").added == written
