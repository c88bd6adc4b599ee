"""The pieces of the pages: quotes, facts, the register, places, the graph, the map."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.site.made_site import read
from tieout.evidence.records.emergency import Emergency
from tieout.evidence.records.group import Group
from tieout.evidence.records.law import Law
from tieout.report.site.dossier import Dossier
from tieout.report.site.figures import island, rows_of
from tieout.report.site.geography import Geography
from tieout.report.site.graph import Edge, Node, graph
from tieout.report.site.groups import folded
from tieout.report.site.outlines import classes, picture, shade
from tieout.report.site.quoted import Quotes, label_of
from tieout.report.site.record_facts import record_facts
from tieout.report.site.register import Register
from tieout.workspace.entry import Entry
from tieout.workspace.workspace import Workspace


@pytest.mark.parametrize(
    ("known", "label"),
    [
        ({"title": "A short title"}, "A short title"),
        ({"title": "Report 2024", "date": "2024-05-01"}, "Report 2024"),
        ({"title": "T", "publisher": "Amnesty International", "date": "2024"}, "Amnesty International 2024"),
        ({}, "note"),
        ({"title": "A title " + "of words " * 9}, "A title of words of words of words of words of…"),
    ],
)  # fmt: skip
def test_what_a_document_is_called(known: dict[str, str], label: str) -> None:
    assert label_of(Entry("a/note.txt", "k", "0" * 64, ("a/note.txt",), **known)) == label  # type: ignore[arg-type]


def test_quotes_are_the_words_of_the_document(example: Workspace) -> None:
    quotes = Quotes(example, "en")
    for entry, part in example.parts():
        text = part.document.text
        read = " ".join(" ".join(text[a:b] for block in part.document.blocks for a, b in block.pieces).split())
        for figure in part.figures[:60]:
            quote = quotes.of(figure)
            for words in (quote.before, quote.text, quote.after):
                assert words.replace("… ", "").replace(" …", "").strip() in read, (entry.doc, words)
    for law in example.records("law")[:30]:
        assert quotes.of(law).text == " ".join(law.text.split())


@pytest.mark.parametrize(
    ("record", "lang", "facts"),
    [
        (
            Law(doc="d", start=0, end=1, text="x", kind="decree", number="105", status="in_force"), "en",
            (("kind", "decree"), ("number", "105"), ("status", "in force")),
        ),
        (
            Emergency(
                doc="d", start=0, end=1, text="x", term="y", place="Lima", emergency_end="2025-02", end_computed=True
            ), "es", (("denominado", "y"), ("dónde", "Lima"), ("hasta", "2025-02 (calculado)"), ("estado", "en vigor")),
        ),
        (
            Group(doc="d", start=0, end=1, text="x", name="G", areas=("A", "B"), members_low=10, members_high=20), "en",
            (("name", "G"), ("areas", "A, B"), ("members", "10 – 20")),
        ),
        (Law(doc="d", start=0, end=5, text="the X law", kind="law", name="X law"), "en", (("kind", "law"),)),
    ],
)  # fmt: skip
def test_facts_in_words(record: Law, lang: str, facts: tuple[tuple[str, str], ...]) -> None:
    assert record_facts(record, lang) == facts


def test_the_register_joins_and_counts(example: Workspace) -> None:
    register = Register(example)
    cited = sum(source.times_cited for _, part in example.parts() for source in part.sources)
    assert sum(one.times for one in register.sources) == cited
    for entry, part in example.parts():
        for source in part.sources:
            found = register.of(entry.doc, source.key)
            assert found is not None
            assert any(e.doc == entry.doc for e, _ in found.by)
    assert all(kind != "unknown" for _, _, kind, _, _ in register.publishers())


@pytest.mark.parametrize(
    ("code", "region"),
    [("150110", "PE-LIM"), ("PE-CUS", "PE-CUS"), ("PE", "PE"), ("CL", "CL"), ("001", "001"), ("", ""), (None, "")],
)
def test_places_lie_in_regions(example: Workspace, code: str | None, region: str) -> None:
    assert Geography(example, "en").region(code) == region


def test_rows_of_figures_are_exact(example: Workspace) -> None:
    rows = rows_of(Dossier(example, "en"))
    assert len(rows) == len(example.figures)
    for row in rows:
        value = row.data()[1]
        if row.figure.value is not None:
            assert Fraction(str(value)) == row.figure.value


@given(st.text())
def test_an_island_holds_its_words(words: str) -> None:
    import json

    said = island({"x": words})
    assert not set("<>&\u2028\u2029") & set(said)
    assert json.loads(said) == {"x": words}


EDGES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


@settings(deadline=None)
@given(EDGES)
def test_a_graph_draws_every_node_inside_the_picture(pairs: list[tuple[int, int]]) -> None:
    nodes = [Node(f"Group <{n}> of the north", f"#g{n}") for n in range(10)]
    edges = [Edge("ally", a, b, "a & b", "documents/x.html#r-1") for a, b in pairs if a != b]
    drawn = graph(nodes, edges, "all")
    assert drawn == graph(nodes, edges, "all")
    assert read(drawn).outer == []
    wide, high = (float(n) for n in re.search(r'viewBox="0 0 (\d+) (\d+)"', drawn).groups())  # type: ignore[union-attr]
    boxes = re.findall(r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"', drawn)
    assert len(boxes) == len(nodes)
    for x, y, w, h in boxes:
        assert 0 <= float(x) <= float(x) + float(w) <= wide
        assert 0 <= float(y) <= float(y) + float(h) <= high
    assert "nan" not in drawn


@pytest.mark.parametrize(
    ("values", "edges"), [([], []), ([1], [1]), ([3, 40], [2, 20]), ([1, 1, 1, 3, 7, 30, 800], [1, 5, 20, 500])]
)
def test_shades_part_values(values: list[int], edges: list[int]) -> None:
    found = classes({str(n): value for n, value in enumerate(values)})
    assert found == edges
    assert shade(0, found) == 0
    assert all(1 <= shade(value, found) <= len(found) for value in values)


def test_a_land_over_the_date_line_is_one() -> None:
    shapes = {
        "A": [[[[170, 0], [-170, 0], [-170, 10], [170, 10], [170, 0]]]],
        "B": [[[[0, 0], [10, 0], [10, 9], [0, 0]]]],
    }
    drawn = picture(shapes, {"A": 3}, {"A": "<A>"}, {"A": "#place-a"}, "map")
    xs = [float(x) for x in re.findall(r"[ML](-?[\d.]+) ", drawn.split('class="land')[1])]
    assert max(xs) - min(xs) < 100
    assert "&lt;A&gt;: 3" in drawn


@pytest.mark.parametrize(("a", "b"), [("Partido  Perú", "partido peru"), ("LOS X", "los x")])
def test_names_alike(a: str, b: str) -> None:
    assert folded(a) == folded(b)
