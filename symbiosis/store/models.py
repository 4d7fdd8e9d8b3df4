"""The models in the graph: the points each run used, and what was learnt from decisions."""

from collections.abc import Mapping

from symbiosis.domain.experience import LearntShare, Model
from symbiosis.store.session import Row, Store


def put(store: Store, version: str, points: Mapping[str, float]) -> None:
    """Remember the points of each criterion of a model."""
    store.write("models/put", version=version, criteria=list(points), points=list(points.values()))


def points_of(store: Store) -> dict[str, dict[str, float]]:
    """Return the points of every model that was ever used, by version and criterion."""
    return {r["id"]: dict(zip(r["criteria"], r["points"], strict=True)) for r in store.read("models/points")}


def learn(store: Store, model: Model, figures: Mapping[str, float]) -> None:
    """Put a model in force that was learnt, with the figures that speak for it."""
    held = current(store)
    row: Row = {
        "id": model.version, "criteria": list(model.points), "points": list(model.points.values()),
        "sectors": [s.nace for s in model.shares], "uses": [s.use_id for s in model.shares],
        "shares": [s.share for s in model.shares], "kinds": list(model.intercept),
        "intercepts": list(model.intercept.values()), "slopes": [model.slope[k] for k in model.intercept],
        "decisions": model.decisions, "at": model.at, "before": held.version if held else "",
        "measures": list(figures), "figures": list(figures.values()),
    }  # fmt: skip
    store.write("models/learn", row=row)


def use(store: Store, version: str) -> None:
    """Put a model in force; '' is the one that was shipped."""
    store.write("models/use", version=version)


def current(store: Store) -> Model | None:
    """Return the learnt model in force, None where the shipped one is."""
    rows = store.read("models/current")
    return _model(rows[0]) if rows else None


def history(store: Store) -> list[Row]:
    """Return the models that were learnt, latest first."""
    return store.read("models/list")


def _model(row: Row) -> Model:
    shares = zip(row["sectors"], row["uses"], row["shares"], strict=True)
    return Model(
        version=row["id"], points=dict(zip(row["criteria"], row["points"], strict=True)),
        shares=tuple(LearntShare(*share) for share in shares),
        intercept=dict(zip(row["kinds"], row["intercepts"], strict=True)),
        slope=dict(zip(row["kinds"], row["slopes"], strict=True)), decisions=row["decisions"], at=row["at"],
    )  # fmt: skip
