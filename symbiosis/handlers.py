"""What each kind of background job does; all can run twice without doing anything twice."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from weakref import WeakKeyDictionary

from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.errors import EngineDown
from symbiosis.services import cards, imports
from symbiosis.services import learn as learning
from symbiosis.services.carry_out import carry_out, preview
from symbiosis.services.decide import DECIDED
from symbiosis.services.know import Known
from symbiosis.services.plan import plan
from symbiosis.services.reading import JOB as READING
from symbiosis.services.reading import remake
from symbiosis.services.record import reconsider
from symbiosis.services.relink import relink
from symbiosis.services.rematch import Outcome, rematch
from symbiosis.services.undo_import import undo_import
from symbiosis.services.work import Handler, Progress, ask
from symbiosis.store.session import Store

_KNOWN: WeakKeyDictionary[Store, Known] = WeakKeyDictionary()  # read once, not for each job


def _known(store: Store) -> Known:
    return _KNOWN.setdefault(store, Known())


def told(outcome: Outcome) -> dict[str, int]:
    """Return a run of the matcher in figures."""
    changes = outcome.changes
    return {
        "proposals": len(outcome.proposals),
        "groups": sum(p.kind is SynergyKind.MUTUALISATION for p in outcome.proposals),
        "guesses": sum(p.hypothetical for p in outcome.proposals),
        "candidates": outcome.candidates,
        "written": changes.written,
        "withdrawn": changes.withdrawn,
        **outcome.odd,
    }


def _match(store: Store, progress: Progress) -> Outcome:
    return rematch(store, progress, _known(store).current(store))


def _rematch(store: Store, _parameter: str, progress: Progress) -> str:
    outcome = _match(store, progress)
    plan(store, progress)
    return json.dumps(told(outcome))


def _relink(store: Store, _parameter: str, progress: Progress) -> str:
    progress("relink", 0, 1)
    changed = relink(store, _known(store).current(store))
    return json.dumps(told(_match(store, progress)) | {"changed": changed})


def look_at(store: Store, import_id: str, progress: Progress) -> bool:
    """Make the preview of an import."""
    with _told(store, import_id):
        preview(store, lambda: _known(store).current(store), import_id, progress)
    return True


def load(store: Store, import_id: str, progress: Progress) -> bool:
    """Carry an import out; tell whether that changed something, which is still to be matched."""
    return _done(store, import_id, progress, carry_out)


def take_back(store: Store, import_id: str, progress: Progress) -> bool:
    """Undo an import; tell whether that changed something, which is still to be matched."""
    return _done(store, import_id, progress, undo_import)


def _done(store: Store, import_id: str, progress: Progress, do: Callable[..., bool]) -> bool:
    with _told(store, import_id):
        done = do(store, _known(store).current(store), import_id, progress)
        if done:
            imports.finish(store, import_id)
    return done


def _preview(store: Store, import_id: str, progress: Progress) -> str:
    look_at(store, import_id, progress)
    return "import_previewed"


def _import(store: Store, import_id: str, progress: Progress) -> str:
    if load(store, import_id, progress):
        ask(store, "rematch")
    return "import_done"


def _undo(store: Store, import_id: str, progress: Progress) -> str:
    if take_back(store, import_id, progress):
        ask(store, "rematch")
    return "import_undone"


@contextmanager
def _told(store: Store, import_id: str) -> Iterator[None]:
    """Write on the import that it did not come to its end, where the database can be told so."""
    try:
        yield
    except EngineDown:
        raise
    except Exception:
        imports.fail(store, import_id, "internal_error")
        raise


def _cards(store: Store, workshop_id: str, progress: Progress) -> str:
    cards.match(store, _known(store).current(store), workshop_id, progress)
    return ""


def _learn(store: Store, _parameter: str, progress: Progress) -> str:
    progress("learn", 0, 1)
    found = learning.learn(store)
    if not found.better:
        return "nothing_better"
    return json.dumps(told(_match(store, progress)))


def _decided(store: Store, resource_id: str, progress: Progress) -> str:
    progress("pairs", 0, 1)
    reconsider(store, _known(store).current(store), resource_id)
    return ""


def _plan(store: Store, _parameter: str, progress: Progress) -> str:
    return json.dumps({"planned": len(plan(store, progress).planned)})


HANDLERS: dict[str, Handler] = {
    "portfolio": _plan,
    "learn": _learn,
    "rematch": _rematch,
    "relink": _relink,
    "import_preview": _preview,
    "import": _import,
    "import_undo": _undo,
    "cards": _cards,
    DECIDED: _decided,
}


def _remake(home: Path, store: Store, _parameter: str, progress: Progress) -> str:
    progress("copy", 0, 1)
    copy = remake(store, home)
    return json.dumps({"nodes": sum(copy.labels.values()), "seconds": copy.seconds})


def of_home(home: Path) -> dict[str, Handler]:
    """Return the handlers, with the one that makes the reading copy of a home."""
    return HANDLERS | {READING: partial(_remake, home)}
