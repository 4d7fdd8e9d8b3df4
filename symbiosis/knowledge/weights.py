"""How much each kind of hint counts when texts, activities and codes are weighed: expert estimates, one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    """Shares and exponents; see `exchange.py` for where each one stands."""

    through_use: float = 0.3  # of a resource's exchanges, those told by its uses rather than by who usually buys it
    sharpness: float = 8.0  # log-likelihood of a resource whose very name is typed, against chance
    hinted: float = 0.4  # exponent on how much likelier the words of a text are when a resource is meant
    use_sharpness: float = 6.0
    named_resource: float = 6.0
    any_code: float = 0.1  # of the likelihood of a resource that goes under the code, what any other one has
    any_donor: float = 0.05  # of the likelihood of what a sector alone offers, what anything else has
    any_receiver: float = 0.03
    any_need: float = 0.02
    off_purpose: float = 0.03
    shared_kind: float = 0.05  # equipment, services, skills and spaces are shared rather than exchanged
    anybody: float = 0.02  # the average sector, for what nobody knows
    own_class: float = 0.3  # exchanges inside one's own class, and division, against those with another
    own_division: float = 0.5
    same_group: float = 0.5
    same_division: float = 0.25
    group_takes: float = 0.3  # a class takes after the others of its group, and of its division
    division_takes: float = 0.3
    most_meanings: int = 25


WEIGHTS = Weights()
