"""Total ties: parts against their total. `including` makes the parts a bound, `made up of` an equality.

Parts may overlap (women, children), so parts that sum to more than the total break nothing unless the words exclude
each other; one part that is larger than the total always does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from tieout.evidence.figure import Figure
from tieout.ties.alike import clash, content, same_unit
from tieout.ties.cues import cue
from tieout.ties.interval import total
from tieout.ties.lists import listed
from tieout.ties.parting import exclude
from tieout.ties.percent_lists import shares_of_one_whole
from tieout.ties.plain import bare, number
from tieout.ties.scene import Scene, Seat, Sentence
from tieout.ties.share import is_amount
from tieout.ties.stated import HARD
from tieout.ties.sums import adds_up, bound, each
from tieout.ties.tie import Tie

_APPOSED = re.compile(r" [^\W\d]+(?: [^\W\d]+){0,2}(?:[,:] | \()")
_OPENED = re.compile(r"(?: [^\W\d][\w-]*){1,8} \(")
"""`105 cases of recruitment of children (`: words and a bracket, nothing else."""
_NOUN = re.compile(r" (\w{4,})")
_REACH = 220
_LEAD = 60
_SMALL = 5
"""Totals below this are the sum of their neighbours too often by chance."""
_SLIP = 2
"""A part larger than its total by more than this factor is one of something else."""
_TOO_MANY = 10
_TELLING = 20
_LABEL = 5
"""Words of a label, with the bracket."""
_KINDS = 3
"""Parts of a list of kinds; two may be a rule and its exception."""
_COLONS = (":", "—", "–")


def propose(scene: Scene) -> Iterator[Tie]:
    """Ties of totals with the parts listed after (or before) them, of single parts, and of lists of percentages."""
    yield from _bulleted(scene)
    for sentence in scene.sentences:
        amounts = [s for s in sentence.seats if is_amount(s)]
        yield from _within(sentence, amounts, scene.language)
        yield from _across(sentence, amounts, scene.language)
        yield from shares_of_one_whole(sentence, scene.language)


def _bulleted(scene: Scene) -> Iterator[Tie]:
    """`There were 95 soldiers:` and a list of `army: 60`, `navy: 25` …: labels with one number each are its parts."""
    items: dict[int, list[Sentence]] = defaultdict(list)
    leads: dict[int, Sentence] = {}
    for sentence in scene.sentences:
        if sentence.passage.lead is not None:
            items[sentence.passage.lead].append(sentence)
        else:
            leads[sentence.passage.index] = sentence
    for lead, listed_items in items.items():
        amounts = [s for s in leads[lead].seats if is_amount(s)] if lead in leads else []
        if len(amounts) != 1 or not _colon(leads[lead].text):
            continue
        if len(listed_items) < 2 or not all(_is_labelled_item(item) for item in listed_items):
            continue
        parts = [item.seats[0].figure for item in listed_items]
        if all(same_unit(amounts[0].figure, part) for part in parts):
            yield from _some([adds_up(amounts[0].figure, parts, explicit=True)])


def _is_labelled_item(item: Sentence) -> bool:
    """A list item that is a label, a colon and a number, nothing else."""
    if len(item.seats) != 1 or not is_amount(item.seats[0]) or item.number:
        return False
    label, rest = item.ahead(item.seats[0]).rstrip(), item.after(item.seats[0]).strip(" .;,")
    return label.endswith(":") and not rest


def _within(sentence: Sentence, amounts: list[Seat], language: str) -> Iterator[Tie]:
    """The total and its parts stand in one sentence."""
    taken: set[int] = set()
    for index, first in enumerate(amounts[:-1]):
        rest = amounts[index + 1 :]
        lead = sentence.between(first, rest[0])
        if index in taken or not same_unit(first.figure, rest[0].figure) or len(lead) > _REACH:
            continue
        if cue(language, "of").within(lead) and sentence.following(first) is rest[0]:
            plain = cue(language, "bare_of").within(lead)
            yield from _some([bound(rest[0].figure, [first.figure], explicit=plain)])
            continue
        parts = [s for s in listed(sentence, rest[0], rest) if same_unit(s.figure, first.figure)]
        parts = _first_pair(sentence, parts, lead, language) or parts
        found = _listed_parts(sentence, first, parts, lead, language)
        if found:
            yield found
            taken.update(range(index, index + len(found.members)))
    yield from _summed_up(sentence, amounts, language)
    yield from _some([_referring(sentence, seat, language) for seat in amounts])


def _listed_parts(sentence: Sentence, whole: Seat, parts: list[Seat], lead: str, language: str) -> Tie | None:
    """A total and the list after it: `W, including P and Q` or `W: P, Q and R`."""
    some = _leads_in(lead, language)
    figures = [p.figure for p in parts]
    if not some and len(figures) > 1 and _complete(sentence, whole, parts, lead, language):
        return _of_another(sentence, whole, figures) or adds_up(whole.figure, figures, explicit=True)
    for length in reversed(_reaching(whole.figure, figures)):
        equal = adds_up(whole.figure, figures[:length], explicit=False)
        if equal and (whole.figure.value or 0) >= _SMALL:
            return equal
    if not some:
        opened = cue(language, "of_opening").within(sentence.line[sentence.start : whole.start])
        if exclude(sentence, parts, language) and (opened or lead.endswith("(")):
            return bound(whole.figure, figures, explicit=True)
        if opened and _of_kinds(sentence, parts, language):
            return bound(whole.figure, figures, explicit=True)
        if opened and parts and _some_of(sentence, whole, parts[0], lead, language):
            return bound(whole.figure, figures[:1], explicit=True)
        return _exchanged(whole.figure, figures) if opened or _apposed(lead) else None
    if exclude(sentence, parts, language):
        return bound(whole.figure, figures, explicit=True)
    return bound(whole.figure, figures, explicit=False) or bound(whole.figure, figures[:1], explicit=True)


def _of_kinds(sentence: Sentence, parts: list[Seat], language: str) -> bool:
    """`Of the 95 dead, 60 were soldiers, 25 police and 10 guards`: one verb for all, so each is counted as one kind.
    Men, women, children and nationals are no such kinds: a child may be a girl, and a girl a soldier."""
    if len(parts) < _KINDS or not cue(language, "of_a_kind").all_of(sentence.between(parts[0], parts[1])):
        return False
    named = [sentence.between(one, other) for one, other in pairwise(parts[1:])]
    last = sentence.after(parts[-1], 40).partition(".")[0].partition(";")[0]
    if not all(cue(language, "kind_next").all_of(text) for text in [*named, f"{last},"]):
        return False
    told = sentence.line[parts[0].end : parts[-1].end] + last
    return not cue(language, "crossing_kinds").within(told)


def _some_of(sentence: Sentence, whole: Seat, part: Seat, lead: str, language: str) -> bool:
    """`Of 29 relatives, 31 said …`: the number behind the comma counts no noun of its own, so it is some of them."""
    limit = whole.figure.value or Fraction(0)
    larger = limit < (part.figure.value or Fraction(0)) <= _SLIP * limit
    return larger and _APPOSED.fullmatch(lead) is not None and cue(language, "verb_next").within(sentence.after(part))


def _first_pair(sentence: Sentence, parts: list[Seat], lead: str, language: str) -> list[Seat]:
    """`95 detained: 60 men and 35 women; 90 civilians and 5 soldiers`: the total is parted more than once, each time
    into two that exclude each other; the first two parts are one parting."""
    more = len(parts) > 2 and _colon(lead) and ";" in sentence.between(parts[1], parts[2])
    return parts[:2] if more and exclude(sentence, parts[:2], language) else []


def _of_another(sentence: Sentence, whole: Seat, parts: Sequence[Figure]) -> Tie | None:
    """`Three areas had 60 of the 95 cases: A (30), B (20) and C (10)`: the parts make up the number before."""
    earlier = [s for s in sentence.seats if s.end <= whole.start and is_amount(s) and same_unit(s.figure, whole.figure)]
    equal = (adds_up(s.figure, parts, explicit=False) for s in earlier if (s.figure.value or 0) >= _SMALL)
    return next((tie for tie in equal if tie is not None), None)


def _reaching(whole: Figure, parts: Sequence[Figure]) -> list[int]:
    """How many of the first parts, two or more, can sum to the total: one pass, so that only these are judged."""
    all_of_it, so_far = HARD.plain(whole), None
    found: list[int] = []
    for length, part in enumerate(parts, start=1):
        stated = HARD.plain(part)
        if all_of_it is None or stated is None:
            break
        so_far = stated if so_far is None else total([so_far, stated])
        if all_of_it.high is not None and so_far.low is not None and so_far.low > all_of_it.high:
            break
        if length > 1 and so_far.meets(all_of_it):
            found.append(length)
    return found


def _exchanged(whole: Figure, parts: Sequence[Figure]) -> Tie | None:
    """Parts that miss their total by two digits exchanged in one of them (158 for 185): that is no chance."""
    missing = (whole.value or Fraction(0)) - sum((f.value or Fraction(0) for f in parts), Fraction(0))
    if len(parts) < 2 or missing == 0 or not _all_exact([whole, *parts]):
        return None
    for part in parts:
        wanted = (part.value or Fraction(0)) + missing
        if _swapped(str(part.value), str(wanted)):
            return adds_up(whole, parts, explicit=True, hint=f"; with {number(wanted)} for {bare(part)} they would fit")
    return None


def _all_exact(figures: Sequence[Figure]) -> bool:
    whole = (f.value is not None and f.value.denominator == 1 and f.value >= _TELLING for f in figures)
    return all(whole) and all(f.bound == "exact" and f.unit == "count" for f in figures)


def _swapped(printed: str, wanted: str) -> bool:
    """True when exchanging two neighbouring digits turns one number into the other."""
    pairs = [(a, b) for a, b in zip(printed, wanted, strict=False) if a != b]
    at = [i for i, (a, b) in enumerate(zip(printed, wanted, strict=False)) if a != b]
    return len(printed) == len(wanted) and len(at) == 2 and at[1] == at[0] + 1 and pairs[0] == pairs[1][::-1]


def _complete(sentence: Sentence, whole: Seat, parts: list[Seat], lead: str, language: str) -> bool:
    """The words say that these parts, and no others, make up the total, and that none is counted twice."""
    if not _closed(sentence, parts) or _dwarfed(whole.figure, [p.figure for p in parts]):
        return False
    if cue(language, "made_of_at_once").within(lead):
        return True
    if any((p.figure.value or 0) > (whole.figure.value or 0) and not _of_one_kind(whole, p) for p in parts):
        return False
    if cue(language, "made_of").within(lead[-40:]) or _bracketed(sentence, parts, lead, language):
        return True
    opened = _apposed(lead) or _colon(lead) or _OPENED.fullmatch(lead) is not None
    # `45 attacks (12 killed, 30 injured)`: people are no parts of events.
    opened = opened and not cue(language, "events").within(lead)
    if len(parts) == 2 and opened and exclude(sentence, parts, language):
        return True
    if len(parts) > 2 and _colon(lead) and exclude(sentence, parts, language, most=3):
        return True
    return (_colon(lead) and _alike(sentence, parts, language)) or _labelled(sentence, parts, lead, language)


def _dwarfed(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Two parts larger than their total, or a sum of many times it, are no slip: they are parts of something else."""
    limit = whole.value or Fraction(0)
    larger = sum((f.value or Fraction(0)) > limit for f in parts)
    return larger > 1 or sum((f.value or Fraction(0) for f in parts), Fraction(0)) > _TOO_MANY * limit


