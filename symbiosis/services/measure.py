"""What people type of a quantity, understood the same way wherever it is typed: forms, cards, spreadsheets."""

from symbiosis.domain.amounts import Amount, Usual
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.amounts import amount


def measure(typed: str, knowledge: Knowledge | None = None, text: str = "", usual: Usual | None = None) -> Amount:
    """Return the quantity per year that was typed, or the question it raises.

    `text` says of what; with the `knowledge`, a container that is itself the thing ("40 fûts vides") is counted.
    """
    return knowledge.amount(typed, text, usual=usual) if knowledge else amount(typed, usual=usual)
