"""Links that extraction put into a list behind the notes of a page: the n-th `url` is the n-th link when counts agree.

A count that differs means lost notes or lost links: then every link of that page is unknown, and a loss says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieout.reading.document import Block, Document, Loss
from tieout.sources.citations.draft import Draft
from tieout.sources.lines import Links
from tieout.sources.owner import owner_of
from tieout.sources.publisher import PublisherTable

_LIST_SIGN = re.compile(r"[-*•<>\s]+")
_STRANGERS = 1 / 3
"""Share of links on the site of another publisher than the cited one from which a list is not believed."""


@dataclass(frozen=True, slots=True)
class Wordy:
    """A note with the drafts of its citations, and how often its text says `url`."""

    block: Block
    label: str
    drafts: Sequence[Draft]
    says: int


def give_links(document: Document, notes: Sequence[Wordy], links: Links, table: PublisherTable) -> list[Loss]:
    """Give the drafts their listed links, where the counts agree; the losses are the pages where they do not."""
    by_start = {id(note.block): note for note in notes}
    losses: list[Loss] = []
    reached: set[int] = set()
    for lists, run in _pages(document):
        page = [by_start[id(block)] for block in run if id(block) in by_start]
        wanting = [d for note in page for d in note.drafts if d.says_url and d.url is None]
        reached.update(id(note.block) for note in page)
        addresses = [address for block in lists for address in _addresses(document, block, links)]
        whole = len(page) == len(run) and _in_order(page) and sum(note.says for note in page) == len(wanting)
        if not wanting:
            continue
        if whole and len(wanting) == len(addresses) and _believable(wanting, addresses, table):
            for draft, address in zip(wanting, addresses, strict=True):
                draft.url = address
        else:
            losses.append(_unknown(page, len(wanting), len(addresses)))
    return losses + _without_list(notes, reached)


def _pages(document: Document) -> Iterator[tuple[list[Block], list[Block]]]:
    """Each list of links with the notes right before it: one page's."""
    blocks = sorted(document.blocks, key=lambda block: block.start)
    run: list[Block] = []
    lists: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and block.kind == "links" and (run or lists):
            lists.append(block)
            continue
        if lists:
            yield lists, run
        if lists or block is None or block.kind != "note":
            run, lists = [], []
        if block is not None and block.kind == "note":
            run.append(block)


def _addresses(document: Document, block: Block, links: Links) -> Iterator[str]:
    """The addresses of a list; what stands between one and the next is the rest of a broken one."""
    spans = links.within(block.start, block.end)
    for at, span in enumerate(spans):
        stop = spans[at + 1].start if at + 1 < len(spans) else block.end
        rest = _LIST_SIGN.split(document.text[span.end : stop])
        yield (span.target or "") + "".join(part for part in rest if part not in (".", ",", ";"))


def _in_order(page: Sequence[Wordy]) -> bool:
    numbers = [int(note.label) for note in page if note.label.isdigit()]
    return len(numbers) == len(page) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _believable(drafts: Sequence[Draft], addresses: Sequence[str], table: PublisherTable) -> bool:
    """Whether the links lie on the sites of those cited, as far as the table knows both."""
    strange = known = 0
    for draft, address in zip(drafts, addresses, strict=True):
        owner, site = owner_of(draft, table), table.at(address)
        if owner is None or owner.listed is None or not owner.listed.domains or site is None or site.distributes:
            continue
        known += 1
        strange += site.key != owner.key and (site.country is None or site.country != owner.country)
    return strange <= _STRANGERS * known


def _unknown(page: Sequence[Wordy], said: int, listed: int) -> Loss:
    first, last = page[0], page[-1]
    span = f"note {first.label}" if first is last else f"notes {first.label} to {last.label}"
    message = f"{span}: {said} links are named and {listed} listed behind them; which is whose is not known"
    return Loss("link_unknown", message, first.block.start, last.block.end, said)


def _without_list(notes: Sequence[Wordy], reached: set[int]) -> list[Loss]:
    """One loss for each unbroken run of notes whose links stand nowhere."""
    losses: list[Loss] = []
    run: list[Wordy] = []
    for note in [*notes, None]:
        lost = (
            note is not None
            and id(note.block) not in reached
            and any(d.says_url and d.url is None for d in note.drafts)
        )
        if note is not None and lost:
            run.append(note)
        elif run and (note is None or id(note.block) in reached):
            said = sum(d.says_url and d.url is None for n in run for d in n.drafts)
            span = f"note {run[0].label}" if len(run) == 1 else f"notes {run[0].label} to {run[-1].label}"
            message = f"{span}: the addresses of {said} links are missing; lost in extraction"
            losses.append(Loss("link_lost", message, run[0].block.start, run[-1].block.end, said))
            run = []
    return losses
