"""The confidence of what a declaration is taken for, held against declarations it was not fitted to."""

from pathlib import Path

import numpy as np
import pytest

from symbiosis.knowledge.calibration import confidence, read_curve
from symbiosis.knowledge.declaration import Declarations
from tools.judged_declarations import OWN, first_meant, judged


def test_what_seems_likelier_is_never_less_sure() -> None:
    likely, shares = read_curve()
    assert (np.diff(likely) > 0).all()
    assert (np.diff(shares) >= 0).all()
    assert (confidence(0), confidence(1)) == (shares[0], shares[-1])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_is_right_about_as_often_as_it_says(declarations: Declarations, lang: str) -> None:
    firsts = list(first_meant(declarations, (row for row in judged(OWN) if row.lang == lang)))
    said, came = [first.confidence for first, _ in firsts], [is_right for _, is_right in firsts]
    assert np.mean(came) == pytest.approx(np.mean(said), abs=0.1)


def test_a_mistake_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "confidence.csv").write_text("likelihood,right\n0,0\n1,often\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"confidence.csv, line 3"):
        read_curve(tmp_path)
