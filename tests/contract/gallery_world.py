"""A small world for the gallery: 7 firms, 13 flows, 9 leads; the golden answers are worked out from it by hand."""

from typing import Any

from symbiosis.store.session import Store
from tests.databases import ask

Rows = list[tuple[Any, ...]]

NODES: dict[str, tuple[str, Rows]] = {
    "Commune": ("id name", [("54001", "Aval"), ("54002", "Bois")]),
    "Firm": (
        "id name nace commune lat lon headcount",
        [
            ("brewer", "Brasserie", ["11.05"], "54001", 48.8, 6.1, 12),
            ("farm", "Ferme", ["01.41"], "54001", 48.805, 6.1, 3),
            ("clinic", "Clinique", ["86.10"], "54001", 48.8, 6.11, 200),
            ("mill", "Moulin", ["10.61"], "54002", 48.85, 6.1, 40),
            ("forge", "Forge", ["25.50"], "54002", 48.81, 6.1, 80),
            ("shop", "Boutique", ["47.11"], "54002", None, None, 2),
            ("workshop", "Atelier", ["25.62"], None, None, None, None),
        ],
    ),
    "Sector": (
        "id nace fr en",
        [
            (f"rev2:{code}", code, fr, en)
            for code, fr, en in [
                ("11.05", "brasserie", "brewing"), ("01.41", "élevage", "dairy"), ("10.61", "meunerie", "milling"),
                ("25.50", "forge", "forging"), ("86.10", "hôpital", "hospital"), ("47.11", "commerce", "retail"),
                ("25.62", "usinage", "machining"), ("38.32", "recyclage", "recycling"),
            ]
        ],
    ),
    "Resource": (
        "id kind family fr en",
        [
            ("grain", "material", None, "drêche", "spent grain"), ("pallet", "material", None, "palette", "pallet"),
            ("oil", "material", None, "huile usagée", "used oil"), ("heat", "energy", "heat", "chaleur", "heat"),
            ("truck", "equipment", None, "chariot", "forklift"), ("flour", "material", None, "farine", "flour"),
        ],
    ),
    "Use": (
        "id fr en",
        [
            ("feed", "alimentation animale", "animal feed"), ("fuel", "combustible", "fuel"),
            ("refining", "régénération", "re-refining"),
        ],
    ),
    "WasteCode": ("id hazardous", [("02 07 04", False), ("15 01 03", False), ("13 02 05", True)]),
    "Flow": (
        "id text quantity unit temperature_c provenance as_of operation",
        [
            ("f1", "drêches", 100.0, "t", None, "declared", "2026", None),
            ("f2", "drêches", 80.0, "t", None, "declared", "2025", None),
            ("f3", "palettes", 4000.0, "kg", None, "observed", "2024", None),
            ("f4", "palettes", 10.0, "t", None, "hypothesis", "", None),
            ("f5", "chaleur", 500.0, "MWh", 90.0, "declared", "2026", None),
            ("f6", "chauffage", 300000.0, "kWh", 60.0, "declared", "2026-03-01", None),
            ("f7", "farine", 20.0, "t", None, "declared", "2026", None),
            ("f8", "huile", 2.0, "t", None, "declared", "2023", "D10, D5"),
            ("f9", "chariot", 100.0, "hour", None, "declared", "2026", None),
            ("f10", "chariot", None, None, None, "hypothesis", None, None),
            ("f11", "chariot", 50.0, "hour", None, "declared", "2026", None),
            ("f12", "machin bleu", None, None, None, "declared", "2026", None),
            ("f13", "truc rouge", None, None, None, "declared", "2026", None),
        ],
    ),
    "Synergy": (
        "id kind origin judgement hypothetical score text",
        [
            ("s1", "substitution", "matcher", "proposed", False, 2.5, None),
            ("s2", "substitution", "matcher", "confirmed", True, 1.0, None),
            ("s3", "substitution", "matcher", "proposed", False, 0.5, None),
            ("s4", "substitution", "matcher", "proposed", True, 0.25, None),
            ("s5", "substitution", "matcher", "proposed", False, 0.75, None),
            ("s6", "mutualisation", "matcher", "proposed", True, 3.0, None),
            ("s7", "mutualisation", "identified", "proposed", False, None, "gardiennage"),
            ("s8", "substitution", "matcher", "refused", False, 1.5, None),
            ("s9", "substitution", "matcher", "proposed", True, 0.125, None),
        ],
    ),
    "Decision": ("id after reason", [("d1", "refused", "too_far"), ("d2", "confirmed", "")]),
    "Question": (
        "id direction answer",
        [("q1", "need", "yes"), ("q2", "need", "no"), ("q3", "offer", "yes"), ("q4", "need", "later")],
    ),
    "Precedent": ("id place country year", [("p1", "Riverside", "FR", "1999"), ("p2", "Parc Nord", "FR", "")]),
}  # fmt: skip

