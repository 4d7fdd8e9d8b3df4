"""The 300 synergies already identified: what a workshop of neighbouring firms finds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tools.demonstration import wording
from tools.demonstration.dice import Dice
from tools.demonstration.firms import DemoFirm
from tools.demonstration.flows import DemoFlow, FlowMaker, Key, applies
from tools.demonstration.places import LON_SHRINK, M_PER_DEGREE
from tools.demonstration.tables import Rule, SynergyRule, habit, synergy_rules

MOST_PER_FIRM, LARGEST_RATIO, TRIES, NEIGHBOURS = 7, 4.0, 60, 12
REACH_M, PAIR_REACH_M = 1_500.0, 9_000.0
SOURCE = "demonstration, synthetic"


@dataclass(frozen=True)
class DemoSynergy:
    """One identified synergy, as written in synergies.csv; the first firm of a substitution gives."""

    kind: str
    firm_ids: str
    resource_text: str
    use_text: str
    status: str = "identified"
    source: str = SOURCE


Side = list[tuple[DemoFirm, Rule]]
Members = list[tuple[DemoFirm, Rule, float]]


class Workshop:
    """Plans the synergies, and the flows they rest on, before the other flows are drawn."""

    def __init__(self, firms: list[DemoFirm], maker: FlowMaker, dice: Dice) -> None:
        """Keep the firms that were heard: nobody finds a lead about a silent one."""
        self._heard = [firm for firm in firms if maker.voices[firm.firm_id].name != "silent"]
        self._maker, self._dice = maker, dice
        self.flows: dict[Key, DemoFlow] = {}
        self._times: Counter[str] = Counter()
        self._seen: list[set[str]] = []

    def run(self) -> list[DemoSynergy]:
        """Return all synergies, rule after rule."""
        return [synergy for rule in synergy_rules() for synergy in self._of_rule(rule)]

    def _of_rule(self, rule: SynergyRule) -> Iterator[DemoSynergy]:
        plan = self._pair if rule.kind == "substitution" else self._group
        made = 0
        for _ in range(TRIES * rule.count):
            members = plan(rule) if made < rule.count else []
            if members and self._is_new({firm.firm_id for firm, _, _ in members}):
                made += 1
                yield self._kept(rule, members)

    def _is_new(self, ids: set[str]) -> bool:
        """A lead that shares half of its firms with another one is the same conversation."""
        return all(2 * len(ids & other) < len(ids | other) for other in self._seen)

    def _kept(self, rule: SynergyRule, members: Members) -> DemoSynergy:
        ids = [firm.firm_id for firm, _, _ in members]
        self._seen.append(set(ids))
        self._times.update(ids)
        for member in members:
            self._plan(*member)
        text = wording.sure(self._maker.items[rule.item], None, self._dice)
        return DemoSynergy(rule.kind, "|".join(ids), text, rule.use_text)

    def _side(self, item: str, direction: str) -> Side:
        """Firms that may still join: one synergy per item and direction, a few in all."""
        found = []
        for rule in self._maker.rules:
            if (rule.item, rule.direction) == (item, direction):
                found += [(firm, rule) for firm in self._heard if self._free(firm, rule)]
        return found

    def _free(self, firm: DemoFirm, rule: Rule) -> bool:
        key = (firm.firm_id, rule.item, rule.direction)
        return applies(rule, firm) and key not in self.flows and self._times[firm.firm_id] < MOST_PER_FIRM

    def _group(self, rule: SynergyRule) -> Members:
        side = self._side(rule.item, rule.direction)
        if not side:
            return []
        size = self._dice.integer(rule.min_firms, rule.max_firms)
        near = _nearest(self._dice.pick(side)[0], side)
        members = near[:1] + [pair for pair in near[1:] if self._dice.chance(0.75)]
        found = [(firm, flow, self._maker.quantity(firm, flow)) for firm, flow in members[:size]]
        return found if len(found) >= rule.min_firms else []

    def _pair(self, rule: SynergyRule) -> Members:
        givers, takers = self._side(rule.item, "offer"), self._side(rule.item, "need")
        if not givers or not takers:
            return []
        giver, offer = self._dice.pick(givers)
        given = self._maker.quantity(giver, offer)
        for taker, need in _nearest(giver, takers, PAIR_REACH_M)[:NEIGHBOURS]:
            wanted = self._maker.quantity(taker, need)
            if taker is not giver and given / LARGEST_RATIO < wanted < given * LARGEST_RATIO:
                return [(giver, offer, given), (taker, need, wanted)]
        return []

    def _plan(self, firm: DemoFirm, rule: Rule, quantity: float) -> None:
        declares = self._maker.voices[firm.firm_id].name == "declared"
        origin = "declared" if declares and self._dice.chance(habit("workshop_declared")) else "observed"
        known = None if self._dice.chance(habit("no_quantity_workshop")) else quantity
        flow = self._maker.make(firm, rule, origin, known)
        self.flows[firm.firm_id, rule.item, rule.direction] = self._maker.plainly(flow, rule)


def _nearest(firm: DemoFirm, side: Side, reach_m: float = REACH_M) -> Side:
    """Return the others from the nearest, the firm itself first if it is there, none beyond the reach."""
    ranked = sorted(((_metres2(firm, other), rank) for rank, (other, _) in enumerate(side)))
    return [side[rank] for far, rank in ranked if far <= reach_m * reach_m]


def _metres2(one: DemoFirm, other: DemoFirm) -> float:
    north = (one.lat - other.lat) * M_PER_DEGREE
    east = (one.lon - other.lon) * M_PER_DEGREE * LON_SHRINK
    return north * north + east * east
