"""From a draft and a workspace to the documents that are handed over, or to the reasons why not.

The draft is checked first: what it cites must be there, its numbers must be those of its sources, and no rule may find
an error. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tieout.checks.check import settled
from tieout.checks.finding import Finding
from tieout.checks.given import given
from tieout.checks.lines import finding_lines, folded
from tieout.checks.places import Places
from tieout.checks.request import Request
from tieout.checks.run import run
from tieout.checks.voice import Voice
from tieout.errors import UsageError, shown
from tieout.evidence.corpus import ReadCorpus
from tieout.report.draft.binding import Bound, Number, bound
from tieout.report.draft.citing import OWN, Bracket, Keys, brackets
from tieout.report.draft.draft import Draft, read_draft
from tieout.report.draft.filling import Filling
from tieout.report.draft.formats import FORMATS
from tieout.report.draft.setting import set_text
from tieout.workspace.holdings import holdings_of
from tieout.workspace.workspace import Workspace

_UNSOURCED = "its sentence cites nothing; cite a source or a record ([@f:…]), or say how you know ([@own, …])"
_UNMATCHED = (
    "no source that its sentence cites has this number; cite the record it is ([@f:…]), or say how it came about "
    "([@own, …])"
)


@dataclass(frozen=True, slots=True)
class Examined:
    """A draft with what was found of it. A draft with `faults` cannot be built; one with `errors` may, if told so."""

    draft: Draft
    workspace: Workspace
    language: str
    brackets: Sequence[Bracket]
    bound: Bound
    faults: tuple[str, ...]
    """Citations and front matter that cannot be understood, a line each."""
    errors: tuple[str, ...]
    """Sentences that do not follow from what they cite, a line each."""
    warnings: tuple[str, ...]


def examine(path: Path, workspace: Workspace, language: str | None = None, lang: str = "en") -> Examined:
    """Read a draft and hold it against a workspace. `language` is that of the report, `lang` that of the messages."""
    draft = read_draft(path)
    shown_of = workspace.public
    spoken = language or draft.reading.document.language or draft.reading.language
    cited, unknown = brackets(draft, Keys(shown_of), spoken)
    faults = (*draft.faults(), *unknown)
    tied = bound(draft, cited, shown_of)
    errors: list[str] = []
    warnings: list[str] = []
    if not faults:
        errors += _unsourced(draft, tied)
        for finding in _findings(draft, shown_of, lang):
            if finding.loud and not _ours(finding, draft, cited):
                line = _line(finding, draft, lang)
                (errors if finding.severity == "error" else warnings).append(line)
    return Examined(draft, shown_of, spoken, cited, tied, tuple(faults), tuple(errors), tuple(warnings))


@dataclass(frozen=True, slots=True)
class Report:
    """A report that is set: each format is made when asked for."""

    filling: Filling
    text: str

    def bytes(self, format: str) -> bytes:
        """The document in one of FORMATS."""
        return FORMATS[format](self.filling, self.text)

    @property
    def remarks(self) -> Sequence[str]:
        """What the author should know."""
        return self.filling.remarks


def report(examined: Examined) -> Report:
    """The report of a draft that was examined. UsageError when it cannot be built."""
    if examined.faults:
        raise UsageError("\n".join(examined.faults))
    filling = Filling(examined.draft, examined.workspace, examined.brackets, examined.bound, examined.language)
    return Report(filling, set_text(filling))


def _unsourced(draft: Draft, tied: Bound) -> Iterator[str]:
    """A line for each number that nothing stands behind."""
    told = [(number, _UNSOURCED) for number in tied.unsourced] + [(number, _UNMATCHED) for number in tied.unmatched]
    for number, what in sorted(told, key=lambda pair: pair[0].start):
        yield _told(draft, number, what)


def _told(draft: Draft, number: Number, what: str) -> str:
    words = " ".join(draft.text[number.figure.start : number.figure.end].split())
    sentence = " ".join(draft.text[number.figure.sentence_start : number.figure.sentence_end].split())
    return f"{draft.place(number.start)}: {shown(words)} in “{shown(folded(sentence))}”: {what}"


def _ours(finding: Finding, draft: Draft, cited: Sequence[Bracket]) -> bool:
    """Whether a finding is about what the author answers for, which no workspace holds."""
    if finding.rule not in ("C354", "C355"):
        return False
    end = draft.text.find("\n\n", finding.end)
    near = [b for b in cited if finding.start <= b.start < (end if end >= 0 else len(draft.text))][:1]
    return bool(near) and all(one.key == OWN for one in near[0].cited)


def _findings(draft: Draft, workspace: Workspace, lang: str) -> Sequence[Finding]:
    """What the rules say of the draft, held against the workspace; a review beside it counts."""
    request = Request(lang=lang, holdings=holdings_of(workspace))
    result = run(ReadCorpus((draft.reading,)), given(request), request)
    return settled(result, [draft.reading], request).findings


def _line(finding: Finding, draft: Draft, lang: str) -> str:
    """Where, how bad, which rule, what: the words themselves stand in what is said."""
    places = Places(draft.reading.document)
    return shown(next(finding_lines(finding, places, Voice(lang), quotes=True)))
