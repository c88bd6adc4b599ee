"""All kinds together: the quote invariant, identities, the wire, the command."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from evidence.records.made import assert_sound, made
from tieout.cli import app
from tieout.cli.records import KINDS as OFFERED
from tieout.evidence.figures import setting_of
from tieout.evidence.records.act import Act
from tieout.evidence.records.argument import Argument
from tieout.evidence.records.emergency import Emergency
from tieout.evidence.records.exposure import Exposure
from tieout.evidence.records.gap import Gap
from tieout.evidence.records.group import Group
from tieout.evidence.records.law import Law
from tieout.evidence.records.obligation import Obligation
from tieout.evidence.records.protection import Protection
from tieout.evidence.records.read import KINDS, READERS, records_of
from tieout.evidence.records.recommendation import Recommendation
from tieout.evidence.records.statement import Statement
from tieout.evidence.records.wire import json_lines, record, rows
from tieout.reading.read import read

TYPES = (Act, Argument, Emergency, Exposure, Gap, Group, Law, Obligation, Protection, Recommendation, Statement)
DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.shared
@pytest.mark.parametrize("kind", READERS)
def test_the_quote_is_the_documents_own(shared: Path, kind: str) -> None:
    for name in ("docs/usdos_2022_peru.txt", "docs/es_onu_cedaw_panama.txt", "docs/cia_factbook_peru_2023-08-17.txt"):
        setting = setting_of(read(shared / name))
        assert_sound(records_of(setting, kind), setting)


def test_every_kind_is_offered() -> None:
    assert set(OFFERED) == set(KINDS)
    assert {kind.__name__.lower() for kind in TYPES} == set(KINDS)


@pytest.mark.parametrize("kind", TYPES)
def test_every_field_is_documented(kind: type) -> None:
    text = (DOCS / "records.md").read_text(encoding="utf-8")
    for field in dataclasses.fields(kind):
        assert f"`{field.name}`" in text, f"{kind.__name__}: {field.name}"


def test_the_wire() -> None:
    laws = records_of(made("Law 30364 is old. Congress repealed Law 12345 in May 2020."), "law")
    lines = [json.loads(line) for line in json_lines(laws)]
    assert [line["record"] for line in lines] == ["law"] * len(laws)
    assert [line["text"] for line in lines] == [law.text for law in laws]
    header, *cells = rows(laws)
    assert len(cells) == len(laws)
    assert all(len(row) == len(header) for row in cells)
    assert rows([]) == []


def test_without_quotes_no_words_of_the_document_are_left() -> None:
    (law,) = records_of(made("Law 30364 is old."), "law")
    bare = record(law, quotes=False)
    assert bare["text"] is bare["prefix"] is bare["suffix"] is None
    assert (bare["start"], bare["number"]) == (0, "30364")


def test_identities_do_not_rest_on_offsets() -> None:
    text = "Law 30364 is old."
    (one,) = records_of(made(text), "law")
    (again,) = records_of(made(text), "law")
    assert one.id == again.id
    assert len(one.id) == 10


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("Law 30364 is old.\n\nPrisons in Cusco are allegedly crowded again.\n", encoding="utf-8")
    return path


def test_the_command(report: Path) -> None:
    run = CliRunner().invoke(app, ["records", str(report), "--kind", "law", "--format", "jsonl", "--country", "PER"])
    assert run.exit_code == 0, run.output
    assert json.loads(run.stdout)["key"] == "PE:law:30364"
    table = CliRunner().invoke(app, ["records", str(report), "--kind", "law"])
    assert "30364" in table.stdout


def test_statements_need_terms(report: Path) -> None:
    refused = CliRunner().invoke(app, ["records", str(report), "--kind", "statement"])
    assert refused.exit_code == 2
    assert "--term" in refused.output
    said = CliRunner().invoke(app, ["records", str(report), "--kind", "statement", "--term", "prisons"])
    assert "prisons" in said.stdout


def test_the_terms_of_reference_give_statements_and_what_nothing_is_said_of(report: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms.md"
    terms.write_text(
        "# Justice {#justice}\n\n- Crowded prisons {#prisons}\n- Roads to mines {#roads}\n", encoding="utf-8"
    )
    said = CliRunner().invoke(app, ["records", str(report), "--kind", "statement", "--terms", str(terms)])
    assert said.exit_code == 0, said.output
    assert "1.1" in said.stdout
    gaps = CliRunner().invoke(
        app, ["records", str(report), "--kind", "gap", "--terms", str(terms), "--format", "jsonl"]
    )
    assert [json.loads(line)["item"] for line in gaps.stdout.splitlines()] == ["roads"]


@pytest.mark.parametrize(
    "options", [["--kind", "law", "--term", "x"], ["--kind", "law", "--terms", "x.md"], ["--kind", "gap", "--persons"]]
)
def test_options_that_do_not_go_with_the_kind_are_refused(report: Path, options: list[str]) -> None:
    assert CliRunner().invoke(app, ["records", str(report), *options]).exit_code == 2


def test_relations_of_groups_go_on_the_wire() -> None:
    text = "Criminal gangs such as Los Ocres and Nueva Ola are there. Los Ocres is allied with Nueva Ola."
    lines = [json.loads(line) for line in json_lines(records_of(made(text), "group"))]
    assert lines[0]["relations"][0]["kind"] == "ally"
