"""How far the review is: how many leads stand at which judgement."""

from symbiosis.domain.enums import Judgement
from symbiosis.domain.views import Filters
from symbiosis.store import leads
from symbiosis.store.session import Store


def by_judgement(store: Store, filters: Filters) -> dict[Judgement, int]:
    """Return the number of leads at each judgement under all the other filters."""
    return leads.count_by_judgement(store, filters)
