"""What the source denies and the draft says, or the other way round; and the negations that deny something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tieout.checks.check import check
from tieout.checks.request import Request

ENFORCED = "The port authority did not effectively enforce the safety law in the northern harbours in 2023."
REPORTS = "There were no reports of unlawful killings by the harbour guard in Paita in 2023."
ONLY = "The port authority enforced not only the safety law but the fishing law in the northern harbours."
SPANISH = "La autoridad portuaria no aplicó la ley de seguridad en los puertos del norte en 2023."


@pytest.mark.parametrize(
    ("source", "draft", "differs"),
    [
        (ENFORCED, "The port authority effectively enforced the safety law in the northern harbours in 2023.", True),
        (ENFORCED, "The port authority did not enforce the safety law in the northern harbours in 2023.", False),
        (ENFORCED, "The port authority never enforced the safety law in the northern harbours in 2023.", False),
        (REPORTS, "There were reports of unlawful killings by the harbour guard in Paita in 2023.", True),
        (REPORTS, "No reports of unlawful killings by the harbour guard reached Paita in 2023.", False),
        (REPORTS.replace("no reports", "reports"), REPORTS, True),
        (ONLY, "The port authority enforced the safety law and the fishing law in the northern harbours.", False),
        (SPANISH, "La autoridad portuaria aplicó la ley de seguridad en los puertos del norte en 2023.", True),
        (SPANISH, "La autoridad portuaria no aplicó la ley de seguridad en los puertos del norte en 2023.", False),
        (ENFORCED, "The port authority failed to enforce the safety law in the northern harbours in 2023.", False),
        ("The two series of the port police in Piura and Paita are not comparable before 2023.",
         "The two series of the port police in Piura and Paita cannot be compared before 2023.", False),
        ("Law No. 30364 protects women in the harbours of Piura and Paita since 2015.",
         "Law 30364 protects women in the harbours of Piura and Paita since 2015.", False),
    ],
)  # fmt: skip
def test_a_denial(source: str, draft: str, differs: bool, tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "source.txt").write_text(f"{source}\n", encoding="utf-8")
    path = tmp_path / "draft.md"
    path.write_text(f"{draft}\n", encoding="utf-8")
    (claim,) = check(path, Request(against=folder, complete=True)).claims
    assert ("negation_differs" in [d.reason for d in claim.differences]) is differs, claim
    for difference in claim.differences:
        assert difference.claim.text == draft[difference.claim.start : difference.claim.end]