def _of_one_kind(whole: Seat, part: Seat) -> bool:
    """A part larger than its total is a slip, and no other thing (`three provinces: 60 cases in …`), when its record
    names what the total's does."""
    named = content(whole.figure.measure)
    return bool(named) and named <= content(part.figure.measure)


def _colon(lead: str) -> bool:
    return lead.rstrip().endswith(_COLONS)


def _alike(sentence: Sentence, parts: list[Seat], language: str) -> bool:
    """`60 in the army, 25 in the navy and 10 in the air`: one preposition parts them, so nothing is counted twice."""
    edges = [seat.start for seat in parts[1:]] + [sentence.end]
    named = [sentence.line[seat.end : edge] for seat, edge in zip(parts, edges, strict=True)]
    found = [cue(language, "by_place").pattern.search(text) for text in named]
    return all(found) and len({f[0].strip().lower() for f in found if f}) == 1


def _labelled(sentence: Sentence, parts: list[Seat], lead: str, language: str) -> bool:
    """`: army (518), navy (585) and air force (244)`: labels after a colon, each with its number in brackets."""
    bracketed = all(sentence.ahead(s, 1) == "(" and sentence.after(s, 1) == ")" for s in parts)
    label = lead.rpartition(":")[2]
    called = ":" in lead and label.endswith(" (") and len(label.split()) <= _LABEL
    return bracketed and called and cue(language, "and_then").within(sentence.between(parts[-2], parts[-1]))


