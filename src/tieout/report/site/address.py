"""Where things are in the site: file names and anchors, the same wherever they are linked from.

Addresses are from the folder of the site; a page in a folder puts its `root` (`../`) before them.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from tieout.workspace.entry import Entry

FOLDER = "documents"
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_ODD = re.compile(r"[^a-z0-9]+")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)")
"""Names that Windows keeps for itself."""
_LONGEST = 80


def document_page(entry: Entry) -> str:
    """The page of a document: `documents/hrw-2025.html`."""
    return f"{FOLDER}/{_file_name(entry.key)}.html"


def record_address(entry: Entry, record_id: str) -> str:
    """Where a record (of any kind, a finding too) is marked in its document."""
    return f"{document_page(entry)}#{record_anchor(record_id)}"


def record_anchor(record_id: str) -> str:
    """The id of a record's mark on its document's page."""
    return f"r-{quote(record_id, safe='')}"


def law_address(key: str) -> str:
    """The entry of a law (`Law.key`) on the page of laws."""
    return f"laws.html#{law_anchor(key)}"


def law_anchor(key: str) -> str:
    """The id of a law's entry."""
    return f"law-{_short(key)}"


def group_address(name: str) -> str:
    """The entry of a group, by its name, on the page of groups."""
    return f"groups.html#{group_anchor(name)}"


def group_anchor(name: str) -> str:
    """The id of a group's entry."""
    return f"group-{_short(name)}"


def source_anchor(key: str) -> str:
    """The id of a cited source's entry on the page of sources."""
    return f"source-{_short(key)}"


def place_anchor(code: str) -> str:
    """The id of a place's entry on the page of the map."""
    return f"place-{_short(code)}"


def root_of(page: str) -> str:
    """What leads from a page back to the folder of the site."""
    return "../" * page.count("/")


def _file_name(key: str) -> str:
    """The key where every file system takes it as a name; else what is plain of it and a hash that keeps it apart."""
    if _PLAIN.fullmatch(key) and not _DEVICES.match(key) and len(key) <= _LONGEST:
        return key
    return _short(key)


def _short(words: str) -> str:
    """A short name of some words in plain letters; a hash keeps those apart that look alike."""
    plain = _ODD.sub("-", words.lower()).strip("-")[:40].strip("-")
    return f"{plain}-{hashlib.sha256(words.encode()).hexdigest()[:6]}".lstrip("-")
