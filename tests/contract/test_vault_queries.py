"""What is sealed, on both engines: people of firms, and changing the key."""

from symbiosis.store.session import Store
from tests.contract.exact import assert_rows
from tests.contract.registry import asks
from tests.databases import ask


def person(store: Store, name: str, firm: str, sealed: str = "s") -> list[dict[str, object]]:
    return store.write("contacts/put", id=name, firm=firm, sealed=sealed)


@asks("contacts/put", "contacts/of_firms", "contacts/get", "contacts/remove")
def test_people_stand_under_one_firm_until_they_are_forgotten(fresh_world: Store) -> None:
    assert_rows(person(fresh_world, "c1", "mill"), "id", [("c1",)])
    assert_rows(person(fresh_world, "c2", "mill", "t"), "id", [("c2",)])
    assert_rows(person(fresh_world, "c1", "farm", "u"), "id", [("c1",)])
    assert_rows(person(fresh_world, "c3", "nobody"), "id", [])
    rows = fresh_world.read("contacts/of_firms", firms=["farm", "mill", "press"])
    assert_rows(rows, "id firm sealed", [("c1", "farm", "u"), ("c2", "mill", "t")])
    assert_rows(fresh_world.read("contacts/get", id="c1"), "id firm sealed", [("c1", "farm", "u")])
    assert_rows(fresh_world.read("contacts/get", id="c3"), "id firm sealed", [])
    assert fresh_world.write("contacts/remove", id="c1") == []
    assert_rows(fresh_world.read("contacts/of_firms", firms=["farm"]), "id firm sealed", [])
    assert ask(fresh_world, "MATCH (f:Firm {id: 'farm'}) RETURN count(f) AS n")[0]["n"] == 1


@asks("sealed/list", "sealed/replace")
def test_what_is_sealed_is_listed_by_pages_and_sealed_anew_unless_it_changed(fresh_world: Store) -> None:
    for name in ("c2", "c1", "c3"):
        person(fresh_world, name, "mill", f"old {name}")
    assert_rows(fresh_world.read("sealed/list", after="", limit=2), "id sealed", [("c1", "old c1"), ("c2", "old c2")])
    person(fresh_world, "c2", "mill", "changed")
    rows = [{"id": f"c{n}", "old": f"old c{n}", "new": f"new c{n}"} for n in (1, 2, 3)]
    assert fresh_world.write("sealed/replace", rows=rows) == []
    assert_rows(
        fresh_world.read("sealed/list", after="c1", limit=9), "id sealed", [("c2", "changed"), ("c3", "new c3")]
    )
