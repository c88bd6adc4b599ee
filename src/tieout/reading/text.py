"""Provisional."""
from __future__ import annotations
import hashlib, re
from pathlib import Path
from tieout.reading.document import Block, Document

def read_text(path: Path) -> Document:
    data = path.read_bytes()
    text = data.decode("utf-8")
    blocks = []
    at = 0
    for m in re.finditer(r"\n[ \t]*\n\s*|\Z", text):
        if text[at:m.start()].strip():
            blocks.append(Block("paragraph", ((at, m.start()),)))
        at = m.end()
    return Document(str(path), text, "txt", hashlib.sha256(data).hexdigest(), "text", tuple(blocks))
