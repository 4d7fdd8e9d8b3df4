"""A declaration that is not finished, kept for its firm: what was said, and what of it is still to be checked."""

from dataclasses import asdict, dataclass, field

from symbiosis.store import drafts
from symbiosis.store.session import Store


@dataclass(frozen=True)
class Draft:
    """What was said in plain words, in parts still to be checked; `typed` what was changed of the first one."""

    direction: str
    whole: str
    parts: tuple[str, ...]
    typed: dict[str, str] = field(default_factory=dict)


def keep(store: Store, firm_id: str, draft: Draft) -> None:
    """Keep a draft."""
    drafts.put(store, firm_id, asdict(draft))


def held(store: Store, firm_id: str) -> Draft | None:
    """Return the draft of a firm, None when there is none."""
    row = drafts.get(store, firm_id)
    return Draft(row["direction"], row["whole"], tuple(row["parts"]), dict(row["typed"])) if row else None


def drop(store: Store, firm_id: str) -> None:
    """Forget the draft."""
    drafts.forget(store, firm_id)
