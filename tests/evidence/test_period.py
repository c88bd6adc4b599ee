"""Periods of figures: the date of the clause, what is carried, what a change is measured from, and when none is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.evidence.figure import Kind
from tieout.evidence.mention import Mention
from tieout.evidence.passage import Setting, passages_of
from tieout.evidence.period import PeriodContext, PeriodReader
from tieout.language import edtf
from tieout.reading.document import Block, BlockKind, Document

MARK = re.compile(r"«([^»|]+)(?:\|(\w+))?»")
KINDS: dict[str | None, Kind] = {
    None: "level",
    "change": "change",
    "share": "share",
    "age": "age",
    "duration": "duration",
    "score": "score",
}

Row = tuple[str | None, str | None]
Part = tuple[BlockKind, str]


def read(
    parts: Sequence[Part], language: str = "en", date: str | None = None
) -> tuple[Document, list[tuple[Mention, PeriodContext]]]:
    """Marks numbers as `«84»` or `«84|change»`; each part is one block."""
    text = ""
    blocks: list[Block] = []
    marked: list[tuple[int, str, str | None]] = []
    for kind, part in parts:
        start, at = len(text), 0
        for found in MARK.finditer(part):
            text += part[at : found.start()]
            marked.append((len(text), found[1], found[2]))
            text += found[1]
            at = found.end()
        text += part[at:]
        level = 1 if kind == "heading" else 0
        cell = {"table": 0, "row": len(blocks), "col": 0} if kind == "cell" else {}
        blocks.append(Block(kind, ((start, len(text)),), level=level, **cell))  # type: ignore[arg-type]
        text += "\n\n"
    document = Document("t.txt", text, "txt", "0", "test", tuple(blocks))
    passages = passages_of(document, language)
    reader = PeriodReader(Setting(document, passages, language, None, date))
    out: list[tuple[Mention, PeriodContext]] = []
    for passage in passages:
        mentions = []
        for start, number, kind_name in marked:
            if passage.block.start <= start < passage.block.end:
                at = passage.view.find(start)
                end = at + len(number)
                mentions.append(Mention(at, end, at, end, Fraction(1), number, kind=KINDS[kind_name]))
        out += zip(mentions, reader.read(passage, mentions), strict=True)
    return document, out


def periods(text: str, language: str = "en", date: str | None = None) -> list[Row]:
    """(period, base) of each marked number of one paragraph."""
    _, found = read([("paragraph", text)], language, date)
    return [(context.period, context.base_period) for _, context in found]


def plain(*values: str | None) -> list[Row]:
    return [(value, None) for value in values]


CASES: list[tuple[str, Literal["en", "es"], list[Row]]] = [
    # the date of the clause, before or behind
    ("In 2022, courts freed «84» men.", "en", plain("2022")),
    ("Courts freed «84» men in 2022.", "en", plain("2022")),
    ("Between March and May 2021, «84» boats sank.", "en", plain("2021-03/2021-05")),
    ("As of June 2023, «84» camps were open.", "en", plain("2023-06")),
    ("From 2018 to 2021 some «84» boats sank.", "en", plain("2018/2021")),
    ("En 2022 murieron «84» pescadores.", "es", plain("2022")),
    ("Murieron «84» pescadores en mayo de 2022.", "es", plain("2022-05")),
    # lists that pair numbers with years
    ("There were «84» strikes in 2021, «79» in 2020, and «91» in 2019.", "en", plain("2021", "2020", "2019")),
    ("Output was «3.7|share» for 2022, «5.1|share» for 2021.", "en", plain("2022", "2021")),
    ("Hubo «84» paros en 2019; «91» en 2020 y «70» en 2021.", "es", plain("2019", "2020", "2021")),
    ("It fell from «half|share» in 2002 to «a fifth|share» in 2016.", "en", plain("2002", "2016")),
    ("Rainfall fell from 2007 («200» mm) to 2017 («104» mm).", "en", plain("2007", "2017")),
    ("In 2019 «84» ferries sank, more than before («56» in 2015).", "en", plain("2019", "2015")),
    ("About «84|share» drank well water (2011) and «20|share» tap water (2015).", "en", plain("2011", "2015")),
    ("They counted «84» and «92» strikes in 2020 and 2021, respectively.", "en", plain("2020", "2021")),
    # both ends of a span
    ("From 2016 to 2020 exports rose from «7» to «15» tonnes.", "en", plain("2016", "2020")),
    ("De 2008 a 2018 la cifra pasó de «11|share» a «7|share».", "es", plain("2008", "2018")),
    # carried by the paragraph
    ("In 2022, «84» men fled. A further «20» drowned.", "en", plain("2022", "2022")),
    ("In 2022, «84» men fled. The mayor left. The bishop wept. Some «30» boats float.", "en", plain("2022", None)),
    ("In 2022, «84» men fled. Currently «20» men live there.", "en", plain("2022", None)),
    ("In 2022, «84» men fled. The law provides for «60» seats.", "en", plain("2022", None)),
    ("In March 2022, «84» men fled. That month «20» drowned.", "en", plain("2022-03", "2022-03")),
    ("In March 2022, «84» men fled. In May, «20» drowned.", "en", plain("2022-03", "2022-05")),
    ("In 2022, «84» men fled. The following year «20» drowned.", "en", plain("2022", "2023")),
    ("En 2022 huyeron «84» hombres. Ese mismo año murieron «20».", "es", plain("2022", "2022")),
    # no guess
    ("The fleet has «84» ships.", "en", plain(None)),
    ("In March, «84» men fled.", "en", plain(None)),
    ("The 2016 accord names «84» valleys.", "en", plain(None)),
    ("The council founded in 1995 has «84» seats.", "en", plain(None)),
    ("La Ley 1761 de 2015 tiene «84» capítulos.", "es", plain(None)),
    ("In 2022 they met. In recent years «84» men fled.", "en", plain(None)),
    ("Wages, according to World Bank (2017), reached «84» dollars.", "en", plain(None)),
    ("He got «12 years|duration» in prison.", "en", plain(None)),
    # a survey's year is its time
    ("According to the household survey (ENDES 2021), «84|share» agreed.", "en", plain("2021")),
    # changes
    ("Theft rose «20 percent|change» from 2018 to 2024.", "en", [("2024", "2018")]),
    ("Theft rose «20 percent|change» in 2024.", "en", plain("2024")),
    ("«84» thefts in 2022, a rise of «9 percent|change» from 2021.", "en", [("2022", None), ("2022", "2021")]),
    (
        "From January through March 2025 «84» ships came, compared to «70» in the same period in 2024, "
        "a «20 percent|change» increase.",
        "en",
        [("2025-01/2025-03", None), ("2024-01/2024-03", None), ("2025-01/2025-03", "2024-01/2024-03")],
    ),
    ("Theft in May 2023 grew «9 percent|change» compared to the same month of 2021.", "en", [("2023-05", "2021-05")]),
    ("Theft in 2023 grew «9 percent|change» compared with the previous year.", "en", [("2023", "2022")]),
    (
        "It rose from «12» in 2021 to «15» in 2022, «25 percent|change» more.",
        "en",
        [("2021", None), ("2022", None), ("2022", "2021")],
    ),
    ("El robo creció «9%|change» de 2019 a 2021.", "es", [("2021", "2019")]),
    ("En 2021 el robo creció «9%|change» respecto a 2019.", "es", [("2021", "2019")]),
    ("En mayo de 2021 creció «9%|change» frente al mismo mes del año anterior.", "es", [("2021-05", "2020-05")]),
]


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_periods(text: str, language: str, expected: list[Row]) -> None:
    assert periods(text, language) == expected


def test_a_date_of_the_document_closes_what_is_open() -> None:
    text = "Since 2016, «84» mayors were shot."
    assert periods(text) == plain("2016/..")
    assert periods(text, date="2024-05-02") == plain("2016/2024-05-02")


def test_a_date_of_the_document_dates_its_months() -> None:
    _, found = read([("paragraph", "In June, «84» men fled; last month «20» drowned.")], date="2024-08-15")
    assert [(c.period, c.basis) for _, c in found] == [("2024-06", "document"), ("2024-07", "document")]
    assert periods("In November, «84» men fled.", date="2024-08-15") == plain("2023-11")


def test_an_annual_report_dates_its_months_by_its_title() -> None:
    parts: list[Part] = [
        ("title", "2022 Report on Fisheries"),
        ("paragraph", "As of August 25, «84» boats were idle. During the 2021 strike crews left."),
        ("paragraph", "Through September, «20» sank. During the year, «31» were built. The fleet has «12» ports."),
    ]
    _, found = read(parts)
    assert [(c.period, c.basis) for _, c in found] == [
        ("2022-08-25", "document"),
        ("2022-01/2022-09", "document"),
        ("2022", "document"),
        (None, None),
    ]


def test_a_heading_dates_its_section() -> None:
    parts: list[Part] = [
        ("title", "Fisheries"),
        ("heading", "The storms of 2021"),
        ("paragraph", "In all, «84» boats sank."),
        ("heading", "Ports"),
        ("paragraph", "There were «84» boats."),
    ]
    _, found = read(parts)
    assert [(c.period, c.basis) for _, c in found] == [("2021", "heading"), (None, None)]


def test_a_list_takes_the_date_of_its_introduction() -> None:
    parts: list[Part] = [
        ("paragraph", "In 2021 the ports counted:"),
        ("list_item", "«84» ferries"),
        ("list_item", "«20» tugs"),
        ("paragraph", "Crews had «12» cooks."),
    ]
    _, found = read(parts)
    assert [c.period for _, c in found] == ["2021", "2021", None]


def test_a_table_takes_the_date_of_its_title() -> None:
    parts: list[Part] = [
        ("paragraph", "Ferries, tugs and trawlers."),
        ("heading", "Boats by port, 2015"),
        ("cell", "«84»"),
        ("paragraph", "Crews had «12» cooks."),
    ]
    _, found = read(parts)
    assert [(c.period, c.basis) for _, c in found] == [("2015", "table"), (None, None)]


def test_a_paragraph_that_refers_back_takes_the_date_along() -> None:
    parts: list[Part] = [
        ("paragraph", "In 2021, «84» boats sank."),
        ("paragraph", "Of these, «20» were ferries."),
        ("paragraph", "Crews had «12» cooks."),
    ]
    _, found = read(parts)
    assert [c.period for _, c in found] == ["2021", "2021", None]


def test_anchors_are_the_words_in_the_document() -> None:
    document, found = read(
        [("paragraph", "Prices of 2020."), ("paragraph", "In May 2023 «84» sank, «9|change» more than in May 2022.")]
    )
    words = [[document.text[start:end] for start, end in context.anchors] for _, context in found]
    assert words == [["May 2023"], ["May 2023", "May 2022"]]


PIECES = st.one_of(
    st.sampled_from(["«84»", "«9|change»", "«3|duration»", ",", ";", ".", "(", "(2015)"]),
    st.sampled_from(["in 2020", "in May", "from 2018 to 2021", "the same period in 2019", "since 2012"]),
    st.sampled_from(["compared with 2011", "that year", "last month", "the previous year", "through June"]),
)


@given(st.lists(PIECES, max_size=20), st.sampled_from([None, "2023", "2023-05", "2023-05-31"]))
def test_any_text_gives_real_periods(pieces: list[str], date: str | None) -> None:
    _, found = read([("paragraph", "It " + " ".join(pieces))], date=date)
    for _, context in found:
        assert context.period is None or edtf.is_date(context.period)
        assert context.base_period is None or edtf.is_date(context.base_period)
        assert (context.period is None) == (context.basis is None) == (not context.anchors)
        assert context.period is not None or context.base_period is None


def test_numbers_keep_their_order() -> None:
    document, found = read([("paragraph", "In 2020 «84» and in 2021 «90».")])
    assert len(found) == 2 and document.text
    assert [context.period for _, context in found] == ["2020", "2021"]
