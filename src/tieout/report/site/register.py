"""The register of the site: every source that the documents cite, joined over documents, and who relies on whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tieout.report.site.address import source_anchor
from tieout.sources.source import Source
from tieout.workspace.entry import Entry
from tieout.workspace.workspace import Workspace


@dataclass(slots=True)
class Cited:
    """One source, with what the documents that cite it say of it; the first of them names it."""

    id: str
    source: Source
    by: list[tuple[Entry, Source]] = field(default_factory=list)
    """Each document that cites it, with its own record of it, in the order of the entries."""
    held: Entry | None = None
    """The document of this workspace that it is, if it is one."""

    @property
    def anchor(self) -> str:
        return source_anchor(self.id)

    @property
    def times(self) -> int:
        """How often it is cited in all."""
        return sum(source.times_cited for _, source in self.by)


class Register:
    """The sources cited in a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        found: dict[str, Cited] = {}
        by_url: dict[str, str] = {}
        held = {_address(entry.url): entry for entry in workspace.entries if entry.url}
        for entry, part in workspace.parts():
            for source in part.sources:
                url = _address(source.url)
                id = by_url.get(url, source.key) if url else source.key
                if url:
                    by_url.setdefault(url, id)
                cited = found.setdefault(id, Cited(id, source))
                cited.by.append((entry, source))
                cited.held = cited.held or held.get(url)
                self._ids[entry.doc, source.key] = id
        self.sources = sorted(found.values(), key=lambda c: (-len({e.doc for e, _ in c.by}), -c.times, c.id))
        self._by_id = found

    def of(self, doc: str, key: str) -> Cited | None:
        """The source that a document's citations call by a key."""
        id = self._ids.get((doc, key))
        return self._by_id[id] if id is not None else None

    def publishers(self) -> list[tuple[str, str, str, int, dict[str, int]]]:
        """Who is relied on: key, name and kind of each publisher, how many of its items are cited, and how often by
        each document. Only those whose kind is known: others may be persons, and there is no list of persons."""
        names: dict[str, tuple[str, str]] = {}
        items: Counter[str] = Counter()
        times: dict[str, Counter[str]] = {}
        for cited in self.sources:
            key = cited.source.publisher_key or cited.source.publisher or ""
            if not key or cited.source.kind == "unknown":
                continue
            names.setdefault(key, (cited.source.publisher or key, cited.source.kind))
            items[key] += 1
            for entry, source in cited.by:
                times.setdefault(key, Counter())[entry.doc] += source.times_cited
        order = sorted(names, key=lambda k: (-len(times[k]), -sum(times[k].values()), k))
        return [(key, *names[key], items[key], dict(times[key])) for key in order]


def _address(url: str | None) -> str:
    """An address without what varies between two citations of one page."""
    if not url:
        return ""
    plain = url.strip().partition("#")[0].rstrip("/")
    return plain.partition("://")[2].removeprefix("www.").lower()
