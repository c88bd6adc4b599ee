"""How the commands on series answer with a chart: an SVG as text, a PNG as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tieout.cli.answers import deliver, refuse

if TYPE_CHECKING:
    from tieout.report.charts import Spec


def deliver_chart(specs: Sequence[tuple[str, Spec]], title: str, format: str, out: Path | None) -> None:
    """Print or write the only chart of some, with its title, its table and a ground of its own.

    With several, the names of their tables are told, for a file holds one.
    """
    from tieout.report.atomic import write_bytes
    from tieout.report.charts import PAPER, png, svg

    if len(specs) != 1:
        names = ", ".join(name for name, _ in specs) or "none"
        refuse(f"{format} holds one chart, and there are {len(specs)}: {names}; narrow --series, or take --format html")
    ((name, drawn),) = specs
    spec = {**drawn, "title": {"text": title, "subtitle": name, "anchor": "start"}, "padding": 12, "background": PAPER}
    if format == "svg":
        deliver(svg(spec) + "\n", out)
        return
    if out is None:
        refuse("a PNG is written to a file: give --out FILE.png")
    try:
        write_bytes(out, png(spec))
    except OSError as fault:
        refuse(f"{out}: cannot be written ({fault.strerror}); choose another place")
