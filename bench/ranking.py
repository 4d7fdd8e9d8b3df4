"""One ranking, four ways: the best 20 needs of its resource for every offer, by the matcher's arithmetic criteria."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
from neo4j import GraphDatabase

from symbiosis.domain.clock import this_year
from symbiosis.domain.enums import Provenance, Rhythm
from symbiosis.domain.tables import Floats, Ints, Territory
from symbiosis.matching import candidates, criteria, pairs, select
from symbiosis.matching.model import SUBSTITUTION
from symbiosis.matching.territory import build
from symbiosis.store import engine, experience, firms, flows, knowledge
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store

MOST, ROUNDS = 20, 5
POINTS = {c.key: c.points for c in SUBSTITUTION}
KEYS = ("resource", "quantity", "rhythm", "distance", "provenance", "age")
CYPHER = Path(__file__).with_suffix(".cypher")
AS_CYPHER = {
    "pace": dict(zip([r.value for r in Rhythm], map(float, criteria.PACE), strict=True)),
    "trust": dict(zip([p.value for p in Provenance], map(float, criteria.TRUST), strict=True)),
}
Best = dict[int, list[float]]  # the scores of each offer's best needs
SCORE = f"""
    {POINTS["resource"]} * within((least(o.confidence, n.confidence) - 0.6) / 0.4)
  + {POINTS["quantity"]} * within(1 - 2 * abs(ln(coalesce(
        CASE WHEN o.unit = n.unit THEN o.quantity / n.quantity END,
        CASE WHEN o.told_unit = n.told_unit THEN o.told / n.told END))) / ln(20))
  + {POINTS["rhythm"]} * coalesce(1 - 2 * abs(o.pace - n.pace) / 5, 0)
  + {POINTS["distance"]} * within(1 - 2 * sqrt(km / reach))
  + {POINTS["provenance"]} * (o.trust + n.trust) / 2
  + {POINTS["age"]} * within(1 - 2 * greatest(least(({this_year()} - least(o.year, n.year) - 1) / 4, 1), 0))
"""
KM = (
    "12742.0176 * asin(sqrt(least(1, sin(radians(n.lat - o.lat) / 2) ^ 2 + cos(radians(o.lat)) * cos(radians(n.lat)) "
    "* sin(radians(n.lon - o.lon) / 2) ^ 2)))"
)
SQL = f"""
    WITH near AS (SELECT o.row AS offer, n.row AS need, o.reach, {KM} AS km, o, n
                  FROM offers o JOIN needs n ON o.resource = n.resource
                  WHERE o.firm <> n.firm AND (o.trust > -1 OR n.trust > -1) AND {KM} <= o.reach),
         ranked AS (SELECT offer, {SCORE} AS score FROM near),
         best AS (SELECT offer, score, row_number() OVER (PARTITION BY offer ORDER BY score DESC) AS place FROM ranked)
    SELECT offer, score FROM best WHERE place <= {MOST} ORDER BY offer, place
"""


@dataclass(frozen=True)
class Timed:
    """What one way took in seconds, warm, and what it found."""

    seconds: float
    best: Best


def read(home: Path) -> Territory:
    """Return the territory of a home as the matcher reads it."""
    store = Store(embedded(home / "graph"))
    return build(firms.every(store), flows.every(store), knowledge.get(store), this_year(), experience.get(store))


def timed(work: Callable[[], Best]) -> Timed:
    """Return the shortest of some rounds, after one that warms up."""
    best, seconds = work(), list[float]()
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return Timed(min(seconds), best)


def ours(t: Territory) -> Best:
    """Rank as the matcher does."""
    found = candidates.same_resource(t, t.flows.direction == candidates.OFFER)
    told = t.flows.provenance < candidates.HYPOTHESIS
    found = found.take((t.flows.firm[found.offer] != found.taker) & (told[found.offer] | told[found.need]))
    every = pairs.look_up(t, found)
    near = every.take(every.distance <= every.radius)
    score = sum(POINTS[key] * getattr(criteria, key)(near) for key in KEYS)
    order = np.lexsort((-score, near.c.offer))
    order = order[select.rank_within(near.c.offer[order]) < MOST]
    return _by_offer(near.c.offer[order], score[order])


def tables(t: Territory) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the offers and the needs with a resource, unknown values empty."""
    f = t.flows
    firm = f.firm
    every = pl.DataFrame({
        "row": np.arange(len(f.ids)), "firm": firm, "direction": f.direction, "resource": f.resource,
        "confidence": f.confidence, "quantity": f.quantity, "unit": f.unit, "told": f.told, "told_unit": f.told_unit,
        "pace": np.where(f.rhythm < 0, np.nan, criteria.PACE[f.rhythm]), "trust": criteria.TRUST[f.provenance],
        "year": f.year, "lat": t.firms.lat[firm], "lon": t.firms.lon[firm], "reach": t.resources.radius_km[f.resource],
    }).with_columns(pl.selectors.float().fill_nan(None))  # fmt: skip
    known = every.filter(pl.col("resource") >= 0)
    return known.filter(pl.col("direction") == candidates.OFFER), known.filter(pl.col("direction") == candidates.NEED)


