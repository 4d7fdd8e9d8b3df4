"""The bars of the everyday declarations of `tests/evaluation`, in both languages alike."""

import csv
from pathlib import Path
from typing import Any

import pytest

from symbiosis.knowledge import declaration_score
from symbiosis.knowledge.declaration import Declarations, lines

FILE = Path(__file__).parents[1] / "evaluation" / "declarations.csv"
AT_LEAST = {"resource": 0.8, "code@1": 0.7, "code@5": 0.88, "kind": 0.9, "parts": 0.8, "quantity": 0.85}
AT_MOST = {"danger_no": 0.0, "harmless_not_no": 0.15}
ALIKE = 0.05


@pytest.fixture(scope="module")
def figures(declarations: Declarations) -> dict[str, dict[str, float]]:
    with FILE.open(encoding="utf-8", newline="") as stream:
        truth = list(csv.DictReader(stream))
    cases = {row["id"]: row for row in truth if row["part"] == "1"}.values()
    return {
        lang: declaration_score.figures(truth, [line for row in cases for line in lines(declarations, row, lang)], lang)
        for lang in ("fr", "en")
    }


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(("name", "bar"), AT_LEAST.items())
def test_people_are_understood(figures: dict[str, dict[str, float]], lang: str, name: str, bar: float) -> None:
    assert figures[lang][name] >= bar


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(("name", "bar"), AT_MOST.items())
def test_danger_is_heard_and_not_imagined(
    figures: dict[str, dict[str, float]], lang: str, name: str, bar: float
) -> None:
    assert figures[lang][name] <= bar


def test_french_and_english_are_understood_alike(figures: dict[str, dict[str, float]]) -> None:
    assert figures["fr"]["resource"] == pytest.approx(figures["en"]["resource"], abs=ALIKE)


def test_an_answer_that_misses_everything_scores_nothing() -> None:
    row = {"id": "1", "text_fr": "x", "part": "1", "parts": "1", "expected_kind": "need", "resource_words": "wood"}
    row |= {"waste_codes": "15 01 03", "hazard": "yes", "quantity": "2 t year"}
    quantity = {"value": 2000, "unit": "kg", "per": "year"}
    said: dict[str, Any] = {"case_id": "1", "task": "D.fr", "kind": "need", "resources": [{"fr": "Bois", "en": "Wood"}]}
    right = said | {"waste_codes": ["15 01 03"], "hazard": "mirror", "quantity": quantity}
    wrong = said | {"kind": "offer", "resources": [], "waste_codes": [], "hazard": "no", "quantity": None}
    good, bad = (declaration_score.figures([row], [line], "fr") for line in (right, wrong))
    assert good == {"resource": 1, "kind": 1, "code@1": 1, "code@5": 1, "danger_no": 0, "quantity": 1, "parts": 1}
    assert bad == {"resource": 0, "kind": 0, "code@1": 0, "code@5": 0, "danger_no": 1, "quantity": 0, "parts": 1}
