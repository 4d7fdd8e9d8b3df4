"""The knowledge, read from the graph once per process and version: the shipped rows with the users' corrections."""

from symbiosis.domain.corrections import Standing
from symbiosis.knowledge import Knowledge, build
from symbiosis.knowledge.corrections import apply_all
from symbiosis.store import corrections, knowledge
from symbiosis.store.session import Store


class Known:
    """Keeps the knowledge as long as the graph says that it has not changed."""

    def __init__(self) -> None:
        """Start knowing nothing."""
        self._held: tuple[tuple[str, int], Knowledge, Standing] | None = None

    def current(self, store: Store) -> Knowledge:
        """Return the knowledge the graph holds now."""
        return self._read(store)[0]

    def standing(self, store: Store) -> Standing:
        """Return, for each correction not taken back, what keeps it from applying, None where it is in force."""
        return self._read(store)[1]

    def _read(self, store: Store) -> tuple[Knowledge, Standing]:
        state, held = knowledge.state(store), self._held
        if held is None or held[0] != state:
            rows, standing = apply_all(knowledge.get(store), corrections.every(store))
            held = self._held = (state, build(rows), standing)
        return held[1:]
