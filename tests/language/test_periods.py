"""Dates in clean lines: what is one, where it stands, what it means, and what is none."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.language import edtf
from tieout.language.periods import (
    DateMention,
    Relation,
    find_dates,
    patterns,
    with_year,
)
from tieout.language.tables import LANGUAGES, table


def shown(text: str, language: str) -> list[tuple[str, str | None]]:
    """Each date's words with its EDTF, its template or its readings."""
    return [
        (text[d.start : d.end], d.edtf or d.template or (" or ".join(d.readings) if d.readings else None))
        for d in find_dates(text, language)
    ]


ENGLISH: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("She resigned on March 18, 2025.", [("March 18, 2025", "2025-03-18")]),
    ("The ban of 18 March 2025 stands.", [("18 March 2025", "2025-03-18")]),
    ("Filed on 2025-03-18 in Lima.", [("2025-03-18", "2025-03-18")]),
    ("Stamped 7/8/2025.", [("7/8/2025", "2025-08-07 or 2025-07-08")]),
    ("Stamped 27/8/2025.", [("27/8/2025", "2025-08-27")]),
    ("Stamped 8/27/2025.", [("8/27/2025", "2025-08-27")]),
    ("in March 2025 and in Sept. 2021", [("March 2025", "2025-03"), ("Sept. 2021", "2021-09")]),
    ("in mid-2023", [("mid-2023", "2023")]),
    ("by the end of 2023", [("the end of 2023", "2023-12")]),
    ("between January and June 2013", [("January and June 2013", "2013-01/2013-06")]),
    ("from January through March 2025", [("January through March 2025", "2025-01/2025-03")]),
    ("January through March 2025 was calm", [("January through March 2025", "2025-01/2025-03")]),
    ("from November to February 2024", [("November to February 2024", "2023-11/2024-02")]),
    ("from May 7, 2024, to June 5, 2025,", [("May 7, 2024, to June 5, 2025", "2024-05-07/2025-06-05")]),
    ("from January 1 through August 31, there", [("January 1 through August 31", "XXXX-01-01/XXXX-08-31")]),
    ("on April 26-27, as", [("April 26-27", "XXXX-04-26/XXXX-04-27")]),
    ("5 to 12 March 2021", [("5 to 12 March 2021", "2021-03-05/2021-03-12")]),
    ("rose from 2018 to 2024", [("2018 to 2024", "2018/2024")]),
    ("the years 2016-2024", [("2016-2024", "2016/2024")]),
    ("the 2021–22 season", [("2021–22", "2021/2022")]),
    ("2016-present", [("2016-present", "2016/..")]),
    ("in 2020 and 2021", [("2020 and 2021", "2020/2021")]),
    ("in 2019, 2020 and 2021", [("2019, 2020 and 2021", "2019/2021")]),
    ("84 in 2021, 79 in 2020", [("2021", "2021"), ("2020", "2020")]),
    ("in the first trimester of 2023", [("the first trimester of 2023", "2023-01/2023-03")]),
    ("the first four months of 2023", [("the first four months of 2023", "2023-01/2023-04")]),
    ("the last quarter of 2022", [("the last quarter of 2022", "2022-10/2022-12")]),
    ("in the first half of the year", [("the first half of the year", "XXXX-01/XXXX-06")]),
    ("in Q3 2022", [("Q3 2022", "2022-07/2022-09")]),
    ("in the 1980s", [("the 1980s", "1980/1989")]),
    ("the late 1990s", [("the late 1990s", "1990/1999")]),
    ("fiscal year 2023", [("fiscal year 2023", "2023")]),
    ("since 2012", [("2012", "2012/..")]),
    ("since December 2022", [("December 2022", "2022-12/..")]),
    ("as of November 2023", [("November 2023", "2023-11")]),
    ("a December 2022-February 2023 wave", [("December 2022-February 2023", "2022-12/2023-02")]),
    ("in September, and in May", [("September", "XXXX-09"), ("May", "XXXX-05")]),
    ("in March 18 people died", [("March", "XXXX-03")]),
    ("in August 5,000 people left", [("August", "XXXX-08")]),
    ("a 2018 referendum", [("2018", "2018")]),
    ("founded in 1821", [("1821", "1821")]),
    # no dates
    ("2,019 people were displaced", []),
    ("2019 complaints reached the office", []),
    ("1 327 protests, 2000 soldiers, $2000 and 2015 km", []),
    ("of 2019 soldiers", []),
    ("Law No. 2019 and resolution 1820", []),
    ("at https://example.org/2023/06/10/report and www.example.org/2019", []),
    ("she may march on", []),
    ("at 20:15, paragraph 2021, 20.19 percent", []),
    # years all the same
    ("Law 2019 of 2021", [("2021", "2021")]),
    ("the 2021 protests", [("2021", "2021")]),
    ("(2006)", [("2006", "2006")]),
    ("during 2020", [("2020", "2020")]),
]

