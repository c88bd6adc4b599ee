"""The small workspace of a country and its page, made once for all tests of this folder."""

from __future__ import annotations

import pytest

from report.country.made_country import small
from tieout.index.frameworks import framework
from tieout.protection.watch import unwatch
from tieout.report.country.gather import Asked, country_of
from tieout.report.country.model import Country
from tieout.report.site.dossier import Dossier
from tieout.workspace.workspace import Workspace


@pytest.fixture(scope="module", autouse=True)
def nothing_watched_before() -> None:
    """What a module makes for all its tests is made before the fixture of each test forgets the names of the last."""
    unwatch()


@pytest.fixture(scope="session")
def peru(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace; tests leave it as it is."""
    return small(tmp_path_factory.mktemp("country"))


@pytest.fixture(scope="session")
def country(peru: Workspace) -> Country:
    """What it holds on Peru, in English, by the shipped framework."""
    return country_of(peru, "PER", Asked(framework("oc-index-2023"), comparisons=Dossier(peru, "en").comparisons))
