"""The names of activities."""

from symbiosis.store.session import Store


def names(store: Store) -> dict[str, str]:
    """Return the French name of each activity that has one, by its NACE code."""
    return {row["nace"]: row["fr"] for row in store.read("knowledge/sectors")}
