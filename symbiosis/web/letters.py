"""The letters by which firms are asked, then introduced: written here in French, sent by a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from symbiosis.domain.approaches import Outreach, Reached
from symbiosis.domain.contacts import Contact
from symbiosis.domain.enums import Role
from symbiosis.domain.views import SynergyLine

# What the firm said of its part, and how to say it where it is only supposed from its sector.
SAID = {
    Role.GIVER: "Vous nous avez dit avoir à céder : {what}. Une entreprise proche pourrait le reprendre.",
    Role.TAKER: "Vous nous avez dit chercher : {what}. Une entreprise proche pourrait vous le fournir.",
    Role.THROUGH: "Vous sauriez transformer : {what}. Deux entreprises proches pourraient en avoir besoin.",
    Role.MEMBER: "Vous nous avez parlé de : {what}. D'autres entreprises proches pourraient le partager avec vous.",
}
SUPPOSED = {
    Role.GIVER: "Votre activité laisse penser que vous pourriez céder : {what}. Dites-nous si nous nous trompons ; une "
    "entreprise proche pourrait le reprendre.",
    Role.TAKER: "Votre activité laisse penser que vous pourriez utiliser : {what}. Dites-nous si nous nous trompons ; "
    "une entreprise proche pourrait vous le fournir.",
    Role.THROUGH: "Votre activité laisse penser que vous sauriez transformer : {what}. Dites-nous si nous nous "
    "trompons.",
    Role.MEMBER: "Votre activité laisse penser que vous pourriez partager : {what}. Dites-nous si nous nous trompons ; "
    "d'autres entreprises proches en auraient l'usage.",
}
PROMISE = (
    "Nous n'avons donné votre nom à personne, et nous ne vous donnerons pas celui de l'autre entreprise tant que vous "
    "n'aurez pas tous dit oui. Acceptez-vous d'être mis en relation ? Un oui ou un non suffit."
)
NOBODY = "je vous donnerai le nom d'une personne dès que l'une d'elles l'aura accepté"
NEXT = (
    "Chacun reçoit cette même lettre, avec le nom des autres. Appelez-vous directement ; une visite sur place éclaire "
    "souvent tout. Si une question vous arrête (transport, qualité, autorisation), ou simplement pour me dire ce qu'il "
    "en advient, répondez-moi."
)
LONGEST_LINK = 1900  # a mail program opens no longer address everywhere


@dataclass(frozen=True)
class Sender:
    """Who writes, for which territory."""

    name: str
    territory: str


@dataclass(frozen=True)
class Letter:
    """A letter to a firm; `mail_to` opens the mail program with it, '' where the firm has no address."""

    subject: str
    body: str
    mail_to: str
    whole: bool  # whether the mail program gets the text too, or only address and subject


def asking(outreach: Outreach, reached: Reached, sender: Sender) -> Letter:
    """Return the letter that asks a firm whether it wants to be introduced, and names no other."""
    thing = _thing(outreach.file.line)
    words = (SUPPOSED if reached.guessed else SAID)[reached.party.role]
    here = f" {sender.territory}" if sender.territory else ""
    return _letter(reached, f"Une piste près de chez vous : {thing}", sender, (
        f"Je vous écris au nom du territoire{here}, où nous cherchons ce que les entreprises pourraient échanger ou "
        "partager.",
        words.format(what=thing), PROMISE, _questions(outreach),
    ))  # fmt: skip


def meeting(outreach: Outreach, reached: Reached, sender: Sender) -> Letter:
    """Return the letter that tells a firm who the others are, with those of their people who agreed to be named."""
    thing = _thing(outreach.file.line)
    others = [other for other in outreach.firms if other is not reached]
    return _letter(reached, f"Mise en relation : {thing}", sender, (
        f"Vous avez accepté d'être mis en relation au sujet de : {thing}. Voici avec qui :",
        "\n".join(f"- {_place(other)} : {_people(other.people)}" for other in others), NEXT,
    ))  # fmt: skip


def _letter(reached: Reached, subject: str, sender: Sender, paragraphs: Sequence[str]) -> Letter:
    reader = next((person for person in reached.people if person.mail), None)
    hello = f"Bonjour {reader.name}," if reader else "Bonjour,"
    body = "\n\n".join(part for part in (hello, *paragraphs, f"Cordialement,\n{sender.name}") if part)
    link = f"mailto:{quote(reader.mail if reader else '', safe='@.+-_')}?subject={quote(subject)}"
    full = f"{link}&body={quote(body)}"
    whole = len(full) <= LONGEST_LINK
    return Letter(subject, body, (full if whole else link) if reader else "", whole)


def _thing(line: SynergyLine) -> str:
    return line.resource.fr if line.resource else f"« {line.text} »"


def _questions(outreach: Outreach) -> str:
    if not outreach.file.questions_fr:
        return ""
    asked = (f"- {words}" for words in outreach.file.questions_fr)
    return "\n".join(["Si c'est oui, il nous serait utile de savoir :", *asked])


def _place(other: Reached) -> str:
    commune = other.party.commune_name
    return f"{other.party.firm.name} ({commune})" if commune else other.party.firm.name


def _people(people: Sequence[Contact]) -> str:
    named = (", ".join(filter(None, (p.name, p.role, p.phone, p.mail))) for p in people if p.consents)
    return " ; ".join(named) or NOBODY
