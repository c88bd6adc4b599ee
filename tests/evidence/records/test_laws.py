"""Laws: numbered, named, acted on."""

from __future__ import annotations

import pytest

from evidence.records.made import assert_sound, made
from tieout.evidence.records.law import join
from tieout.evidence.records.laws import laws_of

NUMBERED = [
    ("en", "Law 30364 has not been applied.", [("law", "30364", None)]),
    ("en", "The courts apply laws 30364, 31146 and 32138.", [("law", n, None) for n in ("30364", "31146", "32138")]),
    ("en", "Supreme Decree 105-2023-PCM covered the north.", [("decree", "105-2023-PCM", "2023")]),
    ("en", "Members debated bill 06816/2023-CR for hours.", [("bill", "06816/2023-CR", "2023")]),
    ("en", "Under Act No. 10 of 2019 permits expire.", [("law", "10", "2019")]),
    ("en", "Public Law 117-58 pays for it.", [("law", "117-58", None)]),
    ("en", "Decree-Law 35 and Executive Order 14059 stay.", [("decree", "35", None), ("decree", "14059", None)]),
    ("en", "Article 23 of Law No. 26.364 defines it.", [("law", "26364", None)]),
    ("en", "In case 02097-2021-HC/TC nothing changed.", [("ruling", "02097-2021-HC/TC", "2021")]),
    ("en", "The agreement cites Security Council resolution 1325 twice.", []),
    ("en", "Law 12 percent of them knew.", []),
    ("en", "The law 5 years later was the same.", []),
    ("es", "La Ley Orgánica 1/2004 sigue vigente.", [("law", "1/2004", "2004")]),
    ("es", "Rige la Ley 1761 de 2015 en las ciudades.", [("law", "1761", "2015")]),
    ("es", "Las leyes 30364, 31146 y 32138 no bastan.", [("law", n, None) for n in ("30364", "31146", "32138")]),
    ("es", "El Decreto Supremo nº 002-98- JUS lo reglamenta.", [("decree", "002-98-JUS", None)]),
    ("es", "Según el Exp. 00013-2024-PI/TC, no procede.", [("ruling", "00013-2024-PI/TC", "2024")]),
    ("es", "El proyecto de ley núm. 442 espera.", [("bill", "442", None)]),
    ("es", "La Sentencia T-025 de 2004 lo ordena.", [("ruling", "T-025", "2004")]),
    ("es", "Por la Ley núm. 22, de 14 de julio de 1997, se creó.", [("law", "22", "1997-07-14")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), NUMBERED, ids=[text for _, text, _ in NUMBERED])
def test_numbers(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    setting = made(text, language=language)
    found = [law for law in laws_of(setting) if law.number]
    assert [(law.kind, law.number, law.date) for law in found] == expected
    assert_sound(found, setting)


NAMED = [
    ("en", "The Harbour Safety Act of 2017 is not enforced.", ["Harbour Safety Act of 2017"]),
    ("en", "Both the 2016 River Act and the 2018 Lake Act apply.", ["2016 River Act", "2018 Lake Act"]),
    ("en", "Peru's coastal fishing law was modern.", ["coastal fishing law"]),
    ("en", "It joined the Convention on the Rights of the Child.", ["Convention on the Rights of the Child"]),
    ("en", "The Escazú Agreement protects them.", ["Escazú Agreement"]),
    ("en", "They teach international human rights law and Criminal Law.", []),
    ("en", "The Convention was a success, and the Rule of Law too.", []),
    ("es", "La Ley General del Ambiente, de 2005, no se aplica.", ["Ley General del Ambiente"]),
    ("es", "Invocó la Convención sobre los Derechos del Niño.", ["Convención sobre los Derechos del Niño"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), NAMED, ids=[text for _, text, _ in NAMED])
def test_names(language: str, text: str, expected: list[str]) -> None:
    setting = made(text, language=language)
    assert [law.text for law in laws_of(setting)] == expected


ACTS = [
    ("en", "In May 2024, Congress amended the Penal Code to ban it, which judges regret.",
     ("In May 2024, Congress amended the Penal Code to ban it", "2024-05", "Congress", "passed")),
    ("en", "The president signed it into law on June 3, 2021.",
     ("The president signed it into law on June 3, 2021", "2021-06-03", "president", "signed")),
    ("en", "President Ana Soler vetoed the port reform in May 2019, but Parliament rejected the veto in June 2020.",
     ("President Ana Soler vetoed the port reform in May 2019, but Parliament rejected the veto in June 2020",
      "2019-05", "President Ana Soler", "vetoed_overturned")),
    ("en", "In October 2018, the Supreme Court declared two of the taxes unconstitutional.",
     ("In October 2018, the Supreme Court declared two of the taxes unconstitutional",
      "2018-10", "Supreme Court", "declared_unconstitutional")),
    ("en", "As of July 2021, the Senate was debating a bill to fine hunters.",
     ("As of July 2021, the Senate was debating a bill to fine hunters", "2021-07", "Senate", "pending")),
    ("en", "The act, which took effect on March 2, 2020, worries farmers.",
     ("The act, which took effect on March 2, 2020", "2020-03-02", None, "in_force")),
    ("en", "Members of Congress passed a difficult year.", None),
    ("en", "Congress should pass a law on mergers.", None),
    ("en", "Congress passed legislation.", None),
    ("es", "En mayo de 2024, el Congreso modificó el Código Penal, lo que preocupa.",
     ("En mayo de 2024, el Congreso modificó el Código Penal", "2024-05", "Congreso", "passed")),
    ("es", "El Tribunal Constitucional declaró inconstitucional la norma en 2021.",
     ("El Tribunal Constitucional declaró inconstitucional la norma en 2021", "2021", "Tribunal Constitucional",
      "declared_unconstitutional")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), ACTS, ids=[text for _, text, _ in ACTS])
def test_acts(language: str, text: str, expected: tuple[str, str | None, str | None, str] | None) -> None:
    setting = made(text, language=language)
    found = [law for law in laws_of(setting) if law.name is None]
    assert_sound(found, setting)
    if expected is None:
        assert found == []
        return
    (law,) = found
    first = law.text[0].upper() + law.text[1:]
    wanted = expected[0] if first == expected[0] else expected[0].partition(" ")[2]
    assert law.text.lower() == wanted.lower()
    assert (law.date, law.actor, law.status) == expected[1:]


def test_things_one_body_did_in_one_sentence() -> None:
    setting = made("Parliament lowered the voting age, banned plastic bags, and weakened the hunting law.")
    assert [law.text for law in laws_of(setting)] == [
        "Parliament lowered the voting age",
        "banned plastic bags",
        "weakened the hunting law",
    ]


def test_it_is_the_body_of_the_sentence_before() -> None:
    setting = made("The Constitutional Court has new members. In 2023, it issued a ruling that limits recounts.")
    (law,) = laws_of(setting)
    assert (law.actor, law.date, law.kind) == ("Constitutional Court", "2023", "ruling")


def test_an_emergency_is_a_decree_too() -> None:
    setting = made("On May 4, 2020, the government declared a state of emergency in Tacna for 30 days.")
    (law,) = laws_of(setting)
    assert (law.kind, law.date, law.actor) == ("decree", "2020-05-04", "government")


def test_mentions_of_one_law_are_joined_across_documents() -> None:
    one = laws_of(made("Law 30364 helps. Law No. 30364 also harms."))
    other = laws_of(made("Rige la Ley N° 30364 en el país.", language="es"))
    joined = join([*one, *other])
    assert {key: len(laws) for key, laws in joined.items()} == {"PE:law:30364": 3}


def test_without_a_country_there_is_no_key() -> None:
    (law,) = laws_of(made("Law 30364 helps.", country=None))
    assert law.key is None


@pytest.mark.parametrize(
    ("text", "named_only"),
    [
        ("The Escazú Agreement matters to activists.", [True]),
        ("Law 30364 has not been applied.", [True]),
        ("The Constitutional Court ordered the release of two men in 2023.", [False]),
    ],
)
def test_a_law_that_is_named_only(text: str, named_only: list[bool]) -> None:
    assert [law.is_named_only for law in laws_of(made(text))] == named_only
