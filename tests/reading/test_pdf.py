"""The PDF reader, on files set by Typst and on the real reports beside the checkout."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reading.made import locked_pdf, pdf, png
from reading.sound import check_sound, kinds, links, marks
from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.pdf import characters, read_pdf

NOTES = """
#set page(paper: "a5", footer: context align(center, counter(page).display()))
#set text(10pt)
#show footnote.entry: set text(8pt)
= Prisons
The service held 91 240 people in 2023.#footnote[
  Prison Service, Yearbook, #link("https://example.org/a?b=1")[url], p. 4.]
Of these, 755#footnote[Ombudsperson, Report 12.] were under 18 in a space of 40 km#super[2].
#pagebreak()
A second page says more.#footnote[Ministry, 3 May 2024.]
#pagebreak()
The third page closes the text.
"""


def test_notes_marks_links_and_page_numbers(tmp_path: Path) -> None:
    document = read_pdf(pdf(tmp_path, NOTES))
    check_sound(document)
    assert marks(document) == [("1", "1"), ("2", "2"), ("3", "3")]
    assert links(document) == [("url", "https://example.org/a?b=1")]
    assert kinds(document) == [
        ("title", "Prisons"),
        ("paragraph", "The service held 91 240 people in 2023. Of these, 755 were under 18 in a space of 40 km2."),
        ("note", "Prison Service, Yearbook, url, p. 4."),
        ("note", "Ombudsperson, Report 12."),
        ("paragraph", "A second page says more."),
        ("note", "Ministry, 3 May 2024."),
        ("paragraph", "The third page closes the text."),
    ]
    assert [block.label for block in document.blocks if block.kind == "note"] == ["1", "2", "3"]
    assert [document.text[s.start : s.end] for s in document.spans_of("furniture")] == ["1", "2", "3"]
    assert [s.label for s in document.spans_of("page")] == ["1", "2", "3"]
    assert document.title == "Prisons"


CELLS = "[North Coast], [1,204], [1,377], [Hills], [88], [91]"
OPEN = "columns: 3, stroke: none, column-gutter: 20pt"
TABLES = {
    "ruled": f"#table(columns: 3, [*Region*], [*2022*], [*2023*], {CELLS})",
    "ruled, with a cell over two rows": f"""#table(columns: 3, table.cell(rowspan: 2)[*Region*],
        table.cell(colspan: 2)[*Year*], [*2022*], [*2023*], {CELLS})""",
    "ruled across only": f"""#table({OPEN}, table.hline(), [*Region*], [*2022*], [*2023*],
        table.hline(), {CELLS}, table.hline())""",
    "aligned": f"#table({OPEN}, [Region], [2022], [2023], {CELLS})",
}


@pytest.mark.parametrize("source", TABLES.values(), ids=TABLES)
def test_tables_keep_their_cells(tmp_path: Path, source: str) -> None:
    text = "The table shows complaints that were filed with the public ministry in each of two years, by region."
    document = read_pdf(pdf(tmp_path, f"{text}\n\n{source}\n\n{text}"))
    check_sound(document)
    cells = {(b.row, b.col): document.text[b.start : b.end] for b in document.blocks if b.kind == "cell"}
    last = max(row for row, _ in cells if row is not None)
    assert [cells[last - 1, col] for col in range(3)] == ["North Coast", "1,204", "1,377"]
    assert [cells[last, col] for col in range(3)] == ["Hills", "88", "91"]
    headers = {document.text[b.start : b.end] for b in document.blocks if b.kind == "cell" and b.header}
    assert headers - {"Year"} == {"Region", "2022", "2023", "North Coast", "Hills"}
    assert kinds(document)[0] == ("paragraph", text) == kinds(document)[-1]


@pytest.mark.parametrize("head", ["table.header([District], [Thefts])", "[District], [Thefts]"])
def test_a_table_goes_on_over_pages(tmp_path: Path, head: str) -> None:
    rows = ", ".join(f"[District {chr(65 + n)}], [{n + 300}]" for n in range(20))
    document = read_pdf(
        pdf(tmp_path, f"#set page(height: 7cm)\nThefts by district.\n#table(columns: 2, {head}, {rows})")
    )
    check_sound(document)
    cells = [block for block in document.blocks if block.kind == "cell"]
    assert {cell.table for cell in cells} == {0}
    assert sum(1 for _ in document.spans_of("page")) > 2
    last = [cell for cell in cells if cell.row == max(c.row or 0 for c in cells)]
    assert [document.text[cell.start : cell.end] for cell in last] == ["District T", "319"]
    assert {document.text[c.start : c.end] for c in cells if c.header and c.col == 1} == {"Thefts"}


def test_wide_blanks_in_text_make_no_table(tmp_path: Path) -> None:
    source = r"""The visitors #h(14pt) came by boat and \
    then walked to #h(16pt) the town hall, \
    where the #h(15pt) mayor met them."""
    text = "The visitors came by boat and then walked to the town hall, where the mayor met them."
    assert kinds(read_pdf(pdf(tmp_path, source))) == [("paragraph", text)]


