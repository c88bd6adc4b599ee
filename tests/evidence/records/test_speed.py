"""Reading records is linear: long runs of capitals, lists, commas and near-matches cost no more than other words."""

from __future__ import annotations

from time import process_time

import pytest

from evidence.records.made import made
from tieout.evidence.records.read import READERS, records_of
from tieout.language.tables import LANGUAGES

HARD = {
    "capitals": "Red River Old Town " * 250,
    "hyphens": "Red-River-Old-Town-" * 250,
    "names in a list": "Red River, Old Town, " * 250,
    "and": "Red River and Old Town and " * 200,
    "acronyms": "ABC DEF GHI " * 300,
    "numbers": "laws " + "31990, 31751, " * 300,
    "committees": "Congress and the Committee on the Act of the " * 120,
    "gangs": "gangs such as Los Patos, factions including Los Grises and " * 90,
    "brackets": "Red (River) Old (Town) Act (" * 150,
    "ley": "Ley de la Ley sobre el Decreto de la Convención sobre los " * 90,
    "small words": "the law of the land of the law of " * 160,
}
_SLOWEST = 4.0
"""Processor seconds for all kinds of records of one hard line of some 5,000 characters."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HARD)
def test_hard_lines(name: str, language: str) -> None:
    setting = made(HARD[name] + "end.", language=language)
    for kind in READERS:
        began = process_time()
        records_of(setting, kind)
        assert process_time() - began < _SLOWEST, kind
