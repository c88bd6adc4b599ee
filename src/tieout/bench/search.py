"""`tieout bench search`: whether searching finds the passage that answers a query best, and how fast in many passages.

The queries and their best passages are labels of our own. The many passages are sentences of the reference documents,
put together anew.
"""

from __future__ import annotations

import json
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.bench.quality import OWN
from tieout.evidence.figures import setting_of
from tieout.reading.read import read
from tieout.sources.library import Item as Listed
from tieout.sources.library import open_library
from tieout.workspace.entry import Entry
from tieout.workspace.part import Part
from tieout.workspace.search.hit import Hit
from tieout.workspace.search.index import written
from tieout.workspace.search.item import Item, items_of
from tieout.workspace.search.search import Conditions, answers
from tieout.workspace.search.words import Asked, asked
from tieout.workspace.workspace import Workspace

if TYPE_CHECKING:
    import tantivy

FIRST, FEW = 1, 5
_SEED = 7
_QUERIES = 300
_PLAIN = Conditions("passage")
_NARROW = Conditions("passage", years=(2010, 2020), language="en")


@dataclass(frozen=True, slots=True)
class Label:
    """A query, and the passages that answer it best: document, start, end."""

    query: str
    best: tuple[tuple[str, int, int], ...]

    def met(self, hit: Hit) -> bool:
        return any(Path(hit.doc).stem == doc and start <= hit.start < end for doc, start, end in self.best)


def search(shared: Path, passages: int = 200_000) -> Iterator[str]:
    """Lines of the report."""
    items = passages_of(shared)
    yield f"Queries with judged passages, in {len(items)} passages of the reference documents"
    first, few, missed = quality(items)
    total = len(labels())
    yield f"  best passage first: {first} of {total}; among the first {FEW}: {few} of {total}"
    yield from (f"  not found: {query}" for query in missed)
    yield ""
    yield from speed(items, passages)


def labels() -> list[Label]:
    """The queries with their best passages."""
    rows = [json.loads(line) for line in (OWN / "search.jsonl").read_text(encoding="utf-8").splitlines()]
    return [Label(row["query"], tuple((b["doc"], b["start"], b["end"]) for b in row["best"])) for row in rows]


def passages_of(shared: Path) -> list[Item]:
    """The passages of the reference documents."""
    known = open_library(shared / "docs").items
    return [found for item in known for found in items_of(_alone(shared / "docs", item))]


def _alone(folder: Path, item: Listed) -> Workspace:
    """A workspace of one document without records: for searching its passages nothing more is read."""
    document = read(folder / item.file)
    entry = Entry(item.file, item.key or item.file, document.sha256, (item.file,), item.title, item.date)
    return Workspace.of({entry: Part(document, setting_of(document).language, ())})


def quality(items: Sequence[Item]) -> tuple[int, int, list[str]]:
    """How many queries find their passage first, how many among the first few, and those that do not."""
    index = written(items)
    first, few, missed = 0, 0, []
    for label in labels():
        hits = answers(index, asked(label.query), _PLAIN, FEW)
        first += any(map(label.met, hits[:FIRST]))
        if any(map(label.met, hits)):
            few += 1
        else:
            missed.append(label.query)
    return first, few, missed


def speed(items: Sequence[Item], passages: int) -> Iterator[str]:
    """What the index of so many passages costs, and a query in it."""
    chance = random.Random(_SEED)  # noqa: S311 (the same passages every time)
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        index = written(recombined(items, passages, chance), Path(folder))
        built = time.perf_counter() - begun
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
        yield f"{passages} passages, recombined: index of {size:.0f} MB built in {built:.0f} s"
        queries = [asked(_query(item, chance)) for item in chance.choices(items, k=_QUERIES)]
        for name, conditions in (("plain", _PLAIN), ("with language and period", _NARROW)):
            taken = sorted(_seconds(index, query, conditions) for query in queries if query.groups)
            middle, slow = taken[len(taken) // 2], taken[len(taken) * 95 // 100]
            yield f"  query {name}: p50 {1000 * middle:.1f} ms, p95 {1000 * slow:.1f} ms"


def recombined(items: Sequence[Item], count: int, chance: random.Random) -> Iterator[Item]:
    """New passages as long as those there are, of sentences of the same language."""
    pools: dict[str, list[str]] = {}
    for item in items:
        texts = pools.setdefault(item.language, [])
        texts.extend(item.text[low - item.start : high - item.start] for low, high in item.sentences)
    for number in range(count):
        like = items[chance.randrange(len(items))]
        text, bounds = "", []
        for sentence in chance.choices(pools[like.language], k=len(like.sentences)):
            bounds.append((len(text), len(text) + len(sentence)))
            text += sentence + " "
        yield Item(
            "passage", str(number), f"{number // 200}.txt", 0, len(text), text, tuple(bounds), "", like.context,
            years=(1990 + number % 36,), language=like.language,
        )  # fmt: skip


def _query(item: Item, chance: random.Random) -> str:
    """Two to five words of a passage."""
    words = [word for word in item.text.split() if len(word) > 4 and word.isalpha()] or item.text.split()
    return " ".join(chance.sample(words, min(len(words), chance.randint(2, 5))))


def _seconds(index: tantivy.Index, query: Asked, conditions: Conditions) -> float:
    begun = time.perf_counter()
    answers(index, query, conditions, 10)
    return time.perf_counter() - begun