def test_captions_belong_to_their_table(tmp_path: Path) -> None:
    table = "#table(columns: 2, [Year], [Deaths], [2021], [12], [2022], [15])"
    source = f"Some text stands first.\n\nTable 3: Deaths by year\n\n{table}\n\nMore text."
    document = read_pdf(pdf(tmp_path, source))
    caption = next(block for block in document.blocks if block.kind == "caption")
    assert (document.text[caption.start : caption.end], caption.table) == ("Table 3: Deaths by year", 0)


NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
SENTENCE = "Investigators interviewed representatives of municipal organisations extensively. "
COLUMNS = """
#set page(paper: "a4", columns: 2)
#set par(justify: true)
#set text(10pt, lang: "en", hyphenate: true)
""" + "\n\n".join(f"Paragraph {n} opens here. {SENTENCE * 5}Paragraph {n} closes." for n in NUMBERS)


def test_columns_are_read_one_after_the_other_and_hyphens_join(tmp_path: Path) -> None:
    document = read_pdf(pdf(tmp_path, COLUMNS))
    check_sound(document)
    found = kinds(document)
    assert [kind for kind, _ in found] == ["paragraph"] * 8
    for (_, text), number in zip(found, NUMBERS, strict=True):
        assert text.startswith(f"Paragraph {number} opens here.")
        assert text.endswith(f"Paragraph {number} closes.")
        words = set(text.replace(".", "").lower().split())
        assert words <= {*SENTENCE.lower().replace(".", "").split(), "paragraph", "opens", "here", "closes", number}
    assert "\u00ad" in document.text


HYPHENS = [
    ("The com-\\\nmission met.", "The commission met."),
    ("In 2019-\\\n2021 it met.", "In 2019-2021 it met."),
    ("The Lima-\\\nCallao road.", "The Lima-Callao road."),
    ("A well-known face, a well-\\\nknown name.", "A well-known face, a well-known name."),
]


@pytest.mark.parametrize(("source", "expected"), HYPHENS)
def test_hyphens_at_line_ends(tmp_path: Path, source: str, expected: str) -> None:
    document = read_pdf(pdf(tmp_path, source))
    assert kinds(document) == [("paragraph", expected)]


def test_a_paragraph_goes_on_over_a_page_foot_with_notes(tmp_path: Path) -> None:
    words = "People told the visitors about checkpoints on the road to the river and the fees that were asked there "
    source = f"""#set page(width: 12cm, height: 8cm, footer: context counter(page).display())
    #show footnote.entry: set text(7pt)
    {words * 3}#footnote[Visit of 4 May.]{words * 9}and then went home."""
    document = read_pdf(pdf(tmp_path, source))
    check_sound(document)
    paragraphs = [block for block in document.blocks if block.kind == "paragraph"]
    assert len(paragraphs) == 1
    assert len(paragraphs[0].pieces) > 1
    assert [text for kind, text in kinds(document) if kind == "note"] == ["Visit of 4 May."]


