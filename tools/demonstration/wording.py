"""What people really type: variants, capitals, missing accents, slips and qualifiers."""

import unicodedata

from tools.demonstration.dice import Dice
from tools.demonstration.tables import Item, habit

TAILS = (" - plusieurs sites", ", régulier", " ?", " (à confirmer)", " selon la saison")
LONG_WORD = 7
SURE = 3  # the first variants of an item leave no doubt


def words(item: Item, temperature: float | None, dice: Dice) -> str:
    """Return one way of naming the item; `{t}` in a variant is the temperature in °C."""
    return _slip(_dress(plain(item.texts, temperature, dice), dice), dice)


def sure(item: Item, temperature: float | None, dice: Dice) -> str:
    """Return one of the plainest ways of naming the item, as firms do when they talk to each other."""
    return plain(item.texts[:SURE], temperature, dice)


def plain(texts: tuple[str, ...], temperature: float | None, dice: Dice) -> str:
    """Return one of the texts as it stands; those that say a temperature need one."""
    fit = [text for text in texts if temperature is not None or "{t}" not in text]
    return dice.pick(fit).replace("{t}", "" if temperature is None else f"{temperature:g}")


def _dress(text: str, dice: Dice) -> str:
    if dice.chance(habit("tail")):
        text += dice.pick(TAILS)
    if dice.chance(habit("capital")):
        return text[0].upper() + text[1:]
    return text.upper() if dice.chance(habit("upper")) else text


def _slip(text: str, dice: Dice) -> str:
    if dice.chance(habit("no_accent")):
        return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    longest = max(text.split(), key=len)
    if dice.chance(habit("slip")) and len(longest) >= LONG_WORD:
        at = dice.integer(3, len(longest) - 3)
        return text.replace(longest, longest[:at] + longest[at] + longest[at:], 1)
    return text


def maybe(choices: tuple[str, ...], share: float, dice: Dice) -> str:
    """Return one of the choices for that share of cells, otherwise nothing."""
    return dice.pick(choices) if choices and dice.chance(share) else ""