HAVE = {
    "OFFERS": "brewer f1, mill f3, forge f5, forge f8, farm f12",
    "NEEDS": "farm f2, forge f4, clinic f6, brewer f7",
    "POOLS": "brewer f9, mill f10, clinic f11, workshop f13",
}
MEANS = "f1 grain, f2 grain, f3 pallet, f4 pallet, f5 heat, f6 heat, f7 flour, f8 oil, f9 truck, f10 truck, f11 truck"
PAIRS = [
    ("s1", "brewer", "farm"), ("s2", "mill", "forge"), ("s3", "farm", "mill"), ("s4", "mill", "brewer"),
    ("s5", "forge", "mill"), ("s8", "forge", "clinic"), ("s9", "brewer", "mill"),
]  # fmt: skip
GROUPS = [("s6", "brewer"), ("s6", "mill"), ("s6", "clinic"), ("s7", "clinic"), ("s7", "shop")]
RESTS = "s1 f1, s1 f2, s2 f3, s2 f4, s5 f5, s6 f9, s6 f10, s6 f11, s8 f5, s8 f6, s9 f1"
ABOUT = "s1 grain, s2 pallet, s3 pallet, s4 flour, s5 heat, s6 truck, s8 heat, s9 grain"


def load(store: Store) -> None:
    """Write the world into an empty database."""
    for label, (names, rows) in NODES.items():
        told = [{k: v for k, v in zip(names.split(), row, strict=True) if v is not None} for row in rows]
        ask(store, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows=told)
    for kind, pairs in HAVE.items():
        _join(store, "Firm", kind, "Flow", _pairs(pairs))
    for firm in NODES["Firm"][1]:
        _join(store, "Firm", "HAS_ACTIVITY", "Sector", [(firm[0], f"rev2:{firm[2][0]}")])
        _join(store, "Firm", "IN_COMMUNE", "Commune", [(firm[0], firm[3])] if firm[3] else [])
    _join(store, "Flow", "OF", "Resource", _pairs(MEANS))
    _join_knowledge(store)
    for lead, giver, taker in PAIRS:
        _join(store, "Synergy", "INVOLVES", "Firm", [(lead, giver)], role="giver", step=0)
        _join(store, "Synergy", "INVOLVES", "Firm", [(lead, taker)], role="taker", step=1)
    _join(store, "Synergy", "INVOLVES", "Firm", GROUPS, role="member", step=0)
    _join(store, "Synergy", "RESTS_ON", "Flow", _pairs(RESTS))
    _join(store, "Synergy", "ABOUT", "Resource", _pairs(ABOUT))
    _join(store, "Decision", "ON", "Synergy", [("d1", "s8"), ("d2", "s2")])


def _join_knowledge(store: Store) -> None:
    _join(store, "Resource", "CODED_AS", "WasteCode", [("grain", "02 07 04"), ("oil", "13 02 05")], rank=0)
    _join(store, "Resource", "CODED_AS", "WasteCode", [("pallet", "15 01 03")], rank=0)
    _join(store, "Resource", "USABLE_AS", "Use", [("grain", "feed"), ("pallet", "fuel"), ("oil", "refining")])
    performers = [("rev2:01.41", "feed"), ("rev2:25.50", "fuel"), ("rev2:38.32", "refining")]
    _join(store, "Sector", "PERFORMS", "Use", performers)
    _join(store, "Sector", "TYPICALLY_OFFERS", "Resource", [("rev2:11.05", "grain")])
    _join(store, "Sector", "TYPICALLY_NEEDS", "Resource", [("rev2:11.05", "pallet")])
    asked = [("q1", "pallet"), ("q2", "pallet"), ("q3", "grain"), ("q4", "heat")]
    _join(store, "Question", "ASKED_ABOUT", "Resource", asked)
    _join(store, "Precedent", "OF", "Resource", [("p1", "grain"), ("p2", "truck")])
    _join(store, "Precedent", "INTO", "Use", [("p1", "feed")])


def _pairs(told: str) -> list[tuple[str, str]]:
    return [(a, b) for a, b in (pair.split() for pair in told.split(", "))]


def _join(store: Store, start: str, kind: str, end: str, pairs: list[tuple[str, str]], **properties: object) -> None:
    ends = f"MATCH (a:{start} {{id: row[0]}}), (b:{end} {{id: row[1]}})"
    query = f"UNWIND $rows AS row {ends} CREATE (a)-[r:{kind}]->(b) SET r = $p"
    ask(store, query, rows=[list(pair) for pair in pairs], p=properties)
