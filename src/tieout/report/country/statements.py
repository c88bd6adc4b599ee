"""Statements without figures: sentences that can be read by themselves and name an indicator."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from tieout.report.country.about import About
from tieout.report.country.lexicon import Lexicon
from tieout.report.country.sentence import Sentence
from tieout.report.country.texts import listed, stands_alone, words_of

_RUNNING = frozenset({"paragraph", "list_item"})
_KEPT = 12
"""Statements of an indicator that the page may show."""
_ALIKE = 0.8
"""Share of words in common that makes two sentences one."""


def candidates(
    sentences: Iterable[Sentence], taken: Collection[tuple[int, int]], lexicon: Lexicon, about: About
) -> Iterable[tuple[str, int, Sentence]]:
    """The sentences of a document that may stand as statements: indicator, how much of it they say, the sentence.
    `taken` are the ends of those that figures and records stand in."""
    for sentence in sentences:
        if sentence.kind not in _RUNNING or (sentence.start, sentence.end) in taken or _apart(sentence):
            continue
        text = sentence.text
        hits = [hit for hit in lexicon.hits(text, sentence.language) if not listed(text, hit.start, sentence.language)]
        if not hits or not stands_alone(text, sentence.language) or any(c.isdigit() for c in text):
            continue
        if words_of(sentence.language, "method").search(text) or about.elsewhere(text):
            continue
        above = lexicon.named(sentence.headings[-1], sentence.language) if sentence.headings else ()
        first = hits[0].topic
        for topic in dict.fromkeys(hit.topic for hit in hits):
            told = len({text[h.start : h.end].lower() for h in hits if h.topic == topic})
            yield topic, told + 2 * (topic in above) + (topic == first), sentence


def best(
    found: Sequence[tuple[int, Sentence]], places: Mapping[str, int], used: set[str]
) -> tuple[tuple[Sentence, ...], int]:
    """The statements to show, the documents by turns in the order of `places`, of each what says most first; and how
    many there are in all. A sentence stands under one indicator only: `used` are the words of those that stand
    elsewhere."""
    by_doc: dict[str, list[tuple[int, Sentence]]] = {}
    known = [frozenset(text.split()) for text in used]
    for told, sentence in sorted(found, key=lambda one: (-one[0], one[1].start)):
        by_doc.setdefault(sentence.doc, []).append((told, sentence))
    order = sorted(by_doc, key=places.__getitem__)
    turns = max(map(len, by_doc.values()), default=0)
    kept: list[Sentence] = []
    for turn in range(turns):
        for doc in order:
            if turn >= len(by_doc[doc]) or len(kept) >= _KEPT:
                continue
            sentence = by_doc[doc][turn][1]
            words = frozenset(sentence.text.lower().split())
            if not any(len(words & other) >= _ALIKE * len(words | other) for other in known):
                used.add(sentence.text.lower())
                known.append(words)
                kept.append(sentence)
    return tuple(kept), len({sentence.text.lower() for _, sentence in found})


def _apart(sentence: Sentence) -> bool:
    """Whether a sentence stands in a part that tells of the report."""
    apart = words_of(sentence.language, "apart")
    return any(apart.match(heading.lstrip("0123456789. ")) for heading in sentence.headings)
