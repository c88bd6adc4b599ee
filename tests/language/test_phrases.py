"""The word classes and the noun phrases built on them, in both languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.language.phrases import class_of, clause_start, complement, phrase_at, tokens_of
from tieout.language.tables import LANGUAGES, table

CLASSES = [
    ("en", "detained", "past"),
    ("en", "trafficking", "noun"),
    ("en", "working", "gerund"),
    ("en", "united", "noun"),
    ("en", "family", "noun"),
    ("en", "publicly", "adverb"),
    ("en", "were", "auxiliary"),
    ("en", "of", "preposition"),
    ("en", "ministry's", "determiner"),
    ("en", "whereas", "clause"),
    ("en", "march", "time"),
    ("en", "12", "number"),
    ("es", "detenidas", "noun"),
    ("es", "asesinados", "past"),
    ("es", "medidas", "noun"),
    ("es", "registraron", "verb"),
    ("es", "denunció", "verb"),
    ("es", "del", "preposition"),
    ("es", "públicamente", "adverb"),
    ("es", "fiscalía", "noun"),
]

PHRASES = [
    # a modifier, the head, then a participle that stays outside
    ("en", "the stolen patrol cars were found", "stolen patrol cars", None),
    # nouns coordinated with the head belong to the phrase
    ("en", "nurses and drivers fled", "nurses and drivers", None),
    ("en", "files of missing minors", "files", "missing minors"),
    # a past form that ends the phrase is what befell it
    ("en", "vessels seized", "vessels", None),
    ("en", "of the coast", None, None),
    # Spanish adjectives and participles follow the noun
    ("es", "las mujeres migrantes detenidas en Tacna", "mujeres migrantes detenidas", None),
    ("es", "casos de robo agravado", "casos", "robo agravado"),
    ("es", "jueces y fiscales", "jueces y fiscales", None),
    # an adverb in front of such an adjective belongs too, and some adjectives stand in front
    ("es", "casas no terminadas", "casas no terminadas", None),
    ("es", "mayor venta de faros", "mayor venta", "faros"),
    ("es", "que huyeron", None, None),
]


@pytest.mark.parametrize(("language", "word", "kind"), CLASSES)
def test_class_of_a_word(language: str, word: str, kind: str) -> None:
    assert class_of(word, language) == kind


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    assert class_of("Police", "en", inside=True) == "name"
    assert class_of("Police", "en") == "noun"


@pytest.mark.parametrize(("language", "text", "expected", "joined"), PHRASES)
def test_phrase_and_complement(language: str, text: str, expected: str | None, joined: str | None) -> None:
    tokens = tokens_of(text, 0, len(text), language)
    phrase = phrase_at(tokens, 0, language)
    found = text[tokens[phrase.first].start : tokens[phrase.last].end] if phrase else None
    assert found == expected
    inner = complement(tokens, phrase, language) if phrase else None
    assert (text[tokens[inner.first].start : tokens[inner.last].end] if inner else None) == joined


def test_clause_start_steps_over_an_aside() -> None:
    text = "In Ica the thefts, which police call rare, rose"
    tokens = tokens_of(text, 0, len(text), "en")
    assert clause_start(tokens, len(tokens) - 1) == 0


def test_a_formula_is_one_token() -> None:
    text = "tons of CO2 a head"
    assert [t.word for t in tokens_of(text, 0, len(text), "en")] == ["tons", "of", "co2", "a", "head"]


def test_a_figure_is_one_token() -> None:
    text = "about 3 400 people"
    assert [t.kind for t in tokens_of(text, 0, len(text), "en", [(0, 11)])] == ["figure", "noun"]


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_tokens_stand_where_they_say(text: str, language: str) -> None:
    tokens = tokens_of(text, 0, len(text), language)
    assert all(text[t.start : t.end].lower() == t.word for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_has_examples_that_hold_one_of_its_words(language: str) -> None:
    for name, entry in table(language, "function_words").items():
        for example in entry["examples"]:
            words = example.lower().split()
            listed = tuple(entry["words"])
            if name.endswith("_suffix"):
                assert any(word.endswith(listed) for word in words), (name, example)
            else:
                assert any(word in listed for word in words), (name, example)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_stands_in_one_closed_class(language: str) -> None:
    data = table(language, "function_words")
    closed = ("auxiliary", "pronoun", "clause", "conjunction", "determiner", "preposition", "adverb", "number", "verb")
    seen: dict[str, str] = {}
    for kind in closed:
        for word in data[kind]["words"]:
            assert word not in seen, (word, kind, seen.get(word))
            seen[word] = kind
