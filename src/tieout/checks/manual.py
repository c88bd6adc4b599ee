"""The manual of the rules, written from the rules themselves: docs/rules.md (held to it by a test) and one rule's
page.
"""

from __future__ import annotations

from tieout.checks.register import rule_of, rules
from tieout.checks.rule import Rule

_HEAD = """# Rules

Written from the rules by `tieout.checks.manual`; do not edit. `tieout rules` lists them, `tieout explain A101` prints
one.

The first letter is the family: `A` arithmetic, `D` dates and periods, `C` notes, citations and sources, `X` across
sources, `G` geography, `N` names and terms, `S` structure, `I` indices, `P` protection of sources, `U` the use of
Tieout itself. Only a broken tie may be an error or a warning; words that are merely loose are an info.
"""


def manual() -> str:
    """The whole page in Markdown."""
    rows = [f"| [{r.code}](#{_anchor(r)}) | {r.name} | {r.severity} | {r.summary} |" for r in rules()]
    table = "\n".join(["| code | name | at most | what it finds |", "|---|---|---|---|", *rows])
    return "\n".join([_HEAD, table, "", *(_section(rule) for rule in rules())])


def explain(code: str) -> str:
    """The rule's page: what it finds, why, the clause behind it, and its two examples."""
    rule = rule_of(code)
    return "\n".join(
        [
            f"{rule.code} {rule.name} ({rule.severity})", "", rule.page, "", f"Method: {rule.clause}",
            *([f"Needs: {', '.join(sorted(rule.needs))}"] if rule.needs else []),
            "", f"Found:     {rule.bad}", f"Not found: {rule.good}",
        ]
    )  # fmt: skip


def _section(rule: Rule) -> str:
    needs = f"Needs: {', '.join(sorted(rule.needs))}.\n\n" if rule.needs else ""
    return (
        f"## {rule.code} {rule.name}\n\n{rule.page}\n\n{needs}Method: {rule.clause}\n\n"
        f"Found:\n\n> {rule.bad}\n\nNot found:\n\n> {rule.good}\n"
    )


def _anchor(rule: Rule) -> str:
    return f"{rule.code}-{rule.name}".lower()


if __name__ == "__main__":
    import sys

    sys.stdout.write(manual())
