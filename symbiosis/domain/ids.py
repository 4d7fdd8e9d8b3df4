"""Deterministic ids, made from what never changes, so that loading twice changes nothing."""

import hashlib


def stable_id(prefix: str, *parts: str) -> str:
    """Return `prefix-` and 16 hexadecimal digits that depend on the parts and their order alone."""
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{prefix}-{digest[:16]}"


def flow_id(firm_id: str, direction: str, text: str, waste_code: str, rank: int) -> str:
    """Return the id of a flow; `rank` tells apart the same words entered several times by one firm."""
    return stable_id("flow", firm_id, direction, text, waste_code, str(rank))


def declaration_id(firm_id: str, *told: object) -> str:
    """Return the id of a flow a firm tells in person: telling exactly the same again is the same flow."""
    return stable_id("flow", firm_id, *map(str, told))


def substitution_id(giver_flow_id: str, taker_firm_id: str) -> str:
    """Return the id of a substitution: one per offered flow and taking firm."""
    return stable_id("sub", giver_flow_id, taker_firm_id)


def question_id(firm_id: str, resource_id: str, direction: str) -> str:
    """Return the id of the question that checks whether a firm offers or needs a resource."""
    return stable_id("question", firm_id, resource_id, direction)


def group_id(resource_id: str, first_firm_ids: tuple[str, ...]) -> str:
    """Return the id of a sharing group, named after its resource and its first firms."""
    return stable_id("mut", resource_id, *sorted(first_firm_ids))


def register_flow_id(register: str, firm_id: str, direction: str, waste_code: str) -> str:
    """Return the id of what a register says of one waste of a firm, whatever the year."""
    return stable_id("flow", register, firm_id, direction, waste_code)


def identified_id(kind: str, firm_ids: tuple[str, ...], text: str) -> str:
    """Return the id of a synergy that people identified, made from what they wrote."""
    return stable_id("idn", kind, *firm_ids, text)
