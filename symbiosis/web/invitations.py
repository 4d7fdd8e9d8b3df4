"""Invitation links: made by an animator from a firm's page, opened once by the firm."""

from flask import Blueprint, Response, current_app, flash, redirect, url_for
from itsdangerous import BadSignature, URLSafeSerializer

from symbiosis.domain.access import Right
from symbiosis.domain.clock import now
from symbiosis.domain.errors import NotFound
from symbiosis.domain.invitations import Invitation, LinkTrouble
from symbiosis.services import browse, invite, own_access
from symbiosis.web import company_session, visitor
from symbiosis.web.access import needs
from symbiosis.web.mine_pages import EnterPage, InvitationsPage, LinkPage, SendPage
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who

bp = Blueprint("invitations", __name__)
SALT = "invitation"
GONE = 410
RENEWED = (LinkTrouble.USED, LinkTrouble.EXPIRED)


@bp.get("/firms/<firm_id>/invitations")
@needs(Right.JUDGE)
def of_firm(firm_id: str) -> str:
    """Show a firm's invitations."""
    firm, at = browse.firm(store(), firm_id).firm, now()
    lines = tuple((line, line.trouble(at)) for line in invite.of_firm(store(), firm_id))
    return show(InvitationsPage(firm.id, firm.name, lines, own_access.of_firm(store(), firm.id)))


@bp.post("/firms/<firm_id>/invitations")
@needs(Right.JUDGE)
def make(firm_id: str) -> Response:
    """Make an invitation, and show what to send."""
    made = invite.make(store(), firm_id, who())
    return redirect(url_for("invitations.send", firm_id=firm_id, invitation_id=made), 303)  # type: ignore[return-value]


@bp.get("/firms/<firm_id>/invitations/<invitation_id>")
@needs(Right.JUDGE)
def send(firm_id: str, invitation_id: str) -> str:
    """Show one page of what to send."""
    held = invite.get(store(), invitation_id)
    if held.firm_id != firm_id:
        raise NotFound(invitation_id)
    link = url_for("invitations.door", token=sign(held), _external=True)
    return show(SendPage(held, link, held.trouble(now())))


@bp.post("/firms/<firm_id>/invitations/<invitation_id>/revoke")
@needs(Right.JUDGE)
def revoke(firm_id: str, invitation_id: str) -> Response:
    """Take an invitation back, and end what was opened with it."""
    if invite.get(store(), invitation_id).firm_id != firm_id:
        raise NotFound(invitation_id)
    invite.revoke(store(), invitation_id, who())
    company_session.close(invitation_id)
    flash({"what": "revoked"}, "told")  # type: ignore[arg-type]
    return redirect(url_for("invitations.of_firm", firm_id=firm_id), 303)  # type: ignore[return-value]


@bp.post("/firms/<firm_id>/invitations/access/<account_id>/remove")
@needs(Right.JUDGE)
def remove_access(firm_id: str, account_id: str) -> Response:
    """Take a password away that the firm chose; what it told stays."""
    own_access.remove(store(), firm_id, account_id)
    flash({"what": "access_removed"}, "told")  # type: ignore[arg-type]
    return redirect(url_for("invitations.of_firm", firm_id=firm_id), 303)  # type: ignore[return-value]


@bp.get("/invitation/<token>")
@needs(Right.PUBLIC)
def door(token: str) -> str | Response | tuple[str, int]:
    """Show whom a link lets in; nothing happens before the button: mail programs open links by themselves.

    Whoever is in already, by this link or another of the firm, goes on where they were.
    """
    held, trouble = _read(token)
    if held and trouble is LinkTrouble.USED and visitor.firm_id() == held.firm_id:
        return redirect(url_for("mine.home"), 303)  # type: ignore[return-value]
    if held is None or trouble:
        return _refused(token, held, trouble)
    return show(EnterPage(held.firm_name, token))


@bp.post("/invitation/<token>")
@needs(Right.PUBLIC)
def enter(token: str) -> Response | tuple[str, int]:
    """Let the firm in, once."""
    held, trouble = _read(token)
    if held is None or trouble:
        return _refused(token, held, trouble)
    company_session.prepare(held)
    if not invite.use(store(), held.id):
        return _refused(token, held, LinkTrouble.USED)
    company_session.open_(held)
    return redirect(url_for("mine.home"), 303)  # type: ignore[return-value]


@bp.post("/invitation/<token>/again")
@needs(Right.PUBLIC)
def ask_again(token: str) -> str | tuple[str, int]:
    """Ask for a new link in place of one that has served or is out of date; an animator sees it in their day."""
    held, trouble = _read(token)
    if held is None or trouble not in RENEWED or not invite.ask_again(store(), held.id):
        return _refused(token, held, trouble)
    return show(LinkPage(trouble, held, contact=state().rules.contact, asked=True))


def _refused(token: str, held: Invitation | None, trouble: LinkTrouble | None) -> tuple[str, int]:
    """Return the page that says why a link opens nothing, and offers to ask for a new one where that may be."""
    why = trouble or LinkTrouble.FORGED
    renewed = token if why in RENEWED else ""
    return show(LinkPage(why, held, renewed, state().rules.contact)), GONE


def sign(held: Invitation) -> str:
    """Return the token of an invitation's link: it holds the invitation and its firm."""
    return str(_signer().dumps([held.id, held.firm_id]))


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt=SALT)


def _read(token: str) -> tuple[Invitation | None, LinkTrouble | None]:
    """Return the invitation of a link and why it opens nothing."""
    try:
        invitation_id, firm_id = _signer().loads(token)
        held = invite.get(store(), invitation_id)
    except (BadSignature, ValueError, TypeError, NotFound):
        return None, LinkTrouble.FORGED
    if held.firm_id != firm_id or (visitor.firm_id() and visitor.firm_id() != firm_id):
        return held, LinkTrouble.OTHER_FIRM
    return held, held.trouble(now())
