"""The leads around one firm or one resource."""

from collections import defaultdict

from symbiosis.domain.pictured import SHOWN, PicturedLead, Scene, Step, Wanted, shown
from symbiosis.domain.pictures import Network, Pair


def around_firm(scene: Scene, wanted: Wanted, firm_id: str, most: int) -> Network:
    """Return a firm with its partners and theirs, surest first, at most `most` firms in all."""
    leads = shown(scene, wanted)
    by_firm: dict[str, list[PicturedLead]] = defaultdict(list)
    for lead in leads:
        for firm in dict.fromkeys(lead.firms):
            by_firm[firm].append(lead)
    near = _partners(scene, by_firm[firm_id], {firm_id})
    kept = near[: most - 1]
    beyond = [lead for firm in kept for lead in by_firm[firm]]
    far = _partners(scene, beyond, {firm_id, *near})
    rings = (tuple(kept), tuple(far[: most - 1 - len(kept)]))
    reached = list({lead.id: lead for lead in (*by_firm[firm_id], *beyond)}.values())
    return _network(scene, firm_id, rings, reached)


def around_resource(scene: Scene, wanted: Wanted, most: int) -> Network:
    """Return at most `most` firms in leads about a resource, the surest first: givers inside, others around."""
    leads = [lead for lead in shown(scene, wanted) if lead.resource == wanted.resource]
    drawn = _partners(scene, leads, set())[:most]
    givers = {lead.firms[0] for lead in leads if lead.firms}
    rings = (tuple(f for f in drawn if f in givers), tuple(f for f in drawn if f not in givers))
    return _network(scene, "", rings, leads)


def _network(scene: Scene, centre: str, rings: tuple[tuple[str, ...], ...], leads: list[PicturedLead]) -> Network:
    drawn = {centre, *(firm for ring in rings for firm in ring)}
    whole = [lead for lead in leads if len(lead.firms) > 1 and set(lead.firms) <= drawn]
    ties: dict[tuple[Pair, Step], int] = defaultdict(int)
    for lead in whole:
        step = scene.steps[lead.id]
        for one, other in zip(lead.firms, lead.firms[1:], strict=False):
            a, b = sorted((one, other))
            ties[(a, b), step] += 1
    everyone = {firm for lead in leads for firm in lead.firms}
    left_out = len(everyone - drawn), len(leads) - len(whole)
    drawn_ties = tuple((tie, step, n) for (tie, step), n in sorted(ties.items()))
    return Network(centre, rings, drawn_ties, len(whole), left_out)


def _partners(scene: Scene, leads: list[PicturedLead], known: set[str]) -> list[str]:
    """Return the firms of these leads that are not known yet: of the surest and best leads first."""
    order = sorted(leads, key=lambda lead: (_rank(scene, lead), -(lead.score or 0.0), lead.id))
    return [firm for firm in dict.fromkeys(f for lead in order for f in lead.firms) if firm not in known]


def _rank(scene: Scene, lead: PicturedLead) -> int:
    step = scene.steps[lead.id]
    return SHOWN.index(step) if step in SHOWN else len(SHOWN)