def test_headings_lists_and_running_heads(tmp_path: Path) -> None:
    source = """#set page(paper: "a6", header: text(8pt)[A report on ports],
      footer: context counter(page).display("1 of 1", both: true))
    #align(center, text(20pt)[A report on ports])
    = Smuggling
    == Routes
    - Two ports took 300 tonnes.
    - One took none.
    + First came rain.
    + Then came wind.
    *Fees*

    Boats paid 40 soles.
    #pagebreak()
    They paid again.
    #pagebreak()
    They paid once more.
    """
    document = read_pdf(pdf(tmp_path, source))
    check_sound(document)
    assert [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks] == [
        ("title", 0, "A report on ports"),
        ("heading", 2, "Smuggling"),
        ("heading", 3, "Routes"),
        ("list_item", 1, "• Two ports took 300 tonnes."),
        ("list_item", 1, "• One took none."),
        ("list_item", 1, "1. First came rain."),
        ("list_item", 1, "2. Then came wind."),
        ("heading", 4, "Fees"),
        ("paragraph", 0, "Boats paid 40 soles."),
        ("paragraph", 0, "They paid again."),
        ("paragraph", 0, "They paid once more."),
    ]
    assert [text for _, text in kinds(document)][3:6] == [
        "Two ports took 300 tonnes.", "One took none.", "First came rain.",
    ]  # fmt: skip
    assert sum(1 for _ in document.spans_of("furniture")) == 6


def test_notes_of_the_same_words_are_no_running_feet(tmp_path: Path) -> None:
    text = "Witnesses spoke of a checkpoint.#footnote[Registry, page 40.]"
    document = read_pdf(pdf(tmp_path, "\n#pagebreak()\n".join([text] * 5)))
    assert [block.label for block in document.blocks if block.kind == "note"] == ["1", "2", "3", "4", "5"]
    assert not list(document.spans_of("furniture"))


def test_running_heads_with_chapters_and_page_numbers(tmp_path: Path) -> None:
    chapter = "calc.floor((counter(page).get().first() + 1) / 2)"
    header = f"context [Chapter #{chapter} #h(1fr) #counter(page).display()]"
    pages = "\n#pagebreak()\n".join(f"Words of page {word}." for word in NUMBERS[:6])
    document = read_pdf(pdf(tmp_path, f"#set page(header: {header})\n{pages}"))
    assert [kind for kind, _ in kinds(document)] == ["paragraph"] * 6
    assert [span.label for span in document.spans_of("page")] == ["1", "2", "3", "4", "5", "6"]


def test_a_page_that_is_a_picture_is_a_loss(tmp_path: Path) -> None:
    png(tmp_path)
    picture = '#page(margin: 0pt, image("made.png", width: 100%, height: 100%))'
    document = read_pdf(pdf(tmp_path, f"This page has words that can be read.\n{picture}\nSo has this page."))
    loss = next(loss for loss in document.losses if loss.kind == "page_without_text")
    assert loss.count == 1
    assert loss.message.endswith("2")


def test_charts_are_not_read(tmp_path: Path) -> None:
    bars = "".join(
        f"#place(dx: {20 * i}pt, dy: {100 - 8 * i}pt, rect(width: 15pt, height: {8 * i}pt))" for i in range(1, 9)
    )
    labels = "".join(f"#place(dx: {20 * i}pt, dy: {90 - 8 * i}pt, text(7pt)[{8 * i}0])" for i in range(1, 9))
    source = (
        f"Killings rose, as the chart shows.\n\n#box(width: 200pt, height: 100pt)[{bars}{labels}]\n\nThey fell later."
    )
    document = read_pdf(pdf(tmp_path, source))
    check_sound(document)
    assert kinds(document) == [("paragraph", "Killings rose, as the chart shows."), ("paragraph", "They fell later.")]
    assert [loss.kind for loss in document.losses] == ["chart"]


