"""Numbers as they stand in a line: (text, expected) tables in English and Spanish. Every sentence is our own."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import passage_of
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import mentions_of
from tieout.language.habit import Habit


def read(text: str, language: str = "en", habit: Habit | None = None) -> list[Mention]:
    return mentions_of(passage_of(text, language), language, habit or Habit(point_groups=language == "es"))


def spans(text: str, language: str = "en") -> list[str]:
    return [text[m.start : m.end] for m in read(text, language)]


SPANS_EN = [
    # bounds and units belong to the span, the counted noun does not
    ("Police counted 562 homicides.", ["562"]),
    ("At least 17 miners and more than 200 police were hurt.", ["At least 17", "more than 200"]),
    ("Turnout fell to under 40 percent.", ["under 40 percent"]),
    ("He had served nearly eight years of a 25-year term.", ["nearly eight years", "25-year"]),
    (
        "Firms paid US$180 per capita, or roughly half of $703 per capita.",
        ["US$180 per capita", "roughly half", "$703 per capita"],
    ),
    ("Some 400 families left; six years or less is the usual term.", ["Some 400", "six years or less"]),
    ("Exports exceeded 500 tonnes.", ["exceeded 500 tonnes"]),
    # words of difference
    ("The team found 40 more than in May.", ["40 more"]),
    # rates: the base is inside only when it follows directly
    ("The rate was 14.6 per 100,000 inhabitants.", ["14.6 per 100,000"]),
    ("There were 20 homicides per 100,000 people.", ["20"]),
    ("It registers 45 cases per day, or 115,000 per year.", ["45", "115,000 per year"]),
    # shared units
    ("Rural and urban rates were 14.6 and 2.6 percent.", ["14.6", "2.6 percent"]),
    # ranges are one, from-to with movement are two
    ("Minors between 12 and 17 years of age were held.", ["12 and 17 years of age"]),
    ("Sentences range from 4 to 7 years.", ["4 to 7 years"]),
    ("Cases rose from 5,000 to 22,000.", ["5,000", "22,000"]),
    # fractions, multiples, ranks, vague numbers
    ("Two-thirds of them, and one in four women, agreed.", ["Two-thirds", "one in four"]),
    ("Complaints almost doubled and raids tripled.", ["almost doubled", "tripled"]),
    ("It is the fourth highest rate, 32nd of 193 countries.", ["fourth highest", "32nd", "193"]),
    ("Thousands marched and tens of thousands watched.", ["Thousands", "tens of thousands"]),
    ("The talks lasted over a decade.", ["over a decade"]),
    # hyphens that stand for dashes
    ("It is roughly half-more than $6.8 billion-of the total.", ["roughly half", "more than $6.8 billion"]),
    # a bound that begins something else is none; bills and laws that pass are counted
    ("The team saw 244, or more than three quarters, of them.", ["244", "more than three quarters"]),
    ("Parliament passed 12 laws; the toll passed 5,000.", ["12", "passed 5,000"]),
    # halves of large numbers, large numbers of South Asia, ungrouped numbers that are no years
    (
        "Some two and a half million left, half a million of them by boat.",
        ["Some two and a half million", "half a million"],
    ),
    ("It cost Rs 5 lakh and 12 crore rupees.", ["Rs 5 lakh", "12 crore rupees"]),
    ("Of those held, 2051 were men.", ["2051"]),
    # a verb that looks like a numbered paper
    ("The army notes 15 cases and files 12 complaints.", ["15", "12"]),
    # number words that count, and those that do not
    ("A shell killed one and hurt two men.", ["one", "two"]),
    ("One of the reasons is that no one knew; one could leave.", []),
]

SPANS_ES = [
    ("La policía registró 11 mil 333 víctimas y mil 425 denuncias.", ["11 mil 333", "mil 425"]),
    ("Más de 192 mil millones de dólares salieron del país.", ["Más de 192 mil millones de dólares"]),
    ("El 44,8% de los hogares y casi un quinto de los niños.", ["44,8%", "casi un quinto"]),
    ("Hubo 20 homicidios por cada 100 mil habitantes; antes, 30 por cada 100 mil.", ["20", "30 por cada 100 mil"]),
    ("Uno de cada cuatro jóvenes y la tercera parte de las mujeres.", ["Uno de cada cuatro", "la tercera parte"]),
    ("La cifra se duplicó; ocupó el puesto 87 y el segundo lugar.", ["se duplicó", "puesto 87", "segundo lugar"]),
    ("Los adolescentes de entre 12 y 17 años de edad.", ["entre 12 y 17 años de edad"]),
    ("Los dos fueron liberados el 3 de mayo de 2012.", []),
    ("Un centenar de presos murió y unos 300 huyeron.", ["Un centenar", "unos 300"]),
    ("Huyeron dos millones y medio, y medio centenar volvió.", ["dos millones y medio", "medio centenar"]),
    ("La ley benefició a 300 familias; fue aprobada con 87 votos.", ["300", "87"]),
    (
        "Las quejas más que se triplicaron; los robos se redujeron a la mitad.",
        ["más que se triplicaron", "se redujeron a la mitad"],
    ),
    ("Entre el 40 y el 50 por ciento espera juicio.", ["Entre el 40 y el 50 por ciento"]),
]

NOT_FIGURES = [
    ("5.1. Overview of the region", "en"),
    ("3.2.1 Extorsión en la costa", "es"),
    ("In March 2025, and from 2018 to 2024, laws 31751 and 32138 applied.", "en"),
    ("Article 19 of Decree 024-2025-PCM and section 3.5 say so.", "en"),
    ("The COVID-19 pandemic, the M23 rebels and Barrio 18 came up at 11 p.m.", "en"),
    ("The site lies at 34.5553° N, 69.2075° E; call 1-800-555-0199.", "en"),
    ("Its 64th session and the 20th century are no figures; call 105-222.", "en"),
    ("See A/HRC/22/15 and https://example.org/2023/06/12 for more.", "en"),
    ("El artículo 12 de la Ley 30364, del 6 de noviembre de 2015.", "es"),
    ("Durante la pandemia de Covid-19 se citó el documento CRC/C/PER/4-5.", "es"),
    ("En los años noventa y en el 64º período de sesiones.", "es"),
]


@pytest.mark.parametrize(("text", "expected"), SPANS_EN)
def test_english_spans(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPANS_ES)
def test_spanish_spans(text: str, expected: list[str]) -> None:
    assert spans(text, "es") == expected


@pytest.mark.parametrize(("text", "language"), NOT_FIGURES)
def test_numerals_that_are_no_figures(text: str, language: str) -> None:
    assert spans(text, language) == []


FIELDS = [
    # each: its text and language, then what is read, in the order of the parameters below
    ("homicides increased almost 137 percent", "en", (137, None), "percent", "change", "about", "below", "increase"),
    ("an increase of 62 percent from 2021", "en", (62, None), "percent", "change", "exact", None, "increase"),
    ("a 20 percent drop in complaints", "en", (20, None), "percent", "change", "exact", None, "decrease"),
    ("poverty rose to 30 percent", "en", (30, None), "percent", "share", "exact", None, None),
    ("small firms make up 98 percent of all", "en", (98, None), "percent", "share", "exact", None, None),
    ("homicides were up 50 percent on last year", "en", (50, None), "percent", "change", "exact", None, "increase"),
    (
        "two percentage points lower than in 2010",
        "en",
        (2, None),
        "percentage_point",
        "change",
        "exact",
        None,
        "decrease",
    ),
    ("those aged 14 to 24 were jobless", "en", (14, 24), "years", "age", "exact", None, None),
    ("a maximum of one year in prison", "en", (1, None), "years", "threshold", "at_most", None, None),
    ("nearly US$7.5 billion in gold", "en", (7_500_000_000, None), "USD", "money", "about", "below", None),
    ("just under 5,000 per year", "en", (5000, None), "per_year", "rate", "less_than", "below", None),
    ("held for four and a half months", "en", (Fraction(9, 2), None), "months", "duration", "exact", None, None),
    ("una pena de dos años y medio", "es", (Fraction(5, 2), None), "years", "threshold", "exact", None, None),
    ("a 10- to 20-day wait", "en", (10, 20), "days", "duration", "exact", None, None),
    ("one officer per 673 inhabitants", "en", (673, None), "inhabitants_per_officer", "rate", "exact", None, None),
    ("it scored 0.38 on impartiality", "en", (Fraction(38, 100), None), "score", "score", "exact", None, None),
    ("las denuncias aumentaron un 20%", "es", (20, None), "percent", "change", "exact", None, "increase"),
    ("la pobreza bajó a 34.8 por ciento", "es", (Fraction(348, 10), None), "percent", "share", "exact", None, None),
    ("una caída de -8,3% en el año", "es", (Fraction(83, 10), None), "percent", "change", "exact", None, "decrease"),
    ("niños menores de 5 años", "es", (5, None), "years", "age", "less_than", None, None),
    ("poco más de US$ 6.000 al año", "es", (6000, None), "USD", "money", "more_than", None, None),
    ("cerca de 850 mil solicitantes", "es", (850_000, None), "count", "level", "about", "below", None),
]


@pytest.mark.parametrize(("text", "language", "values", "unit", "kind", "bound", "side", "direction"), FIELDS)
def test_fields(
    text: str,
    language: str,
    values: tuple[Fraction, Fraction | None],
    unit: str,
    kind: str,
    bound: str,
    side: str | None,
    direction: str | None,
) -> None:
    (m,) = read(text, language)
    assert ((m.value, m.high), m.unit, m.kind, m.bound, m.side, m.direction) == (
        values,
        unit,
        kind,
        bound,
        side,
        direction,
    )


HABITS = [
    ("7,226 casos y 44.3 por ciento", [7226, Fraction(443, 10)], Habit(point_groups=False)),
    ("32.883 denuncias y 2,55%", [32883, Fraction(255, 100)], Habit(point_groups=True, comma_decimals=True)),
    ("0,001% del presupuesto", [Fraction(1, 1000)], Habit(point_groups=True)),
    ("1.005 millones de personas", [1_005_000], Habit(point_groups=True, point_decimals=True)),
    ("3.200 millones de euros", [3_200_000_000], Habit(point_groups=True, comma_decimals=True)),
]


@pytest.mark.parametrize(("text", "values", "habit"), HABITS)
def test_separators_follow_the_documents_habit(text: str, values: list[Fraction], habit: Habit) -> None:
    assert [m.value for m in read(text, "es", habit)] == values


@given(st.text(alphabet="0123456789.,% abdeilnoprtuy$€-—()", max_size=80), st.sampled_from(["en", "es"]))
def test_mentions_lie_in_the_line_in_order_and_apart(text: str, language: str) -> None:
    line = "On Monday " + text
    end = 0
    for m in read(line, language):
        assert end <= m.start <= m.number_start < m.number_end <= m.end <= len(" ".join(line.split()))
        end = m.end


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_keep_their_value(value: int) -> None:
    for mark in (",", " ", "\u00a0", "\u2009"):
        found = read(f"Police seized {value:,} items.".replace(",", mark))
        assert [m.value for m in found] == [value]
