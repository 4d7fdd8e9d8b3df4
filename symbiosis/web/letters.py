"""The letters by which firms are asked, then introduced: prepared here, sent by a person."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, url_for
from flask_babel import lazy_gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.approaches import Outreach, Reached
from symbiosis.domain.enums import Role
from symbiosis.domain.sight import EVERYTHING
from symbiosis.services import approach, browse
from symbiosis.web.access import needs
from symbiosis.web.i18n import language
from symbiosis.web.lead import title, what
from symbiosis.web.pages import show
from symbiosis.web.state import place, store
from symbiosis.web.visitor import who

bp = Blueprint("letters", __name__, url_prefix="/synergies/<synergy_id>/letters")
# What the firm said of its part, and how to say it where it is only supposed from its sector.
SAID = {
    Role.GIVER: _(
        "Vous nous avez dit avoir à céder : %(what)s. Une entreprise proche pourrait le "
        "reprendre."
    ),
    Role.TAKER: _(
        "Vous nous avez dit chercher : %(what)s. Une entreprise proche pourrait vous le fournir."
    ),
    Role.THROUGH: _(
        "Vous sauriez transformer : %(what)s. Deux entreprises proches pourraient en avoir "
        "besoin."
    ),
    Role.MEMBER: _(
        "Vous nous avez parlé de : %(what)s. D'autres entreprises proches pourraient le partager "
        "avec vous."
    ),
}  # fmt: skip
SUPPOSED = {
    Role.GIVER: _(
        "Votre activité laisse penser que vous pourriez céder : %(what)s. Dites-nous si nous nous "
        "trompons ; une entreprise proche pourrait le reprendre."
    ),
    Role.TAKER: _(
        "Votre activité laisse penser que vous pourriez utiliser : %(what)s. Dites-nous si nous "
        "nous trompons ; une entreprise proche pourrait vous le fournir."
    ),
    Role.THROUGH: _(
        "Votre activité laisse penser que vous sauriez transformer : %(what)s. Dites-nous si nous "
        "nous trompons."
    ),
    Role.MEMBER: _(
        "Votre activité laisse penser que vous pourriez partager : %(what)s. Dites-nous si nous "
        "nous trompons ; d'autres entreprises proches en auraient l'usage."
    ),
}  # fmt: skip
LONGEST_LINK = 1900  # a mail program opens no longer address everywhere


@dataclass(frozen=True)
class Letter:
    """A letter to a firm; `mail_to` opens the mail program with it, '' where the firm has no address."""

    reached: Reached
    subject: str
    body: str
    mail_to: str
    whole: bool  # whether the mail program gets the text too, or only address and subject


@dataclass(frozen=True)
class LettersPage:
    """The letters to the firms of one lead."""

    template: ClassVar[str] = "letters.html"
    synergy_id: str
    title: str
    letters: tuple[Letter, ...]

    @property
    def everybody_asked(self) -> bool:
        """Tell whether each firm was asked."""
        return all(letter.reached.asked for letter in self.letters)


@bp.get("")
@needs(Right.CONFIDENTIAL)
def prepared(synergy_id: str) -> str:
    """Show a letter to each firm, which names no other."""
    file = browse.synergy(store(), synergy_id, EVERYTHING)
    outreach = approach.outreach(store(), file, EVERYTHING)
    return show(LettersPage(synergy_id, title(file), tuple(_letter(outreach, firm) for firm in outreach.firms)))


@bp.post("/<firm_id>/asked")
@needs(Right.JUDGE)
def asked(synergy_id: str, firm_id: str) -> Response:
    """Remember that a firm was asked."""
    approach.asked(store(), synergy_id, firm_id, who())
    flash("asked", "letter")
    return redirect(url_for("letters.prepared", synergy_id=synergy_id), 303)  # type: ignore[return-value]


def _letter(outreach: Outreach, reached: Reached) -> Letter:
    thing = what(outreach.file.line)
    subject = str(_("Une piste près de chez vous : %(what)s", what=thing))
    body = "\n\n".join(part for part in _paragraphs(outreach, reached, thing) if part)
    address = next((person.mail for person in reached.people if person.mail), "")
    link = f"mailto:{quote(address, safe='@.+-_')}?subject={quote(subject)}"
    full = f"{link}&body={quote(body)}"
    whole = len(full) <= LONGEST_LINK
    return Letter(reached, subject, body, (full if whole else link) if address else "", whole)


def _paragraphs(outreach: Outreach, reached: Reached, thing: str) -> tuple[str, ...]:
    here = place()
    name = next((f" {person.name}" for person in reached.people if person.mail), "")
    return (
        str(_("Bonjour%(name)s,", name=name)),
        str(_("Je vous écris au nom du territoire %(place)s, où nous cherchons ce que les entreprises pourraient "
              "échanger ou partager.", place=here.name if here else "")),
        _role(reached, thing),
        str(_("Nous n'avons donné votre nom à personne, et nous ne vous donnerons pas celui de l'autre entreprise tant "
              "que vous n'aurez pas tous dit oui. Acceptez-vous d'être mis en relation ? Un oui ou un non suffit.")),
        _questions(outreach),
        str(_("Cordialement,")) + f"\n{who()}",
    )  # fmt: skip


def _role(reached: Reached, thing: str) -> str:
    """Return what the firm said, or what is supposed of it, and says so."""
    return str((SUPPOSED if reached.guessed else SAID)[reached.party.role]) % {"what": thing}


def _questions(outreach: Outreach) -> str:
    asked = outreach.file.questions_en if language() == "en" else outreach.file.questions_fr
    if not asked:
        return ""
    return "\n".join([str(_("Si c'est oui, il nous serait utile de savoir :")), *(f"- {words}" for words in asked)])
