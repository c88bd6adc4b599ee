"""Highlights at the words of findings in a PDF: where they lie, what they say, and that the draft's own bytes stay."""

from __future__ import annotations

import ctypes
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from reading.made import pdf
from report.annotate.drafts import finding
from tieout.checks.check import check
from tieout.checks.finding import Finding
from tieout.errors import UnreadableError
from tieout.reading.pdf import read_pdf
from tieout.report.annotate.annotate import annotate
from tieout.report.annotate.outcome import Outcome
from tieout.report.annotate.pdf_highlights import own_highlights

EXAMPLE = Path(__file__).parents[3] / "examples" / "peru" / "coi_report.pdf"
TEXT = """
#set page(width: 300pt, height: 220pt, margin: 30pt)
#set text(size: 11pt, hyphenate: false)
Police counted 4738 complaints of extortion in 2021 and 22681 in 2023, an increase of 479 percent, which nobody
expected.#footnote[The register of the ministry says 22618.]
#pagebreak()
#table(columns: 2, [Year], [Raids], [2021], [310], [2022], [450])
"""


def reviewed(path: Path, *findings: Finding, to: str = "reviewed.pdf", **options: Any) -> tuple[Path, Outcome]:
    target = path.parent / to
    return target, annotate(read_pdf(path), findings, target, **options)


