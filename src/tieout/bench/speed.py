"""`tieout bench speed`: words a second over real reports, memory, start-up, and how time grows with length.

Each measurement runs in a process of its own. quantulum3, the yardstick, is measured in the same run when it is
installed (`uv sync --group bench`); it is no dependency of Tieout.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tieout.errors import UsageError

ONE_PAGE = "Police recorded 1,310 ordinary and 185 special stations in 2023, 1,495 in total, the ministry said.\n" * 30
"""A page of text for the start-up time, about 450 words."""

_EXTRACT = """
import json, sys, time, resource
from pathlib import Path
from tieout.evidence.figures import reading_of
from tieout.reading.read import read
words = seconds = figures = 0
for name in sys.argv[1:]:
    start = time.perf_counter()
    reading = reading_of(read(Path(name)))
    seconds += time.perf_counter() - start
    words += len(reading.document.text.split())
    figures += len(reading.figures)
print(json.dumps([words, seconds, figures, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""

_QUANTULUM = """
import json, sys, time
from quantulum3 import parser
words = seconds = found = 0
for name in sys.argv[1:]:
    text = open(name, encoding="utf-8", errors="replace").read()
    start = time.perf_counter()
    for paragraph in text.split("\\n\\n"):
        try:
            found += len(parser.parse(paragraph))
        except Exception:
            pass
    seconds += time.perf_counter() - start
    words += len(text.split())
print(json.dumps([words, seconds, found, 0]))
"""


def speed(shared: Path, largest: int = 4) -> Iterator[str]:
    """Lines of the report. `largest` is the longest text of the growth curve, in MB."""
    files = sorted((shared / "docs").glob("*.txt"))
    if not files:
        raise UsageError(f"{shared / 'docs'}: no documents; give the folder that holds docs/ as --shared")
    ours = _measured(_EXTRACT, files)
    assert ours is not None
    words, seconds, figures, memory = ours
    rate = words / seconds
    yield f"Reading and extraction, one process: {words:,.0f} words in {seconds:.1f} s, {figures:,.0f} figures"
    yield f"Words a second: {rate:,.0f}"
    yield f"Peak memory: {memory:.0f} MB"
    theirs = _measured(_QUANTULUM, [f for f in files if not f.name.startswith("es_")], quiet=True)
    if theirs is None:
        yield "quantulum3: not installed, not measured (uv sync --group bench)"
    else:
        other = theirs[0] / theirs[1]
        yield f"quantulum3 on the English documents, by paragraph: {other:,.0f} words a second"
        yield f"Tieout is {rate / other:.1f} times as fast"
    yield f"Start-up of `tieout check` on one page: {start_up():.2f} s (median of 5)"
    sizes, times = growth(files, largest)
    yield "Growth: " + ", ".join(f"{size} MB {seconds:.1f} s" for size, seconds in zip(sizes, times, strict=True))
    yield f"Exponent: {exponent(sizes, times):.2f} (1 is linear)"


def start_up() -> float:
    """Seconds of wall time from the command to its answer on one page, the median of five runs.

    A first run compiles the package into a folder of its own, as pip leaves it compiled where it installs.
    """
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(ONE_PAGE, encoding="utf-8")
        own = {"PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        _, *runs = (_timed([sys.executable, "-m", "tieout", "check", str(page)], kept | own) for _ in range(6))
        return statistics.median(runs)


def growth(files: Sequence[Path], largest: int) -> tuple[list[int], list[float]]:
    """Seconds for texts of 1, 2, 4, … MB, made by putting real documents one after another."""
    material = "\n\n".join(
        f.read_text(encoding="utf-8", errors="replace") for f in files if not f.name.startswith("es_")
    )
    sizes = [size for size in (1, 2, 4, 8, 16, 20) if size <= largest]
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.txt"
            length = size * 1_000_000
            path.write_text((material * (length // len(material) + 1))[:length], encoding="utf-8")
            measured = _measured(_EXTRACT, [path])
            assert measured is not None
            times.append(measured[1])
    return sizes, times


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The slope of log(time) over log(size), least squares; NaN for fewer than two sizes."""
    if len(sizes) < 2:
        return math.nan
    x, y = [math.log(s) for s in sizes], [math.log(t) for t in times]
    return statistics.linear_regression(x, y).slope


def _measured(code: str, files: Sequence[Path], *, quiet: bool = False) -> list[float] | None:
    """What a measuring script printed for some files; None when it failed and may."""
    done = subprocess.run([sys.executable, "-c", code, *map(str, files)], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        if quiet:
            return None
        raise UsageError(f"the measurement failed: {done.stderr.strip().splitlines()[-1]}")
    numbers: list[float] = json.loads(done.stdout.splitlines()[-1])
    return numbers


def _timed(command: Sequence[str], environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise UsageError(f"the measurement failed: {done.stderr.strip().splitlines()[-1]}")
    return seconds
