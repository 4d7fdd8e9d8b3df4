"""Understand every flow again, after the knowledge has changed."""

from symbiosis.domain.sight import EVERYTHING
from symbiosis.knowledge import Knowledge
from symbiosis.store import flows, territory
from symbiosis.store.session import Store


def relink(store: Store, knowledge: Knowledge) -> int:
    """Write what flows mean now where that differs from before; return how many flows that concerns."""
    before = flows.every(store, sight=EVERYTHING)
    after = [knowledge.understand(linked.flow) for linked in before]
    changed = [new for old, new in zip(before, after, strict=True) if new != old]
    flows.put(store, changed)
    territory.touch(store)
    return len(changed)
