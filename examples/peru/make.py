"""Makes the two example documents from their text sources.

    python examples/peru/make.py [--out DIR]

Writes `rights_report.docx` and `coi_report.pdf` beside this file or into DIR. It changes no source text.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import source
import typeset
import word

_HERE = Path(__file__).resolve().parent


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the example documents from their text sources.")
    parser.add_argument("--out", type=Path, default=_HERE, help="folder to write to (default: beside this script)")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    (out / "rights_report.docx").write_bytes(word.docx(_read("rights_report.md")))
    (out / "coi_report.pdf").write_bytes(typeset.pdf(_read("coi_report.md")))


def _read(name: str) -> source.Report:
    return source.read((_HERE / "sources" / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
