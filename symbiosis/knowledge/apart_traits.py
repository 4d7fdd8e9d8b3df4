"""Requirements that two firms cannot both have met: temperatures, hygiene, qualifications, formats."""

from collections.abc import Iterator

from symbiosis.knowledge.profile import Profile, Reason, Setting
from symbiosis.knowledge.situation_seeds import Topic, Trait

_KIND_FR = {
    "temperature": "températures", "hygiene": "hygiènes", "caces": "qualifications", "weld": "qualifications",
    "licence": "permis", "voltage": "habilitations", "standard": "référentiels", "pallet": "formats",
    "material": "matières",
}  # fmt: skip


def by_traits(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    """Yield what one asks for and the other excludes or lacks."""
    for trait in setting.traits:
        if not trait.counts(topic):
            continue
        told = [trait.value in p.traits.get(trait.attribute, ()) for p in (one, other)]
        lacked = [(trait.attribute, trait.value) in p.lacks for p in (one, other)]
        if (told[0] and lacked[1]) or (told[1] and lacked[0]):
            yield (
                f"l'un demande ce que l'autre n'a pas ({trait.words[0]})",
                f"one asks for what the other lacks ({trait.words[0]})",
            )
        if trait.rule == "alone" and told[0] is not told[1]:
            yield (f"« {trait.words[0].rstrip('*')} » pour l'un seulement", f"“{trait.value}” for one of them only")
        elif trait.rule == "apart" and _excluded(trait, one, other, told):
            yield (f"{_KIND_FR.get(trait.attribute, 'exigences')} incompatibles", f"incompatible {trait.attribute}")


def _excluded(trait: Trait, one: Profile, other: Profile, told: list[bool]) -> bool:
    mine, theirs = (p.traits.get(trait.attribute, frozenset()) for p in (one, other))
    if trait.attribute != "hygiene" and mine & theirs:
        return False
    return (told[0] and bool(trait.excludes & theirs)) or (told[1] and bool(trait.excludes & mine))