def _apposed(lead: str) -> bool:
    """`36 defendants, 29 men and 7 women`: a noun and a comma, nothing more, stand between the total and its parts."""
    return _APPOSED.fullmatch(lead) is not None


def _bracketed(sentence: Sentence, parts: list[Seat], lead: str, language: str) -> bool:
    """`75 raids (40 in Lima, 25 in Callao and 10 in Ica)`: a whole list in brackets, ended by its `and`."""
    if len(parts) < 3 or not lead.endswith("(") or _APPOSED.fullmatch(lead) is None:
        return False
    rest = sentence.after(parts[-1], 50)
    return cue(language, "and").within(sentence.between(parts[-2], parts[-1])) and "," not in rest.partition(")")[0]


def _leads_in(lead: str, language: str) -> bool:
    """The words of part and whole stand right before the parts, not right after the total (`one of them …, two …`)."""
    found = [m for m in cue(language, "including").pattern.finditer(lead) if not _of_the_total(lead, m.start())]
    if not found:
        return False
    gap = lead[found[-1].end() :]
    return len(gap) <= _LEAD and ";" not in gap and "," not in gap


def _of_the_total(lead: str, at: int) -> bool:
    """The words follow the total at once without a comma: they speak of it (`one of them`), not of its parts."""
    return not lead[:at].strip() and lead[at : at + 3].lower() in ("of ", "de ")


