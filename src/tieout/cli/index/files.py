"""Files that the index's commands write: Parquet tables and folders, all at once or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tieout.cli.answers import refuse


def write_parquet(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Rows (the first one the header) as text columns, through a temporary file beside it."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        refuse("pyarrow is missing; install the index extra: pip install 'tieout[index]', or write CSV")
    header, *body = rows
    columns = {name: [row[n] for row in body] for n, name in enumerate(header)}
    beside = path.with_name(f".{path.name}.part")
    try:
        parquet.write_table(pyarrow.table(columns), beside)
        beside.replace(path)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        refuse(f"{path}: cannot be written ({fault.strerror}); choose another place")


def write_folder(folder: Path, files: dict[str, str | bytes]) -> None:
    """A new folder with these files; a folder that is there must be empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        refuse(f"{folder}: it is there already and not empty; choose another folder")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as fault:
        refuse(f"{folder}: cannot be written ({fault.strerror}); choose another place")
    try:
        for name, content in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, str):
                path.write_text(content, encoding="utf-8", newline="")
            else:
                path.write_bytes(content)
        made.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        made.replace(folder)
    except OSError as fault:
        shutil.rmtree(made, ignore_errors=True)
        refuse(f"{folder}: cannot be written ({fault.strerror}); choose another place")
