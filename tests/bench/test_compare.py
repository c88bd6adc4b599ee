"""Floors under comparing: relations of the labels, no open one called broken, and what we read and found right."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.sources import readings
from tieout.bench.compare import Measured, _grown, measure
from tieout.compare.find import comparisons
from tieout.evidence.corpus import ReadCorpus

RIGHT = 20
READ_AND_RIGHT = 62
MOST_WRONG = 3


@pytest.fixture(scope="module")
def measured(shared: Path) -> Measured:
    return measure(shared)


@pytest.mark.shared
def test_relations_of_the_labels(measured: Measured) -> None:
    assert measured.labelled == 31
    assert measured.right >= RIGHT
    assert measured.breaks_on_open == 0


@pytest.mark.shared
def test_what_was_read(measured: Measured) -> None:
    assert measured.judged_right >= READ_AND_RIGHT
    assert measured.judged_wrong <= MOST_WRONG


def test_the_grown_corpus_has_as_many_figures_as_asked() -> None:
    few = readings(["Peru had 512 homicides in 2021.", "In 2021, Peru had 512 homicides."])
    many = _grown(few, 10)
    assert isinstance(many, ReadCorpus)
    assert sum(len(one.figures) for one in many.documents) == 10
    assert len({one.document.path for one in many.documents}) == 10
    (found,) = comparisons(many, ties=())
    assert len(found.members) == 10
