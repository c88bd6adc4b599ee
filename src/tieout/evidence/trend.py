"""What rose or fell, and what a score is a score of: the phrases that hang on a word of change or stand as a label."""

from __future__ import annotations

from tieout.evidence.mention import Mention
from tieout.evidence.subject import copula, subject, subject_of, valued
from tieout.evidence.wording import CONTENT, WIDEST, Pieces, Wording

_IN = frozenset({"in", "of", "en", "de", "del"})
_FOR = frozenset({"for", "in", "on", "en", "por"})
_BEFORE, _BEHIND = 12, 5
"""Words around a change that are looked at for its word."""
_LABEL = CONTENT | {"mark", "conjunction", "preposition", "adverb", "determiner", "clause"}


def changed(wording: Wording, mention: Mention, at: int) -> Pieces:
    """What rose or fell: behind `increase in`, or the subject of the verb of change."""
    word = _change_word(wording, mention, at)
    if word is None:
        return copula(wording, at)
    if word == at:
        return _object(wording, at + 1) or subject_of(wording, at)
    if not _is_noun(wording, word):
        found = subject_of(wording, word) or _object(wording, word + 1)
        return found or (subject(wording, word) if wording.kind(word) == "gerund" else ())
    for start in (word + 1, at + 1):
        if wording.word(start) not in _IN or wording.kind(start + 1) in ("figure", "time", "adverb"):
            continue
        phrase = wording.phrase(start + 1)
        if phrase is not None and wording.tokens[phrase.head].kind == "noun":
            return wording.described(phrase, predicate=False)
    verb = word - 1
    while wording.kind(verb) in ("determiner", "adverb"):
        verb -= 1
    return subject_of(wording, verb) if wording.kind(verb) in ("verb", "past") else ()


def _object(wording: Wording, start: int) -> Pieces:
    phrase = wording.phrase(start)
    if phrase is None or wording.tokens[phrase.head].kind == "name":
        return ()
    return wording.described(phrase, predicate=False)


def _change_word(wording: Wording, mention: Mention, at: int) -> int | None:
    """Token index of the word of change that a mention hangs on."""
    if mention.verb is not None:
        return next((i for i, t in enumerate(wording.tokens) if t.end > mention.verb[0]), None)
    if any(wording.words.change.match(word) for word in wording.word(at).split()):
        return at
    near = (at + 1, *range(at - 1, max(-1, at - _BEFORE), -1), *range(at + 1, at + _BEHIND))
    return next((i for i in near if wording.is_change(i)), None)


def _is_noun(wording: Wording, at: int) -> bool:
    """Whether a word of change is the noun (`a rise in`), not the verb."""
    before = wording.kind(at - 1)
    return (
        before in ("determiner", "figure")
        or (before == "noun" and wording.kind(at) == "noun")
        or wording.word(at - 1) in ("of", "de")
    )


def scored(wording: Wording, at: int, since: int) -> Pieces:
    """`FLORA CRIMES 7.00`, `6.40 CRIMINALITY SCORE`: the label beside a score, else what it is a score for.

    `since`: the token where the words that may label it begin.
    """
    label = wording.tokens[since:at]
    if label and all(t.kind in _LABEL for t in label):
        words = [t for t in label if t.kind in CONTENT]
        if words and all(wording.text[t.start : t.end].isupper() for t in words):
            return ((words[0].start, label[-1].end),)
    if since == 0 and wording.kind(at + 1) in ("name", "noun"):
        phrase = wording.phrase(at + 1)
        if phrase is not None:
            return wording.described(phrase, predicate=False)
    if wording.word(at + 1) in _FOR:
        phrase = wording.phrase(at + 2)
        if phrase is not None and wording.tokens[phrase.head].kind == "noun":
            return wording.described(phrase, predicate=False)
    return valued(wording, at) or copula(wording, at)


def labelled(wording: Wording, at: int) -> Pieces:
    """`Paved roads: 18,699`: the label of a fact sheet, in front of a colon."""
    if wording.word(at - 1) != ":":
        return ()
    first = at - 1
    while first > 0 and wording.kind(first - 1) not in ("mark", "figure", "number", "auxiliary", "verb", "clause"):
        first -= 1
    words = wording.content(first, at - 2)
    if not words or len(words) > WIDEST or at - 1 - first >= WIDEST + 4:
        return ()
    return ((words[0].start, wording.tokens[at - 2].end),)
