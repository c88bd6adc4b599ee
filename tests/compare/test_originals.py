"""Counting originals: relays of one count are one, whoever passes it on."""

from __future__ import annotations

from dataclasses import replace

from checks.examples import noted
from compare.sources import compared, readings
from tieout.compare.find import comparisons
from tieout.compare.originals import corroboration, originals
from tieout.compare.publication import Publication, publications
from tieout.evidence.corpus import ReadCorpus

POLICE = "According to the National Police, there were 512 homicides in Peru in 2021."
RELAY = "Peru had 512 homicides in 2021, the National Police said."
HEALTH = "According to the Ministry of Health, there were 512 homicides in Peru in 2021."


def test_two_relays_of_one_count_are_one_original() -> None:
    (one,) = compared(POLICE, RELAY)
    assert (one.relation, one.originals) == ("same_original", 1)
    assert "National Police" in one.reason


def test_another_body_corroborates() -> None:
    (one,) = compared(POLICE, RELAY, HEALTH)
    assert (one.relation, one.originals) == ("agrees", 2)
    assert corroboration([one], one.figures[0].id) == 2
    assert corroboration([one], "of nobody") == 1


def test_the_publisher_speaks_where_nobody_is_named() -> None:
    plain = "There were 512 homicides in Peru in 2021."
    (one,) = compared(plain, "Peru had 512 homicides in 2021.", by=("National Police of Peru", "Policía Nacional"))
    assert one.relation == "same_original"
    (other,) = compared(plain, POLICE, by=("Policía Nacional", "El Comercio"))
    assert other.relation == "same_original", "the second passes on what the first published"


def test_a_note_names_the_work_behind_a_number() -> None:
    text = "There were 512 homicides in Peru in 2021.[^1]\n\n[^1]: CIA, The World Factbook: Peru, 23 August 2023."
    cited = noted(text)
    (own,) = readings(["Peru had 512 homicides in 2021."])
    known = {"a.txt": Publication("a.txt", "CIA")}
    figures = [replace(f, doc="noted.md") for f in cited.figures]
    draft = replace(cited, document=replace(cited.document, path="noted.md"), figures=figures)
    (one,) = comparisons(ReadCorpus((draft, own)), known)
    assert (one.relation, one.originals) == ("same_original", 1)


def test_documents_say_who_published_them() -> None:
    (one,) = readings(["Peru had 512 homicides in 2021."])
    stated = replace(one, document=replace(one.document, metadata={"publisher": "Port Gazette"}, title="A title"))
    known = publications([stated])
    assert known["a.txt"].label == "Port Gazette (2024)"
    assert publications([one])["a.txt"].label == "a.txt (2024)"
    assert originals(one.figures[:1], known) == 1
