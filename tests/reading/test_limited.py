"""Limits of time and memory: what breaks one is named, the rest goes on; small plain text needs no other process."""

from __future__ import annotations

import operator
import os
import pickle
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from reading.work import do_break, do_break_by_name, do_divide, do_print, do_process, do_take_two_seconds
from tieout.errors import UnreadableError
from tieout.reading import limited
from tieout.reading.limited import Worker, each_limited, one_limited, read_limited
from tieout.reading.limits import Limits
from tieout.reading.read import read
from tieout.reading.sidecar import About

QUICK = Limits(seconds=1.0, memory_mb=600)
name_of = operator.attrgetter("name")


def page(folder: Path, name: str = "a.html") -> Path:
    path = folder / name
    path.write_text("<p>Twelve raids.</p>", encoding="utf-8")
    return path


def test_hints_win_over_what_the_file_says(tmp_path: Path) -> None:
    found = read_limited(page(tmp_path), About(date="2024", country="PE", language="es"))
    assert (found.text, found.date, found.country, found.language) == ("Twelve raids.", "2024", "PE", "es")


def test_the_same_document_as_without_limits(tmp_path: Path) -> None:
    path = page(tmp_path)
    assert read_limited(path) == read(path)


@pytest.mark.parametrize(("kind", "message"), [
    ("time", "reading it takes longer than 1 seconds; split it, or allow more time (limits.seconds"),
    ("crash", "its reader crashed on it; get it from its source again"),
    ("memory", "reading it takes more than 600 MB of memory; split it, or allow more memory (limits.memory_mb"),
])  # fmt: skip
def test_a_broken_limit_is_one_line(tmp_path: Path, kind: str, message: str) -> None:
    path = page(tmp_path)
    with pytest.raises(UnreadableError) as caught:
        one_limited(partial(do_break, kind=kind), path, QUICK)
    assert str(caught.value).startswith(f"{path}: {message}")


def test_the_rest_goes_on_in_the_order_given(tmp_path: Path) -> None:
    paths = [page(tmp_path, f"{name}.html") for name in ("a", "crash", "b", "time", "memory", "c")]
    outcomes = each_limited(do_break_by_name, paths, QUICK)
    names = [outcome if isinstance(outcome, str) else outcome.what.split()[-1] for outcome in outcomes]
    assert names == ["a.html", "it", "b.html", "seconds", "memory", "c.html"]


def test_what_is_no_fault_of_a_file_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        one_limited(do_divide, page(tmp_path))
    assert "do_divide" in caught.value.__notes__[0]


def test_work_may_ask_for_more_time(tmp_path: Path) -> None:
    assert one_limited(do_take_two_seconds, page(tmp_path), QUICK) == "a.html"


def test_what_a_library_prints_is_no_answer(tmp_path: Path) -> None:
    assert one_limited(do_print, page(tmp_path)) == "a.html"


def test_a_worker_that_has_ended_starts_no_process(tmp_path: Path) -> None:
    worker = Worker()
    assert worker.ask(name_of, page(tmp_path)) == "a.html"
    worker.end()
    with pytest.raises(RuntimeError, match="this worker has ended"):
        worker.ask(name_of, page(tmp_path))


PLAIN = [
    ("a.txt", "Twelve raids.\n\n" * 100, True),
    ("a.md", "Twelve raids.", True),
    ("a.txt", "Twelve raids.\n\n" * 20_000, False),
    ("a.txt", "Twelve raids. " * 2_000, False),
    ("a.txt", "<html><p>Twelve raids.", False),
    ("a.txt", "%PDF-1.7", False),
    ("a.md", "PK\x03\x04", False),
    ("a.txt", "{\\rtf1 x}", False),
    ("a.html", "x", False),
]


@pytest.mark.parametrize(("name", "text", "here"), PLAIN)
def test_what_is_read_in_this_process(tmp_path: Path, name: str, text: str, here: bool) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert (one_limited(do_process, path) == os.getpid()) is here


def test_much_plain_text_is_read_in_several_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "WORTH_PROCESSES", 10)
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text("Twelve raids.", encoding="utf-8")
    assert os.getpid() not in each_limited(do_process, paths)


def test_a_script_without_a_guard_may_use_it(tmp_path: Path) -> None:
    """The processes do not import the program that started them, as those of `multiprocessing` would."""
    path = page(tmp_path)
    script = tmp_path / "script.py"
    script.write_text(
        f"from tieout.reading.limited import read_limited\nprint(read_limited({str(path)!r}).text)\n", encoding="utf-8"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["Twelve raids."]


def test_faults_travel_between_processes() -> None:
    fault = pickle.loads(pickle.dumps(UnreadableError("a.pdf", "it is empty", "get it again")))
    assert (fault.path, fault.what, fault.remedy) == ("a.pdf", "it is empty", "get it again")


def test_a_process_started_early_is_taken_up_and_none_is_left(tmp_path: Path) -> None:
    path = page(tmp_path)
    limited.start_early([path], "reading.work")
    limited.start_early([path], "reading.work")
    (early,) = limited._EARLY
    with Worker(QUICK)._started() as process:
        assert process is early
        process.kill()
    limited.start_early([path], "")
    assert each_limited(name_of, [path], QUICK) == ["a.html"]
    (tmp_path / "a.txt").write_text("Twelve raids.", encoding="utf-8")
    limited.start_early([tmp_path / "a.txt", tmp_path / "missing.pdf"], "")
    assert limited._EARLY == []


def test_a_process_started_early_for_nothing_ends(tmp_path: Path) -> None:
    limited.start_early([page(tmp_path)], "")
    assert each_limited(name_of, [], QUICK) == []
    assert limited._EARLY == []
