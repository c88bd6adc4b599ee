"""Rules of family I on profiles and prose: what they raise, and what they must leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.examples import check, scores
from tieout.checks.check import check as check_files
from tieout.checks.request import Hints, Request

ACTORS = {
    "Criminal actors": "6.60",
    "Mafia-style groups": "7.00",
    "Criminal networks": "8.50",
    "State-embedded actors": "7.50",
    "Foreign actors": "6.00",
    "Private sector actors": "4.00",
}


def profile(**changed: str) -> str:
    rows = {label: changed.get(label.lower().replace(" ", "_").replace("-", "_"), v) for label, v in ACTORS.items()}
    return "\n".join(f"{label} {value}" for label, value in rows.items() if value)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (profile(), []),
        (profile(criminal_actors="6.6"), []),
        (profile(criminal_actors="6.61"), ["I702"]),
        (profile(foreign_actors="6.25"), ["I701"]),
        (profile(foreign_actors="60"), ["I701"]),
        (profile(foreign_actors="6.50"), ["I702"]),
        (profile(foreign_actors=""), []),  # one is missing, so that no mean follows
        ("Corruption index: transparency 6.25, prevention 7.10, law enforcement 3.30.", []),
        ("In the Organized Crime Index, Peru's resilience score is 11.30.", ["I701"]),
        ("In another index, Peru's resilience score is 11.30.", []),
        ("On the Organized Crime Index its resilience score fell from 4.58 to 4.38, a drop of 0.21 points.", []),
        ("On the Organized Crime Index its resilience score fell from 4.58 to 4.38, a drop of 0.40 points.", ["I704"]),
    ],
)
def test_what_is_raised(text: str, codes: list[str]) -> None:
    assert [f.rule for f in check(text).findings if f.rule[0] == "I"] == codes


@pytest.mark.parametrize(
    ("ranks", "raised"),
    [
        ("32nd of 193 countries, 10th of 35 American countries, 6th of 12 South American countries", False),
        ("32nd of 193 countries, 10th of 35 American countries, 11th of 12 South American countries", True),
        ("32nd of 193 countries, 1st of 35 American countries, 6th of 12 South American countries", True),
        ("180th of 193 countries, 20th of 35 American countries", True),  # 13 behind in the world, 15 in a part of it
        ("32nd of 199 countries", True),
    ],
)
def test_ranks_nest(ranks: str, raised: bool) -> None:
    found = check(f"6.60 criminal actors score: {ranks}.\n{profile(criminal_actors='')}").findings
    assert ("I703" in [f.rule for f in found]) == raised


def test_against_the_scores() -> None:
    text = "\n".join(f"{label} {value}" for label, value in {**ACTORS, "Criminal networks": "8.00"}.items())
    found = check(text, given={"scores": scores()}).findings
    assert [(f.rule, f.text) for f in found if f.rule == "I705"] == [("I705", "8.00")]


def test_messages_in_spanish(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text(profile(criminal_actors="6.90"), encoding="utf-8")
    found = check_files(path, Request(Hints(country="PE", language="en"), lang="es")).result.findings
    assert "“Actores criminales” 6.90" in found[0].message
    assert "6,60" in found[0].message


@pytest.mark.shared
def test_the_seed_profile_is_sound_and_its_mistakes_are_found(shared: Path, tmp_path: Path) -> None:
    (seed,) = (shared / "seeds").glob("003_*.txt")
    request = Request(
        Hints(country="PE"), scores=shared / "data" / "ocindex" / "ocindex_2023.csv", framework="oc-index-2023"
    )
    assert check_files(seed, request).result.findings == ()
    text = seed.read_text(encoding="utf-8")
    for old, new, rule in (
        ("6.40 CRIM", "6.30 CRIM", "I702"),
        ("4.38 RESIL", "4.37 RESIL", None),  # 4.375: a half may fall either way
        ("HEROIN TRADE\t5.50", "HEROIN TRADE\t5.75", "I701"),
        ("COCAINE TRADE\t9.00", "COCAINE TRADE\t19.00", "I701"),
        ("6<sup>th</sup>", "11<sup>th</sup>", "I703"),
    ):
        assert old in text
        path = tmp_path / "changed.txt"
        path.write_text(text.replace(old, new), encoding="utf-8", newline="")
        rules = [f.rule for f in check_files(path, Request(Hints(country="PE"))).result.findings]
        assert rules == ([rule] if rule else []), new
        assert check_files(path, request).result.findings, new


@pytest.mark.shared
def test_no_false_alarm_in_other_reports(shared: Path) -> None:
    paths = [
        shared / "docs" / f"{name}.txt"
        for name in ("usdos_2022_peru", "usdos_2023_ecuador", "csrla_mexiko_introduccion_es")
    ]
    found = check_files(paths, Request()).result.findings
    assert [f.message for f in found if f.rule[0] == "I"] == []
