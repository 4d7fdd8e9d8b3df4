"""What each reading question answers about the world, worked out by hand: question, parameters, columns, rows."""

from dataclasses import dataclass, field
from typing import Any
from unittest.mock import ANY

from symbiosis.store import schema
from tests.contract.world import EVENING, MORNING, NO_PALLETS, NOON

FLOW = (
    "id relation text waste_code quantity unit rhythm temperature_c quality use_text provenance as_of quantity_text "
    "quantity_max below_threshold source operation resource_id resource_fr resource_en confidence"
)
GRAIN = (
    "flow-a1", "OFFERS", "drêches", "020704", 120.5, "t", "weekly", 65.5, "humide", "", "declared", "2026",
    "", None, False, "", "", "spent_grain", "drêche", "spent grain", 0.95,
)  # fmt: skip
PLACED = "id name nace commune commune_name lat lon headcount activity"
FIRM = "id name nace commune_name headcount activity flows"
AROUND_MILL = {"id": "mill", "lat": 48.62, "lon": 2.43, "south": 48.60, "north": 48.66, "west": 2.40, "east": 2.50}
LEAD = (
    "id kind origin judgement version score hypothetical resource_id resource_fr resource_en text criteria left right "
    "parties"
)
PAGE = {"skip": 0, "limit": 10}
FEEDING = (
    "sub-feed", "substitution", "matcher", "proposed", 1, 1.25, True, "spent_grain", "drêche", "spent grain", None,
    ["resource", "distance"], ["drêches", "1.3 km"], ["drêches", ""],
    [{"id": "brewery", "name": "Brasserie de l'Île", "role": "giver"},
     {"id": "farm", "name": "Ferme d'Été", "role": "taker"}],
)  # fmt: skip
REUSE = (
    "sub-reuse", "substitution", "matcher", "refused", 2, 3.0, False, "pallet", "palette", "pallet", None,
    ["resource", "quantity"], ["palettes cassées", "10 t"], ["palettes", "12.5 t"],
    [{"id": "mill", "name": "Moulin Noir", "role": "giver"},
     {"id": "press", "name": "Imprimerie du Quai", "role": "taker"}],
)  # fmt: skip
TRUCK = (
    "idn-truck", "mutualisation", "identified", "proposed", 1, None, False, "forklift", "chariot élévateur", "forklift",
    "Partage d'un chariot", None, None, None,
    [{"id": "press", "name": "Imprimerie du Quai", "role": "member"},
     {"id": "mill", "name": "Moulin Noir", "role": "member"}],
)  # fmt: skip
SYNERGY = (
    "id kind origin judgement version score model hypothetical criteria points left right sources text use_text source "
    "proposed_at created_at resource_id resource_fr resource_en use_id use_fr use_en "
    "questions_fr questions_en"
)


@dataclass(frozen=True)
class Case:
    """One question and its whole answer, in order."""

    question: str
    given: dict[str, Any] = field(default_factory=dict)
    columns: str = "n"
    rows: list[tuple[Any, ...]] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.question}({', '.join(str(value) for value in self.given.values())})"


