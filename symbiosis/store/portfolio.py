"""The best set of leads, in the graph."""

from symbiosis.domain.enums import Judgement
from symbiosis.domain.portfolio import Planned, Portfolio
from symbiosis.store.session import Row, Store

PROMISED = (Judgement.CONFIRMED, Judgement.CONTACTED, Judgement.STUDIED, Judgement.IMPLEMENTED)
NAMES = ("id", "kind", "judgement", "resource", "score", "flows")


def leads(store: Store) -> list[Row]:
    """Return the leads that could be in a set: open or confirmed, resting on no hypothesis."""
    judgements = [j.value for j in (Judgement.PROPOSED, *PROMISED)]
    blocks = store.read("portfolio/leads", judgements=judgements)
    return [dict(zip(NAMES, packed, strict=True)) for block in blocks for packed in block["rows"]]


def put(store: Store, made: Portfolio) -> None:
    """Remember the best set."""
    row: Row = {
        "at": made.at, "ids": [p.id for p in made.planned], "amounts": [p.amount for p in made.planned],
        "units": [p.unit for p in made.planned], "values": [p.value for p in made.planned],
        "left_out": made.left_out,
    }  # fmt: skip
    store.write("portfolio/put", row=row)


def get(store: Store) -> Portfolio | None:
    """Return the best set as it was last worked out, None before."""
    rows = store.read("portfolio/get")
    if not rows:
        return None
    row = rows[0]
    lines = zip(row["ids"], row["amounts"], row["units"], row["values"], strict=True)
    return Portfolio(row["at"], tuple(Planned(*line) for line in lines), row["left_out"])
