"""A small fixed world: 6 firms, 3 communes, 8 flows, 3 leads. Golden answers are worked out from it by hand."""

from symbiosis.domain.corrections import Correction
from symbiosis.domain.enums import (
    Answer,
    CorrectionKind,
    Direction,
    Hazard,
    Judgement,
    Maturity,
    Provenance,
    ResourceKind,
    Rhythm,
    Role,
    SharingMode,
    SynergyKind,
    Unit,
)
from symbiosis.domain.firms import Commune, Firm
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.knowledge import (
    KnowledgeRows,
    Performs,
    Precedent,
    Purpose,
    Resource,
    Sector,
    Sharing,
    TypicalFlow,
    UsableAs,
    Use,
    WasteEntry,
    WasteHeading,
    WasteOfSector,
)
from symbiosis.domain.questions import Answered, Guess
from symbiosis.domain.synergies import Evidence, Party, Proposal
from symbiosis.store import corrections, firms, flows, knowledge, models, questions, synergies, territory
from symbiosis.store.session import Store

MORNING, NOON, EVENING = (f"2026-05-04T{hour}:00:00.000+00:00" for hour in ("08", "12", "18"))

COMMUNES = [
    Commune("91521", "Ris-Orangis", 48.65, 2.41, 29000),
    Commune("91228", "Évry-Courcouronnes", 48.62, 2.43, 67000),
    Commune("91174", "Corbeil-Essonnes", 48.61, 2.48, 52000),
]
INSIDE = frozenset({"91521", "91228"})

FIRMS = [
    Firm("brewery", "Brasserie de l'Île", ("11.05",), "91521", 48.65, 2.41, 12, "Bière"),
    Firm("farm", "Ferme d'Été", ("01.41",), "91521", 48.66, 2.42, 3, "Élevage"),
    Firm("mill", "Moulin Noir", ("10.61", "46.21"), "91228", 48.62, 2.43, 40, "Farine"),
    Firm("garage", "Garage Zénith", ("45.20",), "91228", None, None, 5, ""),
    Firm("press", "Imprimerie du Quai", ("18.12",), "91174", 48.61, 2.48, 25, "Impression"),
    Firm("Hermit", "Atelier isolé"),
]

