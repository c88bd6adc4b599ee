"""Words as they are sought."""

from __future__ import annotations

import pytest

from tieout.sources.stems import stem
from tieout.workspace.search.words import asked, bare, endings, pairs, stems_of

ENDINGS = [(ending, example) for ending, examples in endings().items() for example in examples]


@pytest.mark.parametrize(("ending", "example"), ENDINGS)
def test_every_ending_goes_from_its_examples(ending: str, example: str) -> None:
    whole = stem(example)
    assert whole.endswith(ending)
    assert bare(whole) == whole.removesuffix(ending)


def test_every_ending_has_examples() -> None:
    assert all(endings().values())


@pytest.mark.parametrize(
    "same",
    [
        "extort extorted extorting extortions extortion",
        "violation violations violación violaciones violacion",
        "policía policías POLICIA",
        "amenaza amenazas amenazados amenazadas amenazando",
        "homicidio homicidios homicide homicides",
        "investigation investigator investigación investigaciones investigador",
    ],
)
def test_forms_of_one_word_are_one(same: str) -> None:
    assert len(set(stems_of(same))) == 1


@pytest.mark.parametrize("apart", ["policy police", "mine mineral", "law lawn", "prison person", "huelga huella"])
def test_other_words_are_others(apart: str) -> None:
    assert len(set(stems_of(apart))) == len(apart.split())


@pytest.mark.parametrize("word", sorted(pairs()))
def test_a_word_of_the_pairs_means_what_its_line_says(word: str) -> None:
    assert all(meaning.startswith("=") for meaning in pairs()[word])


def test_a_query_is_words_terms_and_phrases() -> None:
    query = asked('the state of "emergency zones" and extortion in Lima')
    assert query.phrases == (tuple(stems_of("emergency zones")),)
    assert set(stems_of("state emergency zones extortion lima")) == set(query.words)
    assert "extortion" in query.terms
    assert asked("the").words == ("the",)
    assert asked("…").words == ()
