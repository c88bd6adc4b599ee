"""The noun phrase in front of a number that it is a value of: `the unemployment rate was`, `an income of`.

It looks back in the sentence only; what follows the number is the business of others.
"""

from __future__ import annotations

from tieout.evidence.wording import Pieces, Wording
from tieout.language.phrases import Phrase, clause_start

_VERBS = ("auxiliary", "verb", "past")
_VALUE = frozenset({"of", "de", "del", "at"})
_RELATIVE = frozenset({"which", "that", "who", "que"})
_FAR = 10
"""Words in front of a sum of money that are looked at for what is paid."""


def valued(wording: Wording, at: int) -> Pieces:
    """`poverty rates of 41.1 percent`, `un ingreso de 981 dólares`: the phrase that the number is the value of."""
    joint = at - 1
    while wording.kind(joint) in ("adverb", "determiner"):
        joint -= 1
    if wording.word(joint) not in _VALUE:
        return ()
    return () if wording.is_site(wording.opening(joint - 1)) else wording.ending_at(joint - 1)


def bracketed(wording: Wording, at: int) -> Pieces:
    """`the coast guards in the north (12 percent)`, `food with 20 percent`: the phrase beside, places stepped over."""
    if wording.word(at - 1) not in ("(", "con", "with"):
        return ()
    last = at - 2
    while wording.kind(last) in ("noun", "name", "past"):
        first = wording.opening(last)
        if first > last:
            return ()
        done = wording.kind(first - 1) == "preposition" and wording.kind(first - 2) == "past"
        if done and wording.word(first - 2) not in wording.words.following:
            return ()  # `related to family (12)`, but `followed by farming (12)`
        if not wording.is_placed(first):
            phrase = wording.phrase(first)
            return () if phrase is None or wording.is_naming(phrase) else wording.ending_at(last)
        last = first - 2
    return ()


def copula(wording: Wording, at: int) -> Pieces:
    """`the unemployment rate was 5.9 percent`: the subject of a verb right before the number."""
    if wording.opens_with_verb(at):
        return subject_of(wording, at)
    verb = at - 1
    while wording.kind(verb) in ("adverb", "determiner", "preposition"):
        verb -= 1
    return subject_of(wording, verb) if wording.kind(verb) in _VERBS else ()


def subject(wording: Wording, at: int) -> Pieces:
    """The subject of the nearest verb in front of the number."""
    for verb in range(at - 1, -1, -1):
        if wording.kind(verb) in _VERBS and wording.kind(verb + 1) not in ("noun", "name"):
            found = subject_of(wording, verb)
            if found:
                return found
    return ()


def subject_of(wording: Wording, verb: int) -> Pieces:
    """The subject of the verb at a token index; none where it is but a name."""
    while wording.kind(verb - 1) in ("auxiliary", "verb", "adverb", "past"):
        verb -= 1
    index = clause_start(wording.tokens, verb)
    while index < verb:
        kind = wording.kind(index)
        if kind == "preposition" or kind in ("time", "figure"):
            opening = wording.phrase(index + 1) if kind == "preposition" else None
            index = opening.last + 1 if opening is not None else index + 1
            continue
        phrase = wording.phrase(index)
        if phrase is not None and phrase.first < verb and phrase.first - index <= 3:
            if wording.is_naming(phrase):
                return ()
            return wording.filled(wording.described(_until(phrase, verb), predicate=False), verb)
        index += 1
    return _antecedent(wording, clause_start(wording.tokens, verb))


def _antecedent(wording: Wording, start: int) -> Pieces:
    """`poverty, which fell to 20 percent`: the phrase in front of the relative that opens a clause at a token index."""
    if wording.word(start - 1) not in _RELATIVE:
        return ()
    last = start - 3 if wording.word(start - 2) == "," else start - 2
    return () if wording.is_site(wording.opening(last)) else wording.ending_at(last)


def counted_before(wording: Wording, at: int, since: int = 0) -> Pieces:
    """`the number of homicides`, `the most robberies`: the last phrase of quantity in front, back to token `since`."""
    for index in range(at - 1, since - 1, -1):
        word = wording.word(index)
        found: Pieces = ()
        if word in wording.words.quantity or word in wording.words.rate:
            found = wording.filled(wording.ending_at(index), at)
        elif word in wording.words.most:
            found = _most(wording, index, at)
        if found:
            return found
    return ()


def _most(wording: Wording, index: int, at: int) -> Pieces:
    """The things that a word like `most` at a token index orders by; nothing where it but heightens an adjective."""
    heightens = wording.language == "es" and wording.word(index) in ("más", "menos")
    if heightens and wording.kind(index - 1) in ("noun", "past", "determiner", "name"):
        return ()
    phrase = wording.phrase(index + 1)
    if phrase is None or phrase.first != index + 1 or phrase.last >= at:
        return ()
    several = wording.word(phrase.head).endswith("s") or wording.word(phrase.head) in wording.words.rate
    return wording.described(phrase, predicate=False) if several else ()


def aged(wording: Wording, at: int) -> Pieces:
    """The noun right in front of an age: `children aged 0 to 5`."""
    index = at - 1
    while wording.kind(index) in ("past", "preposition", "adverb", "determiner") or wording.word(index) in ("(", ","):
        index -= 1
    first = index
    while wording.kind(first - 1) == "noun":
        first -= 1
    return wording.described(Phrase(first, index, index), predicate=False) if wording.kind(index) == "noun" else ()


def paid(wording: Wording, at: int) -> Pieces:
    """What a sum is: the nearest word for money (`payments`, `budget`) in front, else the nearest phrase."""
    stop = next((k for k in range(at - 1, -1, -1) if wording.kind(k) == "figure"), -1)
    for index in range(at - 1, stop, -1):
        if wording.word(index) in wording.words.money:
            phrase = wording.phrase(wording.opening(index))
            if phrase is not None and phrase.last < at:
                return wording.described(phrase, predicate=False)
    for index in range(at - 1, max(stop, at - _FAR), -1):
        if wording.kind(index) == "noun":
            return wording.ending_at(index)
    return ()


def fuller(wording: Wording, head: int, at: int) -> Pieces:
    """The same noun with more words, earlier in the sentence: `cases of abuse rose; in May 40 cases`."""
    for index in range(at - 1, -1, -1):
        if wording.word(index) == wording.word(head):
            found = wording.described(Phrase(index, index, index), predicate=True)
            return found if len(found) > 1 or (found and found[0][1] > wording.tokens[index].end) else ()
    return ()


def _until(phrase: Phrase, stop: int) -> Phrase:
    last = min(phrase.last, stop - 1)
    return Phrase(phrase.first, last, min(phrase.head, last))