KNOWLEDGE = KnowledgeRows(
    resources=(
        Resource(
            "spent_grain", ResourceKind.MATERIAL, "drêche", "spent grain", ("drêches de brasserie",), ("draff",),
            Unit.TONNE, Hazard.NO, ("02 07 04", "02 03 04"), 60.0, 45.5, 5.0, 0.12, "ADEME 2021",
            prevalence=30.0,
        ),
        Resource(
            "pallet", ResourceKind.MATERIAL, "palette", "pallet", (), (), Unit.TONNE, Hazard.NO, ("15 01 03",),
            80.0, 30.0, 10.0, 0.15, "ADEME 2021",
        ),
        Resource(
            "used_oil", ResourceKind.MATERIAL, "huile usagée", "used oil", ("huile de vidange",), (), Unit.TONNE,
            Hazard.YES, ("13 02 05*",), 0.0, 100.0, 20.0, 0.2, "CYCLEVIA 2024",
        ),
        Resource(
            "forklift", ResourceKind.EQUIPMENT, "chariot élévateur", "forklift", ("chariot",), (), Unit.HOUR,
            Hazard.NO, (), 0.0, 0.0, 0.0, 1.0, "estimate 2026",
        ),
    ),
    uses=(
        Use("feed", "alimentation animale", "animal feed", False, "FAO 2019", ("fourrage",), ("fodder", "forage")),
        Use("fuel", "combustible", "fuel", False, "ADEME 2021"),
        Use("refining", "régénération", "re-refining", True, "CYCLEVIA 2024"),
    ),
    usable_as=(
        UsableAs(
            "spent_grain", "feed", "as it is", "fresh, within 3 days", Maturity.COMMON, "FAO 2019", 0.75, -5.0, 12.5,
            "high",
        ),
        UsableAs("pallet", "fuel", "shredding", "untreated wood", Maturity.COMMON, "ADEME 2021"),
        UsableAs("used_oil", "refining", "distillation", "", Maturity.DEMONSTRATED, "CYCLEVIA 2024"),
    ),
    waste_headings=(
        WasteHeading("02", "agriculture, aliments", "farming, food"), WasteHeading("02 07", "brasseries", "breweries"),
    ),
    waste_by_sector=(
        WasteOfSector("11.05", "02 07", 0.75, "estimate 2026"), WasteOfSector("", "02 07", 0.125, "estimate 2026"),
    ),
    purposes=(
        Purpose(
            "burning", (ResourceKind.MATERIAL,), ("wood",), ("fuel",), ("feed",), ("combustible",), ("fuel",),
            "estimate 2026",
        ),
    ),
    performs=(
        Performs("01.41", "feed", 0.5, "FAO 2019", 0.25, "low"),
        Performs("18.12", "fuel", 0.25, "estimate 2026"),
    ),
    sharing=(
        Sharing(
            "forklift", SharingMode.EQUIPMENT, (Direction.SHARE, Direction.NEED), 2, 100.0, 1200.5, 24.0,
            "estimate 2026",
        ),
    ),
    sectors=(Sector("01.41", "élevage laitier", "dairy farming"), Sector("11.05", "brasserie", "brewery")),
    typical=(
        TypicalFlow("11.05", Direction.OFFER, "spent_grain", 0.9, 0.75, "BREF 2019", 5.0, 20.5, Unit.TONNE, "medium"),
        TypicalFlow("01.41", Direction.NEED, "spent_grain", 0.25, 0.5, "estimate 2026"),
        TypicalFlow("18.12", Direction.SHARE, "forklift", 0.5, 0.125, "estimate 2026", unit=Unit.HOUR),
    ),
    waste=(
        WasteEntry(
            "13 02 05", True, (), "huile moteur", "engine oil", ("vidange",), ("motor oil",), ("45",), "2000/532"
        ),
        WasteEntry("15 01 03", False, ("15 01 10",), "emballage bois", "wooden packaging", (), (), (), "2000/532"),
    ),
    precedents=(
        Precedent(
            "riverside", "Riverside", "FR", "1999", "Brasserie", ("11.05",), "Élevage", ("01.41", "01.50"),
            "spent_grain", "feed", "drêches au troupeau", "spent grain to the herd", "Revue 2001",
        ),
        Precedent(
            "shared_truck", "Parc Nord", "FR", "", "Ateliers", (), "Ateliers", (), "forklift", "", "un chariot à deux",
            "one truck for two", "Bulletin 2010",
        ),
    ),
)  # fmt: skip

OFFER, NEED, SHARE = Direction.OFFER, Direction.NEED, Direction.SHARE
GUESS, SEEN = Provenance.HYPOTHESIS, Provenance.OBSERVED
TONNE, HOUR = Unit.TONNE, Unit.HOUR

GRAIN = Flow(
    "flow-a1", "brewery", OFFER, "drêches", "020704", 120.5, TONNE, Rhythm.WEEKLY, 65.5, "humide", "", as_of="2026"
)
ODD = Flow("flow-a2", "brewery", OFFER, "truc bizarre", as_of="2025")
FODDER = Flow("flow-b1", "farm", NEED, "drêches", "", 80.0, TONNE, use_text="nourrir", provenance=GUESS, as_of="2024")
WOOD = Flow("flow-c1", "mill", OFFER, "palettes cassées", "150103", 10.0, TONNE, provenance=SEEN, as_of="2025")
LENT = Flow("flow-c2", "mill", SHARE, "chariot élévateur", "", 300.0, HOUR, Rhythm.DAILY, as_of="2026")
PALLETS = Flow("flow-d1", "press", NEED, "palettes", "", 12.5, TONNE, as_of="2026")
JOINED = Flow("flow-d2", "press", SHARE, "chariot", provenance=SEEN, as_of="2025")
OIL = Flow("flow-e1", "garage", OFFER, "huile de vidange", "130205", 1500.0, Unit.LITRE, Rhythm.BATCH, as_of="2026")

