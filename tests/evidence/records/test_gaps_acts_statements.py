"""Gap statements, institutional acts, statements by a term."""

from __future__ import annotations

import pytest

from evidence.records.made import assert_sound, made
from tieout.evidence.records.acts import acts_of
from tieout.evidence.records.gaps import gaps_of
from tieout.evidence.records.statements import statements_of

GAPS = [
    ("en", "There were no official statistics on fires in mines.", "fires in mines"),
    ("en", "Information on the shelters could not be found among the sources.", "the shelters"),
    ("en", "It is not known how many returned.", "returned"),
    ("en", "The lack of disaggregated data about returns, which is old, persists.", "returns"),
    ("es", "No se dispone de datos sobre los albergues.", "albergues"),
    ("es", "Preocupa la falta de estadísticas sobre el desempleo rural.", "desempleo rural"),
]
NO_GAPS = [
    ("en", "More information on prices can be found in the annex."),
    ("en", "Workers suffered due to their lack of information about contracts."),
    ("en", "His whereabouts remained unknown."),
    ("es", "Muchas mujeres carecen de información sobre sus derechos."),
]


@pytest.mark.parametrize(("language", "text", "topic"), GAPS, ids=[text for _, text, _ in GAPS])
def test_gaps(language: str, text: str, topic: str | None) -> None:
    setting = made(text, language=language)
    (gap,) = gaps_of(setting)
    assert (gap.text, gap.topic) == (text, topic)
    assert_sound([gap], setting)


@pytest.mark.parametrize(("language", "text"), NO_GAPS, ids=[text for _, text in NO_GAPS])
def test_what_is_no_gap(language: str, text: str) -> None:
    assert gaps_of(made(text, language=language)) == []


def test_acts() -> None:
    setting = made("In June 2019, Parliament dismissed three judges, citing age. It would take a simple majority.")
    found = acts_of(setting)
    assert [(a.kind, a.actor, a.date) for a in found] == [
        ("removal", "Parliament", "2019-06"),
        ("vote_threshold", None, None),
    ]
    assert found[0].text == "In June 2019, Parliament dismissed three judges"
    assert_sound(found, setting)


ACTS = [
    ("en", "Ana Soler was sworn in as minister in May 2020.", "appointment", None, "2020-05"),
    ("en", "The president was impeached by Congress on 9 May 2020.", "removal", "Congress", "2020-05-09"),
    ("en", "Both members were later removed from the council.", "removal", None, None),
    ("en", "The minister of the interior resigned in June 2021.", "resignation", None, "2021-06"),
    ("es", "El fiscal fue destituido por el Congreso en mayo de 2020.", "removal", "Congreso", "2020-05"),
    ("es", "Se designó a una nueva magistrada.", "appointment", None, None),
    ("es", "La ministra renunció en junio de 2021.", "resignation", None, "2021-06"),
]
NO_ACTS = [
    ("en", "Forty workers were removed from the site."),
    ("en", "The drivers resigned."),
    ("es", "No se eligió a nadie."),
    ("es", "El minero renunció a la violencia."),
]


@pytest.mark.parametrize(("language", "text", "kind", "actor", "date"), ACTS, ids=[text for _, text, *_ in ACTS])
def test_passive_acts(language: str, text: str, kind: str, actor: str | None, date: str | None) -> None:
    setting = made(text, language=language)
    (one,) = acts_of(setting)
    assert (one.kind, one.actor, one.date) == (kind, actor, date)
    assert_sound([one], setting)


@pytest.mark.parametrize(("language", "text"), NO_ACTS, ids=[text for _, text in NO_ACTS])
def test_what_is_no_act(language: str, text: str) -> None:
    assert acts_of(made(text, language=language)) == []


def test_statements_answer_a_term_and_hold_no_figure() -> None:
    text = "Conditions in the prisons of Cusco were allegedly harsh. In 2021 prison conditions killed 12 people."
    setting = made(text)
    (one,) = statements_of(setting, ["prison conditions"])
    assert (one.term, one.place, one.hedge) == ("prison conditions", "Cusco", "allegedly")
    assert_sound([one], setting)
    assert statements_of(setting) == []
