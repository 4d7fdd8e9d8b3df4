"""What is kept back opens with its key alone, and a backup never holds it in clear."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.access import Account
from symbiosis.domain.contacts import Contact
from symbiosis.domain.enums import Direction
from symbiosis.domain.errors import NotFound, VaultShut
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.imports import Import, ImportKind, ImportState
from symbiosis.domain.sight import EVERYTHING, NOTHING, Sight, of_account
from symbiosis.store import backup, contacts, firms, imports, sealed
from symbiosis.store.imports import Touched
from symbiosis.store.session import Store
from symbiosis.store.vault import Vault, new_key
from tests.databases import ask, wipe

OLD, NEW = new_key(), new_key()
AGNES = Contact(
    "", "mill", "Agnès <b>Noël</b>", "gérante", "03 83 00 00 00", "agnes@exemple.test", "2026-05-04", "J'accepte."
)

IMPORT = Import("import-1", ImportKind.TERRITORY, (), "", "Zoé", "2026-01-01", ImportState.READING, {}, {})


@pytest.fixture
def town(store: Store) -> Store:
    """Return a database with two firms."""
    firms.put(store, [Firm("mill", "Moulin"), Firm("farm", "Ferme")], frozenset())
    return store


@given(st.dictionaries(st.text(), st.none() | st.text() | st.floats(allow_nan=False)))
def test_whatever_is_sealed_comes_back_and_shows_nothing(payload: dict[str, object]) -> None:
    vault = Vault([OLD])
    told = vault.seal({"value": payload, "word": "zorglub"})
    assert "zorglub" not in told
    assert vault.open(told) == {"value": payload, "word": "zorglub"}
    assert told != vault.seal({"value": payload, "word": "zorglub"})


def test_another_key_opens_nothing_and_the_message_says_what_to_set() -> None:
    told = Vault([OLD]).seal({"a": 1})
    with pytest.raises(VaultShut, match="SYMBIOSIS_KEY does not open"):
        Vault([NEW]).open(told)
    with pytest.raises(VaultShut, match="SYMBIOSIS_KEY does not open"):
        Vault([OLD]).open(told[:-6] + "AAAAA=")
    with pytest.raises(VaultShut, match="SYMBIOSIS_KEY is missing"):
        Vault().open(told)
    assert Vault([NEW, OLD]).open(told) == {"a": 1}


def test_a_person_is_written_changed_and_forgotten(town: Store) -> None:
    known = contacts.put(town, AGNES)
    assert contacts.put(town, Contact(known, "mill", "Agnès Noël")) == known
    assert contacts.of_firm(town, "mill", EVERYTHING) == (Contact(known, "mill", "Agnès Noël"),)
    assert contacts.get(town, known, EVERYTHING).name == "Agnès Noël"
    contacts.remove(town, known)
    assert contacts.of_firm(town, "mill", EVERYTHING) == ()
    with pytest.raises(NotFound):
        contacts.get(town, known, EVERYTHING)


def test_a_person_of_no_firm_is_not_written(town: Store) -> None:
    with pytest.raises(NotFound):
        contacts.put(town, Contact("", "nobody", "X"))
    assert list(ask(town, "MATCH (s:Secret) RETURN s.id AS id")) == []


def test_a_person_who_changes_firms_stands_under_the_new_one_only(town: Store) -> None:
    known = contacts.put(town, AGNES)
    contacts.put(town, Contact(known, "farm", "Agnès"))
    assert contacts.of_firms(town, ["mill", "farm"], EVERYTHING) == {"farm": (Contact(known, "farm", "Agnès"),)}


def test_people_are_shown_to_those_who_may_see_them_and_to_their_own_firm(town: Store) -> None:
    known = contacts.put(town, AGNES)
    for sight in (EVERYTHING, Sight(firm_id="mill"), of_account(Account.ANIMATOR), of_account(Account.COMPANY, "mill")):
        assert [c.id for c in contacts.of_firm(town, "mill", sight)] == [known]
    for sight in (NOTHING, Sight(firm_id="farm"), of_account(Account.ANALYST, "mill"), of_account(Account.COMPANY)):
        assert contacts.of_firm(town, "mill", sight) == ()
        with pytest.raises(NotFound):
            contacts.get(town, known, sight)


def test_a_firm_that_changes_its_key_loses_nothing(town: Store) -> None:
    for number in range(7):
        contacts.put(town, Contact(f"contact-{number}", "mill", f"Nº {number}"))
    secret = [Touched(f"w-{n}", None, Flow(f"w-{n}", "mill", Direction.OFFER, f"secret {n}", confidential=True))
              for n in range(3)]  # fmt: skip
    plain = Touched("w-open", None, Flow("w-open", "mill", Direction.OFFER, 'dit "sealed": "sans clé"'))
    imports.put(town, IMPORT)
    imports.remember(town, IMPORT.id, [*secret, plain])
    before, kept = contacts.of_firm(town, "mill", EVERYTHING), town.vault
    fresh = new_key()
    try:
        town.vault = _both(kept, fresh)
        assert sealed.renew(town) == 7 + 3
        town.vault = Vault([fresh])
        sealed.check(town)
        assert sealed.count(town) == 7 + 3
        assert contacts.of_firm(town, "mill", EVERYTHING) == before
        assert imports.remembered(town, IMPORT.id) == [*secret, plain]
        town.vault = kept
        with pytest.raises(VaultShut):
            sealed.check(town)
    finally:
        town.vault = kept


def test_a_backup_holds_nothing_in_clear_and_comes_back_with_the_key(town: Store, tmp_path: Path) -> None:
    contacts.put(town, AGNES)
    backup.save(town, tmp_path / "b.gz", "now")
    text = gzip.decompress((tmp_path / "b.gz").read_bytes()).decode()
    assert "Moulin" in text
    for kept_back in ("Agnès", "gérante", "03 83 00", "exemple.test", "2026-05-04", "accepte"):
        assert kept_back not in text
    backup.load(wipe(town), tmp_path / "b.gz")
    assert [c.mail for c in contacts.of_firm(town, "mill", EVERYTHING)] == ["agnes@exemple.test"]


def _both(kept: Vault, fresh: str) -> Vault:
    """Return a vault that seals with a fresh key and still opens what was sealed before."""
    both = Vault([fresh])
    both._fernet = type(both._open_box())([*both._open_box()._fernets, *kept._open_box()._fernets])
    return both
