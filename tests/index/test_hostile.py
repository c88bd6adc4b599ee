"""Whatever a framework's file or a table holds, the answer is a result or named mistakes, never another exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.made import SCORES, SMALL, small
from tieout.errors import TieoutError
from tieout.index.results import Results
from tieout.index.sheet import read_scores
from tieout.index.stated import known, sheets

QUIET = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
VALUES = ['""', "0", "-1", "1e400", "nan", "true", "[]", "{}", '["a", 3]', "{ en = 1 }", "2024-01-01", '"x"']

CELLS = st.one_of(
    st.sampled_from(["PER", "Peru", "5", "6,5", "-", "", "11", "1e3", "=1+1", "a", "top", "indicator"]), st.text()
)


@pytest.mark.parametrize("value", VALUES)
def test_any_value_at_any_key(tmp_path: Path, value: str) -> None:
    based = f'based_on = "oc-index-2023"\nleave_out = ["prevention"]\n{SMALL}'
    for whole in (SMALL, based):
        for at, line in enumerate(whole.splitlines()):
            key, equals, _ = line.partition(" = ")
            lines = whole.splitlines()
            lines[at] = f"{key} = {value}" if equals else ""
            try:
                framework = small(tmp_path, "\n".join(lines))
            except TieoutError as fault:
                assert "small.toml" in str(fault), line
            else:
                assert framework.indicators


@QUIET
@given(rows=st.lists(st.lists(CELLS, max_size=7), max_size=6), header=st.booleans())
def test_any_table(tmp_path: Path, rows: list[list[str]], header: bool) -> None:
    first = [SCORES.splitlines()[0]] if header else []
    text = "\n".join([*first, *(",".join(row).replace("\n", " ").replace("\r", " ") for row in rows)])
    path = tmp_path / "s.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        results = Results(read_scores(path, small(tmp_path)))
    except TieoutError as fault:
        assert "s.csv" in str(fault)
    else:
        assert results.ranks("top") is not None


@QUIET
@given(
    st.lists(
        st.one_of(
            st.sampled_from([i.label["en"] for i in known()[0].indicators]), st.text(max_size=9), st.floats().map(str)
        )
    )
)
def test_any_text(parts: list[str]) -> None:
    for sheet in sheets(" ".join(parts), known()):
        assert sheet.scores


@pytest.mark.parametrize("text", ["Prevention 1 " * 20_000, "1.0 " * 50_000, "Flora crimes " * 30_000])
def test_long_texts_stay_quick(text: str) -> None:
    sheets(text, known())
