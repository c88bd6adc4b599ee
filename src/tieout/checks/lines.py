"""The answer of `tieout check` as lines of text: the surest findings first, then what was read, tied and left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from tieout.checks.check import Checked
from tieout.checks.claim_lines import summary as claims_summary
from tieout.checks.finding import SEVERITIES, STANDINGS, Finding, Stamp
from tieout.checks.places import Places
from tieout.checks.result import NotChecked, Result
from tieout.checks.voice import Voice
from tieout.errors import shown
from tieout.reading.document import Document

QUOTE = 110
"""Characters of a quote printed on its line."""


def report(checked: Checked, *, quotes: bool = True, lang: str = "en") -> Iterator[str]:
    """The lines, without a newline at their ends. Plain text: colours are the command line's business."""
    yield from map(shown, _lines(checked, Voice(lang), quotes=quotes))


def _lines(checked: Checked, voice: Voice, *, quotes: bool) -> Iterator[str]:
    places = {r.document.path: Places(r.document) for r in checked.readings}
    for finding in checked.result.findings:
        yield from finding_lines(finding, places.get(finding.doc), voice, quotes=quotes)
    if checked.result.findings:
        yield ""
    yield from _summary(checked, voice)
    yield from _left_out(checked, voice)


def finding_lines(finding: Finding, places: Places | None, voice: Voice, *, quotes: bool) -> Iterator[str]:
    """A finding: where, how bad, which rule, what; its words on a line below."""
    where = f"{finding.doc}:{places.name(finding.start, voice('page', n='{n}'))}" if places else finding.doc
    severity = voice(f"severity_{finding.severity}")
    stamps = "".join(f" ({stamp_words(stamp, voice, quotes=quotes)})" for stamp in finding.stamps)
    yield f"{where}: {severity} {finding.rule} {finding.name}: {finding.wording(quotes=quotes)}{stamps}"
    if quotes and finding.text:
        yield f"    “{folded(finding.text)}”"


def stamp_words(stamp: Stamp, voice: Voice, *, quotes: bool = True) -> str:
    """`known`, or `dismissed by AB: the base is another`. A reason may hold words of the document."""
    words = voice(f"stamped_{stamp.standing}")
    if stamp.who:
        words = voice("stamp_by", standing=words, who=stamp.who)
    return voice("stamp_why", standing=words, reason=stamp.reason) if stamp.reason and quotes else words


def folded(text: str, width: int = QUOTE) -> str:
    """A quote on one line, cut at `width` characters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def _summary(checked: Checked, voice: Voice) -> Iterator[str]:
    result = checked.result
    figures = sum(len(r.figures) for r in checked.readings)
    documents = voice.many(len(checked.readings), "document")
    yield voice("read", documents=documents, figures=voice.many(figures, "figure"))
    tied = {(m.doc, m.start, m.end) for t in result.ties for m in t.members if m.figure is not None}
    yield voice("ties", **{verdict: voice.count(n) for verdict, n in result.verdicts().items()})
    yield voice("rechecked", n=voice.count(len(tied)), all=voice.count(figures))
    if checked.claims:
        yield claims_summary(checked, voice)
    yield from summary_of_findings(checked, voice)


def summary_of_findings(checked: Checked, voice: Voice) -> Iterator[str]:
    """How many findings there are, what people said of them, how many are silenced, and what is gone."""
    result = checked.result
    counts = [(result.count(s), s) for s in SEVERITIES]
    yield voice("findings", counts=", ".join(voice.many(n, s) for n, s in counts if n) or voice("none"))
    stamped = Counter(stamp.standing for finding in result.findings for stamp in finding.stamps)
    if stamped:
        said = (voice(f"all_{s}", n=voice.count(stamped[s])) for s in STANDINGS if stamped[s])
        yield voice("stamps", counts=", ".join(said))
    if result.silenced:
        yield voice("silenced", findings=voice.many(len(result.silenced), "finding"))
    if result.healed:
        yield voice("healed", findings=voice.many(result.healed, "finding"))


def _left_out(checked: Checked, voice: Voice) -> Iterator[str]:
    """What was not read or not checked, by name."""
    out: list[str] = [voice.fault(fault) for fault in checked.unreadable]
    for reading in checked.readings:
        out.extend(f"{reading.document.path}: {line}" for line in _losses(reading.document, voice))
    out.extend(not_tied(checked, voice))
    out.extend(not_checked(checked.result, [r.document.path for r in checked.readings], voice))
    if out:
        yield voice("left_out")
        yield from (f"  {line}" for line in out)


def not_tied(checked: Checked, voice: Voice | None = None) -> Iterator[str]:
    """A line for each document whose notes hold figures: they are recorded, and tied to nothing yet."""
    voice = voice or Voice()
    for reading in checked.readings:
        notes = sum(f.where == "note" for f in reading.figures)
        if notes:
            yield f"{reading.document.path}: {voice('in_notes', figures=voice.many(notes, 'figure'))}"


def not_checked(result: Result, paths: Collection[str], voice: Voice) -> Iterator[str]:
    """A line for each reason why rules did not run or stretches were not tied, with the rules that it kept."""
    by_reason: dict[str, list[NotChecked]] = {}
    for left in result.not_checked:
        by_reason.setdefault(left.reason, []).append(left)
    for reason, several in by_reason.items():
        named = ", ".join(left.code for left in several if left.code)
        name = f"{named} {several[0].name}" if len(several) == 1 else named
        yield f"{name}: {voice.put(reason, paths)}" if named else voice.put(reason, paths)


def _losses(document: Document, voice: Voice) -> Sequence[str]:
    return [
        voice.put(loss.message)
        + ("" if loss.count == 1 or str(loss.count) in loss.message else f" ({voice.count(loss.count)})")
        for loss in document.losses
    ]
