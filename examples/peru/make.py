"""Makes the two example documents from their text sources.

    python examples/peru/make.py [--out DIR]

Writes `rights_report.docx` and `coi_report.pdf`, each with its sidecar, beside this file or into DIR. It changes no
source text.
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
    rights, coi = _read("rights_report.md"), _read("coi_report.md")
    (out / "rights_report.docx").write_bytes(word.docx(rights))
    (out / "rights_report.docx.toml").write_text(_sidecar(rights), encoding="utf-8")
    (out / "coi_report.pdf").write_bytes(typeset.pdf(coi))
    (out / "coi_report.pdf.toml").write_text(_sidecar(coi), encoding="utf-8")


def _read(name: str) -> source.Report:
    return source.read((_HERE / "sources" / name).read_text(encoding="utf-8"))


def _sidecar(report: source.Report) -> str:
    """What the finished file does not say about itself in a way that a program can rely on."""
    return "".join(f'{key} = "{report.meta[key]}"\n' for key in ("date", "country", "language"))


if __name__ == "__main__":
    main()
