"""What was found in files, against what the graph holds → what to write, row by row."""

from collections.abc import Mapping
from dataclasses import fields, replace

from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import KnownSynergy, RowError
from symbiosis.domain.ids import identified_id
from symbiosis.domain.imports import Deed, Found, Held, Plan, Step, Thing, Told

CHANGED = "modifié ici par quelqu'un : laissé comme il est"
ERASED = "établissement effacé à sa demande : rien n'en est repris"
REST = "changement(s) de plus : un import en fait {} au plus ; charger celui-ci, puis le même fichier de nouveau"
MERGED = "réuni depuis à un autre établissement : laissé"
ALWAYS_TOLD = frozenset({"id", "firm_id", "closed_at", "below_threshold"})  # empty in a row means that it is empty


def plan(found: Found, held: Held, keep: bool) -> Plan:
    """Return what to do with each row; with `keep` an empty value never erases one that is held.

    A row is refused when its id came before in the same files, or when it speaks of a firm that nobody knows.
    """
    known = set(held.firms) | {told.thing.id for told in found.rows if isinstance(told.thing, Firm)}
    seen: dict[str, Told] = {}
    steps: list[Step] = []
    refused = list(found.errors)
    for told in found.rows:
        name = id_of(told.thing)
        problem = _problem(told, seen.get(name), known)
        if problem:
            refused.append(problem)
        else:
            seen[name] = told
            steps.append(_step(told, name, held, keep))
    return Plan(tuple(steps), tuple(refused), found.notes)


def first_of(made: Plan, most: int) -> Plan:
    """Return the first `most` changes of a plan and all that it leaves alone, with a note on how many are left.

    Rows lean on earlier ones alone: a part from the front is whole.
    """
    left = len(made.writes()) - most
    if left <= 0:
        return made
    later = {id(step) for step in made.writes()[most:]}
    steps = tuple(step for step in made.steps if id(step) not in later)
    note = RowError(made.writes()[most].told.file, 0, "", str(left), REST.format(most))
    return replace(made, steps=steps, notes=(note, *made.notes))


def id_of(thing: Thing) -> str:
    """Return the id of a thing; that of a synergy is made from what it says."""
    if isinstance(thing, KnownSynergy):
        return identified_id(thing.kind, thing.firm_ids, thing.resource_text)
    return thing.id


def changes(before: Thing, after: Thing) -> dict[str, tuple[object, object]]:
    """Return the fields that differ, with both values."""
    pairs = ((f.name, getattr(before, f.name), getattr(after, f.name)) for f in fields(after))
    return {name: (old, new) for name, old, new in pairs if old != new}


def _problem(told: Told, earlier: Told | None, known: set[str]) -> RowError | None:
    if earlier:
        where = f"ligne {earlier.line}" + (f" de {earlier.file}" if earlier.file != told.file else "")
        remedy = f"déjà dit à la {where} : n'en garder qu'une"
        return RowError(told.file, told.line, "", id_of(told.thing), remedy)
    missing = [firm for firm in _firms_of(told.thing) if firm not in known]
    if missing:
        remedy = "établissement inconnu ici : le charger d'abord (SIRENE, ou un dossier de territoire)"
        return RowError(told.file, told.line, "", ", ".join(missing)[:120], remedy)
    return None


def _firms_of(thing: Thing) -> tuple[str, ...]:
    if isinstance(thing, Flow):
        return (thing.firm_id,)
    return thing.firm_ids if isinstance(thing, KnownSynergy) else ()


def _before(held: Held, thing: Thing, name: str) -> Thing | None:
    if isinstance(thing, KnownSynergy):
        return held.synergies.get(name)
    of: Mapping[str, Thing] = held.firms if isinstance(thing, Firm) else held.flows
    return of.get(name)


def _step(told: Told, name: str, held: Held, keep: bool) -> Step:
    before, thing = _before(held, told.thing, name), _of_whom_it_is_now(told.thing, held)
    why = _why_left(thing, before, name, held)
    if why:
        return Step(Deed.KEPT, told, name, before, thing, why)
    if _is_older(thing, before):
        return Step(Deed.UNCHANGED, told, name, before, thing)
    if before is None:
        return Step(Deed.CREATED, told, name, None, thing)
    after = _merged(before, thing) if keep else thing
    if name in held.touched and isinstance(before, Firm) and isinstance(thing, Firm):
        after = replace(before, closed_at=thing.closed_at)  # of a firm that somebody wrote, only its closing is news
    if keep and isinstance(before, Flow) and isinstance(after, Flow) and _says_the_same(before, after):
        after = before  # what only comes back is no news, whoever told it first
    if isinstance(before, KnownSynergy) and isinstance(after, KnownSynergy):
        after = replace(after, status=before.status)  # what people judged since is theirs
    return Step(_deed(before, after), told, name, before, after)


def _of_whom_it_is_now(thing: Thing, held: Held) -> Thing:
    """Return a flow as that of the firm into which its own was merged."""
    return replace(thing, firm_id=held.former.get(thing.firm_id, thing.firm_id)) if isinstance(thing, Flow) else thing


def _why_left(thing: Thing, before: Thing | None, name: str, held: Held) -> str:
    """Return why people's word counts more than this row, '' where it does not."""
    if not held.erased.isdisjoint((name, *_firms_of(thing))):
        return ERASED
    if name in held.former:
        return MERGED
    return CHANGED if name in held.touched and before != thing and not _closes(before, thing) else ""


def _is_older(row: Thing, before: Thing | None) -> bool:
    """Tell whether a register speaks of an earlier year than what is held of the same flow."""
    same = isinstance(row, Flow) and isinstance(before, Flow) and row.source and row.source == before.source
    return bool(same and row.as_of[:4] < before.as_of[:4])  # type: ignore[union-attr]


def _merged(before: Thing, row: Thing) -> Thing:
    told = {f.name: getattr(row, f.name) for f in fields(row)}
    return replace(before, **{k: v for k, v in told.items() if k in ALWAYS_TOLD or v not in (None, "", ())})


def _says_the_same(before: Flow, after: Flow) -> bool:
    return replace(after, provenance=before.provenance) == before


def _deed(before: Thing, after: Thing) -> Deed:
    if before == after:
        return Deed.UNCHANGED
    return Deed.CLOSED if _closes(before, after) else Deed.UPDATED


def _closes(before: Thing | None, after: Thing) -> bool:
    firms = isinstance(before, Firm) and isinstance(after, Firm)
    return bool(firms and after.closed_at and not before.closed_at)  # type: ignore[union-attr]
