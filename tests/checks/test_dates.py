"""The rules of dates against sources, reference periods, deadlines and terms of office."""

from __future__ import annotations

import pytest

from checks.examples import check

NOTE = "\n\n[^1]: Port Gazette, Boats at sea, {date}."
PERIOD = "The reference period of this report is from January 2020 to June 2023. "

FOUND = [
    ("D205", "error", "The bridge fell in August 2022.[^1]" + NOTE.format(date="3 May 2022")),
    ("D205", "warning", "In June 2023, police made 412 arrests.[^1]" + NOTE.format(date="8 June 2023")),
    ("D205", "warning", "Between January and June 2023, 412 boats sank.[^1]" + NOTE.format(date="18 June 2023")),
    ("D204", "error", PERIOD + "Between January and May 2012, 88 boats sank.[^1]" + NOTE.format(date="3 June 2022")),
    ("D204", "warning", PERIOD + "In May 2015, 88 boats sank."),
    ("D204", "info", PERIOD + "\n\nIn May 2015, 88 boats sank.[^1]" + NOTE.format(date="3 June 2016")),
    ("D204", "info", PERIOD + "In May 2015, 88 boats had already sunk."),
    ("D206", "warning", "Boats are currently registered until 4 May 2022."),
    ("D206", "info", "The current deadline for boats is 4 April 2024."),
    ("D203", "error", "Luis Soto became Governor on 5 May 2018. On 4 March 2017, Governor Soto issued the decree."),
    ("D203", "error", "Mayor Rosa Quispe, who took office on 5 May 2018, approved the plan on 4 March 2017."),
]

SILENT = [
    "The bridge fell in August 2022.[^1]" + NOTE.format(date="3 May 2023"),
    "The bridge fell in August 2022.[^1]" + NOTE.format(date="no date"),
    "The bridge fell in August 2022.[^1]",
    "The law entered into force in August 2022.[^1]" + NOTE.format(date="3 May 2022"),
    "The vote is to be held in August 2022.[^1]" + NOTE.format(date="3 May 2022"),
    "Early in June 2023, police made 412 arrests.[^1]" + NOTE.format(date="8 June 2023"),
    "In June 2023, a gang killed six guards.[^1]" + NOTE.format(date="13 June 2023"),
    "In 2022, police made 412 arrests.[^1]" + NOTE.format(date="8 June 2022"),
    PERIOD + "It allows for background information. In 2015, 88 boats sank.",
    PERIOD.replace("2023. ", "2023 and has background information. ") + "In May 2015, 88 boats sank.",
    "Boats were registered until 4 May 2022.",
    "The current deadline for boats is 4 May 2026.",
    "At present, the permits expire on 4 May 2026, and 90 people hold one.",
    "Luis Soto became Governor on 5 May 2018. On 4 March 2019, Governor Soto issued the decree.",
]


@pytest.mark.parametrize(("code", "severity", "text"), FOUND)
def test_found(code: str, severity: str, text: str) -> None:
    assert [(f.rule, f.severity) for f in check(text).findings] == [(code, severity)]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert [f for f in check(text).findings if f.rule[0] == "D"] == []
