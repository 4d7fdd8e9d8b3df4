"""The one guess that each offer makes, kept whether or not it is shown, on both engines."""

from symbiosis.domain.synergies import Nominee
from symbiosis.store import nominees
from symbiosis.store.session import Store
from tests.contract.registry import asks


@asks("nominees/every", "nominees/put")
def test_a_guess_is_kept_for_each_offer_until_it_makes_another_or_none(fresh_world: Store) -> None:
    assert nominees.every(fresh_world) == []
    one, other = Nominee("flow-a1", "farm", 1.25), Nominee("flow-b1", "mill", -0.5)
    nominees.replace(fresh_world, [], [one, other, Nominee("flow-nowhere", "farm", 9.0)])
    assert sorted(nominees.every(fresh_world)) == [one, other]
    better = one._replace(firm_id="press", score=2.0)
    nominees.replace(fresh_world, [one, other], [better])
    assert nominees.every(fresh_world) == [better]
