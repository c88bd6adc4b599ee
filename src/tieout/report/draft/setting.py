"""The draft as the one Markdown text that every format is made from: citations resolved, blocks filled, numbers bound.

Pandoc sets notes and tables. What the author wrote stays as it is, save comments, which are for the author alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tieout.errors import UsageError
from tieout.evidence.tag import tag
from tieout.report.draft import markdown
from tieout.report.draft.binding import Number
from tieout.report.draft.blocks import LAST, fill
from tieout.report.draft.citing import Bracket, Cited
from tieout.report.draft.filling import Filling, anchor

MARKDOWN = (
    "markdown-smart-raw_html-raw_tex-raw_attribute-tex_math_dollars-tex_math_single_backslash-example_lists"
    "-latex_macros-yaml_metadata_block-native_divs-native_spans-subscript-superscript"
)
"""Pandoc's Markdown without what is no text: nobody's HTML or TeX passes, and dollars are dollars."""

Edit = tuple[int, int, str]
_IMAGE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<address>[^()\s]+)(?P<title>[^()\n]*)\)")
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_MARK = re.compile(r"(?P<what>p\.|para\.|párr\.) (?P<n>[\w-]+)")


def set_text(filling: Filling) -> str:
    """The whole text. UsageError for a block or picture that cannot be had."""
    draft = filling.draft
    edits = [
        (0, draft.body, ""),
        *_title(filling),
        *((start, end, "") for start, end in draft.comments),
        *(_bracket(bracket, filling) for bracket in filling.brackets),
        *_numbers(draft.text, filling.bound.numbers, linked=filling.linked),
        *_headings(filling),
        *_images(filling),
    ]
    blocks = sorted(draft.blocks, key=lambda block: (_order(block.kind), block.start))
    edits += [(block.start, block.end, fill(block, filling)) for block in blocks]
    return _edited(draft.text, edits)


def _order(kind: str) -> int:
    """Quotations cite sources, so the bibliography comes after them."""
    return {"quotations": 1, "sources": 2}.get(kind, 0) if kind in LAST else 0


def _edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with stretches replaced; one inside another that is replaced goes with it."""
    out: list[str] = []
    at = 0
    for start, end, words in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start < at:
            continue
        out += [text[at:start], words]
        at = end
    return "".join([*out, text[at:]])


def _title(filling: Filling) -> Iterator[Edit]:
    """A heading that is the title goes to the title's own place."""
    draft = filling.draft
    if "title" in draft.values or not draft.shift:
        return
    found = re.compile(r"^#[^\n]*\n?", re.MULTILINE).search(draft.text, draft.body)
    if found and draft.headings and found.start() < draft.headings[0].start:
        yield found.start(), found.end(), ""


def _headings(filling: Filling) -> Iterator[Edit]:
    """Every heading with its address, so that annexes can name it."""
    for heading in filling.draft.headings:
        classes = ["#" + heading.id, *([] if heading.number else ["-"])]
        marks = "#" * heading.level
        yield heading.start, heading.end, f"{marks} {heading.words} {{{' '.join(classes)}}}"


def _numbers(text: str, numbers: Sequence[Number], *, linked: bool) -> Iterator[Edit]:
    """Each number in a span that carries its record, and a link to the quotation where there is a list of them."""
    for count, number in enumerate(numbers, 1):
        words = text[number.start : number.end]
        if any(sign in words for sign in "[]{}|`\n"):
            words = markdown.words(words)
        if number.record is None:
            yield number.start, number.end, f'[{words}]{{record="own"}}'
            continue
        inside = f"[{words}](#{anchor(number.record.id)})" if linked else words
        attributes = f'#{tag(number.record.id, count, number.figure)} record="{number.record.id}"'
        yield number.start, number.end, f"[{inside}]{{{attributes}}}"


def _bracket(bracket: Bracket, filling: Filling) -> Edit:
    """A bracket as pandoc cites: sources by key with their places, several of one source as one; or a note of our own,
    behind the sign that ends the sentence."""
    w = filling.words
    own = [one for one in bracket.cited if one.entry is None]
    cited = _joined([one for one in bracket.cited if one.entry is not None], filling)
    how = "; ".join(one.behind for one in own if one.behind)
    said = w("part", "own", how=how.rstrip(".")) if how else w("part", "own_text") if own and cited else ""
    if cited:
        return bracket.start, bracket.end, f"[{'; '.join(cited)}{f' {said}' if said else ''}]"
    text = filling.draft.text
    start = len(text[: bracket.start].rstrip(" "))
    sign = text[bracket.end] if text[bracket.end : bracket.end + 1] in (".", ",", ";", ":") else ""
    return start, bracket.end + len(sign), f"{sign}^[{said}]" if said else sign


def _joined(cited: Sequence[Cited], filling: Filling) -> list[str]:
    """The items of a bracket; those of one source that say nothing else are one, with all their places."""
    out: list[str] = []
    places: dict[str, list[str]] = {}
    for one in cited:
        assert one.entry is not None
        plain = not one.before.strip() and not one.behind.strip(" ,") and not one.bare
        if plain:
            places.setdefault(one.entry.key, []).append(one.locator)
            if len(places[one.entry.key]) > 1:
                continue
            out.append(f"\0{one.entry.key}")
        else:
            locator = f", {{{one.locator}}}" if one.locator else ""
            out.append(f"{one.before}{'-' if one.bare else ''}@{{{one.entry.key}}}{locator}{one.behind}")
    return [_placed(item[1:], places[item[1:]], filling) if item[0] == "\0" else item for item in out]


def _placed(key: str, locators: Sequence[str], filling: Filling) -> str:
    """One source with its places: `pp. 4, 7`."""
    distinct = [locator for locator in dict.fromkeys(locators) if locator]
    marks = [_MARK.fullmatch(locator) for locator in distinct]
    kinds = {mark["what"] for mark in marks if mark}
    if len(distinct) > 1 and all(marks) and len(kinds) == 1:
        several = "pages" if kinds == {"p."} else "paragraphs"
        numbers = ", ".join(sorted((m["n"] for m in marks if m), key=lambda n: (len(n), n)))
        distinct = [filling.words("part", several, n=numbers)]
    return f"@{{{key}}}" + "".join(
        f", {{{locator}}}" if n == 0 else f", {locator}" for n, locator in enumerate(distinct)
    )


def _images(filling: Filling) -> Iterator[Edit]:
    """The author's own pictures, from the draft's folder; nothing is fetched."""
    draft = filling.draft
    for found in _IMAGE.finditer(draft.text, draft.body):
        path = draft.path.parent / found["address"]
        kind = _TYPES.get(path.suffix.lower())
        if "://" in found["address"] or kind is None:
            raise UsageError(
                f"{draft.place(found.start())}: {found['address']}: save the picture as PNG or JPEG beside the draft"
            )
        yield (
            found.start(),
            found.end(),
            f"![{found['words']}]({filling.picture((_bytes(path, draft.place(found.start())), kind))})",
        )


def _bytes(path: Path, place: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise UsageError(f"{place}: {path}: the picture cannot be read ({fault.strerror})") from fault