def _summed_up(sentence: Sentence, amounts: list[Seat], language: str) -> Iterator[Tie]:
    """The parts come first: `60 in A, 25 in B and 10 in C, a total of 95`."""
    for index in range(2, len(amounts)):
        last = amounts[index]
        after = cue(language, "total_after").within(sentence.after(last, 45))
        if not after and not cue(language, "total_of").within(sentence.ahead(last, 24)):
            continue
        parts = [s for s in listed(sentence, amounts[0], amounts[:index]) if same_unit(s.figure, last.figure)]
        if len(parts) == index and last.start - parts[-1].end < 60:
            figures = [part.figure for part in parts]
            # `130 members passed 34 laws and 54 decrees: 88 in all`: the last ones may be all that is added up.
            some = (adds_up(last.figure, figures[first:], explicit=False) for first in range(1, index - 1))
            equal = next((tie for tie in some if tie is not None), None)
            yield from _some([equal or adds_up(last.figure, figures, explicit=True)])


def _referring(sentence: Sentence, part: Seat, language: str) -> Tie | None:
    """`20 of these deaths`, `4 of them`: some of the last larger number before, when there is one."""
    said = cue(language, "of_these").pattern.search(sentence.after(part, 40))
    if said is None:
        return None
    behind = sentence.after(part)[said.end() :]
    if behind.lstrip()[:1].isdigit() or behind.lstrip()[:1].isupper():  # `27 de las FARC`: a whole of its own
        return None
    noun = _NOUN.match(behind)
    here = [s for s in sentence.seats if s.end <= part.start and is_amount(s)]
    earlier = [s for s in sentence.before.seats if is_amount(s)] if sentence.before else []
    if noun and sentence.before:
        named = noun[1].lower()
        mine = [s for s in here if named in sentence.after(s, 40).lower()]
        theirs = [s for s in earlier if named in sentence.before.after(s, 40).lower()]
        here, earlier = (mine, theirs) if mine or theirs else (here, earlier)
    for whole in [*reversed(here), *reversed(earlier)]:
        if same_unit(whole.figure, part.figure) and (whole.figure.value or 0) > 1:
            found = bound(whole.figure, [part.figure], explicit=False, said=True)
            break
    else:
        return None
    return found or (_too_large(here, [part]) if cue(language, "of_them").within(sentence.after(part, 20)) else None)


