"""Run the matcher over the whole territory and refresh what nobody judged."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from symbiosis.domain.clock import now, this_year
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import LinkedFlow
from symbiosis.domain.garbage import nothing_to_collect
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.sight import EVERYTHING
from symbiosis.domain.synergies import KnownLink, Nominee, Proposal
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.corrections import apply
from symbiosis.knowledge.listening import Listener
from symbiosis.knowledge.transforms import read_transforms
from symbiosis.matching import chains, model, oddities, suggest
from symbiosis.matching.territory import build
from symbiosis.store import corrections, experience, firms, flows, knowledge, models, nominees, synergies, territory
from symbiosis.store.session import Row, Store
from symbiosis.store.synergies import Changes

Progress = Callable[[str, int, int], None]
STAGES = ("read", "pairs", "groups", "write")


@dataclass(frozen=True)
class Outcome:
    """What a run proposed, dropped and wrote."""

    proposals: tuple[Proposal, ...]
    candidates: int
    rejected: dict[str, int]
    repeated: int
    changes: Changes
    odd: dict[str, int]  # how much of the data was odd, by what it was


@nothing_to_collect()
def rematch(store: Store, progress: Progress, known: Knowledge | None = None) -> Outcome:
    """Match everything with everything; running it again without new data changes nothing.

    `known`: the knowledge as the graph holds it now, in a program that lives on and remembers what it heard.
    """
    progress(STAGES[0], 0, 4)
    with ThreadPoolExecutor(1) as beside:  # the database looks for the next thing while the last is made sense of
        territory_asked, leads_asked = beside.submit(_territory, store), beside.submit(_leads, store)
        past, rows = experience.get(store), replace(known.rows if known else _rows(store), transforms=read_transforms())
        listener = known.listener if known else Listener(rows)
        told, everybody = territory_asked.result()
        table = listener.listen(build(everybody, told, rows, this_year(), past), told)
        judged, standing, nominated = leads_asked.result()
    progress(STAGES[1], 1, 4)
    pairs = suggest.substitutions(table, judged)
    progress(STAGES[2], 2, 4)
    groups = suggest.sharing_groups(table, judged, [synergies.as_link(row) for row in standing])
    progress(STAGES[3], 3, 4)
    proposals = (*pairs.proposals, *chains.fresh(table, judged), *groups)
    version = model.version(past.model)
    if past.model is None:
        models.put(store, version, model.weights())
    changes = synergies.refresh(store, proposals, standing, {"model": version, "at": now()})
    nominees.replace(store, nominated, pairs.nominees)
    territory.matched(store, now())
    progress(STAGES[3], 4, 4)
    odd = oddities.count(everybody, told, rows) | {"no_taker": pairs.no_taker}
    return Outcome(proposals, pairs.candidates, pairs.rejected, pairs.repeated, changes, odd)


def _rows(store: Store) -> KnowledgeRows:
    """Return the knowledge without what sectors usually offer and need, which only guesses are made of."""
    return apply(knowledge.get(store, guesses=False), corrections.every(store))


def _territory(store: Store) -> tuple[list[LinkedFlow], list[Firm]]:
    return flows.every(store, sight=EVERYTHING), firms.every(store)


def _leads(store: Store) -> tuple[list[KnownLink], list[Row], list[Nominee]]:
    """Return what people judged, what stands, and the guess of each offer."""
    return synergies.known(store), synergies.standing(store), nominees.every(store)
