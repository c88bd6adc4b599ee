"""Fuzzing led by coverage, with Atheris where it is installed: text, Markdown, HTML and RTF through readers and rules.

    python -m fuzz.guided [--runs 5000] [--keep out/fuzz]

Without Atheris (it has no wheel for every system) it says so and ends well: `python -m fuzz` does without.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from fuzz.corpus import write_corpus

_FORMATS = ("txt", "md", "html", "rtf")


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzz the readers of text, led by coverage.")
    parser.add_argument("--runs", type=int, default=5_000)
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="folder for an input that broke something")
    asked = parser.parse_args()
    if find_spec("atheris") is None:
        print("Atheris is not installed; nothing was fuzzed by coverage.")
        return
    import atheris

    with atheris.instrument_imports(include=["tieout"]):
        from fuzz.sound import examine
    folder = Path(tempfile.mkdtemp(prefix="tieout-fuzz-"))
    asked.keep.mkdir(parents=True, exist_ok=True)
    write_corpus(folder)

    def one(data: bytes) -> None:
        """The first byte chooses the format, the others are the file."""
        if data:
            path = folder / f"any.{_FORMATS[data[0] % len(_FORMATS)]}"
            path.write_bytes(data[1:])
            examine(path)

    seeds = folder / "seeds"
    seeds.mkdir()
    for number, suffix in enumerate(_FORMATS):
        (seeds / suffix).write_bytes(bytes([number]) + (folder / f"a.{suffix}").read_bytes())
    options = [f"-runs={asked.runs}", "-timeout=60", "-max_len=4096", f"-artifact_prefix={asked.keep}/", str(seeds)]
    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
