"""Random territories over a small body of knowledge that holds one of each hard thing."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from symbiosis.domain.enums import Direction, Hazard, Maturity, Provenance, ResourceKind, Rhythm, SharingMode, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import LinkedFlow
from tests.matching.worlds import (
    UNPLACED,
    World,
    firm,
    flow,
    knowledge,
    north,
    performs,
    resource,
    sharing,
    usable,
    use,
)

patient = settings(deadline=None, max_examples=60)  # a busy machine is not a failure
FIRMS = tuple("abcdefgh")
ROWS = knowledge(
    resource("wood"),
    resource("chips", radius_km=4.0),
    resource("solvent", radius_km=300.0, hazard=Hazard.YES),
    resource("ash", hazard=Hazard.MIRROR),
    resource("heat", radius_km=2.0, unit=Unit.MEGAWATT_HOUR, kind=ResourceKind.ENERGY),
    resource("worthless", radius_km=0.0),
    resource("rainwater", radius_km=5.0, kind=ResourceKind.WATER),
    resource("mains_water", radius_km=5.0, kind=ResourceKind.WATER),
    use("toilet_flushing"),
    usable("rainwater", "toilet_flushing"),
    usable("mains_water", "toilet_flushing"),
    performs("10.71", "toilet_flushing", 0.3),
    use("fuel"),
    use("panels"),
    use("incineration", treatment=True),
    use("heating"),
    usable("wood", "fuel"),
    usable("wood", "panels", Maturity.DEMONSTRATED),
    usable("chips", "fuel", Maturity.RESEARCH),
    usable("solvent", "fuel"),
    usable("solvent", "incineration"),
    usable("ash", "panels", Maturity.RESEARCH),
    usable("heat", "heating"),
    usable("worthless", "fuel"),
    performs("10", "fuel", 0.2),
    performs("10.71", "fuel", 0.9),
    performs("16", "panels"),
    performs("38.2", "incineration", 0.8),
    performs("10.7", "heating", 0.4),
    sharing("wood", radius_km=6.0, draws_from=(Direction.SHARE, Direction.NEED)),
    sharing("chips", radius_km=3.0, mode=SharingMode.SPACE, trigger_firms=3),
    sharing("ash", radius_km=30.0, mode=SharingMode.ROUND, trigger_quantity=20.0),
)
PLACES = (UNPLACED, *(north(km) for km in (0, 0, 0.5, 1, 1.9, 2.1, 3, 5, 8, 40, 60, 200)))
SECTORS = ("", "10", "10.7", "10.71", "16.10", "38.21", "99")
resource_ids = st.sampled_from([r.id for r in ROWS.resources])
# said of any thing: grades, forms, taints, refusals, sizes, humidity, seasons and hours
qualities = st.sampled_from(
    ["", "", "", "sec", "humide", "propre", "souillé", "sans colle", "avec colle", "humidité 20 %", "0/4", "80x120",
     "en hiver", "l'été", "la nuit", "toute l'année", "bon état, trié", "pour litière de chevaux"]
)  # fmt: skip
dates = st.sampled_from(["", "2020", "2024-05-01", "2026", "soon"])


@st.composite
def flows(draw: st.DrawFn, firm_id: str, rank: int) -> LinkedFlow:
    """Return a flow of a firm, with much of it unknown."""
    use_id = draw(st.sampled_from(["", "", "", "fuel", "incineration", "heating"]))
    changes: dict[str, Any] = {
        "id": f"{firm_id}{rank}",
        "use": use_id,
        "confidence": draw(st.sampled_from([0.6, 0.7, 0.92, 1.0])),
        "quantity": draw(st.none() | st.sampled_from([0.5, 5.0, 10.0, 99.0, 101.0, 5000.0])),
        "unit": draw(st.none() | st.sampled_from([Unit.TONNE, Unit.KILOGRAM, Unit.MEGAWATT_HOUR])),
        "rhythm": draw(st.none() | st.sampled_from(Rhythm)),
        "temperature_c": draw(st.none() | st.sampled_from([5.0, 11.0, 12.0, 40.0, 60.0, 90.0])),
        "provenance": draw(st.sampled_from(Provenance)),
        "as_of": draw(dates),
        "quality": draw(qualities),
    }
    direction = draw(st.sampled_from(Direction))
    named = "" if use_id and direction is Direction.NEED and draw(st.booleans()) else draw(resource_ids)
    return flow(firm_id, direction, named, **changes)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Return up to eight firms and up to two dozen flows."""
    names = FIRMS[: draw(st.integers(0, len(FIRMS)))]
    firms: tuple[Firm, ...] = tuple(
        firm(name, draw(st.sampled_from(PLACES)), draw(st.sampled_from(SECTORS))) for name in names
    )
    told = tuple(draw(flows(name, rank)) for name in names for rank in range(draw(st.integers(0, 3))))
    return World(firms, told, ROWS)


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[World, World]:
    """Return a territory, and the same one with its firms and flows in another order."""
    first = draw(worlds())
    firms, told = draw(st.permutations(first.firms)), draw(st.permutations(first.flows))
    return first, World(tuple(firms), tuple(told), first.rows)
