"""Series, running counts, lists of names, ages and spans: sentences through the real reading, and what the ties say."""

from __future__ import annotations

import pytest

from checks.examples import check

HOLDS = [
    ("Thefts rose every year: 310 in 2019, 355 in 2020 and 402 in 2021.", "order"),
    ("Between January and April 2022, 410 complaints of fraud were filed. Between January and September 2022, "
     "911 complaints of fraud were filed.", "order"),
    ("The camps lie in three districts: Quivilla, Marias and Singa.", "total"),
    ("Born on 3 March 1970, the mayor died on 9 May 2021, aged 51.", "duration"),
    ("On 4 May 2019, nearly eight years after the law was adopted on 7 July 2011, the court ruled.", "duration"),
    ("The curfew was in force for 30 days, from 1 June 2022 to 30 June 2022.", "duration"),
    ("Theft was 12 percent nationwide, 20 percent in rural areas and 9 percent in urban areas.", "mean"),
    ("Five offices held 373 of these 688 files.", "total"),
    ("In 2020 there were 60,000 teachers in a population of 30,000,000, or one teacher per 500 inhabitants.", "rate"),
]  # fmt: skip

BREAKS = [
    ("Thefts rose every year: 310 in 2019, 455 in 2020 and 402 in 2021.", "order"),
    ("Between January and April 2022, 1,410 complaints of fraud were filed. Between January and September 2022, "
     "911 complaints of fraud were filed.", "order"),
    ("The camps lie in four districts: Quivilla, Marias and Singa.", "total"),
    ("Born on 3 March 1970, the mayor died on 9 May 2021, aged 44.", "duration"),
    ("On 4 May 2019, nearly four years after the law was adopted on 7 July 2011, the court ruled.", "duration"),
    ("The curfew was in force for 60 days, from 1 June 2022 to 30 June 2022.", "duration"),
    ("Theft was 12 percent nationwide, 20 percent in rural areas and 15 percent in urban areas.", "mean"),
    ("There were 662 robberies in 2022, up from 853 in 2021.", "order"),
    ("Of the fines, 40 percent fell on drivers, 35 percent on shops and the remaining 45 percent on banks.", "total"),
    ("In 2021, 80 people were hurt, 140 of them guards.", "total"),
]  # fmt: skip

SILENT = [
    "On 5 May 2020, two years after the arrest, a law of 3 March 2015 was changed.",
    "Fires broke out every year and fell, 90 in 2018, 80 in 2019 and thefts 95 in 2020.",
    "The number of people in prison stood at 900 in March 2022 and at 700 in June 2022.",
    "He worked in four countries, among others Kenya, Ghana and Mali.",
    "Nine people died, including students, and seven were hurt.",
    "Of those asked, 26 percent of women had work, compared with 74 percent of men.",
    "The occupancy was 13 percent above capacity in July, compared with 8 percent in 2020.",
]


@pytest.mark.parametrize(("text", "kind"), HOLDS)
def test_what_fits_holds(text: str, kind: str) -> None:
    assert (kind, "holds") in {(tie.kind, tie.verdict) for tie in check(text).ties}
    assert not [f for f in check(text).findings if f.severity != "info"]


@pytest.mark.parametrize(("text", "kind"), BREAKS)
def test_what_cannot_be_breaks(text: str, kind: str) -> None:
    assert (kind, "breaks") in {(tie.kind, tie.verdict) for tie in check(text).ties}


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not_related_is_no_tie(text: str) -> None:
    assert not [tie for tie in check(text).ties if tie.verdict == "breaks" or tie.kind in ("order", "total")]
