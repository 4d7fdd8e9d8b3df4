"""The weights each run used, in the graph."""

from collections.abc import Mapping

from symbiosis.store.session import Store


def put(store: Store, version: str, points: Mapping[str, float]) -> None:
    """Remember the points of each criterion of a model."""
    store.write("models/put", version=version, criteria=list(points), points=list(points.values()))