def duckdbs(offers: pl.DataFrame, needs: pl.DataFrame) -> Callable[[], Best]:
    """Rank in DuckDB."""
    base = duckdb.connect()
    base.execute("CREATE MACRO within(x) AS CASE WHEN x IS NULL THEN 0 ELSE greatest(least(x, 1), -1) END")
    base.register("o_", offers.to_arrow())
    base.register("n_", needs.to_arrow())
    base.execute("CREATE TABLE offers AS FROM o_")
    base.execute("CREATE TABLE needs AS FROM n_")

    def work() -> Best:
        found = base.execute(SQL).fetchnumpy()
        return _by_offer(np.asarray(found["offer"], np.int64), np.asarray(found["score"], np.float64))

    return work


def polars(offers: pl.DataFrame, needs: pl.DataFrame) -> Callable[[], Best]:
    """Rank in Polars, streaming."""

    def within(x: pl.Expr) -> pl.Expr:
        return x.clip(-1, 1).fill_null(0)

    def n(name: str) -> pl.Expr:
        return pl.col(f"{name}_right")

    o = pl.col
    half_lat, half_lon = (n("lat") - o("lat")).radians() / 2, (n("lon") - o("lon")).radians() / 2
    chord = half_lat.sin() ** 2 + o("lat").radians().cos() * n("lat").radians().cos() * half_lon.sin() ** 2
    counted = pl.when(o("unit") == n("unit")).then(o("quantity") / n("quantity"))
    ratio = pl.coalesce(counted, pl.when(o("told_unit") == n("told_unit")).then(o("told") / n("told")))
    old = (this_year() - pl.min_horizontal(o("year"), n("year")) - 1) / 4
    score = (
        POINTS["resource"] * within((pl.min_horizontal(o("confidence"), n("confidence")) - 0.6) / 0.4)
        + POINTS["quantity"] * within(1 - 2 * ratio.log().abs() / np.log(20))
        + POINTS["rhythm"] * (1 - 2 * (o("pace") - n("pace")).abs() / 5).fill_null(0)
        + POINTS["distance"] * within(1 - 2 * (o("km") / o("reach")).sqrt())
        + POINTS["provenance"] * (o("trust") + n("trust")) / 2
        + POINTS["age"] * within(1 - 2 * old.clip(0, 1))
    )
    question = (
        offers.lazy()
        .join(needs.lazy(), on="resource", suffix="_right")
        .filter((o("firm") != n("firm")) & ((o("trust") > -1) | (n("trust") > -1)))
        .with_columns(km=12742.0176 * chord.clip(0, 1).sqrt().arcsin())
        .filter(o("km") <= o("reach"))
        .select(offer="row", score=score)
        .group_by("offer")
        .agg(pl.col("score").top_k(MOST))
        .sort("offer")
        .explode("score")
    )

    def work() -> Best:
        found = question.collect(engine="streaming")
        return _by_offer(found["offer"].to_numpy(), found["score"].to_numpy())

    return work


def cypher(home: Path, t: Territory) -> float:
    """Return the seconds of the ranking as one question to the engine, less the age of what is told."""
    address = engine.ensure_running(home / "graph")
    reach = [{"resource": i, "km": float(km)} for i, km in zip(t.resources.ids, t.resources.radius_km, strict=True)]
    given = AS_CYPHER | {"reach": [r for r in reach if np.isfinite(float(str(r["km"])))]}
    with (
        GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver,
        driver.session(database=address.database) as session,
    ):
        started = time.perf_counter()
        list(session.run(CYPHER.read_text(), given))
        return time.perf_counter() - started


def agree(one: Best, other: Best) -> bool:
    """Tell whether both give every offer the same best scores."""
    return one.keys() == other.keys() and all(
        len(one[k]) == len(other[k]) and np.allclose(one[k], other[k], atol=1e-9) for k in one
    )


def _by_offer(offer: Ints, score: Floats) -> Best:
    first = np.flatnonzero(np.r_[True, offer[1:] != offer[:-1]])
    return {
        int(offer[a]): sorted(map(float, part), reverse=True)
        for a, part in zip(first, np.split(score, first[1:]), strict=True)
    }
