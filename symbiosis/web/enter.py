"""A synergy entered by hand: which firms, what, and how far it is."""

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.follow_up import FOLLOWED, NEXT
from symbiosis.services import decide
from symbiosis.services import enter as entering
from symbiosis.services.enter import Entry
from symbiosis.web.access import needs
from symbiosis.web.firm_pages import EnterPage
from symbiosis.web.firms import LONGEST, found_firms
from symbiosis.web.forms import Form, too_long, typed, with_errors
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who

bp = Blueprint("enter", __name__)
MOST_FIRMS, TEXT = 20, 200
STANDS = (Judgement.PROPOSED, *(s for s in FOLLOWED if s is not Judgement.ABANDONED))


@bp.get("/synergies/new")
@needs(Right.JUDGE)
def start() -> str:
    """Show the firms chosen so far, a search for more, and the form."""
    return show(_page(Form()))


@bp.post("/synergies/new")
@needs(Right.JUDGE)
def send() -> Response | tuple[str, int]:
    """Write the synergy, or say what to mend."""
    form, page = typed(request.form), _page(Form())
    checked = with_errors(
        form, firms=_firms(len(page.parties)), kind=_in(form, "kind", [k.value for k in SynergyKind]),
        resource_text=too_long(form, "resource_text", TEXT) if form.get("resource_text") else _("À remplir."),
        use_text=too_long(form, "use_text", TEXT), judgement=_in(form, "judgement", [s.value for s in STANDS]),
        source=too_long(form, "source", TEXT) if form.get("source") else _("Dites qui l'a trouvée, et quand."),
    )  # fmt: skip
    if checked.errors:
        return show(_page(checked)), 422
    ids = tuple(p.id for p in page.parties)
    entry = Entry(
        SynergyKind(form.get("kind")), ids, form.get("resource_text"), form.get("use_text"), form.get("source")
    )
    synergy_id, fresh = entering.enter(store(), state().known.current(store()), entry)
    if fresh:
        _advance(synergy_id, Judgement(form.get("judgement")))
    flash("entered" if fresh else "entered_before", "entered")
    return redirect(url_for("review.synergy", synergy_id=synergy_id), 303)  # type: ignore[return-value]


def _advance(synergy_id: str, stage: Judgement) -> None:
    """Bring a new synergy to its stage by the same steps as any other, so that its history says who and when."""
    steps = [] if stage is Judgement.PROPOSED else [Judgement.CONFIRMED]
    steps += [stage] if stage in NEXT[Judgement.CONFIRMED] else []
    for version, step in enumerate(steps, 1):
        decide.decide(store(), decide.Order(synergy_id, version, step, who()))


def _page(form: Form) -> EnterPage:
    ids = tuple(dict.fromkeys(request.args.getlist("firm")))[:MOST_FIRMS]
    text = request.args.get("q", "").strip()[:LONGEST]
    found = found_firms(text, "", 1) if text else None
    return EnterPage(entering.parties(store(), ids), text, found, form)


def _firms(firms: int) -> str:
    least = 2
    return "" if firms >= least else str(_("Ajoutez au moins deux établissements."))


def _in(form: Form, name: str, closed: list[str]) -> str:
    return "" if form.get(name) in closed else str(_("Choisissez une réponse dans la liste."))
