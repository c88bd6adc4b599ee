"""The reviewer's desk on the command line: formats, settings, baselines, reviews, languages, completion, progress."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checks.desk import FALL, PLAIN, RISE, markdown, word
from tieout.cli import app
from tieout.cli import review as reviewing


def tieout(*arguments: object, keys: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=keys)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return markdown(tmp_path, RISE, PLAIN, FALL)


def test_json_lines_say_what_each_record_is(draft: Path) -> None:
    rows = [json.loads(line) for line in tieout("check", draft, "--format", "jsonl").stdout.splitlines()]
    assert {"document", "finding", "tie"} <= {row["record"] for row in rows}
    assert [row["text"] for row in rows if row["record"] == "finding"] == ["35 percent", "40 percent"]


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "sarif", "html"])
def test_every_format_counts_what_is_silenced_and_keeps_quotes_out(tmp_path: Path, format: str) -> None:
    silenced = f"{RISE} <!-- tieout: ignore A101 because of Zorritos -->"
    path = markdown(tmp_path, silenced, FALL.replace("Complaints", "Complaints in Zorritos"))
    said = {"text": "Silenced: 1 finding", "html": "Silenced: 1 finding", "sarif": "inSource"}.get(format, "silenced")
    assert said in tieout("check", path, "--format", format).stdout
    assert "Zorritos" not in tieout("check", path, "--format", format, "--no-quotes").stdout


def test_select_and_ignore(draft: Path) -> None:
    assert tieout("check", draft, "--ignore", "A101").exit_code == 0
    assert tieout("check", draft, "--select", "D,A102").exit_code == 0
    assert tieout("check", draft, "--select", "change-mismatch").exit_code == 1
    wrong = tieout("check", draft, "--select", "A1001")
    assert wrong.exit_code == 2
    assert "did you mean A101?" in wrong.stderr


def test_a_baseline_is_written_read_and_never_fails(draft: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    assert tieout("check", draft, "--write-baseline", known).exit_code == 0
    again = tieout("check", draft, "--baseline", known)
    assert again.exit_code == 0
    assert again.stdout.count("(known)") == 2
    assert "Of the findings 2 known." in again.stdout
    markdown(tmp_path, RISE, RISE.replace("35", "36"))
    new = tieout("check", draft, "--baseline", known)
    assert new.exit_code == 1
    assert "No longer there, though in the baseline: 1 finding." in new.stdout
    assert tieout("check", draft, "--baseline", tmp_path / "none.json").exit_code == 2
    assert tieout("check", draft, "--write-baseline", draft).exit_code == 2


def test_the_first_run_may_write_the_baseline_of_the_settings(draft: Path) -> None:
    (draft.parent / "tieout.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert tieout("check", draft).exit_code == 2
    assert tieout("check", draft, "--write-baseline", draft.parent / "known.json").exit_code == 0
    assert tieout("check", draft).exit_code == 0


def test_settings_are_read_and_the_command_line_wins(draft: Path) -> None:
    settings = draft.parent / "tieout.toml"
    settings.write_text('fail-on = "never"\nlang = "es"\nignore = ["A101"]\n', encoding="utf-8")
    result = tieout("check", draft)
    assert result.exit_code == 0
    assert "Observaciones: ninguna." in result.stdout
    louder = tieout("check", draft, "--ignore", "D", "--fail-on", "error", "--lang", "en")
    assert louder.exit_code == 1
    assert "Findings: 2 errors." in louder.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('lnag = "es"\n', r"tieout\.toml:1: lnag is no setting, did you mean lang\?"),
        ('date = "soon"\n', r"tieout\.toml: date soon: not a date"),
        ('country = "Peruvia"\n', r"tieout\.toml: country Peruvia: not an ISO"),
        ('select = ["Z"]\n', r"there is no rule Z"),
        ('[[silences]]\nrules = "Z"\nreason = "so"\n', r"tieout\.toml:1: there is no rule Z"),
    ],
)
def test_a_wrong_setting_is_one_line(draft: Path, text: str, said: str) -> None:
    (draft.parent / "tieout.toml").write_text(text, encoding="utf-8")
    result = tieout("check", draft)
    assert result.exit_code == 2
    assert re.search(said, result.stderr)
    assert len(result.stderr.splitlines()) == 1


def test_every_setting_reaches_the_check(draft: Path) -> None:
    settings = draft.parent / "tieout.toml"

    def checked(text: str, *more: str) -> Result:
        settings.write_text(text, encoding="utf-8")
        return tieout("check", draft, *more)

    (document,) = json.loads(checked('format = "json"\ndate = "2025-03"\ncountry = "PER"\n').stdout)["documents"]
    assert (document["date"], document["country"]) == ("2025-03", "PE")
    assert json.loads(checked('format = "json"\nlanguage = "es"\n').stdout)["documents"][0]["language"] == "es"
    assert "Complaints" not in checked("quotes = false\n", "--format", "json").stdout
    assert "change-mismatch" not in checked('select = "D"\n').stdout
    assert checked("[limits]\nfile_mb = 0.00001\n").exit_code == 2
    checked("", "--write-baseline", str(draft.parent / "known.json"))
    assert checked('baseline = "known.json"\n').exit_code == 0
    silence = '[[silences]]\nrules = "A101"\nreason = "as printed"\nfile = "draft.md"\nquote = "35 percent"\n'
    assert "Silenced: 1 finding." in checked(silence).stdout
    assert tieout("figures", draft, "--format", "jsonl").exit_code == 0


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(f"{path}.review.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_review_decides_and_check_shows_it(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "now", lambda: "2025-03-01T10:00:00+00:00")
    result = tieout("review", draft, "--as", "AB", keys="x\nd\n\nd\nas printed\nb\nl\na\n")
    assert result.exit_code == 0, result.output
    assert "Press a, d, l, b or q." in result.stdout
    assert "A dismissal needs a reason." in result.stdout
    assert "decided before: dismissed by AB: as printed" in result.stdout
    assert "1 accepted, 0 dismissed, 1 left for later, 0 not decided." in result.stdout
    assert [row["decision"] for row in rows(draft)] == ["dismissed", "later", "accepted"]
    assert {row["who"] for row in rows(draft)} == {"AB"}
    shown = tieout("check", draft)
    assert shown.exit_code == 1
    assert "Of the findings 1 accepted, 1 left for later." in shown.stdout
    # What was left for later comes up again, what was accepted does not.
    again = tieout("review", draft, "--as", "CD", keys="d\nthe base is another\n")
    assert "1 of 1" in again.stdout
    assert [row["who"] for row in rows(draft)] == ["AB", "AB", "AB", "CD"]
    assert tieout("review", draft, "--as", "AB").stdout == f"{draft}: nothing to review.\n"
    assert "1 of 2" in tieout("review", draft, "--as", "AB", "--all", keys="q\n").stdout
    assert "(dismissed by CD: the base is another)" in tieout("check", draft).stdout


def test_a_dismissed_finding_never_fails(tmp_path: Path) -> None:
    path = word(tmp_path, [PLAIN, RISE])
    assert tieout("check", path).exit_code == 1
    tieout("review", path, "--as", "AB", keys="d\nas printed\n")
    assert tieout("check", path).exit_code == 0
    word(tmp_path, [RISE, PLAIN])
    assert tieout("check", path).exit_code == 0
    word(tmp_path, [RISE.replace("562", "560"), PLAIN])
    assert tieout("check", path).exit_code == 1


def test_quitting_and_the_end_of_input_keep_what_was_decided(draft: Path) -> None:
    assert tieout("review", draft, "--as", "AB", keys="a\nq\n").exit_code == 0
    assert tieout("review", draft, "--as", "AB", keys="").exit_code != 0
    assert [row["decision"] for row in rows(draft)] == ["accepted"]


def test_nobody_is_named_silently(draft: Path) -> None:
    result = tieout("review", draft, keys="a\n")
    assert result.exit_code == 2
    assert "--as" in result.stderr
    (draft.parent / "tieout.toml").write_text('who = "EF"\n', encoding="utf-8")
    tieout("review", draft, keys="a\nq\n")
    assert [row["who"] for row in rows(draft)] == ["EF"]


def test_without_quotes_the_rows_hold_no_words(draft: Path) -> None:
    tieout("review", draft, "--as", "AB", "--no-quotes", keys="a\nq\n")
    assert "percent" not in Path(f"{draft}.review.jsonl").read_text(encoding="utf-8")


def test_a_draft_cannot_command_the_terminal(tmp_path: Path) -> None:
    path = markdown(tmp_path, RISE.replace("an increase", "\x1b[31man increase"))
    assert "\x1b[31m" not in tieout("review", path, "--as", "AB", keys="q\n").stdout


def on_a_terminal(arguments: list[str], keys: list[tuple[str, str]], folder: Path) -> str:
    """What a command shows on a real terminal; each key is pressed once what stands before it was shown."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execv(sys.executable, [sys.executable, "-m", "tieout", *arguments])
    seen, deadline = "", time.monotonic() + 60
    waiting = list(keys)
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 1)
        try:
            data = os.read(terminal, 65536) if ready else b""
        except OSError:
            break
        if ready and not data:
            break
        seen += data.decode("utf-8", "replace")
        if waiting and waiting[0][0] in seen.rpartition("\0")[2]:
            os.write(terminal, waiting.pop(0)[1].encode())
            seen += "\0"
    os.waitpid(child, 0)
    os.close(terminal)
    return seen.replace("\0", "")


