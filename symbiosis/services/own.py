"""A firm's flows after they were told: corrected, still true, withdrawn, brought back, with what they said before.

Every change counts once, names who made it, and rematches at once; what people judged stays as they left it.
"""

from dataclasses import dataclass, replace

from symbiosis.domain.clock import now
from symbiosis.domain.enums import FlowChange, Provenance
from symbiosis.domain.errors import FlowChanged, NotFound
from symbiosis.domain.flows import Earlier, Flow, Telling
from symbiosis.domain.sight import EVERYTHING, Sight
from symbiosis.domain.views import FlowLine, Label
from symbiosis.knowledge import Knowledge
from symbiosis.services.record import rewrite
from symbiosis.store import told
from symbiosis.store.session import Store


@dataclass(frozen=True)
class OwnFlow:
    """A flow of one's own: as it reads, its version, whether it was withdrawn, and what it said before."""

    line: FlowLine
    version: int
    withdrawn: bool
    history: tuple[Earlier, ...] = ()


@dataclass(frozen=True)
class Seen:
    """The flow somebody changes, in the version they saw."""

    flow_id: str
    firm_id: str
    version: int
    who: str
    own: bool = False  # the firm itself, not somebody for it


def listed(store: Store, knowledge: Knowledge, firm_id: str, sight: Sight) -> tuple[OwnFlow, ...]:
    """Return all flows of a firm, withdrawn ones last."""
    return tuple(_own(knowledge, telling) for telling in told.of_firm(store, firm_id, sight))


def one(store: Store, knowledge: Knowledge, flow_id: str, sight: Sight) -> OwnFlow:
    """Return one flow with its history; NotFound where it is no flow of a firm the reader may see into."""
    telling = told.get(store, flow_id, sight)
    if not sight.opens(telling.flow.firm_id):
        raise NotFound(f"flow {flow_id}")
    return _own(knowledge, telling, told.history(store, flow_id, sight))


def edit(store: Store, knowledge: Knowledge, seen: Seen, said: Flow) -> None:
    """Correct a flow, whose id stays; FlowChanged where somebody did since, NotFound where it is not the firm's."""
    before = _before(store, seen)
    after = replace(said, id=before.flow.id, firm_id=before.flow.firm_id, as_of=now()[:10])
    _change(store, knowledge, seen, (before, after, FlowChange.EDITED))


def confirm(store: Store, knowledge: Knowledge, seen: Seen) -> None:
    """Say that a flow is true today; what was a guess about a firm becomes its word, or what somebody heard."""
    before = _before(store, seen)
    source = before.flow.provenance
    if seen.own or source is Provenance.HYPOTHESIS:
        source = Provenance.DECLARED if seen.own else Provenance.OBSERVED
    said = replace(before.flow, as_of=now()[:10], provenance=source)
    _change(store, knowledge, seen, (before, said, FlowChange.CONFIRMED))


def withdraw(store: Store, knowledge: Knowledge, seen: Seen) -> None:
    """Take a flow out of all that is matched and listed; it can be brought back."""
    before = _before(store, seen)
    _change(store, knowledge, seen, (before, before.flow, FlowChange.WITHDRAWN))


def restore(store: Store, knowledge: Knowledge, seen: Seen) -> None:
    """Bring a withdrawn flow back."""
    before = _before(store, seen)
    _change(store, knowledge, seen, (before, before.flow, FlowChange.RESTORED))


def _before(store: Store, seen: Seen) -> Telling:
    before = told.get(store, seen.flow_id, EVERYTHING)
    if before.flow.firm_id != seen.firm_id:
        raise NotFound(f"flow {seen.flow_id}")
    return before


def _change(store: Store, knowledge: Knowledge, seen: Seen, asked: tuple[Telling, Flow, FlowChange]) -> None:
    before, said, kind = asked
    if _done_already(before, seen, asked):
        return
    after = knowledge.understand(said)
    change = told.Change(replace(before, version=seen.version), after, kind, now(), seen.who)
    if not rewrite(store, knowledge, before.linked, after, lambda: told.change(store, change)):
        raise FlowChanged(f"flow {seen.flow_id} is no more in version {seen.version}")


def _done_already(before: Telling, seen: Seen, asked: tuple[Telling, Flow, FlowChange]) -> bool:
    """Tell whether the same click came twice: the flow is one version on, and says just what is asked."""
    _, said, kind = asked
    same = before.flow == said and before.withdrawn == (kind is FlowChange.WITHDRAWN)
    return before.version == seen.version + 1 and same


def line_of(flow: Flow) -> FlowLine:
    """Return a flow as it reads, before anything is understood of it."""
    said = {name: value for name, value in vars(flow).items() if name in FlowLine.__dataclass_fields__}
    return FlowLine(**said, firm_name="", resource=None, confidence=None)


def flow_of(line: FlowLine) -> Flow:
    """Return what a flow that reads so says."""
    return Flow(**{name: getattr(line, name) for name in Flow.__dataclass_fields__})


def _own(knowledge: Knowledge, telling: Telling, history: tuple[Earlier, ...] = ()) -> OwnFlow:
    link = telling.linked.link
    found = next((r for r in knowledge.rows.resources if link and r.id == link.resource_id), None)
    label, confidence = Label(found.id, found.fr, found.en) if found else None, link.confidence if link else None
    line = replace(line_of(telling.flow), resource=label, confidence=confidence, hidden=telling.hidden)
    return OwnFlow(line, telling.version, telling.withdrawn, history)
