"""Which firm a written name means, or which resource a text, as people explained it once for all imports."""

from collections.abc import Mapping

from symbiosis.store.session import Row, Store, Writer


def put(store: Store, answers: Mapping[str, str], about: Row) -> None:
    """Keep the answers: the firm or the resource by the key of what is written. `about` holds `by` and `at`."""
    store.write_rows("aliases/put", ({"id": key, "firm": firm} | about for key, firm in answers.items()))


def every(store: Writer) -> dict[str, str]:
    """Return the firm or the resource by the key of each explained name and text."""
    return {row["id"]: row["firm"] for row in store.read("aliases/list")}
