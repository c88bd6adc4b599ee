"""Has the pages of a scanned PDF recognised by OCRmyPDF and Tesseract, when they are installed.

It runs as a program of its own with a time limit, into a folder of its own that is removed; the user's file is not
touched. Recognised text may be wrong, so whoever uses it marks what comes from it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tieout.reading.limits import Limits
from tieout.reading.worker import ask_for_time

INSTALL = "to read them, install Tesseract and tieout[ocr]"
"""What to do where OCR is not installed."""

_LANGUAGES = ("eng", "spa")
_START = "import sys; sys.path[:] = sys.argv.pop(1).split('\\n'); from ocrmypdf.__main__ import run; sys.exit(run())"
_SECONDS_TO_ASK = 20


@dataclass(frozen=True, slots=True)
class Recognised:
    """A PDF with a text layer on the pages asked for, and what made it."""

    data: bytes
    by: str


def is_installed() -> bool:
    """Whether OCRmyPDF and Tesseract are there."""
    return find_spec("ocrmypdf") is not None and shutil.which("tesseract") is not None


def recognise(path: Path, pages: Sequence[int], limits: Limits) -> Recognised | str:
    """The file with the text of these pages (from 1) recognised, or why that could not be done."""
    if not limits.ocr:
        return "OCR is switched off"
    if not is_installed():
        return INSTALL
    ask_for_time(limits.ocr_seconds)
    with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
        out = Path(folder) / "out.pdf"
        # A copy, because a name that begins with a hyphen would be an option.
        source = Path(folder) / "in.pdf"
        shutil.copyfile(path, source)
        options = ["--force-ocr", "--pages", ",".join(map(str, pages)), "--output-type", "pdf", "--optimize", "0"]
        try:
            languages = _languages()
            options += ["-l", "+".join(languages)] if languages else []
            done = _run([*options, "--quiet", str(source), str(out)], limits.ocr_seconds)
        except subprocess.TimeoutExpired:
            return f"OCR took longer than {limits.ocr_seconds:g} seconds (limits.ocr_seconds in tieout.toml)"
        except OSError:
            return "OCR could not be started"
        if done.returncode or not out.is_file():
            return f"OCR failed: {_last_line(done.stderr)}"
        return Recognised(out.read_bytes(), _name())


def _run(arguments: Sequence[str], seconds: float) -> subprocess.CompletedProcess[bytes]:
    modules = "\n".join(folder for folder in sys.path if folder)
    command = [sys.executable, "-P", "-c", _START, modules, *arguments]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False)  # noqa: S603


def _languages() -> list[str]:
    """Those of our languages that Tesseract has been given."""
    program = shutil.which("tesseract") or "tesseract"
    done = subprocess.run(  # noqa: S603
        [program, "--list-langs"], stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS_TO_ASK, check=False
    )
    known = done.stdout.decode("utf-8", "replace").split()
    return [language for language in _LANGUAGES if language in known]


def _last_line(output: bytes) -> str:
    lines = output.decode("utf-8", "replace").strip().splitlines()
    return " ".join(lines[-1].split())[:200] if lines else "it gave no reason"


def _name() -> str:
    from importlib.metadata import version

    return f"OCRmyPDF {version('ocrmypdf')}"