def test_a_review_on_a_real_terminal(draft: Path) -> None:
    keys = [("[q]uit:", "a\n"), ("[q]uit:", "d\n"), ("Why", "as printed\n")]
    shown = on_a_terminal(["review", draft.name, "--as", "AB"], keys, draft.parent)
    assert "1 accepted, 1 dismissed, 0 left for later, 0 not decided." in shown
    assert [row["reason"] for row in rows(draft)] == [None, "as printed"]


def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    paths = [markdown(tmp_path, *[PLAIN] * 6000, name=f"part{n}.md") for n in (1, 2)]
    names = [path.name for path in paths]
    shown = on_a_terminal(["check", *names, "--lang", "es"], [], tmp_path)
    assert "Leyendo 1 de 2: part1.md" in shown
    assert "Revisando" in shown
    command = [sys.executable, "-m", "tieout", "check", *names]
    piped = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert piped.stderr == ""
    assert "Reading" not in piped.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_the_script(shell: str) -> None:
    out = tieout("completion", shell).stdout
    assert f"_TIEOUT_COMPLETE={shell}_complete" in out


def test_completion_completes() -> None:
    def complete(words: str, at: int) -> str:
        asked = {"_TIEOUT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
        command = [sys.executable, "-c", "import sys; sys.argv[0] = 'tieout'; from tieout.cli import app; app()"]
        return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **asked}, check=False).stdout

    assert "plain,review" in complete("tieout re", 1)
    assert "plain,sarif" in complete("tieout check --format s", 3)
    assert "file" in complete("tieout check dra", 2)


def test_every_setting_is_an_option_of_some_command() -> None:
    from tieout.cli.check import command as check
    from tieout.cli.review import command as review
    from tieout.settings.settings import KEYS

    parameters = [parameter for command in (check, review) for parameter in command.params]
    options = {p.name for p in parameters} | {opt.lstrip("-").replace("-", "_") for p in parameters for opt in p.opts}
    assert {key.replace("-", "_") for key in KEYS} <= options


def test_paths_in_settings_are_from_their_file(draft: Path, tmp_path: Path) -> None:
    (draft.parent / "tieout.toml").write_text('against = "nowhere"\n', encoding="utf-8")
    result = tieout("check", draft)
    assert result.exit_code == 2
    assert str(draft.parent / "nowhere") in result.stderr
