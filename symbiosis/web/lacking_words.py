"""What a sharing group lacks to pay, in words."""

from flask_babel import gettext as _
from flask_babel import ngettext

from symbiosis.domain.views import SynergyLine
from symbiosis.web import labels, state
from symbiosis.web.values import length


def lacks(line: SynergyLine) -> str:
    """Return how many firms a group lacks, how near, and for what; '' for a lead that lacks nothing."""
    if line.lacking is None:
        return ""
    firms, km = line.lacking
    shared = {s.resource_id: s.mode for s in state.rows().sharing}
    mode = shared.get(line.resource.id) if line.resource else None
    what = labels.PAYING[mode] if mode else _("que le partage soit rentable")
    if km is None:
        return str(
            ngettext("Il manque %(num)s entreprise pour %(what)s.", "Il manque %(num)s entreprises pour %(what)s.",
                     firms, what=what)
        )  # fmt: skip
    return str(
        ngettext("Il manque %(num)s entreprise dans un rayon de %(km)s pour %(what)s.",
                 "Il manque %(num)s entreprises dans un rayon de %(km)s pour %(what)s.",
                 firms, km=length(km), what=what)
    )  # fmt: skip
