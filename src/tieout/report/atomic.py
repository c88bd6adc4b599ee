"""Writing a file all at once: a reader sees the old content or the new, never half of it.

Everything that leaves passes here; what holds a protected name does not.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tieout.protection.watch import let_out


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text to `path` through a temporary file beside it. OSError when the place cannot be written,
    ProtectedError when a protected name stands in the text or in the name of the file.

    A link is followed, a device or pipe is written to directly, and a new file gets the permissions of any new file.
    """
    let_out(text, path.name)
    _write(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """As `write_text`, for a file of any kind, which is looked into."""
    let_out(data, path.name)
    _write(path, data)


def _write(path: Path, data: bytes) -> None:
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The mask of this process; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
