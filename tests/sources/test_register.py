"""Citations of one item are one source; those of two are two."""

from __future__ import annotations

import pytest

from tieout.sources.citation import Citation
from tieout.sources.owner import Owner
from tieout.sources.publisher import shipped
from tieout.sources.register import Cited, bare_address, is_site, language_of_title, register

HRW = Owner("hrw", "Human Rights Watch", "ngo", None)


def cited(
    title: str, date: str | None = "2021-05-03", url: str | None = None, kind: str = "report", text: str = ""
) -> Cited:
    citation = Citation("HRW", title, date, url, None, kind, False, "hrw", 0, 1)  # type: ignore[arg-type]
    return Cited(citation, HRW, "1", text)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (cited("No Way Back"), cited("No way back"), True),
        (cited("No Way Back", "2021-05-03"), cited("No Way Back", None), True),
        (cited("No Way Back", "2021-05-03"), cited("No Way Back", "2021-05-20"), True),
        (cited("Monthly Bulletin", "2021-05"), cited("Monthly Bulletin", "2021-07"), False),
        (cited("Yearbook", "2021"), cited("Yearbook", "2023"), False),
        (cited("VI Census", url="https://x.org/a"), cited("Census", url="http://www.x.org/a/"), True),
        (
            cited("interview with A", "2021-05-03", kind="interview"),
            cited("interview with A", "2021-05-04", kind="interview"),
            False,
        ),
        (cited("One"), cited("Two"), False),
        (cited("Map", "2021-05-03", "https://x.org/a"), cited("Map", "2021-05-09", "https://x.org/b"), False),
    ],
)
def test_joined(one: Cited, other: Cited, joined: bool) -> None:
    sources, keys = register([one, other], shipped())
    assert (len(sources) == 1) is joined
    assert (keys[0] == keys[1]) is joined


def test_both_dates_and_titles_stay_visible() -> None:
    (source,), _ = register(
        [cited("VI Census", "2021-05-03", "https://x.org/a"), cited("Census", "2021-05-04", "https://x.org/a")],
        shipped(),
    )
    assert source.dates == ("2021-05-03", "2021-05-04")
    assert source.titles == ("VI Census", "Census")


def test_funder_and_distributor_as_stated() -> None:
    words = "HRW, No Way Back, funded by the Coast Trust, 2021, via ecoi.net"
    (source,), _ = register([cited("No Way Back", text=words)], shipped())
    assert (source.funder, source.distributor) == ("the Coast Trust", "ecoi.net")
    (other,), _ = register([cited("No Way Back", url="https://www.ecoi.net/en/1.html")], shipped())
    assert other.distributor == "ecoi.net"


def test_keys_are_never_given_twice() -> None:
    sources, _ = register([cited("One way to go there"), cited("One way to go home")], shipped())
    assert len({source.key for source in sources}) == 2


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://www.x.org/a/?utm_source=b#c", "x.org/a"),
        ("http://x.org/a?id=3", "x.org/a?id=3"),
        ("x.org", "x.org"),
    ],
)
def test_bare_address(url: str, bare: str) -> None:
    assert bare_address(url) == bare


@pytest.mark.parametrize(
    ("title", "language"),
    [("The state of the camps", "en"), ("El estado de los campos", "es"), ("Mali 2023", None), (None, None)],
)
def test_language_of_titles(title: str | None, language: str | None) -> None:
    assert language_of_title(title) == language


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.inei.gob.pe/", True), ("inei.gob.pe", True),
        ("https://x.example/a", False), ("https://x.example/?id=3", False),
    ],
)  # fmt: skip
def test_an_address_of_a_whole_site_is_no_items(url: str, site: bool) -> None:
    assert is_site(url) is site
