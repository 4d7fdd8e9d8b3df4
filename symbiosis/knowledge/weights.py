"""How much each kind of hint counts when texts, activities and codes are weighed: expert estimates, one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    """Shares and exponents; see `exchange.py` for where each one stands."""

    through_use: float = 0.65  # of a resource's exchanges, those told by its uses rather than by who usually buys it
    sharpness: float = 3.0  # exponent on the likeness of a text to a resource's names
    use_sharpness: float = 3.0
    code: float = 0.5  # a waste code, beside a text that matches wholly
    any_donor: float = 0.05  # what a resource counts when the donor's sector is not known to offer it
    usual_offer: float = 1e-3
    any_receiver: float = 0.1
    usual_use: float = 0.1
    any_resource: float = 0.05
    usual_need: float = 0.1
    named_resource: float = 0.5
    anybody: float = 0.02  # the average sector, for what nobody knows
    same_group: float = 0.5
    same_division: float = 0.25
    most_meanings: int = 25


WEIGHTS = Weights()
