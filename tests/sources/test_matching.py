"""Which text a citation means; what is not certain is not matched."""

from __future__ import annotations

import pytest

from sources.made import held
from tieout.sources.library import Item
from tieout.sources.matching import Cited, matches

ITEMS = [
    Item("a.txt", title="2022 Country Review: Peru", publisher="Harbour Office", date="2023"),
    Item("b.txt", title="2023 Country Review: Peru", publisher="Harbour Office", date="2024"),
    Item("c.txt", title="2022 Country Review: Ecuador", publisher="Harbour Office", date="2023"),
    Item("d.txt", title="Nights on the quay", publisher="Port Gazette", url="https://www.gazette.example/nights/"),
    Item("gazette_smuggling_survey.txt"),
]
TEXTS = [held("Smuggling survey of the Port Gazette\n\nNothing much was said.", item) for item in ITEMS]


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (Cited("Harbour Office, 2022 Country Review: Peru, 3 May 2023"), [0]),
        (
            Cited("Harbour Office, 2022 Country Review: Peru, 3 May 2023", "2022 Country Review: Peru", "2023-05-03"),
            [0],
        ),
        (Cited("Harbour Office, 2023 Country Review: Peru", "2023 Country Review: Peru"), [1]),
        (Cited("Harbour Office, 2022 Country Review: Ecuador", "2022 Country Review: Ecuador"), [2]),
        (Cited("Harbour Office, 2019 Country Review: Peru", "2019 Country Review: Peru"), []),
        (Cited("Harbour Office, 2022 Country Review: Chile", "2022 Country Review: Chile"), []),
        (Cited("read at http://gazette.example/nights", url="http://gazette.example/nights"), [3]),
        (Cited("Port Gazette, Nights on the quay, n.d."), [3]),
        (Cited("Port Gazette, Smuggling survey", "Smuggling survey"), [4]),
        (Cited("Coastal Review, Shadows over water, 2021", "Shadows over water", "2021"), []),
    ],
    ids=lambda value: value.words if isinstance(value, Cited) else "",
)
def test_matches(cited: Cited, expected: list[int]) -> None:
    assert matches(cited, TEXTS) == expected
