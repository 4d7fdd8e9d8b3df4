"""Corrections as a table, to be proposed for the shipped rows; what each column holds is in docs/extending.md."""

import csv
import io
from collections.abc import Iterable

from symbiosis.domain.corrections import Correction, Standing
from symbiosis.domain.exported import harmless
from symbiosis.domain.views import Label

COLUMNS = (
    "id", "kind", "status", "trouble", "reason", "by", "at", "withdrawn_by", "withdrawn_at", "text", "language", "fr",
    "en", "resource", "resource_fr", "use", "use_fr", "nace", "nace_fr", "direction", "like", "like_fr", "hazard",
    "waste_code", "maturity", "treatment", "made",
)  # fmt: skip
NAMED = ("resource", "use", "nace", "like")


def to_csv(corrections: Iterable[Correction], standing: Standing, names: dict[str, Label]) -> str:
    """Return one line per correction, with the French names of what it speaks of beside their ids."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for correction in corrections:
        writer.writerow({name: _text(value) for name, value in _cells(correction, standing, names).items()})
    return stream.getvalue()


def _cells(c: Correction, standing: Standing, names: dict[str, Label]) -> dict[str, object]:
    problem = standing.get(c.id)
    told: dict[str, object] = dict(vars(c))
    for name in NAMED:
        label = names.get(str(told[name]))
        told[f"{name}_fr"] = label.fr if label else ""
    status = "withdrawn" if not c.active else "without effect" if problem else "in force"
    trouble = problem.trouble.value if problem else ""
    made = c.made if c.fr else ""
    return told | {"kind": c.kind.value, "status": status, "trouble": trouble, "made": made, "treatment": c.treatment}


def _text(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return harmless(text)
