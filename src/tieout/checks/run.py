"""Running the rules over a corpus: ties first, then every chosen rule whose needs are met, then the silences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from tieout.checks.case import Case
from tieout.checks.choice import chosen
from tieout.checks.dated import dated_ties
from tieout.checks.finding import SEVERITIES, Finding
from tieout.checks.register import rules
from tieout.checks.request import Request
from tieout.checks.result import NotChecked, Result, weight
from tieout.checks.rule import Rule
from tieout.checks.silences import silenced, silences_of
from tieout.checks.telling import told
from tieout.evidence.corpus import Corpus, Reading
from tieout.ties.find import ties_in
from tieout.ties.scene import MOST, Scene, scene_of
from tieout.ties.tie import Tie

_CELL = 256
USE = "U"
"""The family of rules about the use of Tieout itself."""
OPTIONS = {
    "library": "--against",
    "names": "--protect",
    "others": "several FILES",
    "scores": "--scores",
    "series": "--data",
}
"""The option of the command line that gives what a rule needs."""
NEEDS = {"names": "protected names", "others": "other documents"}
"""What a need is called where its name does not say it."""
_NOTHING: Mapping[str, object] = {}
_PLAIN = Request()


def run(corpus: Corpus, given: Mapping[str, object] = _NOTHING, request: Request = _PLAIN) -> Result:
    """Check every document of the corpus as the request says. `given` is what is at hand besides it (`library`,
    `series`, …), by name. Rules of family U look last, at what became of the silences."""
    wanted = chosen(request.select, request.ignore)
    able = [rule for rule in wanted if rule.needs <= given.keys()]
    ran = frozenset(rule.code for rule in able)
    ties: list[Tie] = []
    findings: list[Finding] = []
    left_out: list[NotChecked] = []
    cases: list[Case] = []
    for reading in corpus.readings():
        scene = scene_of(reading.document, reading.language, reading.passages, reading.figures)
        left_out.extend(_crowded(scene))
        mine = [*ties_in(scene), *_official(reading, given.get("series"))]
        ties.extend(told(tie, request.lang) for tie in mine)
        case = Case(reading, mine, given, request.lang, silences_of(reading, request.silences))
        raised = merged(finding for rule in able if rule.code[0] != USE for finding in rule.check(case))
        ties.extend(dated_ties(raised, reading.language, request.lang))
        stamped, used = silenced(raised, case.silences)
        case.idle = [silence for silence in case.silences if silence not in used and silence.codes & ran]
        findings.extend(stamped)
        findings.extend(finding for rule in able if rule.code[0] == USE for finding in rule.check(case))
        cases.append(case)
    at_hand = set(given)
    if len(cases) > 1:
        from tieout.checks.across.run import across  # Only now: one document is checked without it.

        found = across(cases, [rule for rule in wanted if rule.needs <= {*given, "others"}], request.lang)
        ties.extend(found.ties)
        findings.extend(found.findings)
        at_hand.add("others")
    findings.sort(key=weight)
    return Result(
        tuple(finding for finding in findings if not finding.silenced),
        tuple(ties),
        (*left_out, *_not_checked(wanted, at_hand)),
        tuple(finding for finding in findings if finding.silenced),
    )


def _official(reading: Reading, store: object) -> Iterable[Tie]:
    """Ties to official tables, when some are at hand."""
    if store is None:
        return ()
    from tieout.checks.official.ties import data_ties
    from tieout.series.store import Store

    assert isinstance(store, Store)
    return data_ties(reading, store)


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of one fact as one: those that share words and proof keep the most severe, with all evidence."""
    out: list[Finding] = []
    near: dict[tuple[str, int], list[int]] = defaultdict(list)
    for finding in sorted(findings, key=lambda f: (SEVERITIES.index(f.severity), f.rule, f.start)):
        here = sorted({i for where in _cells(finding) for i in near[where]})
        twin = next((i for i in here if _one_fact(out[i], finding)), None)
        if twin is None:
            for where in _cells(finding):
                near[where].append(len(out))
            out.append(finding)
        else:
            extra = tuple(e for e in finding.evidence if e not in out[twin].evidence)
            out[twin] = replace(out[twin], evidence=out[twin].evidence + extra)
    return out


def _cells(finding: Finding) -> set[tuple[str, int]]:
    """The stretches of text that its words and its proof touch: findings without one in common are not one fact."""
    spans = [(finding.start, finding.end), *((e.start, e.end) for e in finding.evidence)]
    return {(finding.doc, at) for start, end in spans for at in range(start // _CELL, end // _CELL + 1)}


def _one_fact(known: Finding, other: Finding) -> bool:
    """The same words are meant, or each stands in the other's proof."""
    if known.doc != other.doc:
        return False
    if known.start < other.end and other.start < known.end:
        return known.rule[0] == other.rule[0]
    mine, theirs = ({(e.start, e.end) for e in f.evidence} | {(f.start, f.end)} for f in (known, other))
    return mine == theirs


def _crowded(scene: Scene) -> Iterable[NotChecked]:
    """One line for the figures of a document that stand in sentences with too many of them."""
    if scene.crowds:
        places = f"{len(scene.crowds)} sentence{'s' if len(scene.crowds) > 1 else ''}"
        many = f"{sum(scene.crowds):,} figures in {places} of more than {MOST}: each was tied only with its neighbours"
        yield NotChecked("ties", "crowded-sentence", f"{scene.document.path}: {many}")


def _not_checked(wanted: Sequence[Rule], given: Collection[str]) -> Iterable[NotChecked]:
    """The rules that lack something they need, and one line for all that were not chosen."""
    for rule in wanted:
        lacking = sorted(rule.needs - set(given))
        if lacking:
            ways = ", ".join(OPTIONS[need] for need in lacking)
            what = " and no ".join(NEEDS.get(need, need) for need in lacking)
            yield NotChecked(rule.code, rule.name, f"no {what} given ({ways})")
    others = [rule.code for rule in rules() if rule not in wanted]
    if others:
        yield NotChecked("rules", "not-chosen", f"rules not chosen: {', '.join(others)}")
