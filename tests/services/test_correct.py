"""Corrections on a real database: what they change, what they survive, and that they can be taken back."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from symbiosis.domain.corrections import Correction, Problem, Trouble
from symbiosis.domain.enums import CorrectionKind as Kind
from symbiosis.domain.enums import JobState
from symbiosis.domain.errors import NotFound
from symbiosis.handlers import HANDLERS
from symbiosis.services import browse, prepare
from symbiosis.services.correct import CorrectionLine, correct, listed, table, withdraw
from symbiosis.services.know import Known
from symbiosis.services.work import work_once
from symbiosis.store.session import Store
from tests.databases import ask
from tests.services.conftest import quiet

ODD = "truc en plastoc bleu"  # what a firm of the small territory offers and nobody understands
SYNONYM = Correction(
    Kind.RESOURCE_SYNONYM, "vu sur place", "Anne", text=ODD, language="fr", resource="plastic_film"
)  # fmt: skip
GIZMO = Correction(Kind.RESOURCE, "manquait", "Anne", fr=ODD, en="blue plastic thing", like="wood_pallet")


@pytest.fixture
def known() -> Known:
    return Known()


@pytest.fixture
def some_resource(loaded: Store, known: Known) -> str:
    return next(r.id for r in known.current(loaded).rows.resources if r.unit == "t" and r.hazard == "no")


def means(store: Store) -> str | None:
    """Return what the odd flow is understood to be, '' when it is to be made clear."""
    flow = next(f for f in browse.firm(store, "f-office").flows if f.text == ODD)
    return flow.resource.id if flow.resource else ""


def work_off(store: Store) -> None:
    while work_once(store, HANDLERS):
        pass
    assert {job.state for job in browse.recent_jobs(store)} == {JobState.DONE}


def lines(store: Store, known: Known) -> tuple[CorrectionLine, ...]:
    return listed(store, known.current(store), known.standing(store))


def add(store: Store, known: Known, correction: Correction) -> Problem | None:
    return correct(store, known.current(store), correction)


def test_an_odd_flow_is_understood_after_a_synonym_and_not_after_it_is_taken_back(
    loaded: Store, known: Known, some_resource: str
) -> None:
    other = Known()  # another process
    other.current(loaded)
    assert means(loaded) == ""
    assert add(loaded, known, replace(SYNONYM, resource=some_resource)) is None
    assert means(loaded) == "", "a request does not read every flow again"
    best = other.current(loaded).linker.best(ODD)
    assert best and best.resource_id == some_resource
    work_off(loaded)
    assert means(loaded) == some_resource and browse.unclear(loaded, 1).total == 0
    (line,) = lines(loaded, known)
    assert (line.problem, line.correction.by, line.names[some_resource].id) == (None, "Anne", some_resource)
    for _ in range(2):  # twice is once
        withdraw(loaded, line.correction.id, "Zoë")
    work_off(loaded)
    assert means(loaded) == "" and other.current(loaded).linker.best(ODD) is None
    (line,) = lines(loaded, known)
    assert (line.correction.active, line.correction.withdrawn_by) == (False, "Zoë")


def test_new_seeds_leave_corrections_in_force(loaded: Store, known: Known, some_resource: str) -> None:
    add(loaded, known, replace(SYNONYM, resource=some_resource))
    ask(loaded, "MATCH (k:Knowledge) SET k.version = 'older'")
    ask(loaded, "MATCH (r:Resource {id: $id}) SET r.fr = 'ancien nom'", id=some_resource)
    assert prepare.bring_up_to_date(loaded, None, quiet)
    assert next(r.fr for r in known.current(loaded).rows.resources if r.id == some_resource) != "ancien nom"
    best = known.current(loaded).linker.best(ODD)
    assert best and best.resource_id == some_resource and lines(loaded, known)[0].problem is None


def test_a_correction_whose_resource_has_gone_is_listed_as_such(
    loaded: Store, known: Known, some_resource: str
) -> None:
    add(loaded, known, replace(SYNONYM, resource=some_resource))
    ask(loaded, "MATCH (r:Resource {id: $id}) DETACH DELETE r", id=some_resource)
    ask(loaded, "MATCH (k:Knowledge) SET k.version = 'other seeds'")
    (line,) = lines(loaded, known)
    assert line.problem == Problem(Trouble.UNKNOWN_RESOURCE, "resource", some_resource)
    assert "without effect,unknown_resource" in table(loaded, known.current(loaded), known.standing(loaded))
    work_off(loaded)


def test_an_added_resource_takes_part_like_any_other(loaded: Store, known: Known, some_resource: str) -> None:
    assert add(loaded, known, replace(GIZMO, like=some_resource)) is None
    work_off(loaded)
    assert means(loaded) == GIZMO.made
    uses = {e.use_id for e in known.current(loaded).rows.usable_as if e.resource_id == some_resource}
    assert {e.use_id for e in known.current(loaded).rows.usable_as if e.resource_id == GIZMO.made} == uses
    prepare.bring_up_to_date(loaded, None, quiet)
    withdraw(loaded, lines(loaded, known)[0].correction.id, "Zoë")
    work_off(loaded)
    assert means(loaded) == "" and GIZMO.made not in {r.id for r in known.current(loaded).rows.resources}


def test_a_lead_goes_when_its_edge_is_switched_off(loaded: Store, known: Known) -> None:
    flows, knowledge = browse.firm(loaded, "f-mill").flows, known.current(loaded)
    resource = next(f.resource.id for f in flows if f.text == "sciure de bois" and f.resource)
    uses = [e.use_id for e in knowledge.rows.usable_as if e.resource_id == resource]
    assert _guesses(loaded, resource), "nothing to lose"
    for use in uses:
        off = Correction(Kind.NOT_USABLE_AS, "essai", "Anne", resource=resource, use=use)
        assert correct(loaded, knowledge, off) is None
    work_off(loaded)
    assert not _guesses(loaded, resource)


def _guesses(store: Store, resource: str) -> list[str]:
    leads = browse.firm(store, "f-mill").synergies
    return [s.id for s in leads if s.resource and s.resource.id == resource and s.kind == "substitution"]


def test_the_same_sent_twice_at_once_is_one_and_nonsense_writes_nothing(
    loaded: Store, known: Known, some_resource: str
) -> None:
    good, knowledge = replace(SYNONYM, resource=some_resource), known.current(loaded)
    with ThreadPoolExecutor(4) as pool:
        problems: Iterable[Problem | None] = pool.map(lambda _: correct(loaded, knowledge, good), range(4))
        assert set(problems) == {None}
    assert add(loaded, known, replace(good, resource="gone")) == Problem(Trouble.UNKNOWN_RESOURCE, "resource", "gone")
    taken = add(loaded, known, replace(good, by="Zoë"))
    assert taken == Problem(Trouble.ALREADY, "text")
    assert len(lines(loaded, known)) == 1
    with pytest.raises(NotFound):
        withdraw(loaded, "correction-none", "Anne")
