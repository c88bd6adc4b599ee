"""States of emergency: where, from when, until when."""

from __future__ import annotations

import pytest

from evidence.records.made import assert_sound, made
from tieout.evidence.records.emergencies import emergencies_of

TOLD = [
    ("en", "Arequipa was placed under a state of emergency from May 3, 2020, to July 9, 2020.",
     [("Arequipa", "2020-05-03", "2020-07-09", "in_force")]),
    ("en", "On March 18, 2021, the cabinet imposed martial law in Tacna and Puno for 20 days "
           "and prolonged it for another 10 days starting April 7.",
     [("Tacna and Puno", "2021-03-18", "2021-04-06", "in_force"),
      ("Tacna and Puno", "2021-04-07", "2021-04-16", "extended")]),
    ("en", "Since June 2019 the region of Cusco has been in a state of exception.",
     [("Cusco", "2019-06", None, "in_force")]),
    ("en", "On May 2, 2021, the president declared a nationwide state of emergency.",
     [("Peru", "2021-05-02", None, "in_force")]),
    ("en", "The Constitution allows the president to declare states of emergency.", []),
    ("en", "In 2023 there was no state of emergency in Lima.", []),
    ("es", "El 3 de marzo de 2023 el Gobierno declaró el estado de emergencia en Arequipa por 60 días.",
     [("Arequipa", "2023-03-03", "2023-05-01", "in_force")]),
    ("es", "El Gobierno prorrogó el estado de excepción en Cusco hasta mayo de 2020.",
     [("Cusco", None, "2020-05", "extended")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), TOLD, ids=[text for _, text, _ in TOLD])
def test_emergencies(language: str, text: str, expected: list[tuple[str | None, ...]]) -> None:
    setting = made(text, language=language)
    found = emergencies_of(setting)
    assert [(e.place, e.emergency_start, e.emergency_end, e.status) for e in found] == expected
    assert_sound(found, setting)
