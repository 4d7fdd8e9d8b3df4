"""A run of the matcher in a program that lives on: it remembers what it heard, and finds the same."""

from symbiosis.services.know import Known
from symbiosis.services.rematch import rematch
from symbiosis.store.session import Store
from tests.services.conftest import quiet


def test_what_a_program_that_lives_on_proposes_is_what_a_new_one_does(loaded: Store) -> None:
    known = Known().current(loaded)
    new = rematch(loaded, quiet)
    again = [rematch(loaded, quiet, known) for _ in range(2)]
    assert new.proposals
    assert [outcome.proposals for outcome in again] == [new.proposals] * 2
    assert [outcome.changes.written for outcome in again] == [0, 0]
