"""What each kind of background job does; all can run twice without doing anything twice."""

import json
from functools import partial
from pathlib import Path

from symbiosis.domain.enums import SynergyKind
from symbiosis.importers.territory import read_folder
from symbiosis.services.know import Known
from symbiosis.services.load_territory import load_territory
from symbiosis.services.reading import JOB as READING
from symbiosis.services.reading import remake
from symbiosis.services.relink import relink
from symbiosis.services.rematch import Outcome, rematch
from symbiosis.services.work import Handler, Progress
from symbiosis.store.session import Store


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
    }


def _rematch(store: Store, _parameter: str, progress: Progress) -> str:
    return json.dumps(told(rematch(store, progress)))


def _load(store: Store, folder: str, progress: Progress) -> str:
    rows = read_folder(Path(folder))
    progress("load", 0, 1)
    load_territory(store, Known().current(store), rows)
    return json.dumps(told(rematch(store, progress)))


def _relink(store: Store, _parameter: str, progress: Progress) -> str:
    progress("relink", 0, 1)
    changed = relink(store, Known().current(store))
    return json.dumps(told(rematch(store, progress)) | {"changed": changed})


HANDLERS: dict[str, Handler] = {"rematch": _rematch, "load": _load, "relink": _relink}


def _remake(home: Path, store: Store, _parameter: str, progress: Progress) -> str:
    progress("copy", 0, 1)
    copy = remake(store, home)
    return json.dumps({"nodes": sum(copy.labels.values()), "seconds": copy.seconds})


def of_home(home: Path) -> dict[str, Handler]:
    """Return the handlers, with the one that makes the reading copy of a home."""
    return HANDLERS | {READING: partial(_remake, home)}
