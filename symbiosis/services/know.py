"""The knowledge, read from the graph once per process and version."""

from symbiosis.knowledge import Knowledge, build
from symbiosis.store import knowledge
from symbiosis.store.session import Store


class Known:
    """Keeps the knowledge as long as the graph says that it has not changed."""

    def __init__(self) -> None:
        """Start knowing nothing."""
        self._version = ""
        self._knowledge: Knowledge | None = None

    def current(self, store: Store) -> Knowledge:
        """Return the knowledge the graph holds now."""
        version = knowledge.version(store)
        if self._knowledge is None or version != self._version:
            self._knowledge, self._version = build(knowledge.get(store)), version
        return self._knowledge
