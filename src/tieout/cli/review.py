"""`tieout review`: walk through the findings of a document at a terminal and decide on each.

Each decision is appended at once to a file beside the document; nothing decided is ever changed or lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from tieout.cli.answers import refuse
from tieout.cli.asking import LANG, asked, request_of
from tieout.cli.options import HINTS

if TYPE_CHECKING:
    from tieout.checks.check import Checked
    from tieout.checks.decisions import Choice
    from tieout.checks.finding import Finding, Stamp

CHOICES: dict[str, Choice] = {"a": "accepted", "d": "dismissed", "l": "later"}
"""What each key decides."""


def now() -> str:
    """The time, for the rows: the only clock there is."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@click.command("review")
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--as", "who", help="Your name or initials, written beside each decision.")
@click.option("--all", "everything", is_flag=True, help="Go through decided findings too.")
@click.option("--quotes/--no-quotes", default=True, help="Keep the document's words out of the file of decisions.")
@LANG
@HINTS
@click.pass_context
def command(context: click.Context, /, file: str, everything: bool, **_: Any) -> None:
    """Walk through a document's findings: accept, dismiss with a reason, or leave each for later."""
    from tieout.checks.check import check

    values, settings = asked(context, [file])
    if not values["who"]:
        refuse('who decides? give --as AB, or set who = "AB" in tieout.toml')
    checked = check(file, request_of(values, settings))
    if not checked.readings:
        from tieout.checks.voice import Voice

        refuse(Voice(values["lang"]).fault(checked.unreadable[0]))
    Review(checked, values["who"], values["lang"], quotes=values["quotes"]).run(everything=everything)


class Review:
    """One sitting over the findings of one document."""

    def __init__(
        self, checked: Checked, who: str, lang: str, *, quotes: bool = True, clock: Callable[[], str] = now
    ) -> None:
        from tieout.checks.decisions import review_file
        from tieout.checks.imprint import imprints
        from tieout.checks.places import Places
        from tieout.checks.voice import Voice

        self.document = checked.readings[0].document
        self.findings = sorted(checked.result.findings, key=lambda f: (f.start, f.end, f.rule))
        self.imprints = imprints(self.findings, checked.readings)
        self.places, self.voice = Places(self.document), Voice(lang)
        self.file = review_file(self.document.path)
        self.who, self.quotes, self.clock = who, quotes, clock
        self.stamps: dict[int, Stamp] = {}
        for index, finding in enumerate(self.findings):
            for stamp in finding.stamps:
                if stamp.standing in CHOICES.values():
                    self.stamps[index] = stamp

    def run(self, *, everything: bool = False) -> None:
        """Ask about each finding in text order; those left for later come up again, decided ones when `everything`."""
        waiting = [index for index in range(len(self.findings)) if everything or self._is_open(index)]
        if not waiting:
            click.echo(self.voice("review_nothing", path=self.document.path))
            return
        at = 0
        while at < len(waiting):
            self._show(waiting[at], at, len(waiting))
            step = self._ask(waiting[at])
            if step is None:
                break
            if at + step < 0:
                click.echo(self.voice("review_first"))
            at = max(0, at + step)
        self._sum_up()

    def _is_open(self, index: int) -> bool:
        stamp = self.stamps.get(index)
        return self.findings[index].loud and (stamp is None or stamp.standing == "later")

    def _show(self, index: int, at: int, several: int) -> None:
        from tieout.checks.lines import finding_lines, folded, stamp_words

        finding = self.findings[index]
        click.echo()
        click.secho(self.voice("review_of", n=at + 1, all=several), bold=True)
        for line in finding_lines(replace(finding, stamps=()), self.places, self.voice, quotes=True):
            click.echo(_plain(line))
        start, end = self._around(finding)
        click.echo("    … " + _plain(folded(self.document.text[start:end], 300)) + " …")
        for evidence in finding.evidence:
            click.echo(f"    {self.voice('review_proof')} “{_plain(folded(evidence.text))}”")
        if index in self.stamps:
            click.echo("    " + _plain(self.voice("review_before", stamp=stamp_words(self.stamps[index], self.voice))))

    def _around(self, finding: Finding) -> tuple[int, int]:
        """The words before and behind a finding, as far as its line goes."""
        text = self.document.text
        start = max(text.rfind("\n", 0, finding.start) + 1, finding.start - 140)
        end = text.find("\n", finding.end)
        return start, min(len(text) if end < 0 else end, finding.end + 140)

    def _ask(self, index: int) -> int | None:
        """One step on or back, or None to stop."""
        while True:
            key = click.prompt(self.voice("review_keys"), default="", show_default=False).strip().lower()[:1]
            if key == "q":
                return None
            if key == "b":
                return -1
            if key in CHOICES and self._decide(index, CHOICES[key]):
                return 1
            if key not in CHOICES:
                click.echo(self.voice("review_unknown"))

    def _decide(self, index: int, choice: Choice) -> bool:
        """Write a decision down; False when a dismissal was given no reason."""
        from tieout.checks.decisions import Decision, row_of
        from tieout.checks.finding import Stamp

        reason = None
        if choice == "dismissed":
            reason = click.prompt(self.voice("review_reason"), default="", show_default=False).strip() or None
            if reason is None:
                click.echo(self.voice("review_reason_needed"))
                return False
        decision = Decision(choice, self.who, self.clock(), self.imprints[index], reason)
        try:
            with self.file.open("a", encoding="utf-8") as rows:
                rows.write(row_of(decision, self.findings[index], quotes=self.quotes))
        except OSError as fault:
            refuse(f"{self.file}: the decision cannot be written ({fault.strerror}); make room or ask for permission")
        self.stamps[index] = Stamp(choice, reason, self.who, decision.at)
        return True

    def _sum_up(self) -> None:
        counts = Counter(stamp.standing for stamp in self.stamps.values())
        said = {choice: self.voice.count(counts[choice]) for choice in CHOICES.values()}
        left = self.voice.count(sum(f.loud for i, f in enumerate(self.findings) if i not in self.stamps))
        click.echo()
        click.echo(self.voice("review_done", path=self.document.path, open=left, **said))
        if self.file.exists():
            click.echo(self.voice("review_kept", file=self.file))


def _plain(line: str) -> str:
    """A line that a hostile document cannot use to command the terminal."""
    return "".join(c if c.isprintable() else " " for c in line)
