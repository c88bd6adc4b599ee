"""Reading scores: CSV, Parquet, Excel, tidy and wide; headers and names as they come; bad input by its place."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from index.made import SCORES, counted, small, workbook
from tieout.errors import UnreadableError
from tieout.index.countries import iso3, name_of
from tieout.index.mistake import MistakesError
from tieout.index.results import Results
from tieout.index.scores import Book
from tieout.index.sheet import read_scores

ROWS = [line.split(",") for line in SCORES.splitlines()]


def book_of(folder: Path, text: str, name: str = "s.csv", **options: object) -> Book:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_scores(path, small(folder), **options)  # type: ignore[arg-type]


def test_every_format_gives_the_same_book(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    from_csv = book_of(tmp_path, SCORES)
    numbers: list[list[Any]] = [list(ROWS[0]), *([*row[:3], *map(float, row[3:])] for row in ROWS[1:])]
    excel = read_scores(workbook(tmp_path / "s.xlsx", {"any": numbers}), small(tmp_path))
    columns = {name: [row[n] for row in numbers[1:]] for n, name in enumerate(numbers[0])}
    parquet.write_table(pyarrow.table(columns), tmp_path / "s.parquet")
    arrow = read_scores(tmp_path / "s.parquet", small(tmp_path))
    tidy = ["country,region,indicator,score"]
    tidy += [f"{r[1]},{r[2]},{name},{value}" for r in ROWS[1:] for name, value in zip("abcd", r[3:], strict=True)]
    long = book_of(tmp_path, "\n".join(tidy))
    semicolons = book_of(tmp_path, SCORES.replace(",", ";").replace("2.5", "2,5"))
    for other in (excel, arrow, long, semicolons):
        assert other.countries == from_csv.countries
        assert other.scores == from_csv.scores


def test_headers_and_names_as_workbooks_have_them(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Some index, all countries"],
        [],
        ["Country", "Continent", "Region", "ALPHA", "Beta avg,", " Gamma ", "delta", "Top avg,", "Notes"],
        ["Congo, Dem, Rep,", "Africa", "Central Africa", 5, 5, 5, 5, 5.0, "x"],
        ["Congo, Rep.", "Africa", "Central Africa", 6, 6, 6, 6, 6.0, ""],
        ["eSwatini", "Africa", "Southern Africa", 7, 7, 7, 7, 7.0, ""],
    ]
    book = read_scores(workbook(tmp_path / "w.xlsx", {"2024 scores": rows}), small(tmp_path), ignore=["Top avg,"])
    assert list(book.countries) == ["COD", "COG", "SWZ"]
    assert book.countries["COD"].name == "Congo, Dem. Rep."
    assert book.value("SWZ", "b") == 7
    assert any("'Notes'" in note for note in book.notes)


def test_the_sheet_of_the_edition_is_chosen(tmp_path: Path) -> None:
    first = [ROWS[0], *ROWS[1:3]]
    path = workbook(tmp_path / "w.xlsx", {"2023": first, "2024": ROWS, "About": [["nothing"]]})
    assert len(read_scores(path, small(tmp_path)).countries) == 4
    assert len(read_scores(path, small(tmp_path), sheet="2023").countries) == 2
    with pytest.raises(MistakesError, match="there is no sheet 'x'; the sheets are '2023', '2024', 'About'"):
        read_scores(path, small(tmp_path), sheet="x")
    path = workbook(tmp_path / "v.xlsx", {"one": first, "two": ROWS})
    with pytest.raises(MistakesError, match="several sheets hold scores: 'one', 'two'; choose one with --sheet"):
        read_scores(path, small(tmp_path))


def test_missing_stays_missing(tmp_path: Path) -> None:
    results = counted(tmp_path, SCORES.replace("PER,Peru,South America,7,", "PER,Peru,South America,n/a,"))
    assert "PER" not in results.values["a"]
    assert "PER" not in results.values["left"]
    assert "PER" not in results.values["top"]
    assert results.values["other"]["PER"] == 4
    assert results.shown("PER", "top") == ""
    assert results.quadrant("PER") is None
    assert "PER" not in results.ranks("top")
    assert any("a: no score for 1 of 4" in note for note in results.book.notes)


def test_missing_may_be_skipped(tmp_path: Path) -> None:
    from index.made import SMALL

    text = SMALL.replace("step = 0.5", 'step = 0.5\nmissing = "skip"')
    results = counted(tmp_path, SCORES.replace("PER,Peru,South America,7,", "PER,Peru,South America,,"), text)
    assert results.values["left"]["PER"] == 6
    assert results.values["top"]["PER"] == Fraction(11, 2)


def test_printed_aggregates_are_compared_and_never_used(tmp_path: Path) -> None:
    text = "iso3,a,b,c,d,top,left\nPER,7,6,5,4,5.75,9.99\n"
    results = Results(book_of(tmp_path, text))
    assert results.values["left"]["PER"] == Fraction(13, 2)
    count, wrong = results.compared()
    assert count == 2
    assert [(d.dimension, d.published, d.ours) for d in wrong] == [("left", "9.99", "6.50")]


def test_a_row_of_another_edition_is_not_read(tmp_path: Path) -> None:
    book = book_of(tmp_path, "iso3,year,a,b,c,d\nPER,2023,1,1,1,1\nPER,2024,7,6,5,4\n")
    assert book.value("PER", "a") == 7
    with pytest.raises(MistakesError, match="no scores of the edition 2024"):
        book_of(tmp_path, "iso3,year,a,b,c,d\nPER,2023,1,1,1,1\n")


def test_justification_author_time_and_links(tmp_path: Path) -> None:
    text = (
        "iso3,indicator,score,author,time,justification,links\n"
        'PER,a,7,Expert 1,2024-03-01,"Counts rose, courts did not follow.",abc123 def456\nPER,b,6,,,,\n'
    )
    score = book_of(tmp_path, text).scores["PER", "a"]
    assert (score.author, score.time) == ("Expert 1", "2024-03-01")
    assert score.justification == "Counts rose, courts did not follow."
    assert score.links == ("abc123", "def456")


MISTAKES = [
    ("off the scale", "PER,Peru,South America,7,", "PER,Peru,South America,11,",
     r"row 2, column 'a': 11 is off the scale; scores go from 1 to 10 in steps of 0\.5"),
    ("off the grid", "ECU,Ecuador,South America,5,", "ECU,Ecuador,South America,5.25,",
     r"row 3, column 'a': 5\.25 is between two steps"),
    ("no number", "CHL,Chile,South America,2.5,", "CHL,Chile,South America,low,", "row 4, .*'low' is no number"),
    ("unknown country", "MEX,Mexico", "XQZ,Nowhere", "row 5: there is no country 'XQZ'; write its ISO"),
    ("code against name", "MEX,Mexico", "MEX,Chile", "row 5: the code MEX is Mexico, the name 'Chile' is CHL"),
    ("country twice", "MEX,Mexico", "PER,Peru", "row 5: Peru stands twice, first in row 2; keep one"),
    ("unknown indicator", "region,a,b", "region,a,bb", "row 1: 'bb' is no indicator of small; .*--ignore"),
    ("column twice", "a,b,c,d", "a,b,c,a", "row 1: the column 'a' stands twice"),
    ("no country column", "iso3,country", "x,y", "no header with a country and indicators"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_mistakes_name_file_row_and_remedy(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SCORES
    with pytest.raises(MistakesError, match=said) as fault:
        book_of(tmp_path, SCORES.replace(old, new, 1))
    assert all(m.file.endswith("s.csv") and m.remedy for m in fault.value.mistakes)


def test_a_score_given_twice_and_an_unknown_indicator_in_a_tidy_table(tmp_path: Path) -> None:
    text = "iso3,indicator,score\nPER,a,7\nPER,a,6\nPER,zeta,5\n"
    with pytest.raises(MistakesError) as fault:
        book_of(tmp_path, text)
    said = str(fault.value)
    assert "row 3, column 'score': PER a is scored twice, first in row 2" in said
    assert "row 4: 'zeta' is no indicator of small" in said


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.docx", b"PK", "no .docx; save it as one of .csv"),
        ("x.xlsx", b"no workbook", "cannot be read as xlsx"),
        ("x.parquet", b"no parquet", "cannot be read as parquet"),
        ("x.csv", b"iso3,a\nPER,\xff\xfe", "not UTF-8 text; save it as CSV UTF-8"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableError, match=said):
        read_scores(tmp_path / name, small(tmp_path))


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file; check the name"):
        read_scores(tmp_path / "none.csv", small(tmp_path))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("PER", "PER"), ("pe", "PER"), ("Perú", "PER"), ("Congo, Dem, Rep,", "COD"), ("Korea, DPR", "PRK"),
        ("Korea, Rep.", "KOR"), ("Turkey", "TUR"), ("Côte d’Ivoire", "CIV"), ("eSwatini", "SWZ"), ("Cabo Verde", "CPV"),
        ("St. Vincent and the Grenadines", "VCT"), ("Micronesia (Federated States of)", "FSM"), ("Atlantis", None),
    ],
)  # fmt: skip
def test_countries_by_any_name(name: str, code: str | None) -> None:
    assert iso3(name) == code


def test_names_in_both_languages() -> None:
    assert (name_of("PER"), name_of("PER", "es"), name_of("XQZ")) == ("Peru", "Perú", "XQZ")


@pytest.mark.shared
def test_a_workbook_shaped_like_the_published_one(shared: Path, tmp_path: Path) -> None:
    """Three sheets, headers in words that differ between them, commas for full stops, columns in another order."""
    from tieout.index.frameworks import framework
    from tieout.index.table import read_tables

    sheets: dict[str, list[list[Any]]] = {}
    for edition, mark in (("2021", "."), ("2023", ","), ("2025", ".")):
        made = framework(f"oc-index-{edition}")
        header, *rows = read_tables(shared / "data" / "ocindex" / f"ocindex_{edition}.csv")[0].rows
        named = {node.id: node.label["en"] for node in made.nodes}
        named.update({d.id: f"{d.label['en']} avg{mark}" for d in made.dimensions})
        columns = [n for n, name in enumerate(header) if name != "iso3"]
        order = columns if edition != "2023" else columns[:3] + columns[3:][::-1]
        body = [[row[n].replace(".", mark) if n == 1 else _value(row[n]) for n in order] for row in rows]
        sheets[f"{edition}_dataset"] = [[named.get(header[n], header[n].title()) for n in order], *body]
    path = workbook(tmp_path / "published.xlsx", sheets)
    for edition in ("2021", "2023", "2025"):
        made = framework(f"oc-index-{edition}")
        book = read_scores(path, made)
        assert book.scores == read_scores(shared / "data" / "ocindex" / f"ocindex_{edition}.csv", made).scores
        assert book.countries["COD"].name == "Congo, Dem. Rep."
        assert Results(book).compared() == (772, [])


def _value(text: str) -> float | str:
    return float(text) if text.replace(".", "").isdigit() else text


@pytest.mark.shared
@pytest.mark.parametrize("edition", ["2021", "2023", "2025"])
def test_every_country_of_the_index_is_known_by_its_name_alone(shared: Path, edition: str) -> None:
    from tieout.index.table import read_tables

    _, *rows = read_tables(shared / "data" / "ocindex" / f"ocindex_{edition}.csv")[0].rows
    assert {row[1]: iso3(row[1]) for row in rows} == {row[1]: row[0] for row in rows}
    assert {row[1]: iso3(row[1].replace(".", ",")) for row in rows} == {row[1]: row[0] for row in rows}
