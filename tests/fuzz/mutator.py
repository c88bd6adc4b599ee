"""Makes damaged and strange files out of sound ones: bytes flipped, cut, doubled, moved; parts of packages likewise.

The same seed makes the same file. It knows nothing of what a reader should make of them.
"""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

_TOKENS = (
    b"", b"\0", b"\xff" * 8, b"%", b"-1", b"999999999999", b"0", b"<", b">", b"&#x110000;", b"&amp;", b"{", b"}", b"\\",
    b"\\u-1?", b"\\bin9 ", b"{\\footnote ", b"\\cell ", b"\\row ", b"<w:p>", b"</w:p>", b"<table>", b"<td>", b"</div>",
    b"|", b"\n\n", b"\t", b"[^1]", b"[1]", b"**", b"5 percent", b"5,000", b"1.2.3", b"half", b"one in", b" of ",
    b"\xc2\xad", b"\xe2\x80\x8b", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xcc\x81", b"\r", b"\f",
    b"2023", b"31 June", b"US$", b"(", b")", b'"', b"'", b"- ", b"# ", b"> ", b"obj", b"endobj", b"stream", b"/Kids",
)  # fmt: skip
_TEXTS = (
    "", " ", "0", "-1", "99999999999", "1e308", "true", "x", "5 percent of 1,000", "[1]", "31 June 2023", "\u00ad",
    "\u202e", "#", "a#b", "../../x", "http://192.0.2.1/", "1.2.3", "half of the 12 ", "\n\n", "\t", "XFD1048576",
    "A1:B2", "0.0%", "none",
)  # fmt: skip
_MOST_CHANGES = 12


def mutated(data: bytes, seed: int) -> bytes:
    """The file with a few changes; in a package, in one of its parts three times out of four."""
    chance = random.Random(seed)
    if data.startswith(b"PK") and chance.random() < 0.75:
        return _package(data, chance)
    return _changed(data, chance)


def _package(data: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        # The big parts hold the text: they are chosen more often.
        weights = [1 + old.getinfo(name).file_size ** 0.5 for name in names]
        target = chance.choices(names, weights)[0]
        for name in names:
            part = old.read(name)
            if name == target and chance.random() < 0.05:
                continue
            if name == target:
                part = _rebuilt(part, chance) if chance.random() < 0.7 else _changed(part, chance)
            new.writestr(name, part)
    return out.getvalue()


def _rebuilt(part: bytes, chance: random.Random) -> bytes:
    """An XML part whose elements were removed, doubled, moved or given odd texts and values: it stays well-formed."""
    try:
        root = etree.fromstring(part)
    except (etree.XMLSyntaxError, ValueError):
        return _changed(part, chance)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        elements = [element for element in root.iter(etree.Element) if element is not root]
        if not elements:
            break
        element, other = chance.choice(elements), chance.choice(elements)
        parent = element.getparent()
        kind = chance.randrange(6)
        if parent is None:
            continue
        if kind == 0:
            parent.remove(element)
        elif kind == 1:
            parent.extend(copy.deepcopy(element) for _ in range(chance.choice((1, 1, 20))))
        elif kind == 2 and other not in (element, *element.iterdescendants()):
            other.append(element)
        elif kind == 3:
            element.text = chance.choice(_TEXTS) * chance.choice((1, 1, 40))
        elif kind == 4 and element.attrib:
            element.set(chance.choice(list(element.attrib)), chance.choice(_TEXTS))
        elif kind == 5:
            element.tag = other.tag
    return etree.tostring(root)


def _changed(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        at = chance.randrange(len(out) + 1)
        length = min(chance.choice((1, 1, 2, 4, 16, 64, 400, 5000)), len(out) - at)
        kind = chance.randrange(7)
        if kind == 0 and at < len(out):
            out[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del out[at : at + length]
        elif kind == 2:
            out[at:at] = out[at : at + length] * chance.choice((1, 2, 30))
        elif kind == 3:
            out[at:at] = chance.choice(_TOKENS) * chance.choice((1, 1, 3, 50))
        elif kind == 4:
            other = chance.randrange(len(out) + 1)
            out[at:at] = out[other : other + length]
        elif kind == 5:
            out[at : at + length] = bytes(chance.randrange(256) for _ in range(length))
        elif chance.random() < 0.1:
            del out[at:]
    return bytes(out)


def seeds(folder: Path) -> Sequence[Path]:
    """The sound files in a folder, in order."""
    return sorted(path for path in folder.iterdir() if path.is_file())