CASES = [
    Case("communes/list", {}, "id name lat lon population firms", [
        ("91174", "Corbeil-Essonnes", 48.61, 2.48, 52000, 1),
        ("91521", "Ris-Orangis", 48.65, 2.41, 29000, 2),
        ("91228", "Évry-Courcouronnes", 48.62, 2.43, 67000, 2),
    ]),
    Case("corrections/list", {},
         "id kind reason by at resource use nace direction language text fr en like hazard waste_code maturity "
         "treatment active withdrawn_by withdrawn_at", [
        ("correction-2", "resource", "vu chez un meunier", "Zoë", NOON, "", "", "", "", "", "", "Écales d'orge",
         "Barley husks", "spent_grain", "", "", "", False, False, "Léa", EVENING),
        ("correction-1", "resource_synonym", "dit à l'atelier", "Léa", MORNING, "spent_grain", "", "", "", "fr",
         "=bouillie de bière", "", "", "", "", "", "", False, True, "", ""),
    ]),
    Case("firms/get", {"id": "mill"}, f"{PLACED} siret naf2025 closed_at import", [
        ("mill", "Moulin Noir", ["10.61", "46.21"], "91228", "Évry-Courcouronnes", 48.62, 2.43, 40, "Farine",
         "", "", "", None),
    ]),
    Case("firms/get", {"id": "Hermit"}, f"{PLACED} siret naf2025 closed_at import", [
        ("Hermit", "Atelier isolé", [], "", None, None, None, None, "", "", "", "", None),
    ]),
    Case("firms/get", {"id": "nobody"}),
    Case("firms/near", AROUND_MILL | {"limit": 10}, "id name nace lat lon flows", [
        ("brewery", "Brasserie de l'Île", ["11.05"], 48.65, 2.41, 2),
        ("press", "Imprimerie du Quai", ["18.12"], 48.61, 2.48, 2),
        ("farm", "Ferme d'Été", ["01.41"], 48.66, 2.42, 1),
    ]),
    Case("firms/near", AROUND_MILL | {"limit": 1, "north": 48.63}, "id name nace lat lon flows", [
        ("press", "Imprimerie du Quai", ["18.12"], 48.61, 2.48, 2),
    ]),
    Case("firms/search", {"ids": ["mill", "nobody", "Hermit", "garage"]}, FIRM, [
        ("Hermit", "Atelier isolé", [], None, None, "", 0),
        ("garage", "Garage Zénith", ["45.20"], "Évry-Courcouronnes", 5, "", 1),
        ("mill", "Moulin Noir", ["10.61", "46.21"], "Évry-Courcouronnes", 40, "Farine", 2),
    ]),
    Case("flows/get", {"id": "flow-a1"}, f"{FLOW} confidential firm_id firm_name", [
        (*GRAIN, False, "brewery", "Brasserie de l'Île"),
    ]),
    Case("flows/get", {"id": "flow-a2"}, f"{FLOW} confidential firm_id firm_name", [
        ("flow-a2", "OFFERS", "truc bizarre", "", None, None, None, None, "", "", "declared", "2025", "", None,
         False, "", "", None, None, None, None, False, "brewery", "Brasserie de l'Île"),
    ]),
    Case("flows/get", {"id": "flow-zz"}),
    Case("flows/of_firm", {"firm": "brewery"}, f"{FLOW} confidential why", [
        (*GRAIN, False, "drêches"),
        ("flow-a2", "OFFERS", "truc bizarre", "", None, None, None, None, "", "", "declared", "2025", "", None,
         False, "", "", None, None, None, None, False, None),
    ]),
    Case("flows/of_firm", {"firm": "mill"}, f"{FLOW} confidential why", [
        ("flow-c1", "OFFERS", "palettes cassées", "150103", 10.0, "t", None, None, "", "", "observed", "2025", "", None,
         False, "", "", "pallet", "palette", "pallet", 0.9, False, "palette"),
        ("flow-c2", "POOLS", "chariot élévateur", "", 300.0, "hour", "daily", None, "", "", "declared", "2026",
         "", None, False, "", "", "forklift", "chariot élévateur", "forklift", 1.0, False, "chariot élévateur"),
    ]),
    Case("flows/unclear", {"ids": ["flow-zz", "flow-a2"]},
         "id relation text waste_code provenance firm_id firm_name confidential", [
        ("flow-a2", "OFFERS", "truc bizarre", "", "declared", "brewery", "Brasserie de l'Île", False),
    ]),
    Case("flows/unclear", {"ids": []}),
    Case("flows/unclear_ids", {}, "id provenance text", [("flow-a2", "declared", "truc bizarre")]),
    Case("jobs/list", {"limit": 1},
         "id kind parameter state stage done total message queued_at started_at finished_at", [
        ("job-match", "rematch", "", "queued", "", 0, 0, "", EVENING, None, None),
    ]),
    Case("jobs/list", {"limit": 5},
         "id kind parameter state stage done total message queued_at started_at finished_at", [
        ("job-match", "rematch", "", "queued", "", 0, 0, "", EVENING, None, None),
        ("job-load", "load", "folder", "running", "", 0, 0, "", MORNING, NOON, None),
    ]),
    Case("jobs/waiting", {"kind": "rematch", "parameter": ""}, "id", [("job-match",)]),
    Case("jobs/waiting", {"kind": "rematch", "parameter": "other"}),
    Case("jobs/waiting", {"kind": "load", "parameter": "folder"}),
    Case("knowledge/every_precedent", {},
         "id place country year giver giver_nace taker taker_nace resource_id use_id fr en source", [
        ("riverside", "Riverside", "FR", "1999", "Brasserie", ["11.05"], "Élevage", ["01.41", "01.50"], "spent_grain",
         "feed", "drêches au troupeau", "spent grain to the herd", "Revue 2001"),
        ("shared_truck", "Parc Nord", "FR", "", "Ateliers", [], "Ateliers", [], "forklift", "", "un chariot à deux",
         "one truck for two", "Bulletin 2010"),
    ]),
    Case("knowledge/performs", {}, "nace use_id weight share confidence source", [
        ("01.41", "feed", 0.5, 0.25, "low", "FAO 2019"), ("18.12", "fuel", 0.25, 0.0, "", "estimate 2026"),
    ]),
    Case("knowledge/precedents", {"resource": "spent_grain", "use": "feed"},
         "id place country year giver taker fr en source use_id", [
        ("riverside", "Riverside", "FR", "1999", "Brasserie", "Élevage", "drêches au troupeau",
         "spent grain to the herd", "Revue 2001", "feed"),
    ]),
    Case("knowledge/precedents", {"resource": "pallet", "use": ""}),
    Case("knowledge/purposes", {}, "id kinds families use_ids not_use_ids words_fr words_en source", [
        ("burning", ["material"], ["wood"], ["fuel"], ["feed"], ["combustible"], ["fuel"], "estimate 2026"),
    ]),
    Case("knowledge/resources", {},
         "id kind fr en synonyms_fr synonyms_en unit hazard waste_codes disposal_eur purchase_eur preparation_eur "
         "haul_eur_km source family form questions_fr questions_en confidence prevalence "
         "t_per_m3 mwh_per_t kg_per_piece", [
        ("forklift", "equipment", "chariot élévateur", "forklift", ["chariot"], [], "hour", "no", [], 0.0, 0.0, 0.0,
         1.0, "estimate 2026", "", "", [], [], "", 1.0, None, None, None),
        ("pallet", "material", "palette", "pallet", [], [], "t", "no", ["15 01 03"], 80.0, 30.0, 10.0, 0.15,
         "ADEME 2021", "", "", [], [], "", 1.0, None, None, None),
        ("spent_grain", "material", "drêche", "spent grain", ["drêches de brasserie"], ["draff"], "t", "no",
         ["02 07 04", "02 03 04"], 60.0, 45.5, 5.0, 0.12, "ADEME 2021", "", "", [], [], "", 30.0, None, None, None),
        ("used_oil", "material", "huile usagée", "used oil", ["huile de vidange"], [], "t", "yes", ["13 02 05*"], 0.0,
         100.0, 20.0, 0.2, "CYCLEVIA 2024", "", "", [], [], "", 1.0, None, None, None),
    ]),
    Case("knowledge/sections", {}, "section fr en naces shares sources", [
        ("02", "agriculture, aliments", "farming, food", [], [], []),
        ("02 07", "brasseries", "breweries", ["11.05", ""], [0.75, 0.125], ["estimate 2026", "estimate 2026"]),
    ]),
    Case("knowledge/sectors", {}, "nace fr en", [
        ("01.41", "élevage laitier", "dairy farming"), ("11.05", "brasserie", "brewery"),
    ]),
    Case("knowledge/sharing", {},
         "resource_id mode draws_from trigger_firms trigger_quantity saving_eur trips source", [
        ("forklift", "equipment", ["share", "need"], 2, 100.0, 1200.5, 24.0, "estimate 2026"),
    ]),
    Case("knowledge/typical", {}, "nace rows", [
        ("01.41", [["TYPICALLY_NEEDS", "spent_grain", 0.25, 0.5, "estimate 2026", None, None, None, ""]]),
        ("11.05", [["TYPICALLY_OFFERS", "spent_grain", 0.9, 0.75, "BREF 2019", 5.0, 20.5, "t", "medium"]]),
        ("18.12", [["TYPICALLY_POOLS", "forklift", 0.5, 0.125, "estimate 2026", None, None, "hour", ""]]),
    ]),
    Case("knowledge/usable_as", {}, "resource_id rows", [
        ("pallet", [["fuel", "shredding", "untreated wood", "common", "ADEME 2021", 0.0, None, None, "", "", ""]]),
        ("spent_grain", [["feed", "as it is", "fresh, within 3 days", "common", "FAO 2019", 0.75, -5.0, 12.5, "high",
                          "", ""]]),
        ("used_oil", [["refining", "distillation", "", "demonstrated", "CYCLEVIA 2024", 0.0, None, None, "", "", ""]]),
    ]),
    Case("knowledge/uses", {}, "id fr en treatment source synonyms_fr synonyms_en", [
        ("feed", "alimentation animale", "animal feed", False, "FAO 2019", ["fourrage"], ["fodder", "forage"]),
        ("fuel", "combustible", "fuel", False, "ADEME 2021", [], []),
        ("refining", "régénération", "re-refining", True, "CYCLEVIA 2024", [], []),
    ]),
    Case("knowledge/version", {}, "version corrections", [("k1", 3)]),
    Case("knowledge/waste", {}, "code hazardous mirrors fr en words_fr words_en nace source", [
        ("13 02 05", True, [], "huile moteur", "engine oil", ["vidange"], ["motor oil"], ["45"], "2000/532"),
        ("15 01 03", False, ["15 01 10"], "emballage bois", "wooden packaging", [], [], [], "2000/532"),
    ]),
    Case("questions/list", {}, "id firm resource direction answer by at use_text quantity unit nace", [
        (NO_PALLETS.guess.id, "garage", "pallet", "need", "no", "Léa", NOON, "combustible", None, None, ["45.20"]),
    ]),
    Case("questions/resting", {}, "rows", [
        ([["sub-feed", 1.25, "spent_grain", "feed", "farm", ["01.41"], "NEEDS", "spent_grain", "nourrir"]],),
    ]),
    # 6 firms, 3 communes, 6 sectors, 8 flows, 4 resources and one that a user added, 2 corrections, 4 waste codes,
    # 3 uses, 3 synergies, 2 jobs, 2 precedents, a chapter and a section of the List, one each of general purpose,
    # sharing rule, question, knowledge, decision, model, territory and test mark, and the schema files
    Case("schema/count", {}, rows=[(54 + len(schema.files()),)]),
    Case("schema/recorded", {}, "id checksum", [(file.stem, schema.checksum(file)) for file in schema.files()]),
    Case("stats/firms", {}, "firms with_known_flows", [(6, 4)]),
    Case("stats/flows", {}, "relation provenance n", [
        ("NEEDS", "declared", 1), ("NEEDS", "hypothesis", 1), ("OFFERS", "declared", 3), ("OFFERS", "observed", 1),
        ("POOLS", "declared", 1), ("POOLS", "observed", 1),
    ]),
    Case("stats/resources", {}, "id fr en n", [
        ("forklift", "chariot élévateur", "forklift", 1), ("pallet", "palette", "pallet", 1),
        ("spent_grain", "drêche", "spent grain", 1),
    ]),
    Case("stats/synergies", {}, "origin kind judgement hypothetical n", [
        ("identified", "mutualisation", "proposed", False, 1),
        ("matcher", "substitution", "proposed", True, 1),
        ("matcher", "substitution", "refused", False, 1),
    ]),
    Case("synergies/decisions", {"id": "sub-reuse"}, "id at who before after reason note until rank "
         "next_action next_on next_by", [
        ("decision-1", NOON, "Léa", "proposed", "refused", "too_far", "trop loin, « hélas »", "", 2, None, None, None),
    ]),
    Case("synergies/decisions", {"id": "sub-feed"}),
    Case("synergies/flows", {"id": "sub-feed"},
         "id firm_id relation text waste_code quantity unit rhythm temperature_c quality use_text provenance as_of "
          "quantity_text resource_id resource_fr resource_en confidence confidential withdrawn", [
        ("flow-a1", "brewery", "OFFERS", "drêches", "020704", 120.5, "t", "weekly", 65.5, "humide", "", "declared",
         "2026", "", "spent_grain", "drêche", "spent grain", 0.95, False, False),
        ("flow-b1", "farm", "NEEDS", "drêches", "", 80.0, "t", None, None, "", "nourrir", "hypothesis", "2024",
         "", "spent_grain", "drêche", "spent grain", 0.6, False, False),
    ]),
    Case("synergies/get", {"id": "sub-feed"}, SYNERGY, [
        ("sub-feed", "substitution", "matcher", "proposed", 1, 1.25, "m1", True, ["resource", "distance"], [1.75, -0.5],
         ["drêches", "1.3 km"], ["drêches", ""], ["ADEME 2021", ""], None, None, None, MORNING, MORNING, "spent_grain",
         "drêche", "spent grain", "feed", "alimentation animale", "animal feed", [], []),
    ]),
    Case("synergies/get", {"id": "sub-reuse"}, SYNERGY, [
        ("sub-reuse", "substitution", "matcher", "refused", 2, 3.0, "m1", False, ["resource", "quantity"], [2.0, 1.0],
         ["palettes cassées", "10 t"], ["palettes", "12.5 t"], ["ADEME 2021", ""], None, None, None, MORNING, MORNING,
         "pallet", "palette", "pallet", None, None, None, [], []),
    ]),
    Case("synergies/get", {"id": "idn-truck"}, SYNERGY, [
        ("idn-truck", "mutualisation", "identified", "proposed", 1, None, None, False, None, None, None, None, None,
         "Partage d'un chariot", "manutention", "atelier 2025", None, MORNING, "forklift", "chariot élévateur",
         "forklift", None, None, None, [], []),
    ]),
    Case("synergies/get", {"id": "sub-none"}),
    Case("synergies/glimpses", {"flow": "flow-a1", "firm": "brewery"}, "id kind hypothetical score others", [
        ("sub-feed", "substitution", True, 1.25, [{"nace": ["01.41"], "lat": 48.66, "lon": 2.42}]),
    ]),
    Case("synergies/glimpses", {"flow": "flow-c2", "firm": "mill"}, "id kind hypothetical score others", [
        ("idn-truck", "mutualisation", False, None, [{"nace": ["18.12"], "lat": 48.61, "lon": 2.48}]),
    ]),
    Case("synergies/glimpses", {"flow": "flow-c1", "firm": "mill"}),
    Case("synergies/known", {}, "id kind origin judgement resource_id firm_ids", [
        ("idn-truck", "mutualisation", "identified", "proposed", "forklift", ["press", "mill"]),
        ("sub-reuse", "substitution", "matcher", "refused", "pallet", ["mill", "press"]),
    ]),
    Case("synergies/of_firm", {"firm": "mill", "limit": 5}, f"{LEAD} role", [(*REUSE, "giver"), (*TRUCK, "member")]),
    Case("synergies/of_firm", {"firm": "press", "limit": 1}, f"{LEAD} role", [(*REUSE, "taker")]),
    Case("synergies/of_firm", {"firm": "garage", "limit": 5}),
    Case("synergies/parties", {"id": "sub-feed"},
         "id name nace activity headcount lat lon commune_name role step", [
        ("brewery", "Brasserie de l'Île", ["11.05"], "Bière", 12, 48.65, 2.41, "Ris-Orangis", "giver", 0),
        ("farm", "Ferme d'Été", ["01.41"], "Élevage", 3, 48.66, 2.42, "Ris-Orangis", "taker", 1),
    ]),
    Case("synergies/judged", {"judgements": ["confirmed", "refused"]}, "id judgement until", [
        ("sub-reuse", "refused", ""),
    ]),
    Case("synergies/judged", {"judgements": ["confirmed"]}),
    Case("synergies/lines", {"ids": ["sub-reuse", "sub-none", "idn-truck", "sub-feed"]}, LEAD, [TRUCK, FEEDING, REUSE]),
    Case("synergies/lines", {"ids": []}),
    Case("synergies/known_about", {"resources": ["pallet", "spent_grain"]},
         "id kind origin judgement resource_id firm_ids", [
        ("sub-reuse", "substitution", "matcher", "refused", "pallet", ["mill", "press"]),
    ]),
    Case("synergies/known_about", {"resources": []}),
    Case("synergies/standing", {}, "rows", [
        ([["sub-feed", "substitution", ANY, "spent_grain", ANY, ["flow-a1", "flow-b1"], True]],),
    ]),
    Case("synergies/standing_on", {"offers": ["flow-a1", "flow-c1"]},
         "id kind digest resource_id firm_ids flow_ids hypothetical", [
        ("sub-feed", "substitution", ANY, "spent_grain", ["brewery", "farm"], ["flow-a1", "flow-b1"], True),
    ]),
    Case("synergies/standing_on", {"offers": []}),
    Case("synergies/standing_groups", {"resources": ["forklift", "spent_grain"]}),
    Case("territory/get", {}, "name synthetic folder version loaded_at matched_at communes communes_by", [
        ("Pays d'Évry", True, "evry", ANY, MORNING, "", [], ""),
    ]),
]  # fmt: skip

