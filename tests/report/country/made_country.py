"""A small workspace on one country, made for tests: three documents, one of them Spanish and one about a neighbour."""

from __future__ import annotations

from pathlib import Path

from tieout.workspace.workspace import Workspace
from workspace.made import built

HOSTILE = '<script>alert(1)</script> & "quotes"'
WATCH = f"""# The year in Peru {HOSTILE}

## Methodology

We interviewed 60 police officers on extortion.

## Extortion

Prosecutors opened 310 extortion cases in 2022 and 450 extortion cases in 2023, the prosecution service said.

Street vendors in the port allegedly pay extortion money to armed men every week.

They pay extortion as well.

In May 2024, Congress passed a law that bars police from seizing weapons of illegal miners.

In April 2025, Congress passed Law 32001 on asset forfeiture.

## Killings

Police counted 900 homicides in 2023 and 1,100 homicides in 2024.

## Courts

No information on witness protection programmes could be found in time.

In Lima, the government declared a state of emergency from March 1, 2024 to April 30, 2024.

## Recommendations

To the Congress:

- Repeal Law 32001 on asset forfeiture.
- Ensure that courts are independent.
"""
DESK = """# Country note: Peru

The prosecution service reported 450 extortion cases in 2023.

In June 2025, the Constitutional Tribunal declared Law 32001 unconstitutional.

Illegal mining employs whole villages in the south of the country and pays no tax at all.

Police counted 1,250 homicides in 2024, the Ministry of Health said.
"""
NOTA = """# Nota de país: Perú

La policía registró 120 denuncias por extorsión en Trujillo en 2024.

La minería ilegal ocupa a pueblos enteros en el sur del país y no paga impuestos.
"""
NEIGHBOUR = """# The year in Ecuador

Police in Ecuador counted 700 extortion complaints in 2023. In Peru, police counted 80 extortion complaints in 2020.

Extortion in the harbours of Ecuador ruins shopkeepers and fishermen in every season.
"""
SETTINGS = """[workspace]
title = "Peru (test)"
country = "PE"
period = "2022-01/2025-06"
"""
_DOCUMENT = """
[[documents]]
file = "{file}"
key = "{key}"
publisher = "{publisher}"
date = "{date}"
country = "{country}"
"""
DOCUMENTS = {
    "watch.md": (WATCH, "watch-2025", "River Watch (test)", "2025-07-01", "PE"),
    "desk.md": (DESK, "desk-2024", "Desk (test)", "2024-03-01", "PE"),
    "nota.md": (NOTA, "nota-2025", "Mesa (prueba)", "2025-02-01", "PE"),
    "neighbour.md": (NEIGHBOUR, "neighbour-2024", "Desk (test)", "2024-05-01", "EC"),
}


def small(folder: Path, more: str = "") -> Workspace:
    """The workspace, built in a folder; `more` is added to `[workspace]`."""
    documents = folder / "documents"
    documents.mkdir()
    rows = [SETTINGS + more]
    for file, (text, key, publisher, date, country) in DOCUMENTS.items():
        (documents / file).write_text(text, encoding="utf-8")
        rows.append(_DOCUMENT.format(file=file, key=key, publisher=publisher, date=date, country=country))
    (documents / "tieout.toml").write_text("".join(rows), encoding="utf-8")
    return built(documents, folder / "peru.tieout")
