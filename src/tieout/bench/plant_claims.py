"""`tieout bench plant-claims`: faults planted into true claims made from real passages, and how many are found.

Every claim stands in a draft with a note that cites the text it was made from; the draft is read, its notes are
paired and matched to the library, and each sentence is judged, as a user's draft is. PyPI's `corroborate` answers for
the same claims and the same cited texts beside it, when it is installed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tieout.bench.claims.making import Made, make, words
from tieout.bench.claims.material import Material, material
from tieout.bench.claims.spoiling import KINDS, NUMERIC
from tieout.errors import UsageError
from tieout.evidence.figures import reading_of
from tieout.language.tables import LANGUAGES
from tieout.reading.read import read
from tieout.sources.claims.against import Against
from tieout.sources.claims.claim import FAULTY, Claim
from tieout.sources.holdings import Held, Holdings, read_holdings
from tieout.sources.library import open_library

INVENTED = "invented citation"


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim, what was planted in it (None for a sound one) and the note that cites its source."""

    text: str
    made: Made
    fault: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A trial and the verdicts on it: ours, and whether corroborate called it ungrounded (None: not there)."""

    trial: Trial
    claim: Claim | None
    other: bool | None

    @property
    def flagged(self) -> bool:
        """Whether we spoke against it."""
        return self.claim is not None and self.claim.verdict in FAULTY


def plant_claims(shared: Path, seed: int, count: int = 400, show: int = 0) -> Iterator[str]:
    """Lines of the report: kinds of faults, sound claims, the time; then up to `show` misses and false alarms."""
    done, seconds, holdings = outcomes(shared, seed, count)
    planted = [o for o in done if o.trial.fault]
    sound = [o for o in done if not o.trial.fault]
    halves = f"{len(planted)} with a fault, {len(sound)} sound"
    yield f"{len(done)} claims from {len(holdings.texts)} texts, seed {seed}: {halves}"
    yield f"{'':<22}{'English':<12}{'Spanish':<12}{'both':<18}corroborate"
    for kind in (*KINDS, INVENTED):
        yield _row(kind, [o for o in planted if o.trial.fault == kind])
    yield _row("numeric and quotation", [o for o in planted if o.trial.fault in NUMERIC])
    yield _row("all faults", planted)
    yield _row("sound, flagged", sound)
    yield f"{len(holdings.index.units):,} passages indexed and {len(done)} claims judged in {seconds:.1f} s of one core"
    misses = [o for o in planted if not o.flagged]
    yield from (_shown("missed", o) for o in misses[:show])
    yield from (_shown("false alarm", o) for o in [o for o in sound if o.flagged][:show])


def rates(done: Sequence[Outcome]) -> dict[str, float]:
    """Shares found: of numeric and quotation faults, of all, of the sound ones; and the same of corroborate."""
    planted = [o for o in done if o.trial.fault]
    sound = [o for o in done if not o.trial.fault]
    numeric = [o for o in planted if o.trial.fault in NUMERIC]
    return {
        "numeric": _share(numeric),
        "faults": _share(planted),
        "sound_flagged": _share(sound),
        "corroborate_numeric": _share(numeric, other=True),
        "corroborate_sound_flagged": _share(sound, other=True),
    }


def outcomes(shared: Path, seed: int, count: int) -> tuple[list[Outcome], float, Holdings]:
    """Every trial judged; the seconds of one core for the index and all verdicts; the texts."""
    holdings = read_holdings(open_library(shared / "docs"))
    trials = list(_trials(holdings, Random(seed), count))  # noqa: S311 -- the same seed must give the same claims
    if len(trials) < count:
        raise UsageError(f"only {len(trials)} claims can be made of {shared / 'docs'}; ask for fewer")
    fresh = Holdings(holdings.texts)
    claims: list[Claim] = []
    seconds = 0.0
    with TemporaryDirectory() as folder:
        against = Against(fresh, complete=True)
        for language in LANGUAGES:
            path = Path(folder) / f"draft_{language}.md"
            path.write_text(_draft([t for t in trials if t.made.material.language == language]), encoding="utf-8")
            reading = reading_of(read(path, language=language))
            start = time.process_time()
            claims.extend(against.claims(reading))
            seconds += time.process_time() - start
    return [Outcome(t, _claim_of(t, claims), _corroborated(t)) for t in trials], seconds, fresh


def _trials(holdings: Holdings, rng: Random, count: int) -> Iterator[Trial]:
    """Half of the claims sound, the other half with faults of all kinds in turn; no sentence is used twice."""
    found = material(holdings, rng)
    used: set[int] = set()
    queues = {kind: iter(range(len(found))) for kind in (*KINDS, INVENTED, None)}
    planted = count // 2
    barren = False
    while planted and not barren:
        barren = True
        for kind in (*KINDS, INVENTED):
            trial = next(_fit(found, queues[kind], used, kind, rng), None) if planted else None
            if trial is not None:
                planted, barren = planted - 1, False
                yield trial
    for _ in range(count - count // 2):
        yield from _first(_fit(found, queues[None], used, None, rng))


def _first(trials: Iterator[Trial]) -> Iterator[Trial]:
    """The first of some trials, when there is one."""
    trial = next(trials, None)
    if trial is not None:
        yield trial


def _fit(
    found: Sequence[Material], queue: Iterator[int], used: set[int], fault: str | None, rng: Random
) -> Iterator[Trial]:
    """Trials of one kind from the sentences that nobody has used."""
    for number in queue:
        trial = None if number in used else _trial(found[number], fault, rng)
        if trial is not None:
            used.add(number)
            yield trial
            return


def _trial(source: Material, fault: str | None, rng: Random) -> Trial | None:
    quoted = fault == "quotation altered" or (fault is None and rng.random() < 0.15)
    made = make(source, rng, quoted=quoted)
    if made is None:
        return None
    note = _note(source.held)
    if fault is None:
        return Trial(made.text, made, None, note)
    if fault == INVENTED:
        return Trial(made.text, made, fault, _invented(source.held, rng))
    spoilt = KINDS[fault](made, rng)
    return Trial(made.framed(spoilt), made, fault, note) if spoilt and spoilt != made.core else None


def _note(held: Held) -> str:
    """A citation of a text, as a report prints it."""
    publisher = (held.item.publisher or "").split(";")[0].strip()
    return f"{publisher}, {held.head}, {held.item.date or 'n.d.'}"


def _invented(held: Held, rng: Random) -> str:
    """A citation of a work that does not exist."""
    table = words()["invented"]
    title = rng.choice(table["titles"]).format(country=held.item.country or "The Region", year=rng.randint(2010, 2022))
    return f"{rng.choice(table['publishers'])}, {title}, {rng.randint(2010, 2022)}"


def _draft(trials: Sequence[Trial]) -> str:
    """All claims as one Markdown draft, a paragraph and a note each."""
    body = "\n\n".join(f"{t.text}[^{n}]" for n, t in enumerate(trials, 1))
    notes = "\n\n".join(f"[^{n}]: {t.note}" for n, t in enumerate(trials, 1))
    return f"# Draft\n\n{body}\n\n{notes}\n"


def _claim_of(trial: Trial, claims: Sequence[Claim]) -> Claim | None:
    """The worst claim that was read from a trial's words."""
    mine = [c for c in claims if c.text in trial.text]
    return min(mine, key=lambda c: FAULTY.index(c.verdict) if c.verdict in FAULTY else len(FAULTY), default=None)


