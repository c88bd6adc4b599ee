"""The worked example of docs/series.md in one command: stores Peru's tables, prints every tie of two reports to them.

For developers: it needs the reference data beside the project (`../shared`), or its folder as the only argument.
"""

from __future__ import annotations

import dataclasses
import sys
import tempfile
from datetime import date
from pathlib import Path

from tieout.checks.official.ties import data_ties
from tieout.evidence.figures import reading_of
from tieout.reading.read import read
from tieout.series.shipped import find_spec
from tieout.series.store import Store

TABLES = {
    "pe-homicides-register-day": "pe_sinadef_homicides_department_day_2018_2024.csv",
    "pe-homicides-register-month": "pe_sinadef_homicides_department_month_2018_2024.csv",
    "pe-police-complaints": "pe_sidpol_department_month_v202602.csv",
    "pe-population": "pe_population_department_year_2018_2026.csv",
    "world-homicide-rate": "world_homicide_rate_country_year_unodc_owid.csv",
}
LATER = "pe_sidpol_department_month_v202605.csv"
REPORTS = ("000", "001")


def main(shared: Path) -> None:
    """Print a line for each figure and table: words, table's answer, verdict, reason."""
    data = shared / "data" / "peru"
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        for name, file in TABLES.items():
            store.add(data / file, find_spec(name))
        known = find_spec("pe-police-complaints")
        coverage = dataclasses.replace(known.coverage, end=date(2026, 5, 31))
        store.add(data / LATER, dataclasses.replace(known, vintage="2026-05", coverage=coverage))
        for report in REPORTS:
            (path,) = (shared / "seeds").glob(f"{report}_*.txt")
            for tie in data_ties(reading_of(read(path, country="PE")), store):
                words = " ".join(tie.members[0].text.split())
                print(f"{report} | {words} | {tie.computed} | {tie.verdict} {tie.reason or ''}".rstrip())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared")
