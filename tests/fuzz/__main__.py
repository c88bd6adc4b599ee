"""The nightly fuzzer: thousands of damaged files through every reader, the extractor and the rules.

    python -m fuzz [--inputs 20000] [--first 0] [--keep out/fuzz]

Run from the folder `tests` (`make fuzz` does). Each input is worked on in a process that is held to limits, so that a
crash or a hang is found too. Inputs that broke something are kept; the same seed makes the same input again. Exits
with 1 when there are any.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from fuzz.corpus import write_corpus
from fuzz.mutator import mutated, seeds
from fuzz.sound import LIMITS, examine
from tieout.errors import UnreadableError
from tieout.reading.limited import Worker

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "peru"
_EVERY = 25
"""One input in so many is made of a real, long document, which takes far longer."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Throw damaged files at every reader.")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="folder for inputs that broke something")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder)
        run = _Run(folder, asked.keep, iter(range(asked.first, asked.first + asked.inputs)))
        threads = [threading.Thread(target=run.serve, args=(n,)) for n in range(os.cpu_count() or 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    print(f"{sum(run.counts.values()):,} inputs in {time.monotonic() - run.start:.0f} s: {dict(run.counts)}")
    sys.exit(1 if run.counts["broken"] else 0)


class _Run:
    """One run: its sound files, the seeds left, what came out."""

    def __init__(self, folder: Path, keep: Path, left: object) -> None:
        self._small = [(path.name, path.read_bytes()) for path in seeds(folder)]
        self._long = [
            (p.name, p.read_bytes()) for p in seeds(EXAMPLES) if p.suffix in (".docx", ".pdf", ".html", ".md")
        ]
        self._folder, self._keep, self._left = folder, keep, left
        self._lock = threading.Lock()
        self.counts: Counter[str] = Counter()
        self.start = time.monotonic()

    def serve(self, number: int) -> None:
        """Work on inputs until none is left."""
        worker = Worker(LIMITS)
        own = self._folder / str(number)
        own.mkdir()
        while True:
            with self._lock:
                seed = next(self._left, None)  # type: ignore[call-overload]
            if seed is None:
                worker.end()
                return
            choice = self._long if seed % _EVERY == 0 else self._small
            name, data = choice[seed // _EVERY % len(choice) if choice is self._long else seed % len(choice)]
            path = own / name
            path.write_bytes(mutated(data, seed))
            outcome = self._outcome(worker, path, seed)
            with self._lock:
                self.counts[outcome] += 1
                done = sum(self.counts.values())
            if done % 1000 == 0:
                print(f"{done:,} inputs: {dict(self.counts)}", flush=True)

    def _outcome(self, worker: Worker, path: Path, seed: int) -> str:
        try:
            return worker.ask(examine, path)
        except UnreadableError as fault:  # A limit was broken, or the reader crashed: named, and worth a look.
            kind, words = fault.what, str(fault)
        except Exception as error:
            kind, words = "broken", f"{error}\n{getattr(error, '__notes__', '')}"
        self._keep.mkdir(parents=True, exist_ok=True)
        kept = self._keep / f"{seed}-{path.name}"
        kept.write_bytes(path.read_bytes())
        print(f"{kept}: {words}", flush=True)
        return kind


if __name__ == "__main__":
    main()
