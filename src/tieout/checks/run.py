"""Running the rules over a corpus: ties first, then every rule whose needs are met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from tieout.checks.case import Case
from tieout.checks.finding import SEVERITIES, Finding
from tieout.checks.register import rules
from tieout.checks.result import NotChecked, Result, weight
from tieout.checks.rule import Rule
from tieout.evidence.corpus import Corpus
from tieout.ties.find import ties_in
from tieout.ties.scene import MOST, Scene, scene_of
from tieout.ties.tie import Tie

_CELL = 256


def run(corpus: Corpus, given: Collection[str] = ()) -> Result:
    """Check every document of the corpus. `given` names what is at hand besides it (`library`, `series`, …)."""
    able = [rule for rule in rules() if rule.needs <= set(given)]
    ties: list[Tie] = []
    findings: list[Finding] = []
    left_out: list[NotChecked] = []
    for reading in corpus.readings():
        scene = scene_of(reading.document, reading.language, reading.passages, reading.figures)
        left_out.extend(_crowded(scene))
        mine = ties_in(scene)
        ties.extend(mine)
        case = Case(reading, mine)
        findings.extend(merged(finding for rule in able for finding in rule.check(case)))
    return Result(tuple(sorted(findings, key=weight)), tuple(ties), (*left_out, *_not_checked(set(given))))


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
        many = f"{sum(scene.crowds):,} figures in {places} of more than {MOST}, which is no prose"
        yield NotChecked("ties", "crowded-sentence", f"{scene.document.path}: {many}")


def _not_checked(given: set[str]) -> Iterable[NotChecked]:
    for rule in rules():
        yield from _missing(rule, given)


def _missing(rule: Rule, given: set[str]) -> Iterable[NotChecked]:
    lacking = sorted(rule.needs - given)
    if lacking:
        yield NotChecked(rule.code, rule.name, f"no {' and no '.join(lacking)} given")
