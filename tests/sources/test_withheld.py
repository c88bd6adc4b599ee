"""Statements that an identity is withheld, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.reading.read import read
from tieout.sources.read import sources_of

SAID = [
    ("Marta (a pseudonym) keeps a shop on the pier.", "pseudonym", "pseudonym"),
    ("Two drivers, names withheld for their safety, spoke to us.", "withheld", "names withheld"),
    ("A clerk spoke on condition of anonymity.", "anonymous", "on condition of anonymity"),
    ("The nurse’s identity is known to the authors.", "known", "identity is known to the authors"),
    ("Marta (seudónimo) tiene una tienda en el muelle.", "pseudonym", "seudónimo"),
    ("Dos choferes, cuyos nombres han sido cambiados, hablaron.", "withheld", "nombres han sido cambiados"),
    ("Una enfermera pidió no ser identificada.", "anonymous", "pidió no ser identificada"),
    ("La identidad se mantiene\nen reserva.", "withheld", "identidad se mantiene\nen reserva"),
]
SILENT = [
    "An anonymous complaint line was opened.",
    "The list of names was changed in May.",
    "He withheld the wages of forty workers.",
    "Identity cards were withheld from farmers.",
    "Se abrió una línea de denuncias anónimas.",
    "El documento nacional de identidad es gratuito.",
    "La reserva natural cambió de nombre.",
]


def document(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "report.md"
    path.write_text(f"# Harbour\n\n{text}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "kind", "words"), SAID)
def test_statements_are_found_with_their_words(tmp_path: Path, text: str, kind: str, words: str) -> None:
    held = read(document(tmp_path, text))
    (found,) = sources_of(held).withheld
    assert (found.kind, found.text) == (kind, words)
    assert held.text[found.start : found.end] == words


@pytest.mark.parametrize("text", SILENT)
def test_other_words_are_no_statement(tmp_path: Path, text: str) -> None:
    assert sources_of(read(document(tmp_path, text))).withheld == []


def test_an_interview_under_a_pseudonym_is_marked(tmp_path: Path) -> None:
    text = "Hubo cobros.[^1]\n\n[^1]: Marta (seudónimo), entrevista con el autor, 3 de marzo de 2023."
    (source,) = sources_of(read(document(tmp_path, text), language="es")).sources
    assert source.kind == "oral" and source.condition is not None and "seudónimo" in source.condition
