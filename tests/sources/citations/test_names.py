"""What can be the name of an author, and how far it reaches."""

from __future__ import annotations

import pytest

from tieout.sources.citations.names import author_end, is_name, state_of
from tieout.sources.publisher import shipped


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Human Rights Watch", True),
        ("Comisión Interamericana de Derechos Humanos", True),
        ("eldiario.es", True),
        ("iNews", True),
        ("Ruiz et al.", True),
        ("The party is led by a banker", False),
        ("as a comparison", False),
        ("For a detailed map", False),
        ("", False),
        ("Prosecutor of the", False),
        ("وكالة الأنباء", True),
    ],
)
def test_names(text: str, name: bool) -> None:
    assert is_name(text) is name


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("HRW, A Title", "HRW"),
        ("Peru, Ministerio de Salud, Boletín", "Peru, Ministerio de Salud"),
        ("Peru, Plan de acción 2020", "Peru"),
        ("Peru, Plan de acción, segunda edición", "Peru"),
        ("EU, Eurostat, Asylum applicants", "EU, Eurostat"),
        ("OAS, IACHR, Annual Report", "OAS, IACHR"),
        ("Iraq, KRG, Ministry of Interior, Bulletin", "Iraq, KRG, Ministry of Interior"),
        ("Ruiz, Ana, Una historia", "Ruiz, Ana"),
        ("Ruiz, A., Roe, B., A Story", "Ruiz, A., Roe, B."),
        ("Ruiz, Ana et al., A Story", "Ruiz, Ana et al."),
        ("Ruiz, Ana, in The Dialogue, A Story", "Ruiz, Ana, in The Dialogue"),
        ("Expreso, Cae el precio, suben las ventas", "Expreso"),
        ("Ruritania, National Police, Yearbook", "Ruritania, National Police"),
        ("Foreign, Commonwealth and Development Office, Advice", "Foreign, Commonwealth and Development Office"),
    ],
)
def test_the_author_reaches_up_to_the_title(head: str, author: str) -> None:
    segments = head.split(",")
    count, _ = author_end(segments, shipped())
    assert ",".join(segments[:count]) == author


@pytest.mark.parametrize(
    ("name", "code"), [("Peru", "PE"), ("The Netherlands", "NL"), ("US", "US"), ("HRW", None), ("Lima", None)]
)
def test_states(name: str, code: str | None) -> None:
    assert state_of(name) == code
