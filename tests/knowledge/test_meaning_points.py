"""What a text means is the sum of what speaks for each resource."""

from pathlib import Path

import numpy as np
import pytest

from symbiosis.knowledge.declaration import Declarations
from symbiosis.knowledge.meaning_points import EVIDENCE, read_points
from symbiosis.knowledge.understanding import Said


def test_the_likeliest_is_what_most_points_speak_for(declarations: Declarations) -> None:
    ranks = declarations.understanding
    said = Said("une benne de copeaux par mois", "copeaux")
    points = ranks.evidence(said, "25.62", None) @ read_points()
    meant = ranks.meant(said, "25.62", None)
    assert [m.likelihood for m in meant] == sorted((m.likelihood for m in meant), reverse=True)
    assert sum(m.likelihood for m in meant) <= 1 + 1e-9
    gap = sorted(points)[-1] - sorted(points)[-2]
    assert meant[0].likelihood / meant[1].likelihood == pytest.approx(np.exp(gap))


def test_who_speaks_alone_means_nothing(declarations: Declarations) -> None:
    assert declarations.understanding.meant(Said("qsdfgh", "qsdfgh"), "10.71", None) == []


@pytest.mark.parametrize(("table", "wrong"), [("named,1\n", "a row for each"), ("named,much\n", "line 2")])
def test_a_mistake_is_told(tmp_path: Path, table: str, wrong: str) -> None:
    (tmp_path / "meaning_points.csv").write_text(f"evidence,points\n{table}", encoding="utf-8")
    with pytest.raises(ValueError, match=wrong):
        read_points(tmp_path)


def test_every_kind_of_evidence_has_points() -> None:
    assert len(read_points()) == len(EVIDENCE)
