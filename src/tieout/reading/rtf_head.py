"""The head of an RTF file: its code page, its fonts, what its paragraph styles are for, its properties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tieout.reading.rtf_tokens import SYMBOLS, Token, decoded, page_of_charset
from tieout.reading.styles import StylePart, style_part

_PAGES = {"mac": 10000, "pc": 437, "pca": 850, "ansi": 1252}
_PROPERTIES = ("title", "author", "subject")


@dataclass(slots=True)
class Head:
    """What the head says. Fonts and styles are known by their numbers."""

    page: int = 1252
    font: int = -1
    pages: dict[int, int] = field(default_factory=dict)
    symbols: set[int] = field(default_factory=set)
    styles: dict[int, tuple[StylePart | None, int]] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)


def head_of(tokens: Sequence[Token]) -> Head:
    """The head of a file."""
    head = Head()
    bases: dict[int, int] = {}
    for at, token in enumerate(tokens[: 2000 + len(tokens) // 2]):
        if token.kind != "word":
            continue
        if token.text in _PAGES and at < 20:
            head.page = _PAGES[token.text]
        elif token.text == "ansicpg" and token.number:
            head.page = token.number
        elif token.text == "deff" and token.number is not None:
            head.font = token.number
        elif token.text == "fonttbl" and not head.pages:
            _read_fonts(tokens, at, head)
        elif token.text == "stylesheet" and not head.styles:
            _read_styles(tokens, at, head, bases)
        elif token.text == "info" and not head.metadata:
            _read_info(tokens, at, head)
    for number in head.styles:
        head.styles[number] = _inherited(number, head.styles, bases)
    return head


def _inherited(
    number: int, styles: dict[int, tuple[StylePart | None, int]], bases: dict[int, int]
) -> tuple[StylePart | None, int]:
    seen: set[int] = set()
    while number in styles and number not in seen:
        if styles[number][0] is not None:
            return styles[number]
        seen.add(number)
        number = bases.get(number, -1)
    return None, 0


def _groups(tokens: Sequence[Token], at: int) -> list[list[Token]]:
    """The tokens of each group inside the group that `at` stands in; those outside any are one group of their own."""
    groups: list[list[Token]] = [[]]
    depth = 0
    for token in tokens[at + 1 :]:
        if token.kind == "{":
            depth += 1
            if depth == 1:
                groups.append([])
        elif token.kind == "}":
            depth -= 1
            if depth < 0:
                break
        elif depth <= 1:
            groups[-1 if depth else 0].append(token)
    return groups


def _read_fonts(tokens: Sequence[Token], at: int, head: Head) -> None:
    number = -1
    for group in _groups(tokens, at):
        for token in group:
            if token.text == "f" and token.kind == "word" and token.number is not None:
                number = token.number
            elif token.text == "fcharset" and token.number == SYMBOLS:
                head.symbols.add(number)
            elif token.text in ("fcharset", "cpg") and token.number is not None:
                page = page_of_charset(token.number) if token.text == "fcharset" else token.number
                if page and not (page == 1252 and token.number == 0):
                    head.pages[number] = page


def _read_styles(tokens: Sequence[Token], at: int, head: Head, bases: dict[int, int]) -> None:
    for group in _groups(tokens, at):
        words = {token.text: token.number for token in group if token.kind == "word"}
        if "cs" in words or "ts" in words or "ds" in words or not group:
            continue  # A style of characters, tables or sections.
        number = words.get("s") or 0
        name = decoded("".join(t.text for t in group if t.kind == "bytes"), head.page).strip().rstrip(";").strip()
        part, level = style_part(name)
        outline = words.get("outlinelevel")
        if part is None and outline is not None and 0 <= outline < 9:
            part, level = "heading", outline + 1
        head.styles[number] = (part, level)
        bases[number] = words.get("sbasedon") if words.get("sbasedon") is not None else -1  # type: ignore[assignment]


def _read_info(tokens: Sequence[Token], at: int, head: Head) -> None:
    for group in _groups(tokens, at)[1:]:
        name = group[0].text if group and group[0].kind == "word" else ""
        if name in _PROPERTIES:
            text = "".join(
                chr(t.number % 65536) if t.text == "u" and t.kind == "word" and t.number is not None
                else decoded(t.text, head.page) if t.kind == "bytes" else ""
                for t in group[1:]
            )  # fmt: skip
            if text.strip():
                head.metadata[name] = text.strip().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        elif name in ("creatim", "revtim"):
            words = {t.text: t.number for t in group if t.kind == "word"}
            if words.get("yr") and words.get("mo") and words.get("dy"):
                key = "created" if name == "creatim" else "modified"
                head.metadata[key] = f"{words['yr']:04}-{words['mo']:02}-{words['dy']:02}"
