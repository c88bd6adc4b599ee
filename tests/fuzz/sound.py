"""What must be true of any file, whatever is in it: a document whose records quote it, or one line that names it."""

from __future__ import annotations

from pathlib import Path

from reading.sound import check_sound
from tieout.checks.run import run
from tieout.errors import UnreadableError
from tieout.evidence.corpus import ReadCorpus
from tieout.evidence.figures import reading_of
from tieout.reading.limits import Limits
from tieout.reading.read import read

LIMITS = Limits(seconds=60, memory_mb=3_000, ocr=False)


def examine(path: Path) -> str:
    """Read a file with its figures and run the rules; `read` or `refused`. Whatever does not hold is an error."""
    try:
        document = read(path, limits=LIMITS)
    except UnreadableError as fault:
        assert "\n" not in str(fault)
        return "refused"
    check_sound(document)
    text = document.text
    reading = reading_of(document)
    for figure in reading.figures:
        assert text[figure.start : figure.end] == figure.text, figure
        assert 0 <= figure.sentence_start <= figure.start < figure.end <= figure.sentence_end <= len(text), figure
        for spans in figure.anchors.values():
            assert all(0 <= start < end <= len(text) for start, end in spans), figure
    result = run(ReadCorpus((reading,)))
    for finding in result.findings:
        assert text[finding.start : finding.end] == finding.text, finding
        assert all(text[place.start : place.end] == place.text for place in finding.evidence), finding
    for tie in result.ties:
        assert all(text[member.start : member.end] == member.text for member in tie.members), tie
    return "read"
