"""The table of publishers, and a user's table over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.errors import UsageError
from tieout.language.countries import alpha2
from tieout.sources.publisher import extended, host_of, shipped
from tieout.sources.words import fold


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("USDOS", "usdos"),
        ("US Department of State", "usdos"),
        ("Departamento de Estado de los Estados Unidos", "usdos"),
        ("ACNUR", "unhcr"),
        ("human rights watch", "hrw"),
        ("The World Bank", "worldbank"),
        ("Economist", "economist"),
        ("CIDH", "iachr"),
        ("Nobody at All", None),
        ("ecoi.net", None),
    ],
)
def test_names(name: str, key: str | None) -> None:
    found = shipped().named(name)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.hrw.org/news/x", "hrw"),
        ("https://data.unhcr.org/x", "unhcr"),
        ("https://es.insightcrime.org/", "insightcrime"),
        ("https://www.ecoi.net/en/document/1.html", "ecoi"),
        ("https://example.org/", None),
        ("not an address", None),
        ("http://[bad", None),
    ],
)
def test_sites(url: str, key: str | None) -> None:
    found = shipped().at(url)
    assert (found.key if found else None) == key


def test_the_shipped_table_is_sound() -> None:
    table = shipped()
    assert len(table.publishers) >= 300
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for publisher in table.publishers:
        assert publisher.country is None or alpha2(publisher.country) == publisher.country, publisher.key
        for name in {fold(n) for n in (publisher.name, *publisher.aliases)}:
            assert names.setdefault(name, publisher.key) == publisher.key, f"{name}: {names[name]} and {publisher.key}"
        for domain in publisher.domains:
            assert domain == domain.lower() and not domain.startswith("www."), domain
            assert domains.setdefault(domain, publisher.key) == publisher.key, domain
    kinds = {publisher.kind for publisher in table.publishers}
    assert kinds >= {"state", "intergovernmental", "ngo", "academic", "think_tank", "press"}


def test_a_users_table_adds_and_wins(tmp_path: Path) -> None:
    path = tmp_path / "publishers.toml"
    path.write_text(
        '[press]\nreuters = { name = "Reuters News" }\nvoz = { name = "La Voz", country = "PE" }\n', encoding="utf-8"
    )
    table = extended(path)
    assert table.named("La Voz") and table.named("HRW")
    found = table.named("Reuters News")
    assert found is not None and found.kind == "press"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[newspapers]\na = { name = "A" }', "is no kind of publisher"),
        ('[press]\na = { nam = "A" }', "wants a name"),
        ('[press]\na = { name = "A", site = "x" }', "'site'"),
        ('[press]\na = { name = "A", aliases = "B" }', "are lists"),
        ("press = 1", "wants lines like"),
        ("[press", "cannot be read"),
    ],
)
def test_a_faulty_table_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "publishers.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        extended(path)


def test_hosts() -> None:
    assert host_of("https://www.example.org:80/a") == "example.org"
