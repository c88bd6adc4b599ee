"""How a finding is known again in a later run: by its rule, its words, its proof's words, and the words around it.

Offsets and document hashes change with every edit; these do not, unless the fault itself was touched. Words are
compared without markup, white space and quotation marks, so that they are the same in Markdown and in Word. Only
hashes are kept: an imprint gives no words away. Knows nothing of files.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from tieout.checks.finding import Finding
from tieout.errors import writable
from tieout.evidence.corpus import Reading

_TOKEN = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*|[%$€£−-]")
_REACH = 120
"""Characters looked at on either side; three words fit in."""
_NEAR = 3
"""Words on either side that make up the context."""
_LOOK = 50
"""Passages looked at for the one that a finding stands in."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """`fact` stands for rule, words and proof; `before` and `after` for the words around. `doc` is a file's name."""

    doc: str
    rule: str
    fact: str
    before: str
    after: str
    proven: bool
    """Has evidence: two findings of one rule with the same words and the same proof are one fact wherever it stands."""
    nth: int = 0
    """Which of several that are alike in all this, in text order, from 0."""


def imprints(findings: Iterable[Finding], readings: Iterable[Reading]) -> list[Imprint]:
    """The imprint of each finding, in their order. Those of one document that are alike are numbered in text order."""
    listed = list(findings)
    concerned = {finding.doc for finding in listed}
    surroundings = {r.document.path: _Surroundings(r) for r in readings if r.document.path in concerned}
    out = [_imprint(finding, surroundings.get(finding.doc)) for finding in listed]
    alike: Counter[Imprint] = Counter()
    for index in sorted(range(len(listed)), key=lambda i: (listed[i].doc, listed[i].start, listed[i].end)):
        plain = out[index]
        out[index] = replace(plain, nth=alike[plain])
        alike[plain] += 1
    return out


def _imprint(finding: Finding, surroundings: _Surroundings | None) -> Imprint:
    before, after = surroundings.of(finding) if surroundings else ("", "")
    proof = sorted({_plain(e.text) for e in finding.evidence})
    return Imprint(
        doc=writable(PurePath(finding.doc).name),
        rule=finding.rule,
        fact=_hash([finding.rule, _plain(finding.text), *proof]),
        before=_hash(_TOKEN.findall(_folded(before))[-_NEAR:]),
        after=_hash(_TOKEN.findall(_folded(after))[:_NEAR]),
        proven=bool(proof),
    )


class _Surroundings:
    """The words before and behind a finding in its own passage, clean; those of the raw text where no passage is."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._passages = sorted((p for p in reading.passages if len(p.view)), key=lambda p: p.view.offsets[0])
        self._starts = [p.view.offsets[0] for p in self._passages]

    def of(self, finding: Finding) -> tuple[str, str]:
        """At most `_REACH` characters on either side."""
        last = bisect_right(self._starts, finding.start)
        # Notes and table cells may stand inside the stretch of a passage, so that the nearest is not always the one.
        for passage in reversed(self._passages[max(0, last - _LOOK) : last]):
            view = passage.view
            if view.offsets[-1] >= finding.start:
                start, end = view.find(finding.start), view.find(finding.end)
                return view.text[max(0, start - _REACH) : start], view.text[end : end + _REACH]
        start, end = finding.start, finding.end
        return self._text[max(0, start - _REACH) : start], self._text[end : end + _REACH]


def matched(known: Sequence[Imprint], found: Sequence[Imprint]) -> dict[int, int]:
    """Index in `found` to index in `known`, one to one: the same fact, in the nearest context, in text order.

    What is known of a file is held against files of its name without the suffix (a draft saved in another format);
    when there is none, against all (a draft under a new name). A fact without proof must keep a side of its context.
    """
    stems = {PurePath(f.doc).stem for f in found}
    by_fact: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(known):
        by_fact[entry.fact].append(index)
    pairs = []
    for index, entry in enumerate(found):
        for other in by_fact.get(entry.fact, ()):
            score = _likeness(known[other], entry, stems)
            if score is not None:
                pairs.append((-score, index, other))
    out: dict[int, int] = {}
    taken: set[int] = set()
    for _, index, other in sorted(pairs):
        if index not in out and other not in taken:
            out[index] = other
            taken.add(other)
    return out


def _likeness(known: Imprint, found: Imprint, stems: Iterable[str]) -> int | None:
    """How well two imprints of one fact agree; None when they are not to be taken for one."""
    home = PurePath(known.doc).stem
    if home in stems and home != PurePath(found.doc).stem:
        return None
    sides = (known.before == found.before) + (known.after == found.after)
    if not sides and not known.proven:
        return None
    return 4 * sides + 2 * (known.nth == found.nth) + (known.doc == found.doc)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _plain(text: str) -> str:
    return " ".join(_TOKEN.findall(_folded(text)))


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def as_row(entry: Imprint) -> dict[str, str | bool | int]:
    """An imprint as a row of JSON."""
    return {
        "doc": entry.doc, "rule": entry.rule, "fact": entry.fact,
        "before": entry.before, "after": entry.after, "proven": entry.proven, "nth": entry.nth,
    }  # fmt: skip


def from_row(row: Mapping[str, object]) -> Imprint:
    """The imprint in a row of JSON. ValueError when the row has none."""
    words = [row.get(key) for key in ("doc", "rule", "fact", "before", "after")]
    proven, nth = row.get("proven"), row.get("nth")
    if not all(isinstance(word, str) for word in words) or not isinstance(proven, bool) or not isinstance(nth, int):
        raise ValueError("a finding needs doc, rule, fact, before, after, proven and nth")
    doc, rule, fact, before, after = (str(word) for word in words)
    return Imprint(doc, rule, fact, before, after, proven, nth)