FLOWS = [
    LinkedFlow(GRAIN, Link("spent_grain", 0.95, "drêches")),
    LinkedFlow(ODD, None),
    LinkedFlow(FODDER, Link("spent_grain", 0.6, "drêches"), "feed"),
    LinkedFlow(WOOD, Link("pallet", 0.9, "palette")),
    LinkedFlow(LENT, Link("forklift", 1.0, "chariot élévateur")),
    LinkedFlow(PALLETS, Link("pallet", 1.0, "palettes")),
    LinkedFlow(JOINED, Link("forklift", 0.8, "chariot")),
    LinkedFlow(OIL, Link("used_oil", 0.85, "huile de vidange")),
]

SHARED_TRUCK = {
    "id": "idn-truck", "kind": "mutualisation", "text": "Partage d'un chariot", "use_text": "manutention",
    "source": "atelier 2025", "judgement": "proposed", "resource": "forklift", "use": "",
    "flows": ["flow-c2", "flow-d2"],
    "parties": [{"firm": "press", "role": "member", "step": 0}, {"firm": "mill", "role": "member", "step": 1}],
}  # fmt: skip
FEEDING = Proposal(
    "sub-feed", SynergyKind.SUBSTITUTION, "spent_grain", "feed",
    (Party("brewery", Role.GIVER, 0), Party("farm", Role.TAKER, 1)), ("flow-a1", "flow-b1"),
    (Evidence("resource", 1.75, "drêches", "drêches", "ADEME 2021"), Evidence("distance", -0.5, "1.3 km", "", "")),
    hypothetical=True,
)  # fmt: skip
REUSE = Proposal(
    "sub-reuse", SynergyKind.SUBSTITUTION, "pallet", "",
    (Party("mill", Role.GIVER, 0), Party("press", Role.TAKER, 1)), ("flow-c1", "flow-d1"),
    (
        Evidence("resource", 2.0, "palettes cassées", "palettes", "ADEME 2021"),
        Evidence("quantity", 1.0, "10 t", "12.5 t", ""),
    ),
    hypothetical=False,
)  # fmt: skip
MODEL = {"resource": 2.0, "distance": -0.5, "quantity": 1.75}
REFUSAL = {
    "id": "decision-1", "at": NOON, "who": "Léa", "reason": "too_far", "note": "trop loin, « hélas »", "until": ""
}  # fmt: skip
SLANG = Correction(
    CorrectionKind.RESOURCE_SYNONYM, "dit à l'atelier", "Léa", MORNING, "correction-1", resource="spent_grain",
    text="=bouillie de bière", language="fr",
)  # fmt: skip
HUSKS = Correction(
    CorrectionKind.RESOURCE, "vu chez un meunier", "Zoë", NOON, "correction-2", fr="Écales d'orge", en="Barley husks",
    like="spent_grain",
)  # fmt: skip


NO_PALLETS = Answered(Guess("garage", "pallet", Direction.NEED), Answer.NO, "Léa", NOON, "combustible")


def load(store: Store) -> None:
    """Write the world into an empty database.

    The lead about pallets is refused, one job waits, one runs; one correction is in force, one was taken back; one firm
    said that a guess is wrong.
    """
    territory.put(store, "Pays d'Évry", True, "evry")
    territory.loaded(store, MORNING)
    firms.put_communes(store, COMMUNES)
    firms.put(store, FIRMS, INSIDE)
    knowledge.put(store, KNOWLEDGE)
    knowledge.stamp(store, "k1", MORNING)
    assert corrections.put(store, SLANG) and corrections.put(store, HUSKS)
    assert corrections.withdraw(store, "correction-2", "Léa", EVENING)
    flows.put(store, FLOWS)
    models.put(store, "m1", MODEL)
    synergies.put_identified(store, [SHARED_TRUCK], MORNING)
    synergies.refresh(store, [FEEDING, REUSE], [], {"model": "m1", "at": MORNING})
    assert synergies.decide(store, "sub-reuse", 1, Judgement.REFUSED, REFUSAL)
    assert questions.answer(store, NO_PALLETS)
    store.write("jobs/put", id="job-load", kind="load", parameter="folder", at=MORNING)
    store.write("jobs/claim", at=NOON, kinds=["load"])
    store.write("jobs/put", id="job-match", kind="rematch", parameter="", at=EVENING)
