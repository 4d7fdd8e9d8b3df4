"""Small scenes to count in, written by hand."""

from symbiosis.domain.enums import Direction, Hazard, Judgement, Origin, ResourceKind, Role, SynergyKind, Unit
from symbiosis.domain.firms import Commune, Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.knowledge import Resource
from symbiosis.domain.pictured import PicturedLead, Scene

WOOD = Resource(
    "wood", ResourceKind.MATERIAL, "Bois <b>", "Wood <b>", (), (), Unit.TONNE, Hazard.NO, (), 60.0, 50.0, 10.0, 0.2,
    "expert estimate", family="wood",
)  # fmt: skip
TRUCK = Resource(
    "truck", ResourceKind.EQUIPMENT, "Chariot", "Truck", (), (), Unit.HOUR, Hazard.NO, (), 0.0, 0.0, 0.0, 1.0, "us"
)
COMMUNES = (Commune("1", "Amont", 48.70, 6.10, 100), Commune("2", "Aval & Co", 48.80, 6.20, 200))


def firm(name: str, nace: str = "16.10", commune: str = "1", at: tuple[float, float] | None = (48.7, 6.1)) -> Firm:
    lat, lon = at or (None, None)
    return Firm(name, f"Maison {name}", (nace,) if nace else (), commune, lat, lon)


def flow(name: str, of: str, direction: Direction, amount: float | None, unit: Unit | None = Unit.TONNE) -> Flow:
    return Flow(name, of, direction, name, quantity=amount, unit=unit if amount is not None else None)


def pair(name: str, giver: str, taker: str, flows: tuple[str, ...] = (), **told: object) -> PicturedLead:
    given = {"origin": Origin.MATCHER, "resource": "wood", "hypothetical": False, "score": 1.0} | told
    return PicturedLead(
        name, SynergyKind.SUBSTITUTION, flows=flows, firms=(giver, taker), roles=(Role.GIVER, Role.TAKER),
        **given,  # type: ignore[arg-type]
    )  # fmt: skip


def group(name: str, *members: str, **told: object) -> PicturedLead:
    given = {"origin": Origin.MATCHER, "resource": "truck", "hypothetical": False, "score": 1.0, "flows": ()} | told
    roles = tuple(Role.MEMBER for _ in members)
    return PicturedLead(name, SynergyKind.MUTUALISATION, firms=members, roles=roles, **given)  # type: ignore[arg-type]


def scene(
    leads: tuple[PicturedLead, ...] = (), firms: tuple[Firm, ...] = (), flows: tuple[Flow, ...] = (),
    km: dict[str, float] | None = None, judged: dict[str, Judgement] | None = None,
) -> Scene:  # fmt: skip
    return Scene(
        leads, {f.id: f for f in firms}, {f.id: f for f in flows}, {"wood": WOOD, "truck": TRUCK}, COMMUNES, km or {},
        judged or {},
    )  # fmt: skip


THREE = (firm("a"), firm("b", "25.62", "2", (48.8, 6.2)), firm("c", "01.41", "2", (48.81, 6.21)))
TOLD = (
    flow("out", "a", Direction.OFFER, 100.0),
    flow("in-b", "b", Direction.NEED, 80.0),
    flow("in-c", "c", Direction.NEED, 50.0),
)
BOTH = (pair("to-b", "a", "b", ("out", "in-b"), score=2.0), pair("to-c", "a", "c", ("out", "in-c")))
