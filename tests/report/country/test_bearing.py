"""Which indicators records bear on, sentence by sentence; what is only near them is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.evidence.figures import reading_of
from tieout.index.frameworks import framework
from tieout.reading.read import read
from tieout.report.country.bearing import of_figure
from tieout.report.country.lexicon import Lexicon
from tieout.report.country.sentence import Sentences

LEXICON = Lexicon(framework("oc-index-2023"))

CASES = [
    ("Police recorded 450 extortion complaints in 2023.", "450", "extortion_protection_racketeering"),
    ("Complaints for extortion rose by 60 percent in 2023.", "60 percent", "extortion_protection_racketeering"),
    ("Police recorded 450 thefts, while extortion went unreported.", "450", ""),
    ("Police arrested 40 persons for crimes such as extortion in 2023.", "40", ""),
    ("The law punishes extortion; penalties are 12 years for 20 victims.", "20", ""),
    ("We interviewed 60 victims of extortion in 2023.", "60", ""),
    ("According to prosecutors, 30 people drowned in 2023.", "30", ""),
    ("Prosecutors charged 30 judges in 2023.", "30", "judicial_system_detention"),
    ("There were 90,000 prisoners in 2023.", "90,000", "judicial_system_detention"),
    ("Illegal mining made US$3 billion in 2023, more profitable than the cocaine trade.", "US$3 billion",
     "non_renewable_resource_crimes"),
    ("Farmers planted 80,000 hectares of coca crops in 2023.", "80,000 hectares", "cocaine_trade"),
    ("The market drew 25 people in 2023, and a court sat nearby.", "25", ""),
    ("In 2023, 70 percent of workers were in the informal sector.", "70 percent", "economic_regulatory_capacity"),
    ("There were 303 attacks against journalists in 2022.", "303", "non_state_actors"),
    ("The judge is 64 years old.", "64 years", ""),
]  # fmt: skip
SPANISH = [
    ("La policía registró 120 denuncias por extorsión en 2024.", "120", "extortion_protection_racketeering"),
    ("Se trata de personas que viven lejos: 40 familias en 2024.", "40", ""),
    ("En 2023 hubo 95 víctimas de trata de personas.", "95", "human_trafficking"),
    ("La población penitenciaria llegó a 90.000 internos en 2023.", "90.000", "judicial_system_detention"),
]


def bears(text: str, words: str, language: str, tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(text + "\n", encoding="utf-8")
    reading = reading_of(read(path, country="PE", language=language))
    figure = next(f for f in reading.figures if words in f.text)
    sentence = Sentences(reading).at(figure.start, figure.end)
    assert sentence is not None and sentence.text == text
    return " ".join(of_figure(figure, sentence, LEXICON))


@pytest.mark.parametrize(("text", "words", "topics"), CASES)
def test_a_figure_bears_on_what_it_counts(text: str, words: str, topics: str, tmp_path: Path) -> None:
    assert bears(text, words, "en", tmp_path) == topics


@pytest.mark.parametrize(("text", "words", "topics"), SPANISH)
def test_the_same_in_spanish(text: str, words: str, topics: str, tmp_path: Path) -> None:
    assert bears(text, words, "es", tmp_path) == topics


def test_a_label_is_its_indicator_alone() -> None:
    assert LEXICON.named("PREVENTION", "en") == ("prevention",)
    assert LEXICON.named("Judicial system and detention", "es") == ("judicial_system_detention",)


def test_weak_words_count_in_labels_only() -> None:
    assert "judicial_system_detention" in LEXICON.named("judges", "en")
    assert LEXICON.strong("Some judges were at the fair.", "en") == ()