_FLOWS: list[list[Any]] = [
    ["flow-a1", "brewery", "OFFERS", "drêches", "020704", 120.5, "t", "weekly", 65.5, "humide", "", "declared", "2026",
     "spent_grain", 0.95, "drêches", None],
    ["flow-a2", "brewery", "OFFERS", "truc bizarre", "", None, None, None, None, "", "", "declared", "2025", None, None,
     None, None],
    ["flow-b1", "farm", "NEEDS", "drêches", "", 80.0, "t", None, None, "", "nourrir", "hypothesis", "2024",
     "spent_grain", 0.6, "drêches", "feed"],
    ["flow-c1", "mill", "OFFERS", "palettes cassées", "150103", 10.0, "t", None, None, "", "", "observed", "2025",
     "pallet", 0.9, "palette", None],
    ["flow-c2", "mill", "POOLS", "chariot élévateur", "", 300.0, "hour", "daily", None, "", "", "declared", "2026",
     "forklift", 1.0, "chariot élévateur", None],
    ["flow-d1", "press", "NEEDS", "palettes", "", 12.5, "t", None, None, "", "", "declared", "2026", "pallet", 1.0,
     "palettes", None],
    ["flow-d2", "press", "POOLS", "chariot", "", None, None, None, None, "", "", "observed", "2025", "forklift", 0.8,
     "chariot", None],
    ["flow-e1", "garage", "OFFERS", "huile de vidange", "130205", 1500.0, "L", "batch", None, "", "", "declared",
     "2026", "used_oil", 0.85, "huile de vidange", None],
]  # fmt: skip
# quantity_text, quantity_max, below_threshold, source, operation
ALL_FLOWS = [[*flow, "", None, False, "", ""] for flow in _FLOWS]
_FIRMS: list[list[Any]] = [
    ["Hermit", "Atelier isolé", [], "", None, None, None, ""],
    ["brewery", "Brasserie de l'Île", ["11.05"], "91521", 48.65, 2.41, 12, "Bière"],
    ["farm", "Ferme d'Été", ["01.41"], "91521", 48.66, 2.42, 3, "Élevage"],
    ["garage", "Garage Zénith", ["45.20"], "91228", None, None, 5, ""],
    ["mill", "Moulin Noir", ["10.61", "46.21"], "91228", 48.62, 2.43, 40, "Farine"],
    ["press", "Imprimerie du Quai", ["18.12"], "91174", 48.61, 2.48, 25, "Impression"],
]
ALL_FIRMS = [[*firm, "", "", ""] for firm in _FIRMS]  # siret, naf2025, closed_at
ALL_LEADS: list[list[Any]] = [
    ["idn-truck", "mutualisation", "identified", "forklift", False, None],
    ["sub-feed", "substitution", "matcher", "spent_grain", True, 1.25],
    ["sub-reuse", "substitution", "matcher", "pallet", False, 3.0],
]
