"""The JSON answer: claims, notes, sources and the texts of the library, each leading to the others."""

from __future__ import annotations

import json

import pytest

from report.cited_sample import cited_check
from tieout.checks.check import Checked
from tieout.checks.wire import answer, lines


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return cited_check(tmp_path_factory.mktemp("cited"))


def test_claims_name_their_texts_and_notes_their_sources(checked: Checked) -> None:
    whole = answer(checked)
    texts = {text["doc"]: text for text in whole["texts"]}
    assert {text["publisher"] for text in whole["texts"]} == {"River Police", "Republic of Almaria"}
    for claim in whole["claims"]:
        assert all(place["doc"] in texts for place in claim["evidence"])
        assert set(claim["items"]) <= {text["id"] for text in whole["texts"]}
    assert [note["number"] for note in whole["notes"]] == [1, 2, 3, 4]
    assert {row["doc"] for row in (*whole["notes"], *whole["sources"])} == {checked.readings[0].document.path}
    assert whole["sources"][0]["title"] == "Statistical yearbook 2023"


def test_the_words_of_every_place_are_its_text(checked: Checked) -> None:
    documents = [*(held.document for held in checked.texts), *(reading.document for reading in checked.readings)]
    texts = {document.path: document.text for document in documents}
    whole = answer(checked)
    places = [place for row in (*whole["claims"], *whole["findings"]) for place in (row, *row["evidence"])]
    assert all(texts[p["doc"]][p["start"] : p["end"]] == p["text"] for p in places)


def test_every_part_is_printed_as_lines(checked: Checked) -> None:
    kinds = [row["record"] for row in lines(checked)]
    assert {"claim", "note", "source", "text", "finding", "document"} <= set(kinds)


def test_without_quotes_no_words_are_in_it(checked: Checked) -> None:
    whole = json.dumps(answer(checked, quotes=False))
    for words in ("Salinas", "Brava", "Statistical", "ferrymen", "riverpolice"):
        assert words not in whole
