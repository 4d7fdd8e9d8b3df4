"""Users' corrections applied to the shipped rows, which stay as they are: the same in whatever order they come."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from symbiosis.domain.corrections import Correction, Problem, Standing, Trouble
from symbiosis.domain.enums import CorrectionKind as Kind
from symbiosis.domain.enums import Direction, Hazard, Maturity
from symbiosis.domain.knowledge import KnowledgeRows, Performs, Resource, UsableAs, Use
from symbiosis.knowledge.draft import Draft
from symbiosis.knowledge.naming import bad_code, bad_name

LONGEST_REASON = 500
# What an added edge weighs beside the shipped ones: their medians, expert estimate.
USUAL_WAY, USUAL_SHARE_OF_FIRMS, USUAL_SHARE = 0.1, 0.2, 0.1
ADDS, NO_RESOURCE = (Kind.RESOURCE, Kind.USE), Trouble.UNKNOWN_RESOURCE
Step = Callable[[Draft, Correction], Problem | None]


def apply(rows: KnowledgeRows, corrections: Iterable[Correction]) -> KnowledgeRows:
    """Return the rows with the corrections in force; one that does not apply changes nothing."""
    return apply_all(rows, corrections)[0]


def apply_all(rows: KnowledgeRows, corrections: Iterable[Correction]) -> tuple[KnowledgeRows, Standing]:
    """Return the corrected rows, and for each correction in force what keeps it from applying, None where it does.

    What users added comes first, whatever it is called by later; then the order of time, so that the latest word on
    an edge holds.
    """
    in_force = sorted((c for c in corrections if c.active), key=lambda c: (c.at, c.id))
    if not in_force:
        return rows, {}
    draft = Draft(rows, _switched_off(in_force))
    standing = _additions(draft, [c for c in in_force if c.kind in ADDS])
    standing |= {c.id: _step(draft, c) for c in in_force if c.kind not in ADDS}
    return draft.rows(), standing


def _switched_off(in_force: Iterable[Correction]) -> set[tuple[str, str]]:
    """Return the ways of using a resource about which the last word is that there is no such way."""
    last = {(c.resource, c.use): c.kind for c in in_force if c.kind in (Kind.USABLE_AS, Kind.NOT_USABLE_AS)}
    return {edge for edge, kind in last.items() if kind is Kind.NOT_USABLE_AS}


def _additions(draft: Draft, waiting: list[Correction]) -> Standing:
    """Add resources and uses; one that resembles another that users added waits for that one."""
    standing: Standing = {}
    while waiting:
        standing |= {c.id: _step(draft, c) for c in waiting}
        again = [c for c in waiting if standing[c.id] and standing[c.id] == Problem(NO_RESOURCE, "like", c.like)]
        if len(again) == len(waiting):
            break
        waiting = again
    return standing


def check(rows: KnowledgeRows, correction: Correction) -> Problem | None:
    """Return why the rows in use cannot take a correction, None when they can."""
    if not correction.reason.strip():
        return Problem(Trouble.EMPTY, "reason")
    if len(correction.reason) > LONGEST_REASON:
        return Problem(Trouble.TOO_LONG, "reason", str(LONGEST_REASON))
    return _step(Draft(rows), correction)


def _step(draft: Draft, c: Correction) -> Problem | None:
    return STEPS[c.kind](draft, c)


def _unknown(draft: Draft, c: Correction, *fields: str) -> Problem | None:
    """Return the first thing a correction speaks of that does not exist."""
    exists = {
        "resource": (draft.resource(c.resource) is not None, Trouble.UNKNOWN_RESOURCE, c.resource),
        "like": (draft.resource(c.like) is not None, Trouble.UNKNOWN_RESOURCE, c.like),
        "use": (draft.use(c.use) is not None, Trouble.UNKNOWN_USE, c.use),
        "nace": (c.nace in draft.sectors, Trouble.UNKNOWN_SECTOR, c.nace),
        "direction": (c.direction in set(Direction), Trouble.UNKNOWN_VALUE, c.direction),
        "maturity": (c.maturity in set(Maturity), Trouble.UNKNOWN_VALUE, c.maturity),
        "hazard": (c.hazard in {"", *Hazard}, Trouble.UNKNOWN_VALUE, c.hazard),
        "language": (c.language in ("fr", "en"), Trouble.UNKNOWN_VALUE, c.language),
    }
    return next((Problem(exists[f][1], f, exists[f][2]) for f in fields if not exists[f][0]), None)


def _resource_synonym(draft: Draft, c: Correction) -> Problem | None:
    return _unknown(draft, c, "resource", "language") or draft.resource_names.add(draft.known(c.resource), c)


def _use_synonym(draft: Draft, c: Correction) -> Problem | None:
    return _unknown(draft, c, "use", "language") or draft.use_names.add(draft.known(c.use), c)


def _resource(draft: Draft, c: Correction) -> Problem | None:
    problem = bad_name(c.fr, "fr") or bad_name(c.en, "en") or _unknown(draft, c, "like", "hazard")
    base = draft.resource(c.like)
    if problem or base is None:
        return problem
    made = _like(base, c)
    problem = bad_code(c.waste_code, made.hazard, draft.shipped) or draft.resource_names.claim(made.id, c)
    if problem:
        return problem
    draft.add_resource(made, base.id)
    return None


def _like(base: Resource, c: Correction) -> Resource:
    return replace(
        base, id=c.made, fr=c.fr, en=c.en, synonyms_fr=(), synonyms_en=(), hazard=Hazard(c.hazard or base.hazard),
        waste_codes=(c.waste_code,) if c.waste_code else (), source=f"{_source(c)} ; {base.source}",
    )  # fmt: skip


def _use(draft: Draft, c: Correction) -> Problem | None:
    problem = bad_name(c.fr, "fr") or bad_name(c.en, "en") or draft.use_names.claim(c.made, c)
    if problem is None:
        draft.uses[c.made] = Use(c.made, c.fr, c.en, c.treatment, _source(c))
    return problem


def _usable_as(draft: Draft, c: Correction) -> Problem | None:
    problem = _unknown(draft, c, "resource", "use", "maturity")
    resource, use = draft.resource(c.resource), draft.use(c.use)
    if problem or resource is None or use is None:
        return problem
    if (resource.id, use.id) in draft.usable_as:
        return Problem(Trouble.ALREADY, "use")
    if resource.hazard is Hazard.YES and not use.treatment:
        return Problem(Trouble.HAZARDOUS_USE, "use")
    edge = UsableAs(resource.id, use.id, "", "", Maturity(c.maturity), _source(c), USUAL_WAY)
    draft.usable_as[resource.id, use.id] = edge
    return None


def _performs(draft: Draft, c: Correction) -> Problem | None:
    key = (c.nace, draft.known(c.use))
    problem = _unknown(draft, c, "use", "nace")
    if problem is None and key in draft.performs:
        return Problem(Trouble.ALREADY, "nace")
    if problem is None:
        draft.performs[key] = Performs(*key, USUAL_SHARE_OF_FIRMS, _source(c), USUAL_SHARE)
    return problem


def _not_usable_as(draft: Draft, c: Correction) -> Problem | None:
    gone = draft.usable_as.pop((draft.known(c.resource), draft.known(c.use)), None)
    return None if gone else _unknown(draft, c, "resource", "use") or Problem(Trouble.ABSENT, "use")


def _not_performs(draft: Draft, c: Correction) -> Problem | None:
    gone = draft.performs.pop((c.nace, draft.known(c.use)), None)
    return None if gone else _unknown(draft, c, "use", "nace") or Problem(Trouble.ABSENT, "nace")


def _not_typical(draft: Draft, c: Correction) -> Problem | None:
    problem = _unknown(draft, c, "resource", "nace", "direction")
    if problem is None and draft.typical.pop((c.nace, c.direction, draft.known(c.resource)), None) is None:
        return Problem(Trouble.ABSENT, "resource")
    return problem


def _source(c: Correction) -> str:
    """Return who says so and since when: what a shipped row says by its document."""
    return f"{c.by}, {c.at[:10]}"


STEPS: dict[Kind, Step] = {
    Kind.RESOURCE_SYNONYM: _resource_synonym, Kind.USE_SYNONYM: _use_synonym, Kind.RESOURCE: _resource,
    Kind.USE: _use, Kind.USABLE_AS: _usable_as, Kind.PERFORMS: _performs, Kind.NOT_USABLE_AS: _not_usable_as,
    Kind.NOT_PERFORMS: _not_performs, Kind.NOT_TYPICAL: _not_typical,
}  # fmt: skip
