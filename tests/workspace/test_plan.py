"""Planning: which files are documents, what is said of them, what is one document in several files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reading.made import docx, p
from tieout.errors import UsageError
from tieout.workspace.build import build
from tieout.workspace.manifest import Root
from tieout.workspace.plan import plan_of
from tieout.workspace.workspace import open_workspace

RELEASE = (
    "Harbour Watch, Lima. Thefts in the port rose from 1,200 in 2023 to 1,500 in 2024, the port police said. "
    "Of the containers that were opened, 310 held goods that nobody had declared. The union of dock workers asks for "
    "cameras at the four gates, and for the law of 2019 on guards to be applied. It counts 18 members who were hurt in "
    "robberies since January, and 4 who left their work after threats. The company that runs the port did not answer "
    "our questions. The ministry says that a plan for the port is being written, and that it will be shown in May."
)


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return [one.doc for one in plan_of((Root(str(folder)),)).planned]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", ["a.md", "b.txt", "drafts/c.md", "drafts/old/d.md"]),
        ('include = ["a.md", "drafts/old"]', ["a.md", "drafts/old/d.md"]),
        ('include = "*.md"\nexclude = "drafts/old"', ["a.md", "drafts/c.md"]),
        ('exclude = ["drafts", "b.*"]', ["a.md"]),
        ('include = ["*/c.md"]', ["drafts/c.md"]),
    ],
)
def test_which_files_are_documents(tmp_path: Path, settings: str, expected: list[str]) -> None:
    texts = {name: f"{name} has 12 lines." for name in ("a.md", "b.txt", "drafts/c.md", "drafts/old/d.md", "x.py")}
    written(tmp_path, {**texts, "tieout.toml": f"[workspace]\n{settings}\n", "x.tieout/page.html": "<p>1 page</p>"})
    assert names(tmp_path) == expected


def test_settings_above_a_folder_name_files_from_where_they_stand(tmp_path: Path) -> None:
    settings = '[workspace]\ntitle = "All"\nexclude = ["peru/old.md"]\n[[documents]]\nfile = "peru/a.md"\nkey = "a-1"\n'
    written(tmp_path, {"tieout.toml": settings, "peru/a.md": "One of 3.", "peru/old.md": "Two of 3."})
    plan = plan_of((Root(str(tmp_path / "peru")),))
    assert [(one.doc, one.about.key) for one in plan.planned] == [("a.md", "a-1")]
    assert plan.scope.title == "All"
    assert not plan.notes


def test_what_is_said_of_a_file_the_nearest_wins(tmp_path: Path) -> None:
    settings = 'date = "2020"\n[[documents]]\nfile = "a.txt"\ntitle = "From the settings"\ncountry = "PER"\n'
    said = {"title": "Listed", "publisher": "HRW", "date": "2021 (year covered)", "country": "Peru/Chile"}
    row = json.dumps({"file": "a.txt", **said})
    written(tmp_path, {"a.txt": "12 raids.", "b.txt": "13 raids.", "tieout.toml": settings, "manifest.jsonl": row})
    written(tmp_path, {"a.txt.toml": 'title = "Beside"\nurl = "https://example.org/a"\n'})
    a, b = plan_of((Root(str(tmp_path)),)).planned
    found = (a.about.title, a.about.country, a.about.url, a.about.publisher, a.about.date)
    assert found == ("From the settings", "PE", "https://example.org/a", "HRW", "2020")
    assert (b.about.title, b.about.date) == (None, "2020")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[workspace]\ncountry = "XX"\n', r"tieout\.toml:1: country XX is no ISO 3166-1 code"),
        ('\n[[documents]]\nfile = "a.md"\ncountry = "QQQ"\n', r"tieout\.toml:2: country QQQ is no ISO"),
        ('\n[workspace]\nterms = "terms.md"\n', r"tieout\.toml:2: terms is not there: .*terms\.md"),
    ],
)
def test_wrong_settings_name_their_line(tmp_path: Path, settings: str, said: str) -> None:
    written(tmp_path, {"a.md": "12 raids.", "tieout.toml": settings})
    with pytest.raises(UsageError, match=said):
        plan_of((Root(str(tmp_path)),))


def test_files_that_are_named_and_not_there_are_said(tmp_path: Path) -> None:
    settings = '[workspace]\ninclude = ["a.md", "gone.md"]\n\n[[documents]]\nfile = "lost.md"\n'
    written(tmp_path, {"a.md": "12 raids.", "tieout.toml": settings})
    assert plan_of((Root(str(tmp_path)),)).notes == [
        f"{tmp_path}/tieout.toml:4: file lost.md is no document of the workspace",
        f"{tmp_path}: include gone.md is no document there",
    ]


def test_a_sidecar_that_is_wrong_costs_its_file_alone(tmp_path: Path) -> None:
    written(tmp_path, {"a.md": "12 raids.", "b.md": "13 raids.", "a.md.toml": "colour = 1\n"})
    plan = plan_of((Root(str(tmp_path)),))
    assert [one.doc for one in plan.planned] == ["b.md"]
    assert "it sets 'colour', which is not known" in plan.unread[0].why


def test_the_same_bytes_are_one_document_with_all_names(tmp_path: Path) -> None:
    written(tmp_path, {"b.txt": "12 raids.", "a/copy.txt": "12 raids.", "c.md.toml": "", "c.md": "12 raids."})
    (one,) = plan_of((Root(str(tmp_path)),)).planned
    assert (one.doc, one.paths) == ("a/copy.txt", ("a/copy.txt", "b.txt", "c.md"))


def test_one_release_in_two_forms_is_one_document(tmp_path: Path) -> None:
    first, second = RELEASE[:200], RELEASE[200:]
    page = f"<html><body><p>{first}</p><p>{second}</p></body></html>"
    files = {"a.txt": f"{first}\n\n{second}\n", "b.html": page, "d.txt": RELEASE.replace("310", "311")}
    folder = written(tmp_path / "papers", files)
    docx(folder, p(first.upper()) + p(second.upper())).rename(folder / "c.docx")
    workspace = open_workspace(build(folder, tmp_path / "papers.tieout").path)
    assert [entry.doc for entry in workspace.entries] == ["a.txt", "d.txt"]
    entry = workspace.entries[0]
    assert (entry.paths, entry.same_text) == (("a.txt", "b.html", "c.docx"), ("b.html", "c.docx"))
