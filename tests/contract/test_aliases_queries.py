"""Names that people explained: kept once, the latest answer holds."""

from symbiosis.store.session import Store
from tests.contract.registry import asks
from tests.contract.world import MORNING


@asks("aliases/put", "aliases/list")
def test_the_latest_answer_about_a_name_holds(any_store: Store) -> None:
    rows = [{"id": f"name:{name}", "firm": "mill", "by": "Léa", "at": MORNING} for name in ("b", "a")]
    any_store.write("aliases/put", rows=rows)
    any_store.write("aliases/put", rows=[rows[0] | {"firm": ""}])
    assert any_store.read("aliases/list") == [{"id": "name:a", "firm": "mill"}, {"id": "name:b", "firm": ""}]
