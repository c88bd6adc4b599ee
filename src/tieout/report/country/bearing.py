"""Which indicators a record bears on. Precision first: what its own words do not name is put under nothing.

A figure bears on what it counts; when that is a bare count (`complaints`, `cases`), on what the same statement of its
sentence names, else on what the heading above it names. A law, an act, a gap bears on what its own words name.
"""

from __future__ import annotations

from tieout.evidence.figure import Figure
from tieout.evidence.records.gap import Gap
from tieout.evidence.records.group import Group
from tieout.evidence.records.law import Law
from tieout.language.tables import DEFAULT
from tieout.report.country.lexicon import Lexicon, Topics
from tieout.report.country.sentence import Sentence
from tieout.report.country.texts import apart, listed, words_of

_NEAR = 110
"""Characters between a bare count and the words that say of what."""
_UNTOLD = frozenset({"age", "duration", "threshold"})
"""Kinds of figures that tell nothing of an indicator: an age, a term, what a law demands."""
_ABSTRACT = frozenset({"change", "money"})
"""Kinds that say little of what they measure: their sentence does."""
_CASES = frozenset({"case", "complaint", "victim", "arrest", "conviction", "investigation", "incident", "prisoner"})
"""Counting words that take what they are of from the heading; people and deaths may be anybody's."""
_FEW = 10
"""Below this a bare count is an example, not a figure of something."""


def of_figure(figure: Figure, sentence: Sentence, lexicon: Lexicon) -> Topics:
    """The indicators that a figure of running text or of a table speaks of."""
    if figure.where == "note" or figure.kind in _UNTOLD or _of_method(figure, sentence):
        return ()
    own = _counted(figure, sentence, lexicon)
    if own or not _bare(figure) or words_of(sentence.language, "demand").search(sentence.text):
        return own
    return _around(figure, sentence, lexicon) or (_above(sentence, lexicon) if figure.counting in _CASES else ())


def of_law(law: Law, sentence: Sentence, lexicon: Lexicon) -> Topics:
    """The indicators that a law or what was done with it touches."""
    own = " · ".join(filter(None, (law.name, law.subject))) or law.text
    named = lexicon.named(own, sentence.language)
    return named if named or law.name else lexicon.strong(sentence.text, sentence.language)


def of_words(text: str, sentence: Sentence, lexicon: Lexicon) -> Topics:
    """The indicators that the words of an act name, else its sentence."""
    return lexicon.named(text, sentence.language) or lexicon.strong(sentence.text, sentence.language)


def of_gap(gap: Gap, sentence: Sentence, lexicon: Lexicon) -> Topics:
    """The indicators on which a document says that it knows nothing."""
    language = sentence.language
    said = lexicon.named(gap.topic or "", language) or lexicon.strong(gap.text, language)
    return said or _single(lexicon.named(gap.section or "", language))


def of_group(group: Group, language: str, lexicon: Lexicon, *, foreign: bool) -> Topics:
    """The indicators that a group's activities name, and those that gather all groups, or those of other countries."""
    kinds = {"group", "foreign_group"} if foreign else {"group"}
    gathering = {i.id for i in lexicon.framework.indicators if kinds.intersection(i.gathers)}
    active = {topic for activity in group.activities for topic in lexicon.strong(activity, language)}
    return lexicon.ordered(gathering | active)


def _of_method(figure: Figure, sentence: Sentence) -> bool:
    """Whether a report tells how it was made: how many people it asked."""
    told = words_of(sentence.language, "method").search
    return bool(told(figure.measure or "") or (_bare(figure) and told(sentence.text)))


def _counted(figure: Figure, sentence: Sentence, lexicon: Lexicon) -> Topics:
    said = lexicon.named(figure.measure or "", sentence.language)
    return said or lexicon.named((figure.concept or "").replace("_", " "), DEFAULT)


def _bare(figure: Figure) -> bool:
    """Whether what it counts says nothing by itself: people, cases, a change, an amount."""
    if figure.concept is not None:
        return False
    many = figure.kind != "level" or figure.value is None or figure.value >= _FEW
    return many and (figure.counting is not None or figure.kind in _ABSTRACT)


def _around(figure: Figure, sentence: Sentence, lexicon: Lexicon) -> Topics:
    """What the same statement of the sentence names, where the sentence names nothing else; sayers' names left out."""
    text = sentence.passage.text[sentence.low : sentence.high]
    ends = [sentence.within(figure.start, figure.end)]
    ends += [sentence.within(*anchor) for anchor in figure.anchors.get("measure", ()) if sentence.holds(*anchor)]
    sayers = [sentence.within(one.start, one.end) for one in figure.attribution]
    near: set[str] = set()
    far: set[str] = set()
    for hit in lexicon.hits(text, sentence.language):
        said = any(start < hit.end and hit.start < end for start, end in sayers)
        versus = words_of(sentence.language, "versus").search(text, ends[0][1], max(ends[0][1], hit.start))
        if said or versus or listed(text, hit.start, sentence.language):
            continue
        gaps = ((hit.end, low) if hit.end <= low else (high, hit.start) for low, high in ends)
        close = any(b - a <= _NEAR and not apart(text, a, b, sentence.language) for a, b in gaps)
        (near if close else far).add(hit.topic)
    return lexicon.ordered(near) if far <= near else ()


def _above(sentence: Sentence, lexicon: Lexicon) -> Topics:
    """What the nearest heading names, where the sentence itself names nothing else."""
    if not sentence.headings or lexicon.hits(sentence.text, sentence.language):
        return ()
    return _single(lexicon.named(sentence.headings[-1], sentence.language))


def _single(topics: Topics) -> Topics:
    return topics if len(topics) == 1 else ()
