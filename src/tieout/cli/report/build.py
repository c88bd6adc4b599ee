"""`tieout report build`: a draft as the Word document, the PDF and the page that are handed over."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from tieout.cli.answers import complain, refuse
from tieout.cli.asking import LANG
from tieout.cli.options import WORKSPACE, opened

_FORMATS = ("docx", "pdf", "html")


@click.command("build")
@click.argument("draft", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@WORKSPACE
@click.option("--to", default="docx,pdf,html", show_default=True, help="Formats to write, parted by commas.")
@click.option(
    "--out", "-o", type=click.Path(path_type=Path),
    help="A folder, or a file when one format is written; beside the draft when not given.",
)  # fmt: skip
@click.option(
    "--language", type=click.Choice(["en", "es"]), help="Language of the report; that of the draft when not given."
)
@click.option("--allow-errors", is_flag=True, help="Build although sentences do not follow from what they cite.")
@LANG
def command(
    draft: Path, workspace: Path | None, to: str, out: Path | None, language: str | None, allow_errors: bool, lang: str
) -> None:
    """Build the report of DRAFT, a Markdown file; refuse what does not follow from its sources."""
    from tieout.report.atomic import write_bytes
    from tieout.report.draft.build import examine, report

    targets = _targets(draft, to, out)
    examined = examine(draft, opened(workspace), language, lang)
    if examined.faults:
        _tell(examined.faults)
        sys.exit(2)
    _tell([*examined.errors, *examined.warnings])
    if examined.errors and not allow_errors:
        complain(
            f"{draft}: not built: {len(examined.errors)} of its statements do not hold; mend them, or --allow-errors"
        )
        sys.exit(1)
    made = report(examined)
    _tell(made.remarks)
    for format, path in targets.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(path, made.bytes(format))
        except OSError as fault:
            refuse(f"{path}: cannot be written ({fault.strerror}); choose another place")
        click.echo(f"{path}")


def _targets(draft: Path, to: str, out: Path | None) -> dict[str, Path]:
    """Where each format goes."""
    formats = [name.strip() for name in to.split(",") if name.strip()]
    unknown = [name for name in formats if name not in _FORMATS]
    if unknown or not formats:
        refuse(f"--to {to}: there are {', '.join(_FORMATS)}")
    if out is not None and out.suffix.lstrip(".") in _FORMATS and not out.is_dir():
        if formats != [out.suffix.lstrip(".")]:
            if len(formats) > 1 and to != ",".join(_FORMATS):
                refuse(f"--out {out}: one file cannot hold {len(formats)} formats; name a folder")
            formats = [out.suffix.lstrip(".")]
        return {formats[0]: out}
    folder = out or draft.parent
    return {name: folder / f"{draft.stem}.{name}" for name in dict.fromkeys(formats)}


def _tell(lines: Sequence[str]) -> None:
    for line in lines:
        complain(line)
