"""Learn from what people decided: study, put in force what foretells decisions better, go back."""

from dataclasses import replace

from symbiosis.domain.clock import now
from symbiosis.domain.errors import Refused
from symbiosis.domain.experience import Model
from symbiosis.knowledge.corrections import apply
from symbiosis.matching import lesson, model
from symbiosis.matching.lesson import Lesson
from symbiosis.store import corrections, experience, knowledge, models, territory
from symbiosis.store.session import Store


def study(store: Store) -> Lesson:
    """Return what the decisions taken so far teach; Refused while they are too few."""
    decided = experience.decided(store)
    if not lesson.enough(decided):
        raise Refused(
            "Pas assez de décisions pour apprendre : il en faut dix au moins, pour et contre. / "
            "Too few decisions to learn from: at least ten, for and against."
        )
    rows = apply(knowledge.get(store), corrections.every(store))
    used = {model.VERSION: model.weights()} | models.points_of(store)
    found = lesson.learn(decided, used, models.current(store), rows.performs)
    version = f"{model.VERSION}.{len(models.history(store)) + 1}"
    return replace(found, model=replace(found.model, version=version, at=now()))


def learn(store: Store) -> Lesson:
    """Put in force what the decisions teach, unless the model in force foretells them as well; return the lesson."""
    found = study(store)
    if found.better:
        models.learn(store, found.model, figures(found))
        territory.touch(store)
    return found


def revert(store: Store) -> str:
    """Put the model in force that the present one replaced; return its version. Refused where none was learnt."""
    held = models.current(store)
    if held is None:
        raise Refused("Aucun modèle appris n'est en vigueur. / No learnt model is in force.")
    before = next((row["before"] or "" for row in models.history(store) if row["id"] == held.version), "")
    models.use(store, before)
    territory.touch(store)
    return before or model.VERSION


def in_force(store: Store) -> Model | None:
    """Return the learnt model in force, None where the shipped one is."""
    return models.current(store)


def figures(found: Lesson) -> dict[str, float]:
    """Return what speaks for a lesson, by name."""
    told = {"wanted": float(found.wanted), "unwanted": float(found.unwanted)}
    for name, measures in (("before", found.before), ("after", found.after)):
        told |= {f"{name}.{key}": round(value, 4) for key, value in vars(measures).items()}
    return told
