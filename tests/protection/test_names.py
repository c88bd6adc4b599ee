"""Lists of protected names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.errors import UsageError
from tieout.protection.names import names_of, read_names


def test_a_list_is_one_name_a_line(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("\ufeff# who spoke to us\nQuispe Huamán, María\n\n  M. T. R.  \n", encoding="utf-8")
    assert read_names(path) == ("Quispe Huamán, María", "M. T. R.")
    assert names_of(["Pariamarca", "@names.txt"], tmp_path) == ("Pariamarca", "Quispe Huamán, María", "M. T. R.")


@pytest.mark.parametrize(
    ("content", "said"), [(None, "cannot be read"), (b"# none\n", "empty"), (b"\xff\xfe", "UTF-8")]
)
def test_a_list_that_says_nothing_is_refused(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "names.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=said):
        read_names(path)
