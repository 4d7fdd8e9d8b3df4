"""Who agreed to be introduced to whom, in the graph."""

from symbiosis.domain.enums import Agreed
from symbiosis.domain.errors import NotFound
from symbiosis.domain.introductions import ASKED, Answered, Readiness
from symbiosis.store.session import Row, Store


def of_firm(store: Store, firm_id: str) -> list[Row]:
    """Return what a firm may say yes or no to; others have no name there before they were introduced."""
    return store.read("introductions/of_firm", firm=firm_id, judgements=list(ASKED))


def agree(store: Store, synergy_id: str, firm_id: str, agreed: Agreed, at: str) -> bool:
    """Note what a firm says; tell whether it could still say so."""
    given = {"id": synergy_id, "firm": firm_id, "agreed": agreed.value, "at": at}
    return bool(store.write("introductions/agree", **given, judgements=list(ASKED)))


def introduce(store: Store, synergy_id: str, at: str, by: str) -> bool:
    """Introduce firms that all agreed; tell whether that was to be done."""
    return bool(store.write("introductions/introduce", id=synergy_id, at=at, by=by, judgements=list(ASKED)))


def willing(store: Store) -> list[str]:
    """Return the leads whose firms all said yes and wait to be introduced."""
    return [row["id"] for row in store.read("introductions/willing", judgements=list(ASKED))]


def readiness(store: Store, synergy_id: str) -> Readiness:
    """Return what each firm of a synergy said; NotFound when there is none."""
    rows = store.read("introductions/state", id=synergy_id)
    if not rows:
        raise NotFound(f"synergy {synergy_id}")
    row = rows[0]
    answers = (Answered(p["id"], p["name"], Agreed(p["agreed"]), p["agreed_at"] or "") for p in row["parties"])
    return Readiness(tuple(answers), row["judgement"] in ASKED, row["introduced_at"] or "", row["introduced_by"] or "")


def partners(store: Store, firm_id: str) -> frozenset[str]:
    """Return the firms a firm was introduced to."""
    return frozenset(row["id"] for row in store.read("introductions/partners", firm=firm_id))
