"""Tables of what a workspace holds: every row leads back to its words, numbers are exact, nothing runs as a formula."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import pytest

from tieout.cli.export import FORMATS as OFFERED
from tieout.cli.export import KINDS as NAMED
from tieout.report.exports.export import FORMATS, export
from tieout.report.exports.table import KINDS, exact, table
from tieout.workspace.part import FIELDS
from tieout.workspace.workspace import Workspace


def rows(workspace: Workspace, kind: str, *, quotes: bool = True) -> list[dict[str, str]]:
    text = export(workspace, kind, "csv", quotes=quotes).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_the_command_offers_all_there_is() -> None:
    assert sorted(NAMED) == sorted(KINDS)
    assert sorted(OFFERED) == sorted(FORMATS)
    assert set(FIELDS.values()) < set(KINDS)


@pytest.mark.parametrize("kind", ["figures", *FIELDS.values(), "findings"])
def test_a_row_leads_back_to_its_words(base: Workspace, example: Workspace, kind: str) -> None:
    for workspace in (base, example):
        for row in rows(workspace, kind):
            text = workspace.part(row["doc"]).document.text[int(row["start"]) : int(row["end"])]
            assert " ".join(text.split()).endswith(row["text"].lstrip("'").replace("�", "")[-5:])
            assert workspace.by_key[row["source"]].sha256 == row["sha256"]


def test_a_figure_has_its_value_its_sentence_and_its_checks(base: Workspace) -> None:
    (change,) = (row for row in rows(base, "figures") if row["text"] == "35 percent")
    assert (change["value"], change["number"], change["kind"], change["unit"]) == ("35", "35", "change", "percent")
    assert (change["check"], change["ties_break"], change["findings"]) == ("breaks", "1", "A101")
    assert change["sentence"].startswith("The port police counted 469 thefts")
    assert change["title"] == "Harbour review"
    (held,) = (row for row in rows(base, "figures") if row["text"] == "469")
    assert base.by_id[held["cite"].removeprefix("f:")].text == "469"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 3), "1/3"),
        (Fraction(5, 2), "2.5"),
        (Fraction(-7), "-7"),
        (Fraction(10**20 + 1), "100000000000000000001"),
        (None, None),
    ],
)
def test_numbers_are_exact_text(value: Fraction | None, text: str | None) -> None:
    assert exact(value) == text


def test_nothing_in_a_cell_is_a_formula(base: Workspace) -> None:
    for kind in KINDS:
        for row in csv.reader(io.StringIO(export(base, kind, "csv").decode())):
            assert not [cell for cell in row if cell.startswith(("=", "@", "\t", "\r", "+"))]
            assert not [cell for cell in row if "\u202e" in cell]


def test_without_quotes_no_words_of_the_documents_are_left(base: Workspace) -> None:
    for kind in ("figures", "gaps", "ties", "findings"):
        text = export(base, kind, "csv", quotes=False).decode()
        for words in ("thefts", "patrols", "smuggling", "HYPERLINK", "Harbour", "instructions", "extorted"):
            assert words not in text, (kind, words)
    assert {row["value"] for row in rows(base, "figures", quotes=False)} >= {"469", "562", "35"}


def test_an_empty_kind_still_has_its_columns(base: Workspace) -> None:
    made = table(base, "emergencies")
    assert made.rows == ()
    assert {"cite", "place", "emergency_start", "doc", "start", "end"} <= set(made.columns)


def test_sources_say_what_was_read_in_each(base: Workspace) -> None:
    found = {row["doc"]: row for row in rows(base, "sources")}
    assert found["sound.md"]["key"] == base.by_doc["sound.md"].key
    assert int(found["sound.md"]["figures"]) == len(base.part("sound.md").figures)
    (cited,) = rows(base, "cited")
    assert (cited["title"], cited["cited_by"]) == ("Shadows over the quay", base.by_doc["sound.md"].key)