def _corroborated(trial: Trial) -> bool | None:
    try:
        import corroborate
    except ImportError:
        return None
    texts = [p.text for p in trial.made.material.held.passages] if trial.fault != INVENTED else []
    return not corroborate.check_answer("", texts, trial.text).ok()


def _share(done: Sequence[Outcome], *, other: bool = False) -> float:
    hits = [bool(o.other) if other else o.flagged for o in done]
    return sum(hits) / len(hits) if hits else 0.0


def _row(name: str, done: Sequence[Outcome]) -> str:
    def cell(some: Sequence[Outcome]) -> str:
        return f"{sum(o.flagged for o in some)}/{len(some)}"

    halves = [cell([o for o in done if o.trial.made.material.language == code]) for code in ("en", "es")]
    others = f"{sum(bool(o.other) for o in done)}/{len(done)}" if any(o.other is not None for o in done) else "-"
    return f"{name:<22}{halves[0]:<12}{halves[1]:<12}{cell(done) + f'  {_share(done):.3f}':<18}{others}"


def _shown(title: str, outcome: Outcome) -> str:
    trial, claim = outcome.trial, outcome.claim
    said = "no claim was read" if claim is None else f"{claim.verdict}, {claim.reason}"
    proof = claim.evidence[0].text if claim is not None and claim.evidence else ""
    lines = [
        f"{title}: {trial.fault or 'sound'} ({said})",
        f"  claim   {trial.text}",
        f"  source  {trial.made.material.line.text}",
    ]
    if claim is not None and claim.verdict in FAULTY:
        lines += [
            f"  {d.reason}: {d.claim.text!r} against {d.source.text if d.source else None!r}" for d in claim.differences
        ]
    if " ".join(proof.split()) != " ".join(trial.made.material.line.text.split()):
        lines.append(f"  found   {proof}")
    return "\n".join(lines)
