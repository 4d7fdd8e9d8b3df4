"""The knowledge, read from the graph once per process and version: the shipped rows with the users' corrections."""

from dataclasses import dataclass
from threading import Lock

from symbiosis.domain.corrections import Standing
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import Knowledge, build
from symbiosis.knowledge.corrections import apply_all
from symbiosis.store import corrections, knowledge
from symbiosis.store.session import Store


@dataclass(frozen=True)
class _Held:
    version: str
    corrections: int
    shipped: KnowledgeRows
    corrected: Knowledge
    standing: Standing


class Known:
    """Keeps the knowledge as long as the graph says that it has not changed."""

    def __init__(self) -> None:
        """Start knowing nothing."""
        self._held: _Held | None = None
        self._lock = Lock()  # whoever comes while it is read waits rather than reads it too

    def current(self, store: Store) -> Knowledge:
        """Return the knowledge the graph holds now."""
        return self._read(store).corrected

    def standing(self, store: Store) -> Standing:
        """Return, for each correction not taken back, what keeps it from applying, None where it is in force."""
        return self._read(store).standing

    def _read(self, store: Store) -> _Held:
        with self._lock:
            return self._read_once(store)

    def _read_once(self, store: Store) -> _Held:
        (version, changes), held = knowledge.state(store), self._held
        if held is None or (held.version, held.corrections) != (version, changes):
            same = held is not None and version and held.version == version
            shipped = held.shipped if held and same else knowledge.get(store)
            rows, standing = apply_all(shipped, corrections.every(store))
            held = self._held = _Held(version, changes, shipped, build(rows), standing)
        return held
