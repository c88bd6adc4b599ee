"""FollowTheMoney entities as a file: read back line by line by that library; groups of two documents are one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from followthemoney import model

from report.exports.made_base import made_base
from tieout.errors import UsageError
from tieout.report.exports.export import export

GANGS = """---
title: {title}
date: 2024-06-01
country: PE
---

The gang Los Pulpos extorts shops in Lima. The gang Los Gallegos is a rival of Los Pulpos in Trujillo.
"""


def test_another_tool_reads_every_line(tmp_path: Path) -> None:
    base = made_base(tmp_path, first=GANGS.format(title="Gangs"), second=GANGS.format(title="Gangs again"))
    text = export(base, "groups", "ftm").decode()
    assert text == export(base, "groups", "ftm").decode()
    entities = [model.get_proxy(json.loads(line)) for line in text.splitlines()]
    names = [entity.caption for entity in entities if entity.schema.name == "Organization"]
    assert sorted(names) == sorted(set(names))
    assert "Los Pulpos" in names
    titles = {entity.first("title") for entity in entities if entity.schema.name == "Document"}
    assert titles == {"Gangs", "Gangs again"}
    assert not [entity for entity in entities if entity.schema.is_a("Person")]
    with pytest.raises(UsageError, match="leave --no-quotes out"):
        export(base, "groups", "ftm", quotes=False)
