"""The watch: a rise is found with its month, and series without change alarm as seldom as is stated."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from series.made import spec, table
from tieout.series.watch import FALSE_ALARMS, watch


def rows(counts: dict[str, list[int]]) -> str:
    """Sixty months from January 2020 of each place."""
    return "\n".join(
        f"{2020 + month // 12}-{month % 12 + 1:02d}-01,{place},{count}"
        for place, several in counts.items()
        for month, count in enumerate(several)
    )


def test_a_lasting_rise_is_found_with_its_month(tmp_path: Path) -> None:
    random = np.random.default_rng(7)
    risen = [*random.poisson(20, 52), *random.poisson(40, 8)]
    _, made = table(tmp_path, rows({"PE-LAL": [int(n) for n in risen], "PE-CAL": [20] * 60}))
    found = watch([made], ["PE-LAL", "PE-CAL"])
    (alarm,) = found.alarms
    assert alarm.place == "PE-LAL"
    assert f"{alarm.since:%Y-%m}" in ("2024-04", "2024-05", "2024-06")
    assert (found.series, found.too_few) == (2, 0)


def test_series_without_change_seldom_alarm(tmp_path: Path) -> None:
    random = np.random.default_rng(11)
    places = [f"{number:06d}" for number in range(10101, 10122)] + ["010201", "010202", "010203", "010204"]
    names = {place: place for place in places}
    from tieout.series.spec import Places

    counts = {place: [int(n) for n in random.poisson(12, 60)] for place in places}
    _, made = table(tmp_path, rows(counts), spec(places=Places("PE", names=names)))
    found = watch([made], places)
    assert found.series == len(places)
    assert len(found.alarms) <= 5 * found.expected_false + 1
    assert found.expected_false == len(places) * FALSE_ALARMS


def test_rare_events_are_not_watched(tmp_path: Path) -> None:
    _, made = table(tmp_path, rows({"PE-LAL": [0] * 59 + [3]}))
    assert watch([made], ["PE-LAL"]).too_few == 1
