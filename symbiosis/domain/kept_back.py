"""What a confidential flow shows: that it exists, which way it goes, who said so and when; the rest is kept back."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from symbiosis.domain.synergies import Evidence, Proposal

SHOWN = frozenset({"id", "firm", "firm_id", "direction", "provenance", "as_of", "confidential", "import"})
EMPTY: Mapping[str, Any] = {"text": "", "waste_code": "", "quality": "", "use_text": ""}
CONFIDENTIAL = "confidential"  # stands where a compared value is kept back
SPEAKING = ("quantity", "rhythm", "quality", "trade", "hours", "water", "temperature", "density", "volume")
STEPS = ("", "then.")  # of a lead, and the second of a chain
CRITERIA = frozenset(step + key for step in STEPS for key in SPEAKING)  # compare what a flow says of itself
CLASS_POINTS = 0.15  # points on kept back values are told in steps of this


def face(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a flow's row shows when it is confidential; what is kept back is empty."""
    return {name: value if name in SHOWN else EMPTY.get(name) for name, value in row.items()}


def payload(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a confidential flow's row keeps back."""
    return {name: value for name, value in row.items() if name not in SHOWN}


def keep_back(proposals: Sequence[Proposal], confidential: Set[str]) -> tuple[Proposal, ...]:
    """Return the proposals without the values of confidential flows; their points are told in classes.

    Two values and their exact points would tell the third; the score stays the sum of its evidence.
    """
    return tuple(_kept(p) if not confidential.isdisjoint(p.flow_ids) else p for p in proposals)


def _kept(proposal: Proposal) -> Proposal:
    return replace(proposal, evidence=tuple(_class(e) if e.criterion in CRITERIA else e for e in proposal.evidence))


def _class(e: Evidence) -> Evidence:
    left, right = (CONFIDENTIAL if value else "" for value in (e.left, e.right))
    return e._replace(points=round(round(e.points / CLASS_POINTS) * CLASS_POINTS, 4), left=left, right=right)
