"""Which column of a sheet holds what, whatever it is called: exact names, words inside, almost the same spelling."""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from symbiosis.domain.amounts import Usual
from symbiosis.domain.enums import Unit
from symbiosis.domain.folder import RowError
from symbiosis.domain.free_columns import Column, Layout
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.grids import Grid
from symbiosis.importers.header import fold

C = Column
HEADER_WITHIN, NEARLY = 25, 86  # lines looked at; rapidfuzz ratio 0..100
NAMES: Mapping[Column, str] = {
    C.FIRM: "entreprise|etablissement|societe|nom|nom de l'entreprise|raison sociale|company|firm|site",
    C.SIRET: "siret|n siret|numero siret",
    C.FIRM_REF: "ref etablissement|firm_id|identifiant etablissement",
    C.FLOW_REF: "ref flux|flow_id|identifiant flux",
    C.DIRECTION: "sens|direction|offre ou besoin|type de flux|j'ai je cherche je partage|la carte dit",
    C.TEXT: (
        "quoi|designation|libelle|nature|flux|matiere|ressource|produit|description|intitule|resource_text|resource|objet"
        "|synergie|piste|flux echange|ressource concernee"
    ),
    C.OFFER: (
        "dechet|dechets|type de dechet|coproduit|co-produit|sous-produit|offre|j'ai|rejet|matiere sortante|sortant"
        "|surplus|dechet produit|ressource disponible|excedent|chute|waste|offer"
    ),
    C.NEED: "besoin|besoins|je cherche|recherche|matiere recherchee|intrant|achat|matiere entrante|demande|need",
    C.SHARE: "mutualisation|je partage|partage|a partager|equipement a partager|mutualiser|share",
    C.QUANTITY: (
        "quantite|tonnage|volume|combien|quantity|gisement|tonnes|poids|masse|quantite annuelle|tonnage annuel|conso"
        "|consommation"
    ),
    C.UNIT: "unite|unit|unites",
    C.RHYTHM: "rythme|frequence|rhythm|periodicite|regularite|recurrence",
    C.TEMPERATURE: "temperature|temperature c|temperature_c",
    C.QUALITY: "qualite|etat|conditionnement|quality|caracteristiques|purete",
    C.WASTE_CODE: "code dechet|code ced|code europeen|waste_code|code nomenclature|rubrique dechet|code",
    C.USE: "exutoire|debouche|devenir|valorisation|usage|utilisation|destination|use_text|debouche imagine|filiere",
    C.DATE: "date|annee|as_of|mise a jour|annee de reference",
    C.GIVER: (
        "donneur|emetteur|producteur|fournisseur|entreprise a|entreprise source|cedant|offreur|from|giver|entreprise 1"
    ),
    C.TAKER: (
        "preneur|receveur|destinataire|repreneur|entreprise b|entreprise cible|utilisateur|beneficiaire|taker"
        "|entreprise 2"
    ),
    C.FIRMS: "partenaires|entreprises|participants|etablissements|firm_ids|membres|acteurs|entreprises concernees",
    C.KIND: "type de synergie|type|kind|categorie|forme",
    C.STATUS: "statut|etat d'avancement|avancement|status|etat|stade",
    C.SOURCE: "source|origine|atelier|provenance",
    C.SHOWN: "nom visible|visible|nom affiche|visible par la salle|shown",
}
SPELLED = {column: tuple(names.split("|")) for column, names in NAMES.items()}
UNITS = (
    (r"\bmwh\b", Unit.MEGAWATT_HOUR), (r"\bkwh\b", Unit.KILOWATT_HOUR), (r"\bkgs?\b|kilo", Unit.KILOGRAM),
    (r"\bm3\b|m³|metres? cubes?", Unit.CUBIC_METRE), (r"\blitres?\b|\bl\b", Unit.LITRE),
    (r"\btonnes?\b|\bt\b|\btonnages?\b", Unit.TONNE), (r"\bpieces?\b|\bunites\b|\bnombre\b", Unit.PIECE),
    (r"\bheures?\b|\bh\b", Unit.HOUR),
)  # fmt: skip
PERIODS = (
    (r"\ban(?:s|nee|nuel\w*)?\b", "year"), (r"\bmois\b|mensuel", "month"), (r"\bsem(?:aine)?\b|hebdo", "week"),
    (r"\bjour\b|\bj\b|quotidien", "day"),
)  # fmt: skip
KEY = "column:"


