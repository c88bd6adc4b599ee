"""Settings: found upward, held against the table of settings, faults in one line with their place."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from tieout.errors import UsageError
from tieout.reading.limits import Limits
from tieout.settings.find import settings_for
from tieout.settings.settings import DOCUMENT, KEYS, LIMITS, SILENCE, WORKSPACE, Settings

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def written(folder: Path, text: str, name: str = "tieout.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / "draft.md"


def test_found_upward_the_nearest_first(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    written(tmp_path, 'lang = "es"\n')
    written(tmp_path / "a", "[tool.other]\nx = 1\n", "pyproject.toml")
    assert settings_for(tmp_path / "a" / "b" / "draft.md").lang == "es"
    written(tmp_path / "a", '[tool.tieout]\nlang = "en"\n', "pyproject.toml")
    assert settings_for(tmp_path / "a" / "b" / "draft.md").lang == "en"
    assert settings_for(tmp_path / "a" / "b").lang == "en"


def test_none_are_empty(tmp_path: Path) -> None:
    assert settings_for(tmp_path / "draft.md") == Settings()


def test_every_kind_is_read(tmp_path: Path) -> None:
    text = """
date = "2025-07"
country = "PE"
language = "es"
lang = "es"
format = "sarif"
fail-on = "warning"
quotes = false
select = ["A", "D2"]
ignore = "A120"
baseline = "known.json"
data = "tables"
scores = "scores.csv"
framework = "oc-index-2023"
against = "library"
complete = true
who = "AB"
protect = ["R. M."]

[limits]
file_mb = 5
seconds = 2.5
memory_mb = 100
ocr = false
ocr_seconds = 1

[[silences]]
rules = ["A101"]
reason = "the base is another"
file = "drafts/*.md"

[[silences]]
rules = "D201"
reason = "as printed"
quote = "31 June"
"""
    found = settings_for(written(tmp_path, text))
    assert (found.date, found.country, found.fail_on, found.quotes) == ("2025-07", "PE", "warning", False)
    assert (found.select, found.ignore, found.who) == (("A", "D2"), ("A120",), "AB")
    assert dict(found.limits) == {"file_mb": 5, "seconds": 2.5, "memory_mb": 100, "ocr": False, "ocr_seconds": 1}
    assert [(s.rules, s.line, s.quote) for s in found.silences] == [(("A101",), 27, None), (("D201",), 32, "31 June")]
    assert all(getattr(found, key.replace("-", "_")) is not None for key in KEYS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('lang = "es"\nfail_on = "error"\n', r"tieout\.toml:2: fail_on is no setting, did you mean fail-on\?"),
        ('languag = "es"\n', r":1: languag is no setting, did you mean language\?"),
        ('\nlang = "fr"\n', r":2: lang must be one of en, es"),
        ("quotes = 1\n", r":1: quotes must be true or false"),
        ("select = [1]\n", r":1: select must be a list"),
        ("[limits]\nsecond = 3\n", r":2: limits\.second is no setting, did you mean seconds\?"),
        ("[limits]\nseconds = 0\n", r":2: limits\.seconds must be a number above 0"),
        ('lang = "en"\n\n[[silences]]\nrules = "A1"\n', r":3: silences needs reason"),
        (
            '[[silences]]\nrules = "A"\nreason = "b"\n[[silences]]\nreason = "c"\nrule = "A"\n',
            r":6: silences\.rule is no",
        ),
        ("[silences]\n", r":1: silences must be tables"),
        ("limits = 3\n", r":1: limits must be a table"),
        ("lang = \n", r"no valid TOML .*line 1"),
        ("[colour]\n", r":1: colour is no setting; there are date"),
        ('[workspace]\ntitel = "x"\n', r":2: workspace\.titel is no setting, did you mean title\?"),
        ('[workspace]\n\ncountry = "Peru"\n', r":3: workspace\.country must be a code of a country such as PE or PER"),
        ('[workspace]\nperiod = "2023 to 2025"\n', r":2: workspace\.period must be a period such as 2023-01/2025-06"),
        ("[workspace]\npersons = 1\n", r":2: workspace\.persons must be true or false"),
        ("[[workspace]]\n", r":1: workspace must be a table"),
        ("[documents]\n", r":1: documents must be tables"),
        ('[[documents]]\ntitle = "x"\n', r":1: documents needs file"),
        ('[[documents]]\nfile = "a.md"\n[[documents]]\nfile = "b.md"\ndate = "May"\n', r":5: documents\.date must be"),
        ('[[documents]]\nfile = "a.md"\nkey = "A B"\n', r":3: documents\.key must be a short name of small letters"),
    ],
)
def test_a_fault_is_one_line_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as fault:
        settings_for(written(tmp_path, text))
    assert "\n" not in str(fault.value)


def test_a_fault_in_pyproject_names_its_line(tmp_path: Path) -> None:
    text = '[project]\nlang = "x"\n\n[tool.tieout]\ncountry = "PE"\nlangs = "es"\n'
    with pytest.raises(UsageError, match=r"pyproject\.toml:6: langs is no setting, did you mean lang\?"):
        settings_for(written(tmp_path, text, "pyproject.toml"))


def test_every_setting_is_a_field_and_documented() -> None:
    tables = {"source", "limits", "silences", "workspace", "workspace_line", "documents"}
    fields = {f.name for f in dataclasses.fields(Settings)} - tables
    assert fields == {key.replace("-", "_") for key in KEYS}
    assert set(LIMITS) == {f.name for f in dataclasses.fields(Limits)}
    documented = set(re.findall(r"^\| `([\w.-]+)`", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    tables_of_keys = {"limits": LIMITS, "silences": SILENCE, "workspace": WORKSPACE, "documents": DOCUMENT}
    wanted = {*KEYS, *(f"{table}.{key}" for table, keys in tables_of_keys.items() for key in keys)}
    assert documented == wanted


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(13, "Permission denied", "x"), "cannot be read (Permission denied); check the permissions"),
        (UnicodeDecodeError("utf-8", b"\xfa", 0, 1, "bad"), "cannot be read; save the file as UTF-8"),
    ],
)
def test_settings_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str
) -> None:
    (tmp_path / "tieout.toml").write_text("", encoding="utf-8")

    def read(*_: object, **__: object) -> str:
        raise fault

    monkeypatch.setattr(Path, "read_text", read)
    with pytest.raises(UsageError, match=re.escape(said)):
        settings_for(tmp_path / "draft.md")


def test_a_workspace_and_its_documents_are_read(tmp_path: Path) -> None:
    text = """
[workspace]
title = "Peru"
country = "per"
period = "2023-01/.."
protect = ["R. M."]
include = "*.md"

[[documents]]
file = "a.md"
date = 2025-07-08
country = "PE"

[[documents]]
file = "b.md"
date = 2024
key = "hrw-2024"
"""
    found = settings_for(written(tmp_path, text))
    assert found.workspace["country"] == "PER"
    assert found.workspace["include"] == ("*.md",)
    assert found.workspace_line == 2
    rows = [(row.line, row.values["file"], row.values["date"]) for row in found.documents]
    assert rows == [(9, "a.md", "2025-07-08"), (14, "b.md", "2024")]
