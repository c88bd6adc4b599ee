"""What a user asks to see: measures of both languages, places by name and code, periods; and the lists that answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.sources import compared, readings
from tieout.cli import app
from tieout.compare.asking import Ask, concept_named
from tieout.compare.comparison import RELATIONS
from tieout.compare.select import about, asked, beside, disagreements
from tieout.compare.words import relation_words, said, stems, table
from tieout.language.tables import LANGUAGES
from tieout.workspace.workspace import Workspace

TEXTS = (
    "Peru had 512 homicides in 2021. Lima had 140 homicides in 2021. Peru had 92 extortion complaints in 2022.",
    "es:En 2020 hubo 467 homicidios en el Perú. En Lima hubo 131 homicidios en 2020.",
)


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (Ask("homicides"), {"512", "140", "467", "131"}),
        (Ask("homicidios"), {"512", "140", "467", "131"}),
        (Ask("homicide", place="Lima"), {"140", "131"}),
        (Ask("homicide", place="PE-LIM"), {"140", "131"}),
        (Ask("homicide", place="Perú"), {"512", "467"}),
        (Ask("homicide", place="PER"), {"512", "467"}),
        (Ask("homicide", period="2020"), {"467", "131"}),
        (Ask("extortion complaints"), {"92"}),
        (Ask(place="PE"), {"512", "92", "467"}),
        (Ask("smuggling"), set()),
    ],
)
def test_what_is_asked(ask: Ask, expected: set[str]) -> None:
    assert {one.figure.text for one in beside(readings(TEXTS), ask)} == expected


def test_choosing() -> None:
    found = compared(*TEXTS)
    figures = beside(readings(TEXTS), Ask("homicides", "Lima"))
    chosen = asked(found, figures)
    assert chosen
    assert {one.subject.place_code for one in chosen} == {"PE-LIM"}
    assert about(found, [chosen[0].figures[0].id])[0] in chosen
    assert disagreements(found) == ()


def test_concepts_are_named_in_both_languages() -> None:
    assert concept_named("secuestros") == concept_named("kidnapping") == concept_named("Kidnapping")
    assert concept_named("members of congress") is None


def files(folder: Path) -> list[str]:
    paths = []
    for at, text in enumerate(TEXTS):
        path = folder / f"{at}.txt"
        path.write_text(text.removeprefix("es:") + "\n", encoding="utf-8")
        paths.append(str(path))
    return paths


def run(*arguments: str, code: int = 0) -> str:
    answer = CliRunner().invoke(app, ["compare", *arguments])
    assert answer.exit_code == code, answer.output
    return answer.output


def test_the_command_line(tmp_path: Path) -> None:
    paths = files(tmp_path)
    out = run("homicides", *paths, "--country", "PE")
    assert "homicide · Peru" in out
    assert "«Peru had 512 homicides in 2021.»" in out
    assert relation_words("other_period") in out
    assert relation_words("other_period", "es") in run(*paths, "--country", "PE", "--lang", "es")
    assert said("nothing") in run("smuggling", *paths, "--country", "PE")
    record = json.loads(run("homicides", *paths, "--country", "PE", "--format", "json"))
    assert {one["relation"] for one in record["comparisons"]} == {"other_period"}
    assert len(record["figures"]) == 4


def test_wrong_use(tmp_path: Path) -> None:
    paths = files(tmp_path)
    assert "no such file" in run(str(tmp_path / "other.txt"), code=2)
    assert "--period" in run("homicides", *paths, "--period", "soon", code=2)
    assert "workspace" in run(*paths, "--workspace", str(tmp_path), code=2)
    assert "tieout build" in run("homicides", "--workspace", str(tmp_path), code=2)


def test_a_workspace(example: Workspace) -> None:
    first, second = (run("--workspace", str(example.path)) for _ in range(2))
    assert first == second
    assert first.strip()


def test_every_relation_and_word_has_both_languages() -> None:
    for relation in RELATIONS:
        assert {relation_words(relation, lang) for lang in LANGUAGES} - {""}
    for name in ("plain", "back", "population", "approving", "opposing"):
        words = [word for language in LANGUAGES for word in table()[name][language]]
        assert words == [word.lower() for word in words]
        assert stems(name)
    assert not stems("approving") & stems("opposing")