def _too_large(wholes: Sequence[Seat], parts: Sequence[Seat]) -> Tie | None:
    """Some of a number that is larger than every number it can be some of."""
    figures = [p.figure for p in parts]
    counts = [s.figure for s in wholes if same_unit(s.figure, figures[0])]
    if not counts or len(counts) != len(wholes):
        return None
    largest = max(counts, key=lambda f: f.value or Fraction(0))
    if clash((largest, *figures), "unit"):
        return None
    return bound(largest, figures, explicit=True, said=True)


def _across(sentence: Sentence, amounts: list[Seat], language: str) -> Iterator[Tie]:
    """`Of these, 27 …`, `Most cases were … (254) and … (177)`: the total stands in one of the two sentences before."""
    if sentence.before is None or not amounts:
        return
    homes = [sentence.before, *([sentence.before.before] if sentence.before.before else [])]
    wholes = [s for home in homes for s in home.seats if is_amount(s) and same_unit(s.figure, amounts[0].figure)]
    parts = listed(sentence, amounts[0], amounts)
    figures = [p.figure for p in parts]
    near = [s for s in wholes if s in sentence.before.seats]
    large = [s for s in near if (s.figure.value or 0) >= _SMALL]
    found = _some([adds_up(s.figure, figures, explicit=False) for s in large]) if len(figures) > 1 else []
    opening = sentence.line[sentence.start : amounts[0].start]
    if found:
        yield found[0]
    elif cue(language, "opening").within(opening) and wholes:
        same_time = [s for s in wholes if figures[0].period and s.figure.period == figures[0].period]
        whole = (same_time or near or wholes)[0]
        if any(f.value == whole.figure.value for f in figures):
            return
        opened = cue(language, "of_them_opening").within(opening)
        apart = opened and len(near) == 1 and len(parts) == 2 and exclude(sentence, parts, language)
        together = bound(whole.figure, figures, explicit=apart, said=apart)
        tie = together or each(whole.figure, figures)
        if tie is None and cue(language, "of_them_opening").within(opening):
            tie = _too_large(near, parts if exclude(sentence, parts, language) else parts[:1])
        yield from _some([tie])


def _closed(sentence: Sentence, parts: list[Seat]) -> bool:
    """The list ends with its last number: `… and 10,000 in the air force.`, not `… and others`."""
    tail = sentence.line[parts[-1].end : sentence.end]
    return len(tail) < 80 and not any(word in tail.lower() for word in ("other", "otr", "among", "rest", "demás"))


def _some(ties: list[Tie | None]) -> list[Tie]:
    return [tie for tie in ties if tie]