def highlighted(path: Path) -> list[tuple[int, str, str]]:
    """Page, covered words and contents of each highlight by Tieout."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for number in range(len(document)):
            page = document[number]
            text_page = page.get_textpage()
            for mark in own_highlights(page.raw, number):
                words = [
                    text_page.get_text_bounded(min(q.x1, q.x3), min(q.y1, q.y3), max(q.x2, q.x4), max(q.y1, q.y3))
                    for q in quads(page.raw, mark.at)
                ]
                found.append((number, " ".join(" ".join(words).split()), mark.contents))
            text_page.close()
            page.close()
    return found


def quads(page: Any, at: int) -> list[Any]:
    annotation = pdfium.FPDFPage_GetAnnot(page, at)
    found = []
    for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        quad = pdfium.FS_QUADPOINTSF()
        pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, quad)
        found.append(quad)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return found


WORDS = [
    ("479 percent", 0, "479 percent"),
    ("22681", 0, "22681"),
    ("complaints of\nextortion", 0, "complaints of extortion"),
    ("22618", 0, "22618"),
    ("310", 1, "310"),
    ("2021\t310", 1, "2021 310"),
]


@pytest.mark.parametrize(("words", "page", "shown"), WORDS, ids=[w for w, *_ in WORDS])
def test_a_highlight_covers_exactly_the_words(tmp_path: Path, words: str, page: int, shown: str) -> None:
    path = pdf(tmp_path, TEXT)
    document = read_pdf(path)
    if words not in document.text:
        words = next(w for w in (words.replace("\n", " "), words.replace(" ", "\n")) if w in document.text)
    target, outcome = reviewed(path, finding(document, words))
    assert (outcome.added, outcome.unplaced) == (1, ())
    ((number, covered, contents),) = highlighted(target)
    assert (number, covered) == (page, shown)
    assert contents.split("\n")[0] == "Error A101 change-mismatch"
    assert target.read_bytes().startswith(path.read_bytes())


def test_the_highlight_is_seen_and_the_words_below_it_too(tmp_path: Path) -> None:
    path = pdf(tmp_path, TEXT)
    target, _ = reviewed(path, finding(read_pdf(path), "479 percent"))
    before, after = (_colours(file) for file in (path, target))
    assert after - before, "nothing yellow is drawn"
    dark = sum(max(pixel) < 60 for pixel in _pixels(target))
    assert dark >= 0.95 * sum(max(pixel) < 60 for pixel in _pixels(path))
    with pypdfium2.PdfDocument(target) as document:
        page = document[0]
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, pdfium.FPDFPage_GetAnnotCount(page.raw) - 1)
        assert pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > 2
        pdfium.FPDFPage_CloseAnnot(annotation)


def _pixels(path: Path) -> list[tuple[int, ...]]:
    with pypdfium2.PdfDocument(path) as document:
        picture = document[0].render(scale=1).to_pil().convert("RGB")
        return list(zip(*[iter(picture.tobytes())] * 3, strict=True))


def _colours(path: Path) -> set[tuple[int, ...]]:
    return {pixel for pixel in _pixels(path) if pixel[0] - pixel[2] > 120}


def test_a_second_run_changes_no_byte_and_the_first_is_the_same_each_time(tmp_path: Path) -> None:
    path = pdf(tmp_path, TEXT)
    document = read_pdf(path)
    findings = [finding(document, "479 percent"), finding(document, "479", rule="A120"), finding(document, "310")]
    first, outcome = reviewed(path, *findings)
    again, _ = reviewed(path, *findings, to="again.pdf")
    assert first.read_bytes() == again.read_bytes()
    assert outcome.added == 3
    reread = read_pdf(first)
    assert reread.text == document.text
    findings = [finding(reread, "479 percent"), finding(reread, "479", rule="A120"), finding(reread, "310")]
    second, outcome = reviewed(first, *findings, to="second.pdf")
    assert second.read_bytes() == first.read_bytes()
    assert (outcome.added, outcome.kept) == (0, 3)


def test_what_no_longer_applies_goes_and_what_changed_is_renewed(tmp_path: Path) -> None:
    path = pdf(tmp_path, TEXT)
    document = read_pdf(path)
    first, _ = reviewed(path, finding(document, "479 percent", proof="22681"), finding(document, "310"))
    second, outcome = reviewed(
        first, finding(read_pdf(first), "479 percent", proof="22681"), to="second.pdf", quotes=False
    )
    assert (outcome.added, outcome.kept, outcome.removed) == (0, 1, 1)
    ((_, covered, contents),) = highlighted(second)
    assert covered == "479 percent"
    assert "“" not in contents
    assert "follow" not in contents
    third, _ = reviewed(second, to="third.pdf")
    assert highlighted(third) == []


def test_what_people_answered_stays(tmp_path: Path) -> None:
    path = pdf(tmp_path, TEXT)
    first, _ = reviewed(path, finding(read_pdf(path), "479 percent"))
    answered = first.read_bytes()
    # A reply as viewers write it refers to the highlight itself, which must be an object of its own.
    number = int(answered[: answered.rindex(b"/NM(tieout-")].rpartition(b" 0 obj")[0].split()[-1])
    page = answered.rindex(b"/Annots")
    reply = b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Ana)/Contents(No)/IRT %d 0 R>>" % number
    start = answered.index(b"[", page) + 1
    first.write_bytes(answered[:start] + reply + answered[start:])
    second, outcome = reviewed(first, to="second.pdf")
    assert (outcome.answered, outcome.removed) == (1, 0)
    assert len(highlighted(second)) == 1


def test_other_peoples_annotations_stay_as_they_are(tmp_path: Path) -> None:
    path = pdf(tmp_path, TEXT)
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        annotation = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_SQUARE)
        pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(10, 40, 60, 10))
        pdfium.FPDFPage_CloseAnnot(annotation)
        page.close()
        document.save(path.with_name("noted.pdf"))
    noted = path.with_name("noted.pdf")
    target, _ = reviewed(noted, finding(read_pdf(noted), "479 percent"))
    with pypdfium2.PdfDocument(target) as document:
        page = document[0]
        plain = [
            (pdfium.FPDFAnnot_GetFlags(a), pdfium.FPDFAnnot_GetAP(a, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0))
            for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw))
            if pdfium.FPDFAnnot_GetSubtype(a := pdfium.FPDFPage_GetAnnot(page.raw, index)) == pdfium.FPDF_ANNOT_SQUARE
        ]
    assert plain == [(0, 2)]


@pytest.mark.parametrize(("turn", "angle"), [(90, -90), (180, 180), (270, 90)])
def test_turned_pages(tmp_path: Path, turn: int, angle: int) -> None:
    words = "Police counted 4738 complaints of extortion and an increase of 479 percent."
    path = pdf(
        tmp_path,
        f"#set page(width: 300pt, height: 300pt)\n#rotate({angle}deg, reflow: true)[#box(width: 220pt)[{words}]]",
    )
    turned = path.with_name("turned.pdf")
    with pypdfium2.PdfDocument(path) as document:
        document[0].set_rotation(turn)
        document.save(turned)
    target, _ = reviewed(turned, finding(read_pdf(turned), "4738"), finding(read_pdf(turned), "479 percent"))
    assert [covered for _, covered, _ in highlighted(target)] == ["4738", "479 percent"]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["hrdag_philippines_2019", "padeci_mexico_homicides_sources_2020", "un_upr_peru2012"])
def test_words_anywhere_in_real_reports(shared: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / "real.pdf"
    shutil.copy(shared / "pdf" / f"{name}.pdf", path)
    document = read_pdf(path)
    furniture = [(span.start, span.end) for span in document.spans_of("furniture")]
    stretches = [
        match
        for match in list(re.finditer(r"\S+(?:[ \n]\S+){0,6}", document.text))[:: len(document.text) // 400]
        if not any(start < match.end() and match.start() < end for start, end in furniture)
    ]
    findings = [
        Finding("0", f"A{number}", "n", "error", f"m{number}", str(path), match.start(), match.end(), match.group())
        for number, match in enumerate(stretches)
    ]
    target, outcome = reviewed(path, *findings)
    assert (outcome.added, outcome.unplaced) == (len(findings), ())
    covered: dict[str, str] = {}
    for _, words, contents in highlighted(target):
        said = contents.split("\n")[1]
        covered[said] = covered.get(said, "") + words
    for one in findings:
        assert _signs(covered[one.message]) == _signs(one.text)
    assert target.read_bytes().startswith(path.read_bytes())
    # Where the table of objects is a stream, PDFium forgets its type and its end.
    table = target.read_bytes()[int(target.read_bytes().split()[-2]) :]
    assert table.startswith(b"xref") or (b"/Type/XRef" in table and b"endobj" in table)


def _signs(words: str) -> str:
    """Without blanks and the hyphens at line ends."""
    return re.sub("[\\s\u00ad\x02\ufffe-]", "", words)


def test_the_example_report(tmp_path: Path) -> None:
    checked = check(EXAMPLE)
    target = tmp_path / "reviewed.pdf"
    outcome = annotate(checked.readings[0].document, checked.result.findings, target)
    assert outcome.added == len(checked.result.findings)
    # The box of slanted words touches the comma behind them.
    covered = [words.rstrip(",") for _, words, _ in highlighted(target)]
    assert sorted(covered) == sorted(" ".join(f.text.split()).rstrip(",") for f in checked.result.findings)
    assert target.read_bytes().startswith(EXAMPLE.read_bytes())


def test_words_without_a_place_are_named(tmp_path: Path) -> None:
    path = pdf(tmp_path, TEXT)
    document = read_pdf(path)
    gap = document.text.index("\n\n")
    nowhere = Finding("0", "A101", "n", "error", "m", str(path), gap, gap + 2, "\n\n")
    target, outcome = reviewed(path, nowhere)
    assert [u.reason for u in outcome.unplaced] == ["no_words"]
    assert target.read_bytes() == path.read_bytes()


def test_words_that_came_from_ocr_have_no_place(tmp_path: Path) -> None:
    path = pdf(tmp_path, TEXT)
    document = replace(read_pdf(path), ocr=((0, 9),))
    with pytest.raises(UnreadableError, match="comes from OCR"):
        annotate(document, [finding(document, "479 percent")], tmp_path / "reviewed.pdf")
    assert not (tmp_path / "reviewed.pdf").exists()


def test_strings_of_every_script(tmp_path: Path) -> None:
    path = pdf(tmp_path, TEXT)
    made = finding(read_pdf(path), "479 percent")
    target, _ = reviewed(
        path, Finding("0", "A101", "n", "info", "ñ − “x” 数 \U0001f600", made.doc, made.start, made.end, made.text)
    )
    assert "ñ − “x” 数 \U0001f600" in highlighted(target)[0][2]
    assert ctypes.sizeof(pdfium.FPDF_WCHAR) == 2
