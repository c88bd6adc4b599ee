"""Word comments at the words of findings: what they say, where they stand, and that nothing else changes."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reading.made import docx, p, package, r
from report.annotate.drafts import BODY, comment, draft, finding, parts
from report.annotate.package_diff import bare, differing, entries, marked, own_ids, said
from tieout.checks.check import check
from tieout.checks.finding import Evidence, Finding
from tieout.errors import UnreadableError
from tieout.reading.document import Document
from tieout.reading.docx import read_docx
from tieout.reading.docx_xml import M, W
from tieout.report.annotate import docx as annotating
from tieout.report.annotate.annotate import annotate
from tieout.report.annotate.outcome import Outcome
from tieout.report.words import words

EXAMPLES = Path(__file__).parents[3] / "examples"
MAY_DIFFER = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def reviewed(path: Path, *findings: Finding, to: str = "reviewed.docx", **options: object) -> tuple[Path, Outcome]:
    """The annotated copy of a draft."""
    target = path.parent / to
    return target, annotate(read_docx(path), findings, target, **options)  # type: ignore[arg-type]


def check_untouched(before: Path, after: Path) -> None:
    """Only comments and their anchors differ."""
    assert differing(before, after) <= MAY_DIFFER
    own = own_ids(after)
    old, new = entries(before), entries(after)
    assert bare(new["word/document.xml"], own) == bare(old["word/document.xml"], own)
    if "word/comments.xml" in old:
        root = etree.fromstring(new["word/comments.xml"])
        for element in [c for c in root if c.get(W + "id") in own]:
            root.remove(element)
        assert etree.tostring(root, method="c14n") == etree.tostring(
            etree.fromstring(old["word/comments.xml"]), method="c14n"
        )


AT_WORDS = [
    ("479 percent", "479 percent"),
    ("percent.1 Nobody", "percent.^ Nobody"),
    ("738 complaints in", "738 complaints in"),
    ("4,738", "4,738"),
    ("33 people", "33 people"),
    ("3 peo", "3 peo"),
    ("page 12 of", "page 12 of"),
    ("register of 912", "register of 912"),
    ("204 inmates", "204 inmates"),
    ("31 percent", "31 percent"),
    (",\twith 18 deaths\nin", ",\twith 18 deaths\nin"),
    ("six months.\n\nThe second", "six months.The second"),
    ("Violence in the north", "Violence in the north"),
]
ELSEWHERE = [
    ("56 guards", "56 guards", "These words are meant: “56 guards”"),
    ("guar", "56 guards", "These words are meant: “guar”"),
    ("310\t31", "310", "These words are meant: “310 31”"),
    ("22,618", "^", "Stands in note 1: “22,618”"),
    ("12 appealed", "^", "Stands in note i: “12 appealed”"),
    ("77 cases", "", "Stands in the text box here: “77 cases”"),
]


@pytest.mark.parametrize(("words", "shown"), AT_WORDS, ids=[words for words, _ in AT_WORDS])
def test_a_comment_stands_at_exactly_the_words(tmp_path: Path, words: str, shown: str) -> None:
    path = draft(tmp_path)
    target, outcome = reviewed(path, finding(read_docx(path), words))
    (identity,) = own_ids(target)
    assert marked(target)[identity] == shown
    assert len(said(target)[identity]) == 4
    assert (outcome.added, outcome.unplaced) == (1, ())
    check_untouched(path, target)


@pytest.mark.parametrize(("words", "shown", "line"), ELSEWHERE, ids=[words for words, *_ in ELSEWHERE])
def test_where_word_has_no_comments_it_says_which_words(tmp_path: Path, words: str, shown: str, line: str) -> None:
    path = draft(tmp_path)
    target, _ = reviewed(path, finding(read_docx(path), words))
    (identity,) = own_ids(target)
    assert marked(target)[identity] == shown
    assert line in said(target)[identity]
    check_untouched(path, target)


def every(document: Document) -> list[Finding]:
    words = [*(words for words, _ in AT_WORDS), *(words for words, *_ in ELSEWHERE)]
    return [finding(document, text, rule=f"A{100 + number}") for number, text in enumerate(words)]


def test_all_at_once_overlapping_and_on_the_same_words(tmp_path: Path) -> None:
    path = draft(tmp_path)
    document = read_docx(path)
    findings = [*every(document), finding(document, "479 percent", rule="A120")]
    findings.append(finding(document, "479", rule="A121"))
    target, outcome = reviewed(path, *findings)
    assert outcome.added == len(findings) == len(own_ids(target))
    shown = marked(target)
    assert sorted(shown[i] for i in own_ids(target) if "479" in shown[i]) == ["479", "479 percent", "479 percent"]
    check_untouched(path, target)
    assert read_docx(target).text == document.text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 520), st.integers(1, 60)), min_size=1, max_size=6))
def test_wherever_the_words_are_nothing_else_changes(tmp_path: Path, places: list[tuple[int, int]]) -> None:
    path = draft(tmp_path)
    document = read_docx(path)
    stretches = [(start, min(start + length, len(document.text))) for start, length in places]
    findings = [
        replace(finding(document, "Violence"), start=start, end=end, text=document.text[start:end])
        for start, end in dict.fromkeys(stretches) if start < end
    ]  # fmt: skip
    target, outcome = reviewed(path, *findings)
    assert outcome.added + len(outcome.unplaced) == len(findings)
    if outcome.added:
        marked(target)
        check_untouched(path, target)
    assert read_docx(target).text == document.text
    again, _ = reviewed(target, *findings_in(target, findings), to="again.docx")
    assert again.read_bytes() == target.read_bytes()


def findings_in(path: Path, findings: list[Finding]) -> list[Finding]:
    """The same findings about another file of the same text."""
    return [replace(f, doc=str(path)) for f in findings]


def test_what_a_comment_says(tmp_path: Path) -> None:
    path = draft(tmp_path)
    made = finding(read_docx(path), "479 percent", proof="22,681")
    made = replace(made, evidence=(*made.evidence, Evidence("sources/other.pdf", 3, 9, "about\n22 681")))
    target, _ = reviewed(path, made)
    (identity,) = own_ids(target)
    lines = said(target)[identity]
    assert lines[:5] == [
        "Error A101 change-mismatch",
        "479 percent: does not follow",
        "1 + 1 = 2",
        "Evidence: “22,681”",
        "Evidence: other.pdf: “about 22 681”",
    ]
    assert lines[5].startswith("Tieout ")
    (element,) = (c for c in etree.fromstring(entries(target)["word/comments.xml"]) if c.get(W + "id") == identity)
    assert {etree.QName(k).localname: v for k, v in element.attrib.items()} == {
        "id": "6", "author": "Tieout", "initials": "T",
    }  # fmt: skip
    styles = {e.get(W + "val") for e in element.iter(W + "pStyle", W + "rStyle")}
    assert styles == {"Comentario", "Refcoment"}


def test_labels_in_spanish(tmp_path: Path) -> None:
    path = draft(tmp_path)
    target, _ = reviewed(path, finding(read_docx(path), "22,618", proof="22,681"), language="es")
    (identity,) = own_ids(target)
    assert "Está en la nota 1: “22,618”" in said(target)[identity]
    assert "Sustento: “22,681”" in said(target)[identity]


def test_without_quotes_no_word_of_the_draft_is_written(tmp_path: Path) -> None:
    path = draft(tmp_path)
    document = read_docx(path)
    target, _ = reviewed(path, *(finding(document, f.text, proof="22,681") for f in every(document)), quotes=False)
    lines = [line for identity in own_ids(target) for line in said(target)[identity]]
    assert not [line for line in lines if "“" in line or "22,6" in line or "follow" in line]
    assert "Stands in note 1." in lines


def test_a_second_run_adds_nothing_and_changes_no_byte(tmp_path: Path) -> None:
    path = draft(tmp_path)
    first, _ = reviewed(path, *every(read_docx(path)))
    second, outcome = reviewed(first, *every(read_docx(first)), to="second.docx")
    assert second.read_bytes() == first.read_bytes()
    assert (outcome.added, outcome.kept, outcome.removed) == (0, len(every(read_docx(path))), 0)


def test_the_same_draft_gives_the_same_bytes(tmp_path: Path) -> None:
    path = draft(tmp_path)
    first, _ = reviewed(path, *every(read_docx(path)))
    again, _ = reviewed(path, *every(read_docx(path)), to="again.docx")
    assert first.read_bytes() == again.read_bytes()


def test_comments_that_no_longer_apply_go_with_their_anchors(tmp_path: Path) -> None:
    path = draft(tmp_path)
    first, _ = reviewed(path, *every(read_docx(path)))
    second, outcome = reviewed(first, finding(read_docx(first), "479 percent", rule="A100"), to="second.docx")
    assert (outcome.added, outcome.kept, outcome.removed) == (0, 1, len(every(read_docx(path))) - 1)
    assert len(own_ids(second)) == 1
    check_untouched(path, second)
    third, _ = reviewed(second, to="third.docx")
    assert own_ids(third) == []
    check_untouched(path, third)


def test_a_comment_moves_when_only_its_place_is_another(tmp_path: Path) -> None:
    path = docx(tmp_path, p("Of 12 cases.") + p("Of 12 cases."))
    first, _ = reviewed(path, finding(read_docx(path), "12 cases", nth=0))
    _, outcome = reviewed(first, finding(read_docx(first), "12 cases", nth=1), to="second.docx")
    assert (outcome.added, outcome.kept, outcome.removed) == (1, 0, 1)


def test_what_people_answered_stays(tmp_path: Path) -> None:
    path = draft(tmp_path)
    first, _ = reviewed(path, finding(read_docx(path), "479 percent"))
    (identity,) = own_ids(first)
    changed = dict(entries(first))
    root = etree.fromstring(changed["word/comments.xml"])
    (own,) = (c for c in root if c.get(W + "id") == identity)
    own.findall(W + "p")[-1].set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "00000B01")
    changed["word/comments.xml"] = etree.tostring(root).replace(
        b"</w:comments>", comment(90, "Ana", "Checked: the source says 479.", "00000B02").encode() + b"</w:comments>"
    )
    changed["word/commentsExtended.xml"] = changed["word/commentsExtended.xml"].replace(
        b"</w15:commentsEx>",
        b'<w15:commentEx w15:paraId="00000B01" w15:done="0"/>'
        b'<w15:commentEx w15:paraId="00000B02" w15:paraIdParent="00000B01" w15:done="0"/></w15:commentsEx>',
    )
    first.write_bytes(package(changed))
    second, outcome = reviewed(first, to="second.docx")
    assert (outcome.answered, outcome.removed) == (1, 0)
    assert second.read_bytes() == first.read_bytes()
    third, outcome = reviewed(first, finding(read_docx(first), "479 percent"), to="third.docx")
    assert (outcome.added, outcome.kept) == (0, 1)
    assert third.read_bytes() == first.read_bytes()


def test_what_other_parts_say_of_a_comment_goes_with_it(tmp_path: Path) -> None:
    path = draft(tmp_path)
    first, _ = reviewed(path, finding(read_docx(path), "479 percent"))
    changed = dict(entries(first))
    changed["word/comments.xml"] = changed["word/comments.xml"].replace(
        b'<w:p><w:pPr><w:pStyle w:val="Comentario"/></w:pPr><w:r><w:t xml:space="preserve">Tieout ',
        b'<w:p w14:paraId="00000B01"><w:r><w:t xml:space="preserve">Tieout ',
    )
    entry = b'<w15:commentEx w15:paraId="00000B01" w15:done="1"/>'
    changed["word/commentsExtended.xml"] = changed["word/commentsExtended.xml"].replace(
        b"</w15:commentsEx>", entry + b"</w15:commentsEx>"
    )
    first.write_bytes(package(changed))
    second, outcome = reviewed(first, to="second.docx")
    assert outcome.removed == 1
    assert b"00000B01" not in entries(second)["word/commentsExtended.xml"]
    assert b"00000A02" in entries(second)["word/commentsExtended.xml"]


def test_a_message_that_changed_is_renewed_and_what_was_typed_below_stays(tmp_path: Path) -> None:
    path = draft(tmp_path)
    first, _ = reviewed(path, finding(read_docx(path), "479 percent", proof="22,681"))
    changed = dict(entries(first))
    changed["word/comments.xml"] = changed["word/comments.xml"].replace(
        b"</w:comment></w:comments>", p("Mine.").encode() + b"</w:comment></w:comments>"
    )
    first.write_bytes(package(changed))
    made = finding(read_docx(first), "479 percent", proof="22,681")
    second, outcome = reviewed(first, made, to="second.docx", quotes=False)
    assert outcome.kept == 1
    (identity,) = own_ids(second)
    lines = said(second)[identity]
    assert lines[:2] == ["Error A101 change-mismatch", "1 + 1 = 2"]
    assert lines[2].startswith("Tieout ")
    assert lines[3:] == ["Mine."]


def test_pending_changes_are_named(tmp_path: Path) -> None:
    path = draft(tmp_path)
    _, outcome = reviewed(path, finding(read_docx(path), "33 people"))
    assert outcome.pending
    plain = docx(tmp_path, p("Of 12 cases."))
    assert not reviewed(plain, finding(read_docx(plain), "12 cases"))[1].pending


def test_a_comment_on_inserted_words_outlives_the_insertion(tmp_path: Path) -> None:
    path = draft(tmp_path)
    target, _ = reviewed(path, finding(read_docx(path), "33 people"))
    root = etree.fromstring(entries(target)["word/document.xml"])
    assert not [e for e in root.iter(W + "commentReference") if next(e.iterancestors(W + "ins"), None) is not None]


def test_the_first_comment_of_a_draft_makes_the_part_known(tmp_path: Path) -> None:
    path = docx(tmp_path, p("Of 12 cases."), more={"word/comments.xml": "<not-mine/>"})
    target, _ = reviewed(path, finding(read_docx(path), "12 cases"))
    new = entries(target)
    assert new["word/comments.xml"] == b"<not-mine/>"
    assert b'PartName="/word/comments1.xml"' in new["[Content_Types].xml"]
    assert b'Target="comments1.xml"' in new["word/_rels/document.xml.rels"]
    assert b"12 cases" in new["word/comments1.xml"]


def test_a_strict_document_stays_strict(tmp_path: Path) -> None:
    path = draft(tmp_path)
    strict = {
        name: (data if isinstance(data, bytes) else data.encode())
        .replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, data in parts().items()
    }  # fmt: skip
    path.write_bytes(package(strict))
    target, outcome = reviewed(path, finding(read_docx(path), "479 percent"))
    assert outcome.added == 1
    new = entries(target)
    for name in ("word/document.xml", "word/comments.xml"):
        assert b"schemas.openxmlformats.org/wordprocessingml" not in new[name]
    assert read_docx(target).text == read_docx(path).text


def test_words_no_run_holds_are_named(tmp_path: Path) -> None:
    formula = f'<m:oMath xmlns:m="{M[1:-1]}"><m:r><m:t>12 = 13</m:t></m:r></m:oMath>'
    path = docx(tmp_path, p("<w:r/>" + formula) + p("Text " + "of 9 words."))
    target, outcome = reviewed(path, finding(read_docx(path), "12 = 13"))
    assert [u.reason for u in outcome.unplaced] == ["no_words"]
    assert "error A101 change-mismatch (characters 0 to 7)" in list(outcome.lines("x", words("en")))[1]
    assert target.read_bytes() == path.read_bytes()
    beside = docx(tmp_path, p(r("So ") + formula))
    target, outcome = reviewed(beside, finding(read_docx(beside), "12 = 13"))
    (identity,) = own_ids(target)
    assert (marked(target)[identity], said(target)[identity][3]) == ("So ", "These words are meant: “12 = 13”")


def test_more_comments_than_word_opens_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotating, "MOST_COMMENTS", 3)
    path = draft(tmp_path)
    _, outcome = reviewed(path, *every(read_docx(path)))
    assert outcome.added == 1
    assert {u.reason for u in outcome.unplaced} == {"too_many"}


def test_findings_about_other_documents_are_left_alone(tmp_path: Path) -> None:
    path = draft(tmp_path)
    other = Finding("0", "A101", "n", "error", "m", "other.docx", 0, 3, "Vio")
    assert reviewed(path, other)[1].added == 0


def test_control_characters_of_other_texts_do_no_harm(tmp_path: Path) -> None:
    path = draft(tmp_path)
    bad = Finding("0", "A101", "n", "error", "m\x00\x0b\ud800<w:p>", str(path), 0, 8, "Violence")
    target, _ = reviewed(path, bad)
    assert said(target)[own_ids(target)[0]][1] == "m\ufffd\ufffd\ufffd<w:p>"


# -- drafts of real programs -------------------------------------------------------------------------------------------


def check_real(path: Path, tmp_path: Path) -> Path:
    """Annotate what the rules find in a draft, twice."""
    checked = check(path)
    assert checked.result.findings
    target = tmp_path / "real.docx"
    outcome = annotate(checked.readings[0].document, checked.result.findings, target)
    assert (outcome.added, outcome.unplaced) == (len(checked.result.findings), ())
    check_untouched(path, target)
    shown = marked(target)
    # Word takes no comment inside a note: there the note's mark bears it.
    notes = [block for block in checked.readings[0].document.blocks if block.kind == "note"]
    texts = {
        "^" if any(n.start <= f.start < n.end for n in notes) else " ".join(f.text.split())
        for f in checked.result.findings
    }
    assert {" ".join(shown[i].split()) for i in own_ids(target)} == texts
    again = check(target)
    second = tmp_path / "again.docx"
    assert annotate(again.readings[0].document, again.result.findings, second).kept == outcome.added
    assert second.read_bytes() == target.read_bytes()
    return target


def test_the_example_report(tmp_path: Path) -> None:
    check_real(EXAMPLES / "peru" / "rights_report.docx", tmp_path)


WRONG = "Complaints rose from 4,738 in 2021 to 22,681 in 2023, an increase of "


def test_a_draft_by_python_docx_and_what_it_reads_back(tmp_path: Path) -> None:
    python_docx = pytest.importorskip("docx")
    made = python_docx.Document()
    paragraph = made.add_paragraph(WRONG)
    paragraph.add_run("about 47").bold = True
    paragraph.add_run("9 percent.").italic = True
    made.add_comment(paragraph.runs[0], "Mine", author="Ana", initials="A")
    path = tmp_path / "made.docx"
    made.save(str(path))
    target = check_real(path, tmp_path)
    read = python_docx.Document(str(target))
    assert [(c.author, c.initials, c.comment_id) for c in read.comments] == [("Ana", "A", 0), ("Tieout", "T", 1)]
    assert [run.text for run in read.paragraphs[0].runs if run.bold and run.text] == ["about 47"]


def converted(source: Path, ending: str = "docx", *options: str) -> Path:
    """A file converted by LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    home = f"-env:UserInstallation=file://{source.parent / 'office'}"
    command = [
        office,
        home,
        "--headless",
        *options,
        "--convert-to",
        ending,
        "--outdir",
        str(source.parent),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{ending.partition(':')[0]}")


def test_a_draft_by_libreoffice_and_what_it_shows(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    cells = "<table><tr><th>Year</th><th>Deaths</th></tr><tr><td>2021</td><td>12</td></tr></table>"
    page.write_text(f"<html><body><h1>North</h1><p>{WRONG}<b>47</b>9 percent.</p>{cells}</body></html>")
    odt = converted(page, "odt:writer8", "--infilter=HTML (StarWriter)")
    target = check_real(converted(odt), tmp_path)
    shown = converted(target, "fodt").read_text(encoding="utf-8")
    assert "<dc:creator>Tieout</dc:creator>" in shown
    inside = shown.partition("</office:annotation>")[2].partition("<office:annotation-end")[0]
    assert re.sub("<[^>]*>", "", inside) == "479 percent"


# -- hostile drafts ----------------------------------------------------------------------------------------------------


def test_a_draft_that_changed_while_it_was_checked_is_refused(tmp_path: Path) -> None:
    path = draft(tmp_path)
    document = read_docx(path)
    draft(tmp_path, body="".join(BODY[2:]))
    with pytest.raises(UnreadableError, match="changed while it was checked"):
        annotate(document, [], tmp_path / "reviewed.docx")
    assert not (tmp_path / "reviewed.docx").exists()


LAUGHS = '<!DOCTYPE w:comments [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
HOSTILE: dict[str, dict[str, str | bytes]] = {
    "entities in comments": {"word/comments.xml": f'{LAUGHS}<w:comments xmlns:w="{W[1:-1]}">&b;</w:comments>'},
    "comments that are no XML": {"word/comments.xml": "<w:comments"},
    "comments that swell": {"word/comments.xml": b"<c>" + b" " * 120_000_000 + b"</c>"},
    "types that are no XML": {"[Content_Types].xml": "no"},
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_parts_are_refused_in_one_line(tmp_path: Path, kind: str) -> None:
    path = draft(tmp_path)
    path.write_bytes(package({**parts(), **HOSTILE[kind]}))
    with pytest.raises(UnreadableError) as fault:
        document = read_docx(path)
        annotate(document, [finding(document, "479 percent")], tmp_path / "reviewed.docx")
    assert "\n" not in str(fault.value)
    assert not (tmp_path / "reviewed.docx").exists()


def test_a_box_in_a_box_is_marked_at_the_outer_one(tmp_path: Path) -> None:
    opening, closing = "<w:r><w:pict><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></w:pict></w:r>"
    inner = "It holds 77 cases."
    for _ in range(3):
        inner = p(opening + (inner if inner.startswith("<") else p(inner)) + closing + r("Beside it."))
    path = draft(tmp_path, body=inner)
    document = read_docx(path)
    target, outcome = reviewed(path, finding(document, "77 cases"))
    assert outcome.added == 1
    check_untouched(path, target)
    (start,) = etree.fromstring(entries(target)["word/document.xml"]).iter(W + "commentRangeStart")
    assert next(start.iterancestors(W + "txbxContent"), None) is None


def test_a_digital_signature_is_said_not_to_cover_the_copy(tmp_path: Path) -> None:
    path = docx(tmp_path, p("Of 12 cases."), more={"_xmlsignatures/sig1.xml": "<Signature/>"})
    _, outcome = reviewed(path, finding(read_docx(path), "12 cases"))
    assert any("digitally signed" in line for line in outcome.lines("x", words("en")))
    _, outcome = reviewed(path)
    assert not outcome.signed


def test_a_copy_saved_again_by_libreoffice_keeps_its_comments(tmp_path: Path) -> None:
    path = docx(tmp_path, p(WRONG + "479 percent.") + p("Then 12 raids."))
    document = read_docx(path)
    target, _ = reviewed(path, finding(document, "479 percent", proof="22,681"), finding(document, "12 raids"))
    saved = converted(target, "odt")
    back = converted(saved)
    reread = read_docx(back)
    second, outcome = reviewed(
        back, finding(reread, "479 percent", proof="22,681"), finding(reread, "12 raids"), to="second.docx"
    )
    assert (outcome.added, outcome.kept, outcome.removed) == (0, 2, 0)
    assert len(own_ids(second)) == 2
