"""Groups: names by the words around them, and what is said of each."""

from __future__ import annotations

from evidence.records.made import assert_sound, made
from tieout.evidence.records.group import Group, contradictions
from tieout.evidence.records.groups import contradictions_of, groups_of

REPORT = """# Armed and criminal groups
## Banda del Alba
Banda del Alba (BDA) is the largest criminal organisation. It has between 300 and 450 members, and originated \
in Chile. It operates in Arequipa and Cusco and engages in extortion, contract killing and arms trafficking.
Several factions of Banda del Alba operate here, including Los Grises and Nueva Ola.
## Los Ocres
Los Ocres, a criminal gang, has ties with Banda del Alba. Its leader Pedro Rojas was arrested.
Los Ocres is in armed confrontations with Banda del Alba."""


def by_name(text: str, language: str = "en") -> dict[str, Group]:
    return {group.name: group for group in groups_of(made(text, language=language))}


def test_a_report_on_groups() -> None:
    groups = by_name(REPORT)
    assert set(groups) == {"Banda del Alba", "Los Grises", "Nueva Ola", "Los Ocres"}
    alba = groups["Banda del Alba"]
    assert alba.aliases == ("BDA",)
    assert (alba.members_low, alba.members_high, alba.origin) == (300, 450, "Chile")
    assert alba.areas == ("Arequipa", "Cusco")
    assert alba.activities == ("extortion", "contract killing", "arms trafficking")
    assert groups["Los Grises"].parent == groups["Nueva Ola"].parent == "Banda del Alba"
    assert groups["Los Ocres"].allies == groups["Los Ocres"].rivals == ("Banda del Alba",)


def test_allies_who_are_rivals_are_a_contradiction() -> None:
    setting = made(REPORT)
    groups = groups_of(setting)
    assert_sound(groups, setting)
    ((_, ally, rival),) = contradictions(groups)
    text = setting.document.text
    assert text[ally.start : ally.end] == "ties with Banda del Alba"
    assert text[rival.start : rival.end] == "armed confrontations with Banda del Alba"


def test_mentions_are_the_names_words() -> None:
    setting = made(REPORT)
    for group in groups_of(setting):
        for start, end in group.mentions:
            assert setting.document.text[start:end] in {group.name, *group.aliases}


def test_bodies_places_and_persons_are_no_groups() -> None:
    assert by_name("The National Police fought gangs in Los Angeles. The gang leader Ana Soler fled to Chile.") == {}


def test_spanish() -> None:
    groups = by_name("Las bandas como Los Ocres y Nueva Ola operan en Tacna. Los Ocres se dedica a la extorsión.", "es")
    assert set(groups) == {"Los Ocres", "Nueva Ola"}
    assert groups["Los Ocres"].activities == ("extorsión",)


def test_persons_are_named_only_when_asked_for() -> None:
    text = "The criminal organization Banda del Alba is led by Ana Soler Paz. It works in Cusco."
    (plain,) = groups_of(made(text))
    (asked,) = groups_of(made(text), persons=True)
    assert (plain.leaders, asked.leaders) == ((), ("Ana Soler Paz",))


def test_members_who_were_killed_are_no_size() -> None:
    text = "The criminal gangs Los Ocres and Nueva Ola fought. Los Ocres killed 11 members of a village council."
    assert all(group.members_low is None for group in by_name(text).values())


def test_ties_of_persons_are_no_ties_of_the_group_that_seized_them() -> None:
    text = "The gangs Banda del Alba and Los Ocres are there. Banda del Alba killed men linked to Los Ocres."
    assert all(group.allies == () for group in by_name(text).values())


def test_a_rival_of_a_faction_is_no_rival_of_the_whole() -> None:
    text = (
        "Criminal gangs such as Banda del Alba, Los Ocres and Nueva Ola are there. "
        "Los Ocres is fighting against a faction of Banda del Alba."
    )
    assert by_name(text)["Los Ocres"].rivals == ()


def test_a_change_of_sides_is_no_contradiction() -> None:
    assert len(contradictions_of(made(REPORT))) == 1
    text = REPORT.replace("has ties with Banda del Alba", "had ties with Banda del Alba until 2020")
    assert contradictions_of(made(text)) == []