SPANISH: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("el 18 de marzo de 2025", [("18 de marzo de 2025", "2025-03-18")]),
    ("el viernes 2 de junio", [("viernes 2 de junio", "XXXX-06-02")]),
    ("el 7/8/2025", [("7/8/2025", "2025-08-07")]),
    ("en marzo del 2025", [("marzo del 2025", "2025-03")]),
    ("de abril a septiembre de 2010", [("abril a septiembre de 2010", "2010-04/2010-09")]),
    ("de enero-octubre del 2020", [("enero-octubre del 2020", "2020-01/2020-10")]),
    ("entre enero y junio de 2013", [("enero y junio de 2013", "2013-01/2013-06")]),
    ("entre el 1 y el 15 de marzo de 2020", [("1 y el 15 de marzo de 2020", "2020-03-01/2020-03-15")]),
    ("del 1 de enero al 31 de agosto de 2022", [("1 de enero al 31 de agosto de 2022", "2022-01-01/2022-08-31")]),
    ("de 2008 a 2018", [("2008 a 2018", "2008/2018")]),
    ("desde 2012 y hasta mediados de 2017", [("2012 y hasta mediados de 2017", "2012/2017")]),
    ("el bienio 2008-2009", [("2008-2009", "2008/2009")]),
    ("en 1984, 1989 y 1990", [("1984, 1989 y 1990", "1984/1990")]),
    ("el primer semestre de 2023", [("el primer semestre de 2023", "2023-01/2023-06")]),
    ("los primeros cuatro meses del año", [("los primeros cuatro meses del año", "XXXX-01/XXXX-04")]),
    ("los tres primeros meses de 2020", [("los tres primeros meses de 2020", "2020-01/2020-03")]),
    ("en los años noventa", [("los años noventa", "1990/1999")]),
    ("la década de 1980", [("década de 1980", "1980/1989")]),
    ("a fines de 2021", [("fines de 2021", "2021-12")]),
    ("desde el año 2014", [("el año 2014", "2014/..")]),
    ("al 2017 hubo 86; 2018 tuvo 91", [("2017", "2017"), ("2018", "2018")]),
    ("Ley 1761 de 2015", [("2015", "2015")]),
    # no dates
    ("en la Plaza de Mayo", []),
    ("2000 soldados y a 2015 personas", []),
    ("por segundo año", []),
    ("la Ley 2019 y el párrafo 2021", []),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert shown(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert shown(text, "es") == expected


@pytest.mark.parametrize(
    ("text", "language", "relation"),
    [
        ("in the same period in 2024", "en", Relation("text", "period", year=2024)),
        ("than in the same month of the previous year", "en", Relation("text", "period", -1)),
        ("that year", "en", Relation("text", "year")),
        ("the previous year", "en", Relation("text", "year", -1)),
        ("last month", "en", Relation("document", "month", -1)),
        ("during the year", "en", Relation("document", "year")),
        ("so far this year", "en", Relation("document", "year_so_far")),
        ("over the past decade", "en", Relation("document", "vague")),
        ("del mismo periodo de 2021", "es", Relation("text", "period", year=2021)),
        ("en ese lapso", "es", Relation("text", "period")),
        ("el año pasado", "es", Relation("document", "year", -1)),
        ("el año anterior", "es", Relation("text", "year", -1)),
        ("en lo que va del año", "es", Relation("document", "year_so_far")),
    ],
)
def test_relative_dates(text: str, language: str, relation: Relation) -> None:
    (found,) = find_dates(text, language)
    assert found.kind == "relative"
    assert found.relation == relation


def test_a_month_of_a_relative_year() -> None:
    (found,) = find_dates("in March of that year", "en")
    assert (found.template, found.relation) == ("XXXX-03", Relation("text", "year"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("on 31 June 2023", "en"),
        ("on 29 February 2023", "en"),
        ("on June 31", "en"),
        ("on 13/13/2025", "en"),
        ("on 2025-13-01", "en"),
        ("el 31 de junio de 2020", "es"),
        ("el 30 de febrero", "es"),
    ],
)
def test_impossible_dates_are_told_apart(text: str, language: str) -> None:
    assert [(d.valid, d.edtf) for d in find_dates(text, language)] == [(False, None)]


def test_leap_days_are_possible() -> None:
    assert shown("on 29 February 2024", "en") == [("29 February 2024", "2024-02-29")]
    assert shown("on February 29", "en") == [("February 29", "XXXX-02-29")]


@pytest.mark.parametrize(
    ("text", "language", "lead"),
    [
        ("in 2023", "en", "at"),
        ("as of March 2023", "en", "as_of"),
        ("compared with 2023", "en", "compared"),
        ("than in 2023", "en", "compared"),
        ("through October 12", "en", "until"),
        ("before 2023", "en", "before"),
        ("from 2018 to 2024", "en", "from"),
        ("the figure 2023", "en", None),
        ("frente al 2023", "es", "compared"),
        ("hasta octubre de 2020", "es", "until"),
        ("desde 2020", "es", "since"),
    ],
)
def test_what_the_preposition_makes_of_it(text: str, language: str, lead: str | None) -> None:
    (found,) = find_dates(text, language)
    assert found.lead == lead


def test_lists_keep_their_parts() -> None:
    (found,) = find_dates("in 2020 and 2021, respectively", "en")
    assert (found.kind, found.parts) == ("list", ("2020", "2021"))


@pytest.mark.parametrize(
    ("template", "year", "expected"),
    [
        ("XXXX-03", 2024, "2024-03"),
        ("XXXX-01/XXXX-06", 2024, "2024-01/2024-06"),
        ("XXXX-11/XXXX-02", 2024, "2023-11/2024-02"),
        ("XXXX-02-29", 2023, "2023-02-28"),
    ],
)
def test_a_template_gets_its_year(template: str, year: int, expected: str) -> None:
    assert with_year(template, year) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_matches_its_examples_whole(language: str) -> None:
    for pattern in patterns(language):
        assert pattern.entry["examples"], pattern.name
        for example in pattern.entry["examples"]:
            assert pattern.regex.fullmatch(example), (pattern.name, example)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_for_a_part_of_the_year_is_read(language: str) -> None:
    months = {"en": "in {} 2020", "es": "en {} de 2020"}[language]
    for word, number in table(language, "periods")["months"].items():
        assert [value for _, value in shown(months.format(word), language)] == [f"2020-{number:02d}"]


def no_overlap(found: list[DateMention]) -> bool:
    return all(one.end <= two.start for one, two in pairwise(found))


PIECES = st.one_of(
    st.sampled_from(["2019", "2020", "1", "31", "March", "March,", "marzo", "12/5/2021"]),
    st.sampled_from(["de", "in", "en", "to", "and", "a", "y", "-", "–", "/", ".", ",", "(", ")", "of", "since"]),
    st.sampled_from(["the", "year", "año", "first", "half", "same period", "primer semestre"]),
)


@given(st.lists(PIECES, max_size=25), st.sampled_from(LANGUAGES))
def test_dates_never_overlap_and_are_real(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    found = find_dates(text, language)
    assert no_overlap(found)
    for date in found:
        assert 0 <= date.start < date.end <= len(text)
        assert date.edtf is None or edtf.is_date(date.edtf)
        assert not (date.edtf and not date.valid)
        assert date.template is None or edtf.is_date(with_year(date.template.removesuffix("/.."), 2024))


@given(st.text(alphabet=st.sampled_from("12 -/.,()MarchenodlysX"), max_size=60), st.sampled_from(LANGUAGES))
def test_any_line_can_be_read(text: str, language: str) -> None:
    assert no_overlap(find_dates(text, language))


@pytest.mark.parametrize(
    "unit", ["2019, ", "in March ", "1 de ", "January to ", "the same ", "first ", "(2019) ", "1-", "the first ", "a"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_long_lines_take_linear_time(unit: str, language: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.perf_counter()
    find_dates(text, language)
    assert time.perf_counter() - began < 5
