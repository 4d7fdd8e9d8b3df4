"""Who has been heard: firms that declared their flows, firms that were visited, and the silent others."""

from dataclasses import dataclass

from tools.demonstration.dice import Dice
from tools.demonstration.firms import DemoFirm
from tools.demonstration.tables import Rule, rows


@dataclass(frozen=True)
class Voice:
    """How a firm is known; `flow_factor` multiplies the shares of the rules."""

    name: str
    flow_factor: float
    unclear_share: float


def assign(firms: list[DemoFirm], dice: Dice) -> dict[str, Voice]:
    """Return the voice of each firm; larger firms are heard more often."""
    order = dice.sample([firm.firm_id for firm in firms], [_weight(firm) for firm in firms], len(firms))
    voices, start = {}, 0
    for row in rows("voices"):
        voice = Voice(row["voice"], float(row["flow_factor"]), float(row["unclear_share"]))
        voices.update(dict.fromkeys(order[start : start + int(row["firms"])], voice))
        start += int(row["firms"])
    return voices


def provenance(voice: Voice, rule: Rule, dice: Dice) -> str:
    """Return where a flow of a firm with that voice comes from."""
    heard = rule.declared + rule.observed
    if voice.name == "silent" or not dice.chance(heard):
        return "hypothesis"
    return "declared" if voice.name == "declared" and dice.chance(rule.declared / heard) else "observed"


def year(origin: str, dice: Dice) -> str:
    """Return the year of a flow: what firms declare is recent."""
    return str(dice.integer(2025 if origin == "declared" else 2022, 2026))


def _weight(firm: DemoFirm) -> float:
    return max(float(r["weight"]) for r in rows("voice_weights") if int(r["min_headcount"]) <= firm.headcount)
