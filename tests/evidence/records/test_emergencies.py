"""States of emergency: where, from when, until when."""

from __future__ import annotations

import pytest
from evidence.records.made import assert_sound, made

from tieout.evidence.records.emergencies import emergencies_of

TOLD = [
    ("en", "The department of Callao was under emergency from December 7, 2024, to February 5, 2025.",
     [("Callao", "2024-12-07", "2025-02-05", "in_force")]),
    ("en", "On March 18, 2025, the government declared Lima and Callao under state of emergency for 30 days "
           "and extended it for another 30 days starting April 17.",
     [("Lima and Callao", "2025-03-18", "2025-04-16", "in_force"), ("Lima and Callao", "2025-04-17", "2025-05-16", "extended")]),
    ("en", "La Libertad has been under a series of states of emergency since January 2023.",
     [("La Libertad", "2023-01", None, "in_force")]),
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
