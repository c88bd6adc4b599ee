"""Range ties: a range whose low end is printed after its high end."""

from __future__ import annotations

from collections.abc import Iterator

from tieout.ties.judge import tie_of
from tieout.ties.plain import number, words
from tieout.ties.scene import Scene
from tieout.ties.tie import Tie


def propose(scene: Scene) -> Iterator[Tie]:
    """A broken tie for each range the wrong way round; a range in order is no tie worth showing."""
    for _, seat in scene.seats():
        figure = seat.figure
        if figure.value is None or figure.high is None or figure.high >= figure.value:
            continue
        yield tie_of(
            "range", "breaks", (figure,),
            stated=f"a range of {words(figure)}", computed=f"{number(figure.value)} > {number(figure.high)}",
        )  # fmt: skip
