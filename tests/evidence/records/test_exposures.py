"""Who is exposed to what harm by whom: stated, not ruled, wished for, denied or named."""

from __future__ import annotations

import pytest

from evidence.records.made import assert_sound, made
from tieout.evidence.records.exposures import exposures_of
from tieout.evidence.records.words import any_of, entries, table
from tieout.language.tables import LANGUAGES

SAID = [
    ("en", "Gangs extorted bus drivers in Callao.", "transport", "extortion", "gangs"),
    ("en", "Violence against women by their partners persisted.", "women", "violence", "family"),
    ("en", "Journalists and activists were threatened by unknown men.", "journalists defenders", "threat", "unknown"),
    (
        "en",
        "Indigenous children were recruited by armed groups.",
        "indigenous children",
        "forced_recruitment",
        "armed_groups",
    ),
    (
        "en",
        "Transgender women faced discrimination and sexual violence.",
        "lgbtiq",
        "discrimination sexual_violence",
        "",
    ),
    ("en", "Police subjected detainees to beatings.", "detainees", "torture", "police"),
    ("en", "Soldiers committed killings of farmers.", "farmers", "killing", "armed_forces"),
    ("en", "Victims of sex trafficking were mostly migrants.", "migrants", "trafficking", ""),
    ("es", "Las bandas extorsionan a los transportistas del puerto.", "transport", "extortion", "gangs"),
    ("es", "Persiste la violencia contra las mujeres por parte de su pareja.", "women", "violence", "family"),
    ("es", "Tres periodistas fueron amenazados por desconocidos.", "journalists", "threat", "unknown"),
    ("es", "Las niñas son víctimas de explotación sexual.", "children", "sexual_violence", ""),
    ("es", "Han sido asesinados nueve líderes sociales.", "defenders", "killing", ""),
]
UNSAID = [
    ("en", "The law prohibits violence against women."),
    ("en", "There were no reports of killings of journalists."),
    ("en", "The State should investigate attacks on activists."),
    ("en", "Training on violence against children took place."),
    ("en", "The Ministry of Women reported on torture."),
    ("en", "Were journalists attacked by the police?"),
    ("es", "La ley prohíbe la discriminación contra la mujer."),
    ("es", "No hubo denuncias de torturas de detenidos."),
    ("es", "El plan contra la trata de niñas se aprobó en mayo."),
    ("es", "El Comité recomienda que se investigue la violencia contra las niñas."),
]


@pytest.mark.parametrize(("language", "text", "exposed", "harms", "actors"), SAID, ids=[text for _, text, *_ in SAID])
def test_exposures(language: str, text: str, exposed: str, harms: str, actors: str) -> None:
    setting = made(text, language=language)
    (one,) = exposures_of(setting)
    assert [" ".join(ids) for ids in (one.exposed, one.harms, one.actors)] == [exposed, harms, actors]
    assert_sound([one], setting)
    for piece in one.parts:
        assert text[piece.start : piece.end].strip() == text[piece.start : piece.end] != ""
        assert piece.id in {"exposed": exposed, "harm": harms, "actor": actors}[piece.role].split()


@pytest.mark.parametrize(("language", "text"), UNSAID, ids=[text for _, text in UNSAID])
def test_what_is_no_exposure(language: str, text: str) -> None:
    assert exposures_of(made(text, language=language)) == []


def test_an_exposure_keeps_its_hedge_its_place_and_its_voice() -> None:
    (one,) = exposures_of(made("According to a union, miners were allegedly beaten in Cusco in May 2021."))
    assert (one.place, one.date, one.voice, one.voice_words) == ("Cusco", "2021-05", "relayed", "According to")
    assert one.hedge == "allegedly"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_harm_passes_the_first_question(language: str) -> None:
    cheap = any_of(language, "harms", "cheap")
    for entry in entries(language, "harms", "harm"):
        assert all(cheap.search(example) for example in entry["examples"]), entry["id"]


@pytest.mark.parametrize("family", ["people", "harms", "protections"])
def test_every_id_has_a_label_in_both_languages(family: str) -> None:
    labels = [table(language, family)["labels"] for language in LANGUAGES]
    assert set(labels[0]) == set(labels[1])
    array = {"people": "group", "harms": "harm", "protections": "means"}[family]
    for language in LANGUAGES:
        ids = {entry["id"] for entry in entries(language, family, array)}
        assert ids <= set(labels[0]), ids - set(labels[0])
