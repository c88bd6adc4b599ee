"""Writing the site of a workspace with its country page: what the user asked for is found and read here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tieout.changes.workspaces import workspaces
from tieout.errors import UsageError
from tieout.evidence.terms_of_reference import read_terms
from tieout.index.countries import iso3 as iso3_of
from tieout.index.framework import Framework
from tieout.index.frameworks import framework as framework_of
from tieout.index.results import Results
from tieout.index.sheet import read_scores
from tieout.report.changes.page import changes_page
from tieout.report.country.followup import NAME, Followed, read_followup
from tieout.report.country.gather import Asked, country_of
from tieout.report.country.model import Score
from tieout.report.country.official import charts_of
from tieout.report.country.page import country_page
from tieout.report.country.scored import scores_of
from tieout.report.site.dossier import Dossier
from tieout.report.site.site import write_site
from tieout.workspace.workspace import Workspace, open_workspace

CHANGES = "changes"
"""Name of the page of what changed."""
FRAMEWORK = "oc-index-2023"
"""The framework that a page has when nobody names one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asks for; None is what the workspace says, or nothing."""

    country: str | None = None
    language: str = "en"
    framework: str | None = None
    scores: Path | None = None
    previous: Path | None = None
    followup: Path | None = None
    since: Path | None = None
    """An older workspace; a page says what changed since."""


def write_country(workspace: Workspace, wanted: Wanted, out: Path | None = None) -> Path:
    """Write the site and say where its country page is. UsageError when something that was asked for is not there."""
    dossier = Dossier(workspace, wanted.language, (CHANGES,) if wanted.since else ())
    pages = {"index.html": page_of(workspace, wanted, dossier)}
    if wanted.since:
        pages[f"{CHANGES}.html"] = _changes(dossier, wanted.since)
    return write_site(workspace, out, wanted.language, pages, dossier) / "index.html"


def page_of(workspace: Workspace, wanted: Wanted, dossier: Dossier | None = None) -> str:
    """The country page alone. It reads what may be shown, never more."""
    scope, iso3 = workspace.scope, _country(workspace, wanted.country)
    framework = framework_of(wanted.framework or scope.framework or FRAMEWORK)
    dossier = dossier or Dossier(workspace, wanted.language)
    asked = Asked(
        framework,
        wanted.language,
        dossier.comparisons,
        _scores(wanted, scope.scores, framework, iso3),
        read_terms(Path(scope.terms)) if scope.terms else None,
        _followup(workspace, wanted.followup),
    )
    country = country_of(dossier.workspace, iso3, asked)
    charts = charts_of(Path(scope.data), country, framework, wanted.language) if scope.data else {}
    return country_page(country, dossier.workspace, dossier.frame, charts)


def _changes(dossier: Dossier, since: Path) -> str:
    """The page of what changed since an older workspace."""
    older = open_workspace(since).public
    return changes_page(dossier.frame, workspaces(older, dossier.workspace), older, dossier.workspace)


def _country(workspace: Workspace, said: str | None) -> str:
    named = said or workspace.scope.country
    if named is None:
        raise UsageError("which country? name it (tieout country PER), or set country in [workspace] of tieout.toml")
    found = iso3_of(named)
    if found is None:
        raise UsageError(f"{named}: no country of this code or name; write its ISO 3166-1 code, such as PER")
    return found


def _scores(wanted: Wanted, stated: str | None, framework: Framework, iso3: str) -> dict[str, Score]:
    path = wanted.scores or (Path(stated) if stated else None)
    if path is None:
        if wanted.previous:
            raise UsageError("--previous is compared with --scores; name the newer table too")
        return {}
    old = Results(read_scores(wanted.previous, framework)) if wanted.previous else None
    return scores_of(Results(read_scores(path, framework)), iso3, old)


def _followup(workspace: Workspace, path: Path | None) -> tuple[Followed, ...]:
    if path is not None:
        if not path.is_file():
            raise UsageError(f"{path}: no such file of follow-up")
        return read_followup(path)
    return tuple(one for root in workspace.manifest.roots for one in read_followup(Path(root.path) / NAME))
