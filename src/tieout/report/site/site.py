"""Writing the site of a workspace: every page and download made first, then put in place all at once."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from tieout.errors import UsageError
from tieout.index.csv_text import csv_text
from tieout.report.atomic import write_bytes
from tieout.report.exports.table import Table, table
from tieout.report.exports.workbook import workbook
from tieout.report.site.address import document_page
from tieout.report.site.comparisons import comparisons_html
from tieout.report.site.contents import contents_html
from tieout.report.site.document import document_html
from tieout.report.site.dossier import Dossier
from tieout.report.site.figures import figures_html
from tieout.report.site.groups import groups_html
from tieout.report.site.laws import laws_html
from tieout.report.site.map import map_html
from tieout.report.site.records import records_html
from tieout.report.site.shell import frame_of
from tieout.report.site.sources import sources_html
from tieout.workspace.workspace import Workspace

FOLDER = "site"
MARK = ".tieout-site"
"""An empty file that says a folder holds a site and may be replaced by another."""
_SHEET = 1_000_000
"""Rows beyond which there is no workbook: Excel holds little more."""


def write_site(
    workspace: Workspace,
    out: Path | None = None,
    lang: str = "en",
    pages: Mapping[str, str] | None = None,
    dossier: Dossier | None = None,
) -> Path:
    """Write the site of a workspace, by default into the workspace, and say where it is. `pages` are further pages by
    name (`index.html`, `changes.html`), set by `shell.render`; they take the place of ours. A `dossier` that made them
    saves reading everything again. UsageError when the folder is none of ours."""
    folder = out or workspace.path / FOLDER
    _check(folder)
    given = dict(pages or {})
    files = site(dossier or Dossier(workspace, lang), given)
    folder.parent.mkdir(parents=True, exist_ok=True)
    private = folder.absolute().is_relative_to(workspace.path.absolute())
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, content in sorted(files.items()):
            _put(fresh / name, content, private)
        if not private:
            fresh.chmod(0o755)
        _replace(folder, fresh)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return folder


def site(dossier: Dossier, pages: Mapping[str, str]) -> dict[str, bytes]:
    """Content by name of everything the site has."""
    dossier.frame = frame_of(dossier.workspace, dossier.lang, [name.removesuffix(".html") for name in pages])
    figures = _downloads(table(dossier.workspace, "figures"))
    files: dict[str, bytes] = {f"data/figures.{form}": data for form, data in figures.items()}
    downloads = [name.rpartition(".")[2] for name in files]
    made = {
        "sources.html": sources_html(dossier),
        "figures.html": figures_html(dossier, downloads),
        "comparisons.html": comparisons_html(dossier),
        "laws.html": laws_html(dossier),
        "groups.html": groups_html(dossier),
        "map.html": map_html(dossier),
        "records.html": records_html(dossier),
    }
    for entry, part in dossier.workspace.parts():
        made[document_page(entry)] = document_html(entry, part, dossier.frame, dossier.register, dossier.links)
    if "index.html" not in pages:
        made["index.html"] = contents_html(dossier)
    files.update((name, text.encode()) for name, text in {**made, **pages}.items())
    return {**files, MARK: b""}


def _downloads(figures: Table) -> dict[str, bytes]:
    """The table of figures in every format that can be made here."""
    found = {"csv": csv_text(figures.texts()).encode()}
    if len(figures.rows) < _SHEET:
        found["xlsx"] = workbook(figures)
    if find_spec("pyarrow"):
        found["parquet"] = _parquet(figures)
    return found


def _parquet(figures: Table) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    columns = {}
    for name, values in zip(figures.columns, zip(*figures.rows, strict=True), strict=False):
        plain = all(value is None or isinstance(value, int | float) for value in values)
        columns[name] = list(values) if plain else [None if value is None else str(value) for value in values]
    out = io.BytesIO()
    parquet.write_table(pa.table(columns or {name: [] for name in figures.columns}), out, compression="zstd")
    return out.getvalue()


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder}: it is a file; choose another place for the site")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise UsageError(f"{folder}: it holds something else; choose another place for the site")


def _put(path: Path, content: bytes, private: bool) -> None:
    path.parent.mkdir(mode=0o700 if private else 0o755, exist_ok=True)
    write_bytes(path, content)
    if private:
        path.chmod(0o600)


def _replace(folder: Path, fresh: Path) -> None:
    """Put a whole folder in the place of another; if that fails, the old one stays."""
    if not folder.exists():
        fresh.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    folder.replace(old / folder.name)
    try:
        fresh.rename(folder)
    except OSError:
        (old / folder.name).rename(folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
