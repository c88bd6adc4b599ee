"""Protected names: found however they are written, and never told."""

from __future__ import annotations

import html
import json
import time
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.errors import ProtectedError, UsageError
from tieout.protection.guard import WITHHELD, Guard

GUARD = Guard(
    [
        "Quispe Huamán, María Elena",
        "Pariamarca",
        "M. T. R.",
        '"Casa Girasol"',
        "Harbour Rights Centre",
        "+51 987 654 321",
        "José de la Cruz Ticona",
        "Þóra Øster",
        "李小龍",
        "Мария Иванова",
    ]
)

WRITTEN = [
    ("María Quispe", 1),
    ("MARIA  QUISPE\tHUAMAN", 1),
    ("Quispe, María", 1),
    ("Quispe Huamán; María Elena", 1),
    ("maría-elena quispe", 1),
    ("the Quispe Huamán family", 1),
    ("both Quispe Huamáns", 1),
    ("Huamán, María", 1),
    ("María E. Quispe", 1),
    ("María Quispe’s son", 1),
    ("Mari\u0301a Quispe", 1),
    ("ＭＡＲＩＡ\u3000ＱＵＩＳＰＥ", 1),
    ("Ma\u200bría Quis\u00adpe", 1),
    ("María\u2060 \u2009\u202fQuispe", 1),
    ("Mаría Quisрe (two letters of another alphabet)", 1),
    ("María Quis-\npe said", 1),
    ("María\n    Quispe", 1),
    ("M a r í a Q-u-i-s-p-e", 1),
    ("Mar&iacute;a&nbsp;Quispe", 1),
    ("&#77;ar&#xED;a Quispe", 1),
    ("https://example.org/Mar%C3%ADa%20Quispe", 1),
    ("https://example.org/?who=maria+quispe&x=1", 1),
    ("Mar%25C3%25ADa_Quispe", 1),
    ("f/2023-maria_quispe-2.docx", 1),
    ("mariaquispe@example.org", 1),
    ("InterviewMaríaQuispe.pdf", 1),
    ("interviewmariaquispefinal", 1),
    ("<b>Mar</b><i>ía</i> Quispe", 1),
    ("<td>María</td><td>Quispe</td>", 1),
    ("<p>said maría</p><p>quispe then</p>", 1),
    ('<a href="x" title="María Quispe">y</a>', 1),
    (r'{"who": "Mar\u00eda\nQuispe"}', 1),
    ("in pariamarca.", 2),
    ("M.T.R. said", 3),
    ("(MTR)", 3),
    ("casa girasol", 4),
    ("harbour-rights centre", 5),
    ("tel:+51987654321", 6),
    ("51 98 765 43 21", 6),
    ("José De La Cruz", 7),
    ("de la Cruz Ticona, José", 7),
    ("Thora Oster", 8),
    ("他說李小龍在這裏", 9),
    ("ИВАНОВА Мария", 10),
]


@pytest.mark.parametrize(("text", "entry"), WRITTEN)
def test_a_name_is_found_however_it_is_written(text: str, entry: int) -> None:
    for around in (text, f"Before. {text} After.", f"«{text}»"):
        hits = GUARD.hits(around)
        assert {hit.entry for hit in hits} == {entry}
        assert all(0 <= hit.start < hit.end <= len(around) for hit in hits)
        assert not GUARD.meets(GUARD.masked(around))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "María Elena went home.",
        "María said that Rosa Quispe had left.",
        "Quispe said nothing, and Huamán neither.",
        "Pariamarcas Altas",
        "the mtr of the line",
        "AMTRAK",
        "Casa del Girasol",
        "Harbour Rights and the Centre of the town",
        "4151 987 654 3210",
        "the port of la Cruz",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert GUARD.hits(text) == ()
    assert GUARD.masked(text) == text


