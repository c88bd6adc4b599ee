"""`tieout country --since OLD`: the site has a page of what changed, and its navigation leads there."""

from __future__ import annotations

from pathlib import Path

from tieout.report.country.site import Wanted, write_country
from workspace.made import built

TEXT = "# Report on Peru\n\nIn 2023 the police of Peru recorded {} complaints of extortion in Piura.\n"


def test_a_page_says_what_changed(tmp_path: Path) -> None:
    sides = []
    for name, count in (("old", 412), ("new", 430)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "report.md").write_text(TEXT.format(count), encoding="utf-8")
        sides.append(built(folder, tmp_path / f"{name}.tieout"))
    old, new = sides
    page = write_country(new, Wanted("PER", since=old.path))
    assert "412 → 430" in (page.parent / "changes.html").read_text(encoding="utf-8")
    assert 'href="changes.html"' in page.read_text(encoding="utf-8")
    plain = write_country(new, Wanted("PER"))
    assert not (plain.parent / "changes.html").exists()