def layout(grid: Grid, fields: Sequence[Column], needed: Sequence[Column], chosen: Mapping[str, str]) -> Layout:
    """Return where a sheet keeps what, with the corrections people `chosen`; BadFileError where nothing says it.

    One of the `needed` columns has to be there.
    """
    best: tuple[int, int, tuple[Column | None, ...]] | None = None
    for position, row in enumerate(grid.rows[:HEADER_WITHIN]):
        columns = recognise(row, fields, chosen)
        found = sum(column is not None for column in columns)
        if any(column in needed for column in columns) and (best is None or found > best[0]):
            best = (found, position, columns)
    if best is None:
        raise BadFileError(RowError(grid.file, 0, "", _shown(grid), _missing(needed)))
    names = grid.rows[best[1]]
    return Layout(grid.first + best[1], names, best[2], _usual(best[2], names))


def recognise(names: Sequence[str], fields: Sequence[Column], chosen: Mapping[str, str]) -> tuple[Column | None, ...]:
    """Return what each column holds; each sort of column once, the surest name wins."""
    told = [_chosen(name, fields, chosen) for name in names]
    taken = {column for column in told if column}
    scored = [
        (score, -position, column)
        for position, name in enumerate(names)
        if told[position] is None and name.strip() and f"{KEY}{fold(name)}" not in chosen
        for column in fields
        if column not in taken and (score := likeness(name, column)) >= NEARLY
    ]
    columns: list[Column | None] = list(told)
    for _score, place, column in sorted(scored, key=lambda s: (-s[0], -s[1], fields.index(s[2]))):
        if columns[-place] is None and column not in columns:
            columns[-place] = column
    return tuple(columns)


def likeness(name: str, column: Column) -> float:
    """Return how surely a name means a sort of column, 0 to 100."""
    plain = _plain(name)
    if plain in SPELLED[column]:
        return 100.0
    words = set(plain.split())
    inside = [spelled for spelled in SPELLED[column] if words.issuperset(spelled.split()) and len(spelled) > 2]  # noqa: PLR2004
    if inside:
        return 87 + min(10, max(map(len, inside)) / 2)
    return max((fuzz.ratio(plain, spelled) for spelled in SPELLED[column] if len(spelled) > 4), default=0.0) - 1  # noqa: PLR2004


def _chosen(name: str, fields: Sequence[Column], chosen: Mapping[str, str]) -> Column | None:
    value = chosen.get(f"{KEY}{fold(name)}", "")
    return Column(value) if value in set(fields) else None


def _plain(name: str) -> str:
    """Return a name without accents, what stands in brackets, or marks."""
    bare = re.sub(r"\([^)]*\)", " ", fold(name[:120]))
    return " ".join(re.sub(r"[^\w'-]+", " ", bare).split())


def _usual(columns: Sequence[Column | None], names: Sequence[str]) -> Usual:
    position = columns.index(Column.QUANTITY) if Column.QUANTITY in columns else None
    if position is None:
        return Usual()
    text = fold(names[position]).replace("/", " ")
    unit = next((unit for pattern, unit in UNITS if re.search(pattern, text)), None)
    return Usual(unit, next((per for pattern, per in PERIODS if re.search(pattern, text)), ""))


def _missing(needed: Sequence[Column]) -> str:
    names = ", ".join(f"« {SPELLED[column][0].capitalize()} »" for column in needed)
    return f"aucune colonne reconnue : nommer au moins l'une d'elles {names} sur la ligne de titres"


def _shown(grid: Grid) -> str:
    return ", ".join(cell for row in grid.rows[:3] for cell in row if cell)[:120]
