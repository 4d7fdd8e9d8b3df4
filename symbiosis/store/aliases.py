"""Which firm a written name means, as people explained it once for all imports."""

from collections.abc import Mapping

from symbiosis.store.session import Row, Store


def put(store: Store, answers: Mapping[str, str], about: Row) -> None:
    """Keep the answers: the firm by the key of a name. `about` holds `by` and `at`."""
    store.write_rows("aliases/put", ({"id": key, "firm": firm} | about for key, firm in answers.items()))


def every(store: Store) -> dict[str, str]:
    """Return the firm by the key of each explained name."""
    return {row["id"]: row["firm"] for row in store.read("aliases/list")}
