"""Answers of the API « Recherche d'entreprises » (JSON) → the firms of some communes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from symbiosis.domain.folder import RowError
from symbiosis.domain.imports import Asked, Found, Told
from symbiosis.importers.archive import unpacked
from symbiosis.importers.cells import BadCellError
from symbiosis.importers.decoding import BadFileError, read_bytes
from symbiosis.importers.establishments import Establishment, firm
from symbiosis.importers.places import chosen, degrees
from symbiosis.importers.plan import id_of
from symbiosis.importers.sirene import UNKNOWN_DAY
from symbiosis.importers.siret import siret
from symbiosis.importers.tabular import SHOWN, clean

MOST_BYTES = 200_000_000
Answer = Mapping[str, Any]
SAMPLE = '{"results": [...]}'


def read_companies(paths: Sequence[Path], asked: Asked) -> Found:
    """Read answers; the head office and the establishments that matched, each once. Never raises."""
    try:
        given, communes = chosen(paths, asked)
        with unpacked(given, MOST_BYTES) as files:
            parts = [_of_file(path, communes, asked) for path in files]
    except BadFileError as bad:
        return Found(errors=bad.errors)
    told = tuple({id_of(t.thing): t for part in reversed(parts) for t in part.rows}.values())
    return Found(
        told, tuple(e for part in parts for e in part.errors), tuple(n for part in parts for n in part.notes),
        sum(part.rows_read for part in parts),
    )  # fmt: skip


def _of_file(path: Path, communes: frozenset[str], asked: Asked) -> Found:
    try:
        results = _results(path)
    except BadFileError as bad:
        return Found(errors=bad.errors)
    rows: dict[str, Told] = {}
    errors: list[RowError] = []
    outside = unknown = read = 0
    for rank, company, place in _establishments(results):
        read += 1
        one = _made(path.name, rank, company, place)
        if isinstance(one, RowError):
            errors.append(one)
            continue
        held = asked.by_siret.get(one.siret)
        if one.commune not in communes:
            outside += 1
        elif one.closed_at and held is None:
            unknown += 1
        else:
            rows[one.siret] = Told(firm(one, asked, held), path.name, 0)
    return Found(tuple(rows.values()), tuple(errors), _notes(path.name, outside, unknown), read)


def _results(path: Path) -> list[Any]:
    try:
        answer = json.loads(read_bytes(path))
    except (ValueError, RecursionError) as error:
        raise _bad(path, f"JSON illisible : attendu {SAMPLE}, comme l'API le donne") from error
    if isinstance(answer, dict) and isinstance(answer.get("result"), dict):
        answer = answer["result"]
    results = answer.get("results") if isinstance(answer, dict) else answer
    if not isinstance(results, list):
        raise _bad(path, f"réponse de l'API attendue : {SAMPLE}")
    return results


def _establishments(results: list[Any]) -> Iterator[tuple[int, Answer, Answer]]:
    """Yield (rank of the company, company, establishment), each establishment of a company once."""
    for rank, company in enumerate(results, start=1):
        told = company if isinstance(company, dict) else {}
        places = [told.get("siege"), *_list(told.get("matching_etablissements"))]
        named = {str(p.get("siret")): p for p in places if isinstance(p, dict)}
        for place in named.values() or ({},):
            yield rank, told, place


def _made(file: str, rank: int, company: Answer, place: Answer) -> Establishment | RowError:
    text = _text(place, "siret")
    try:
        name = siret(text)
    except BadCellError as bad:
        return RowError(file, 0, f"results[{rank}].siret", text[:SHOWN], bad.remedy)
    point = degrees(_text(place, "latitude"), _text(place, "longitude")) or (None, None)
    closed = _text(place, "etat_administratif").upper() == "F"
    return Establishment(
        siret=name,
        legal=_text(company, "nom_raison_sociale") or _text(company, "nom_complet"),
        sign=_text(place, "nom_commercial") or next((clean(s) for s in _list(place.get("liste_enseignes")) if s), ""),
        person=_is_person(company),
        words=tuple(_text(company, "nom_complet").split()),
        told="N" not in (_diffusion(company, "statut_diffusion"), _diffusion(place, "statut_diffusion_etablissement")),
        activity=_text(place, "activite_principale") or _text(company, "activite_principale"),
        nomenclature="",
        naf2025=_text(place, "activite_principale_naf25") or _text(company, "activite_principale_naf25"),
        commune=_text(place, "commune"),
        commune_name=_text(place, "libelle_commune"),
        lat=point[0],
        lon=point[1],
        band=_text(place, "tranche_effectif_salarie"),
        closed_at=(_text(place, "date_fermeture") or UNKNOWN_DAY) if closed else "",
    )


def _is_person(company: Answer) -> bool:
    complements = company.get("complements")
    told = complements.get("est_entrepreneur_individuel") if isinstance(complements, dict) else None
    return bool(told) or _text(company, "nature_juridique") == "1000" or not _text(company, "nom_raison_sociale")


def _diffusion(told: Answer, name: str) -> str:
    return "N" if _text(told, name) in ("N", "P") else "O"


def _notes(file: str, outside: int, unknown: int) -> tuple[RowError, ...]:
    told = (
        (outside, "établissement(s) d'autres communes, laissé(s) de côté"),
        (unknown, "établissement(s) fermé(s) que cette base ne connaît pas, laissé(s) de côté"),
    )
    return tuple(RowError(file, 0, "", str(many), remedy) for many, remedy in told if many)


def _text(told: Answer, name: str) -> str:
    value = told.get(name)
    return clean(str(value))[:300] if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _list(value: Any) -> list[Any]:
    return [v for v in value if v is not None] if isinstance(value, list) else []


def _bad(path: Path, remedy: str) -> BadFileError:
    return BadFileError(RowError(path.name, 0, "", "", remedy))
