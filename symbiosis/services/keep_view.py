"""Keep the filters of a list under a name; whoever has its address may open it, its owner forgets it."""

from symbiosis.domain.clock import now
from symbiosis.domain.ids import stable_id
from symbiosis.domain.saved_views import Listed, SavedView
from symbiosis.store import saved_views
from symbiosis.store.session import Store


def keep(store: Store, who: str, listed: Listed, name: str, query: str) -> SavedView:
    """Keep a view, in place of the person's own of the same name."""
    view = SavedView(stable_id("view", who, listed, name), who, listed, name, query)
    saved_views.put(store, view, now())
    return view


def of(store: Store, who: str, listed: Listed) -> tuple[SavedView, ...]:
    """Return what a person kept of a list, by name."""
    return saved_views.of(store, who, listed)


def get(store: Store, view_id: str) -> SavedView:
    """Return a view; NotFound when there is none."""
    return saved_views.get(store, view_id)


def forget(store: Store, view_id: str, who: str) -> bool:
    """Forget a person's own view; tell whether there was one."""
    return saved_views.remove(store, view_id, who)
