"""What the firms offer, need or would share."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tools.demonstration import voices, wording
from tools.demonstration.dice import Dice
from tools.demonstration.firms import DemoFirm
from tools.demonstration.tables import Item, Rule, habit, items, rows, rules
from tools.demonstration.voices import Voice

ALONE = 0.7  # what a firm without employees counts for
WHOLE = ("piece", "hour")
SMALL = {"t": ("kg", 0.3), "MWh": ("kWh", 1.0)}
Key = tuple[str, str, str]  # firm, item, direction


@dataclass(frozen=True)
class DemoFlow:
    """One flow, as written in flows.csv; `quantity` is per year, None when not known."""

    firm_id: str
    direction: str
    resource_text: str
    waste_code: str
    quantity: float | None
    unit: str
    rhythm: str
    temperature_c: float | None
    quality: str
    use_text: str
    provenance: str
    as_of: str


class FlowMaker:
    """Makes flows for firms from the rules, in the voice of each firm."""

    def __init__(self, dice: Dice, heard: dict[str, Voice]) -> None:
        """Read the rules; `heard` gives the voice of each firm."""
        self.rules, self.items, self.voices, self._dice = rules(), items(), heard, dice

    def make(self, firm: DemoFirm, rule: Rule, origin: str, quantity: float | None) -> DemoFlow:
        """Return a flow; a quantity not given stays unknown."""
        dice, item = self._dice, self.items[rule.item]
        warm = 5.0 * round(dice.between(*rule.temperatures) / 5) if rule.temperatures else None
        amount, unit = _written(quantity, item.unit, dice)
        return DemoFlow(
            firm.firm_id, rule.direction, wording.words(item, warm, dice), self._code(item, rule), amount, unit,
            rule.rhythm if dice.chance(habit("rhythm")) else "", warm if dice.chance(habit("temperature")) else None,
            wording.maybe(item.qualities, habit("quality"), dice),
            wording.maybe(item.uses, habit("use") if rule.direction == "offer" else 0.0, dice),
            origin, voices.year(origin, dice),
        )  # fmt: skip

    def plainly(self, flow: DemoFlow, rule: Rule) -> DemoFlow:
        """Return the flow in words that leave no doubt."""
        return replace(flow, resource_text=wording.sure(self.items[rule.item], flow.temperature_c, self._dice))

    def quantity(self, firm: DemoFirm, rule: Rule) -> float:
        """Return a plausible quantity per year, in the unit of the item; it grows slower than large firms do."""
        beyond = max(0.0, firm.headcount - habit("full_time"))
        size = ALONE + firm.headcount - beyond * (1 - habit("slow_growth"))
        return size * self._dice.between(rule.low, rule.high)

    def _code(self, item: Item, rule: Rule) -> str:
        share = habit("waste_code_hazardous" if "*" in item.waste_code else "waste_code")
        return item.waste_code if rule.direction == "offer" and self._dice.chance(share) else ""


def applies(rule: Rule, firm: DemoFirm) -> bool:
    """Return whether the rule speaks of firms like this one."""
    return firm.headcount >= rule.min_headcount and firm.nace.startswith(rule.nace)


def all_flows(firms: list[DemoFirm], planned: dict[Key, DemoFlow], maker: FlowMaker, dice: Dice) -> list[DemoFlow]:
    """Return the flows of all firms in file order: those the synergies rest on, and the others."""
    return [flow for firm in firms for flow in _of_firm(firm, planned, maker, dice)]


def _of_firm(firm: DemoFirm, planned: dict[Key, DemoFlow], maker: FlowMaker, dice: Dice) -> Iterator[DemoFlow]:
    voice = maker.voices[firm.firm_id]
    rules_once = {(rule.item, rule.direction): rule for rule in reversed(maker.rules) if applies(rule, firm)}
    for (item, direction), rule in reversed(rules_once.items()):
        if (firm.firm_id, item, direction) in planned:
            yield planned[firm.firm_id, item, direction]
        elif dice.chance(rule.share * voice.flow_factor):
            yield _drawn(firm, rule, maker, dice)
    if dice.chance(voice.unclear_share):
        yield _unclear(firm, maker, dice)


def _drawn(firm: DemoFirm, rule: Rule, maker: FlowMaker, dice: Dice) -> DemoFlow:
    quantity = None if dice.chance(habit("no_quantity")) else maker.quantity(firm, rule)
    return maker.make(firm, rule, voices.provenance(maker.voices[firm.firm_id], rule, dice), quantity)


def _unclear(firm: DemoFirm, maker: FlowMaker, dice: Dice) -> DemoFlow:
    rule = replace(maker.rules[0], direction=dice.pick(("offer", "offer", "need", "share")))
    flow = maker.make(firm, rule, voices.provenance(maker.voices[firm.firm_id], rule, dice), None)
    text = dice.pick([row["text"] for row in rows("unclear_texts")])
    return replace(flow, resource_text=text, waste_code="", quality="", use_text="", rhythm="", unit="")


def _written(quantity: float | None, unit: str, dice: Dice) -> tuple[float | None, str]:
    if quantity is None:
        return None, unit if dice.chance(habit("bare_unit")) else ""
    if unit in SMALL and quantity < SMALL[unit][1]:
        unit, quantity = SMALL[unit][0], quantity * 1000
    return _rounded(quantity, unit), unit


def _rounded(quantity: float, unit: str) -> float:
    """People give two significant digits, whole pieces and hours, and never zero."""
    step = 1.0 if unit in WHOLE else 0.01
    while quantity >= 100 * step:
        step *= 10
    return max(round(round(quantity / step) * step, 2), step)
