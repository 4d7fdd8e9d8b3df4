"""What the reading copy holds: these labels, relations and properties, and nothing that is not named here.

Accounts, sessions, contacts, tokens, history, jobs, confidential values, and who decided or answered, are in no list: a
new label or property stays out until somebody writes it here.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

_NAMES = "id fr en source"
_REASONS = "score model criteria points left right sources"
_TYPICAL = "share_of_firms share_of_resource low high unit confidence source"

_LABELS = {
    "Territory": "id name synthetic version loaded_at matched_at communes",
    "Commune": "id name lat lon population",
    "Firm": "id name nace commune lat lon headcount activity inside",
    "Flow": "id text waste_code quantity unit rhythm temperature_c quality use_text provenance as_of confidential "
    "operation",
    "Sector": "id nace fr en",
    "Resource": f"{_NAMES} kind synonyms_fr synonyms_en unit hazard disposal_eur purchase_eur preparation_eur "
    "haul_eur_km family form questions_fr questions_en confidence prevalence corrected",
    "Use": f"{_NAMES} treatment synonyms_fr synonyms_en corrected",
    "Purpose": "id kinds families use_ids not_use_ids words_fr words_en source",
    "WasteCode": f"{_NAMES} hazardous mirrors words_fr words_en nace",
    "WasteSection": "id fr en naces shares sources",
    "Sharing": "id mode draws_from trigger_firms trigger_quantity saving_eur trips source",
    "Precedent": f"{_NAMES} place country year giver giver_nace taker taker_nace",
    "Synergy": "id kind origin judgement version hypothetical text use_text source until created_at proposed_at "
    f"introduced_at {_REASONS}",
    "Decision": f"id at before after reason until rank {_REASONS}",
    "Question": "id direction answer at use_text quantity unit",
    "Model": "id criteria points",
    "Realised": "id year measure amount source rank",
}
_RELATIONS = {
    "IN_COMMUNE": "inside", "HAS_ACTIVITY": "", "OFFERS": "", "NEEDS": "", "POOLS": "", "OF": "confidence why",
    "WANTED_FOR": "", "CODED_AS": "rank", "SHARES": "", "INTO": "", "ON": "", "RESTS_ON": "", "ABOUT": "",
    "BROUGHT_BY": "",
    "TOWARDS": "", "ASKED_OF": "", "ASKED_ABOUT": "", "INVOLVES": "role step agreed",
    "USABLE_AS": "process conditions process_en conditions_en maturity weight value_low value_high confidence source",
    "PERFORMS": "weight share confidence source",
    "TYPICALLY_OFFERS": _TYPICAL, "TYPICALLY_NEEDS": _TYPICAL, "TYPICALLY_POOLS": _TYPICAL,
}  # fmt: skip

LABELS: Mapping[str, frozenset[str]] = {label: frozenset(names.split()) for label, names in _LABELS.items()}
RELATIONS: Mapping[str, frozenset[str]] = {kind: frozenset(names.split()) for kind, names in _RELATIONS.items()}

_TOLD = "firms by id, flows by id and version"  # how a copy remembers what it tells
RULES = hashlib.sha256(repr((sorted(_LABELS.items()), sorted(_RELATIONS.items()), _TOLD)).encode()).hexdigest()[:16]


def readable(held: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    """Return of a node's or a relation's properties those that may be read."""
    return {name: value for name, value in held.items() if name in names and value is not None}
