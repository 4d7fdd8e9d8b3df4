"""What a person's day starts with: what is new since the last visit, and what was put off until today."""

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement
from symbiosis.domain.today import Decided, Due, News, Request, Requests, Told
from symbiosis.domain.views import Filters, SynergyLine
from symbiosis.store import erasures, introductions, invitations, leads, today, views
from symbiosis.store.directions import DIRECTION
from symbiosis.store.session import Row, Store

SHOWN = 5


def news(store: Store, who: str) -> News:
    """Return what came since a person's last visit."""
    since = today.since(store, who)
    if not since:
        return News("")
    born, open_leads = today.born(store), leads.passing(store, Filters())
    fresh = [lead for lead in open_leads if born.get(lead, "") > since]
    decided, told = today.decided(store, since, who, SHOWN), today.told(store, since[:10], SHOWN)
    lines = _lines(store, [*fresh[:SHOWN], *(row["synergy_id"] for row in decided)])
    return News(
        since, tuple(lines[i] for i in fresh[:SHOWN] if i in lines), len(fresh),
        tuple(
            Decided(row["at"], row["who"], Judgement(row["after"]), lines[row["synergy_id"]])
            for row in decided
            if row["synergy_id"] in lines
        ),
        decided[0]["total"] if decided else 0,
        tuple(
            Told(row["firm_id"], row["firm_name"], DIRECTION[row["relation"]], row["text"] or "", row["as_of"])
            for row in told
        ),
        told[0]["total"] if told else 0,
    )  # fmt: skip


def due(store: Store) -> tuple[Due, ...]:
    """Return the leads that were put off until a day that has come, the longest overdue first."""
    rows = leads.due(store)
    lines = _lines(store, [row["id"] for row in rows])
    return tuple(Due(lines[row["id"]], row["until"]) for row in rows if row["id"] in lines)


def requests(store: Store) -> Requests:
    """Return what firms wait for, the longest waiting first."""
    willing = introductions.willing(store)
    lines = _lines(store, willing) if willing else {}
    return Requests(
        tuple(_request(row, "asked_at") for row in invitations.asked_again(store)),
        tuple(lines[lead] for lead in willing if lead in lines),
        tuple(_request(row, "at") for row in erasures.every(store) if not row["done_at"]),
    )


def _request(row: Row, when: str) -> Request:
    return Request(row["firm"], row["firm_name"], row[when])


def arrive(store: Store, who: str) -> None:
    """Note that a person signs in: what came after their visit before is new to them."""
    today.visit(store, who, now(), True)


def seen(store: Store, who: str) -> None:
    """Note that a person has seen everything there is."""
    today.visit(store, who, now(), False)


def _lines(store: Store, ids: list[str]) -> dict[str, SynergyLine]:
    return {row["id"]: views.synergy(row) for row in leads.lines(store, list(dict.fromkeys(ids)))}
