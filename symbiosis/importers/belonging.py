"""May these rows enter the territory that the database holds?"""

from symbiosis.domain.folder import RowError
from symbiosis.domain.imports import Found
from symbiosis.importers.kinds import Importer

ANOTHER = "commencer un autre territoire : SYMBIOSIS_HOME=./var/NOM flask symbiosis territory new NOM, puis y charger"


def only_own(found: Found, importer: Importer, names: tuple[str, str], synthetic: bool) -> Found:
    """Return the rows, or none of them and the reason, where the database holds another territory than theirs.

    `names` are those of the territory held and of its first folder, '' for none.
    """
    made_up = found.synthetic if found.synthetic is not None else not importer.real and synthetic
    if made_up != synthetic:
        held = "une démonstration" if synthetic else "un territoire réel"
        theirs = "sont réelles" if synthetic else "sont inventées"
        return _refused(found, f"cette base contient {held} ({names[0]}), ces données {theirs} ; {ANOTHER} ce fichier")
    if found.name and names[1] and found.name not in names:
        return _refused(found, f"cette base contient « {names[0]} », le fichier parle de « {found.name} » ; {ANOTHER}")
    return found


def _refused(found: Found, remedy: str) -> Found:
    file = next((told.file for told in found.rows), next((error.file for error in found.errors), ""))
    return Found(errors=(RowError(file, 0, "", "", remedy),), rows_read=found.rows_read)