def faulty(folder: Path, kind: str) -> Path:
    """A PDF with one fault."""
    if kind == "locked":
        return locked_pdf(folder)
    if kind == "scan":
        png(folder)
        return pdf(folder, '#page(margin: 0pt, image("made.png", width: 100%, height: 100%))')
    path = pdf(folder, "Some text. " * 500)
    data = path.read_bytes()
    cut = {"cut": data[: len(data) // 2], "garbage": b"%PDF-1.7\n" + b"\0\1\2" * 500, "head only": data[:20]}
    path.write_bytes(cut[kind])
    return path


FAULTS = [
    ("locked", "it is protected by a password; save a copy without the password"),
    ("scan", "no page has a text layer (it may be a scan); install Tesseract and tieout[ocr], or run OCR"),
    ("cut", "the file is damaged or cut short; get the file from its source again"),
    ("garbage", "the file is damaged or cut short"),
    ("head only", "the file is damaged or cut short"),
]


@pytest.mark.parametrize(("kind", "message"), FAULTS)
def test_faults_say_what_is_wrong_and_what_to_do(tmp_path: Path, kind: str, message: str) -> None:
    path = faulty(tmp_path, kind)
    with pytest.raises(UnreadableError) as caught:
        read_pdf(path)
    assert str(caught.value).startswith(f"{path}: {message}")
    assert "\n" not in str(caught.value)


def shared_pdfs(shared: Path) -> list[Document]:
    return [read_pdf(path) for path in sorted((shared / "pdf").glob("*.pdf"))]


@pytest.mark.shared
def test_real_reports_are_read_in_time(shared: Path) -> None:
    start = time.perf_counter()
    documents = shared_pdfs(shared)
    assert time.perf_counter() - start < 10  # Three seconds on an idle machine.
    for document in documents:
        check_sound(document)
        assert document.title
        assert sum(block.kind == "heading" for block in document.blocks) < 40


@pytest.mark.shared
def test_real_tables_notes_and_heads(shared: Path) -> None:
    documents = {Path(document.path).stem: document for document in shared_pdfs(shared)}
    killings = documents["hrdag_philippines_2019"]
    row = [b for b in killings.blocks if b.kind == "cell" and b.table == 0 and b.row == 4]
    assert [killings.text[b.start : b.end] for b in row] == [
        "Quezon City", "unidentified", "357", "392", "428", "481", "17%",
    ]  # fmt: skip
    assert {b.label for b in killings.blocks if b.kind == "note"} >= {"1", "2", "3", "4", "5", "6", "7"}
    review = documents["un_upr_peru2012"]
    assert review.title == "Report of the Working Group on the Universal Periodic Review"
    assert {review.text[s.start : s.end] for s in review.spans_of("furniture")} >= {"A/HRC/22/15", "12"}
    assert sum(block.kind == "cell" for block in review.blocks) == 0


def test_characters_say_where_text_stands_on_the_pages(tmp_path: Path) -> None:
    import pypdfium2
    import pypdfium2.raw as pdfium

    path = pdf(tmp_path, "One line.#footnote[A note.]\n#pagebreak()\n#table(columns: 2, [Year], [12], [13], [14])")
    document = read_pdf(path)
    shown = {}
    with pypdfium2.PdfDocument(path) as opened:
        for span in characters(path):
            text_page = opened[span.page].get_textpage()
            ordinals = range(span.first, span.first + span.end - span.start)
            shown[span.start] = "".join(chr(pdfium.FPDFText_GetUnicode(text_page.raw, i)) for i in ordinals)
            assert shown[span.start] == document.text[span.start : span.end]
    assert {"Year", "12", "14", "A note."} <= set(shown.values())