def test_the_words_of_a_body_are_not_sought_in_part() -> None:
    assert not Guard(["Harbour Rights Centre of Oruro"]).meets("the Harbour Rights Act")
    assert Guard(["Elena Quispe Mamani"]).meets("Elena Quispe was heard")
    assert not Guard(['"Elena Quispe Mamani"']).meets("Elena Quispe was heard")


@pytest.mark.parametrize("wrong", ["x", "-", "12", "+51"])
def test_an_entry_that_stands_everywhere_is_refused(wrong: str) -> None:
    with pytest.raises(UsageError, match="write more"):
        Guard([wrong])


def test_an_empty_list_watches_nothing() -> None:
    assert not Guard() and not Guard([" ", ""])
    assert Guard().hits("María Quispe") == ()
    Guard().refuse(b"PK\x03\x04 damaged", "María Quispe.docx")


def test_a_refusal_says_where_and_how_many_and_never_who() -> None:
    with pytest.raises(ProtectedError) as one:
        GUARD.refuse("María Quispe came to Pariamarca. MARIA QUISPE.", "maria-quispe.html")
    assert "2 protected names" in str(one.value) and "entries 1, 2" in str(one.value)
    assert not GUARD.meets(str(one.value)) and "\n" not in str(one.value)
    with pytest.raises(ProtectedError, match="stands in its name") as other:
        GUARD.refuse("nothing", "maria-quispe.html")
    assert not GUARD.meets(str(other.value))


def test_a_withheld_sentence_keeps_the_length_of_the_text() -> None:
    text = "First one. Then María Quispe told us (see 3.4) that 12 men came. Then more.\n\nPariamarca\n\nEnd."
    covered, spans = GUARD.covered(text)
    assert len(covered) == len(text) and not GUARD.meets(covered)
    assert [text[a:b] for a, b in spans] == [
        "Then María Quispe told us (see 3.4) that 12 men came.",
        "Pariamarca",
    ]
    assert " ".join(covered.split()) == f"First one. {WITHHELD} Then more. {WITHHELD} End."


NAMES = st.lists(
    st.text(st.characters(categories=["Ll"], max_codepoint=0x17F), min_size=3, max_size=9), min_size=2, max_size=4
).filter(lambda words: all(len(word.casefold()) == len(word) for word in words))
WAYS: list[Callable[[str], str]] = [
    str,
    str.upper,
    str.title,
    quote,
    quote_plus,
    html.escape,
    json.dumps,
    lambda name: " ".join(reversed(name.split())) if len(name.split()) == 2 else name,
    lambda name: name.replace(" ", "\u00a0"),
    lambda name: name.replace(" ", "_"),
    lambda name: name.replace(" ", "-\n"),
    "\u200b".join,
    lambda name: "".join(f"&#{ord(sign)};" for sign in name),
    lambda name: "".join(f"<i>{html.escape(sign)}</i>" for sign in name),
]


@given(NAMES, st.sampled_from(range(len(WAYS))), st.text(max_size=30), st.text(max_size=30))
def test_any_name_is_found_and_masked_in_any_text(words: list[str], way: int, before: str, behind: str) -> None:
    name = " ".join(words)
    guard = Guard([name])
    text = f"{before}\n{WAYS[way](name)}\n{behind}"
    assert guard.meets(text)
    assert not guard.meets(guard.masked(text))
    covered, _ = guard.covered(text)
    assert len(covered) == len(text)


@given(st.text(max_size=200))
def test_hits_lie_in_the_text(text: str) -> None:
    assert all(0 <= hit.start < hit.end <= len(text) for hit in GUARD.hits(text))


@pytest.mark.parametrize(
    "unit",
    ["María ", "M a ", "<", "<a ", "&", "&amp;", "%C3", "\\u00e1", "- \n", "Quispe, ", "-", "María E. ", "\u0301"],
)
def test_time_grows_with_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.perf_counter()
        GUARD.hits(text)
        return time.perf_counter() - start

    cost(1000)
    assert cost(400_000) < max(40 * cost(40_000), 3.0)
