"""Sound sentences that print a count and a percentage of something else: none of them is a mistake."""

from __future__ import annotations

import pytest

from checks.examples import check

SOUND = [
    ("en", "Four clinics treated 61 of these 90 patients, more than half."),
    ("es", "Cuatro fiscalías llevaron 373 de estos 688 expedientes, más de la mitad."),
    ("en", "The jail holds 582 people, 94 percent above its capacity of 300."),
    ("en", "The jails held 94,700 people, 131 percent over the official capacity of 41,000."),
    ("es", "El penal alberga a 4.862 internos, un 94 % por encima de su capacidad de 2.500."),
    ("es", "El penal tiene 1.800 reclusos, un 28 % por debajo de su aforo de 2.500."),
    ("en", "After 31 arrests, 43.3 percent of those polled backed the raid and 51.7 percent did not."),
    ("en", "Moreno, 38, won 55.6 percent of the vote, and his rival 44.4 percent."),
    ("es", "En el distrito 17, el 43,3 % votó sí y el 51,7 % no."),
    ("es", "Rosa Díaz, de 47 años, dijo que el 61,4 % de las familias perdió tierras y el 22,3 % la casa."),
    ("en", "The navy sent 1,500 of its 12,000 sailors, 20 percent of them women."),
    ("en", "The band let 30 of 120 captives go, 10 percent of them children."),
    ("en", "Only 310 of the 1,240 desks were filled, 75 percent short of the plan."),
    ("es", "El ejército envió a 1.500 de sus 12.000 soldados, el 20 % de ellos mujeres."),
    ("es", "Liberaron a 30 de los 120 rehenes, el 10 % niños."),
    ("en", "In Zone 25, 12.5 percent of the 1,100 households had moved."),
    ("es", "En el Departamento 25, el 12,5 % de los 1.100 encuestados se mudó."),
    ("en", "The recruits were aged between 14 and 9 mm rounds lay on the floor."),
    ("es", "Los reclutas tienen entre 16 y 9 mm fue el calibre hallado."),
    ("es", "En 2021 el 96,5 % de las viviendas tenía luz (urbanas 99,8 % y rurales 86,0 %)."),
    ("es", "El gasto bajó un 20 %, de 50 a 40 millones de soles."),
]


@pytest.mark.parametrize(("language", "text"), SOUND, ids=[text[:50] for _, text in SOUND])
def test_nothing_is_raised(language: str, text: str) -> None:
    assert [f.rule for f in check(text, language).findings if f.severity != "info"] == []


def test_a_fall_that_only_rounding_explains_stays_open() -> None:
    ties = [
        t for t in check("The number of raids fell from 400 to 300, a fall of 33 percent.").ties if t.kind == "change"
    ]
    assert [(t.verdict, t.reason) for t in ties] == [("open", "rounded")]


def test_a_majority_that_is_needed_is_no_share() -> None:
    result = check("The party took 66 seats. A two-thirds majority requires 101 votes.")
    assert [t for t in result.ties if t.kind == "share"] == []


def test_a_sentence_of_hundreds_of_figures_is_left_out_by_name() -> None:
    result = check("In 2023 there were " + " ".join(str(n) for n in range(3000, 3400)) + " thefts.")
    assert result.ties == ()
    (line,) = [n.reason for n in result.not_checked if n.rule == "ties"]
    assert "example.txt" in line and "figures in 1 sentence of more than 150" in line


def test_many_figures_after_the_documents_date_are_one_finding() -> None:
    one = "Police registered {} complaints in {} 2027. "
    months = ["January", "February", "March", "April", "May", "June"]
    text = "".join(one.format(4310 + i, month) for i, month in enumerate(months))
    late = [f for f in check(text).findings if f.rule == "D202"]
    assert len(late) == 1
    assert len(late[0].evidence) == len(months) - 1
