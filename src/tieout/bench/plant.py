"""`tieout bench plant`: mistakes planted into sound statements, and how many of them the whole product finds.

Each statement is a small document of its own that is read and checked as a user's file is. A planted mistake counts as
found when an error or a warning of its family (A arithmetic, D dates) stands on the words that state it; a sound one
counts as flagged when anything at all in its document is an error or a warning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tieout.bench.planting.statement import KINDS, LANGUAGES, Statement, statements
from tieout.checks.check import check
from tieout.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """One statement and the errors and warnings that its document got."""

    statement: Statement
    loud: tuple[Finding, ...]
    remarks: tuple[Finding, ...]
    """Findings that are only infos: they count neither for nor against."""

    @property
    def found(self) -> bool:
        """True when an error or a warning of the kind's family stands on the statement's own words."""
        return any(f.rule[0] in self.statement.kind.family and _on(self.statement, f) for f in self.loud)

    @property
    def right(self) -> bool:
        """True when the product said what it should."""
        return self.found if self.statement.planted else not self.loud


@dataclass(frozen=True, slots=True)
class Rates:
    """How many planted mistakes were found, how many sound statements flagged."""

    planted: int
    found: int
    sound: int
    flagged: int

    @property
    def recall(self) -> float:
        """Found, of those planted; 1 when nothing was planted."""
        return self.found / self.planted if self.planted else 1.0

    @property
    def alarm_rate(self) -> float:
        """Flagged, of the sound ones."""
        return self.flagged / self.sound if self.sound else 0.0


def plant(seed: int, count: int = 400, show: int = 0) -> Iterator[str]:
    """Lines of the report: each kind, each language, each family, all; then up to `show` misses and false alarms."""
    done = outcomes(seed, count)
    yield f"{len(done)} statements, seed {seed}: planted mistakes found, and sound statements flagged"
    yield ""
    yield f"{'':<26}{'English':<28}{'Spanish':<28}both"
    for kind in KINDS:
        yield _line(f"{kind.family[0]} {kind.name}", [o for o in done if o.statement.kind is kind])
    yield ""
    for family, name in (("A", "arithmetic (A)"), ("D", "dates and periods (D)")):
        yield _line(name, [o for o in done if o.statement.kind.family[0] == family])
    yield _line("all", done)
    total = rates(done)
    yield ""
    yield f"planted found  {total.recall:.3f}  ({total.found} of {total.planted})"
    yield f"sound flagged  {total.alarm_rate:.3f}  ({total.flagged} of {total.sound})"
    stray = Counter(f.rule for o in done if o.statement.planted for f in o.loud if not _on(o.statement, f))
    yield f"alarms beside the planted words  {sum(stray.values())}{_listed(stray)}"
    yield f"rules that found{_listed(_rules(o for o in done if o.statement.planted))}"
    yield f"rules that flagged sound ones{_listed(_rules(o for o in done if not o.statement.planted))}"
    yield from _shown("missed", [o for o in done if o.statement.planted and not o.right], show)
    yield from _shown("false alarm", [o for o in done if not o.statement.planted and not o.right], show)


def planted_rates(seed: int, count: int = 400) -> dict[str, Rates]:
    """The rates of `all`, of each language (`en`, `es`) and of each kind, by name."""
    done = outcomes(seed, count)
    by_language = {name: rates(o for o in done if o.statement.language == name) for name in LANGUAGES}
    by_kind = {kind.name: rates(o for o in done if o.statement.kind is kind) for kind in KINDS}
    return {"all": rates(done), **by_language, **by_kind}


def outcomes(seed: int, count: int) -> list[Outcome]:
    """Every statement written to a file, and checked."""
    done = []
    with TemporaryDirectory() as folder:
        for number, statement in enumerate(statements(seed, count)):
            path = Path(folder) / f"{number}{statement.suffix}"
            path.write_text(statement.text, encoding="utf-8", newline="")
            findings = check(path).result.findings
            loud = tuple(f for f in findings if f.severity != "info")
            done.append(Outcome(statement, loud, tuple(f for f in findings if f.severity == "info")))
    return done


def rates(done: Iterable[Outcome]) -> Rates:
    """The rates of some outcomes."""
    planted: list[Outcome] = []
    sound: list[Outcome] = []
    for outcome in done:
        (planted if outcome.statement.planted else sound).append(outcome)
    return Rates(len(planted), sum(o.found for o in planted), len(sound), sum(bool(o.loud) for o in sound))


def _on(statement: Statement, finding: Finding) -> bool:
    return finding.start < statement.end and statement.start < finding.end


def _line(name: str, done: Sequence[Outcome]) -> str:
    groups = [rates(o for o in done if o.statement.language == language) for language in LANGUAGES]
    cells = [f"{r.found}/{r.planted} found, {r.flagged}/{r.sound} flagged" for r in (*groups, rates(done))]
    return f"{name:<26}" + "".join(f"{cell:<28}" for cell in cells).rstrip()


def _rules(done: Iterable[Outcome]) -> Counter[str]:
    """How often each rule spoke."""
    return Counter(f.rule for o in done for f in o.loud)


def _listed(counts: Counter[str]) -> str:
    return "".join(f"  {rule} {number}" for rule, number in sorted(counts.items()))


def _shown(title: str, done: Sequence[Outcome], limit: int) -> Iterator[str]:
    for outcome in done[:limit]:
        made = outcome.statement
        yield ""
        yield f"{title}: {made.kind.name} ({made.language})"
        yield f"  {' / '.join(made.says.split(chr(10)))}"
        for finding in (*outcome.loud, *outcome.remarks):
            yield f"  {finding.rule} {finding.severity}: {finding.message} [{' '.join(finding.text.split())}]"
