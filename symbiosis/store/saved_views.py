"""The views people keep, in the graph."""

from symbiosis.domain.errors import NotFound
from symbiosis.domain.saved_views import Listed, SavedView
from symbiosis.store.session import Row, Store


def put(store: Store, view: SavedView, at: str) -> None:
    """Keep a view, in place of the one with the same id."""
    store.write("views/put", row=dict(vars(view)) | {"list": view.list.value, "at": at})


def of(store: Store, who: str, listed: Listed) -> tuple[SavedView, ...]:
    """Return what a person kept of a list, by name."""
    return tuple(_view(row) for row in store.read("views/of", who=who, list=listed.value))


def get(store: Store, view_id: str) -> SavedView:
    """Return a view; NotFound when there is none."""
    rows = store.read("views/get", id=view_id)
    if not rows:
        raise NotFound(f"view {view_id}")
    return _view(rows[0])


def remove(store: Store, view_id: str, who: str) -> bool:
    """Forget a person's own view; tell whether there was one."""
    return bool(store.write("views/remove", id=view_id, who=who)[0]["n"])


def _view(row: Row) -> SavedView:
    return SavedView(row["id"], row["who"], Listed(row["list"]), row["name"], row["query"])
