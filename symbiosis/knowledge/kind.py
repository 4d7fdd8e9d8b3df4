"""Whether somebody gives, wants or would share, from the words of what they type."""

import re

from symbiosis.domain.enums import Direction, ResourceKind
from symbiosis.domain.fold import fold

SHARE = re.compile(
    r"\bmutualis|\bpartag\w*|\ben commun\b|\ba? ?plusieurs\b|\bcommune? (?:tournee|achat)|\btournee commune"
    r"|\bco[ -]?util"
    r"|\bachats? groupe|\bgroup(?:e|er|ement|ons)\b|\bregroup|\ben groupe\b|\bcollectivement"
    r"|\binter-? ?entreprises?\b"
    r"|\bcovoit|\baux? voisins?\b|\bdes (?:boites|voisins|entreprises) (?:de la|du|d'a cote)|\bentre (?:voisins"
    r"|\d+|pme)"
    r"|\bpar les (?:autres|communes|voisins)|\bpour toute la (?:zac|zone|za)\b|\bd'a cote\b|\bseul prestataire"
    r"|\btemps partage|\bcontre participation"
    r"|\bshar(?:e|es|ed|ing)\b|\bjoint(?:ly)?\b|\bin common\b|\btogether\b|\bpool(?:ed|ing)?\b|\bteam up\b"
    r"|\bas a group\b"
    r"|\bgroup (?:purchase|buying)|\bbulk buying\b|\bwith (?:others|neighbours|the neighbours)\b|\bsplit the cost"
    r"|\bcar ?pool"
    r"|\bto neighbours\b|\bco-?used?\b|\bcommon (?:round|purchase)|\bsame (?:lorry|truck|provider|contractor)\b"
    r"|\bmeme camion"
    r"|\bjoin forces|\bopen to (?:neighbours|others)"
)
SOMEBODY_TAKES = re.compile(  # "we look for somebody to take it" is an offer
    r"\b(?:cherch\w*|recherch\w*|besoin d'un|trouver|looking for|seek\w*|need)\s(?:\w+\s){0,3}?"
    r"(?:repreneurs?|preneurs?|debouches?|filieres?|exutoires?|recycleurs?|collecteurs?|acquereurs?|acheteurs?"
    r"|valorisation"
    r"|takers?|outlets?|buyers?|recyclers?|collectors?|somebody to take|someone to take|a home)"
    r"|\b(?:qui (?:en )?(?:veut|voudrait|reprend|prendrait)|(?:a|  ) ?(?:donner|ceder|vendre|debarrasser"
    r"|enlever|evacuer"
    r"|recuperer))\b"
    r"|\b(?:nobody|no ?-?one|personne)(?: \w+){0,3} (?:wants?|takes?|veut|veulent|prend|reprend|cherche)\b"
    r"|\bneeds? (?:to (?:go|be (?:taken|removed|collected|cleared))|taking|carting|removing|collecting|clearing"
    r"|shifting|emptying|picking up|getting rid|disposing)\b"
    r"|\bqui peut (?:reprendre|prendre|recuperer)|\bfree to (?:collect|take)|\bfor sale\b|\bto (?:give away"
    r"|get rid of)\b"
)
OFFER = re.compile(
    r"\b(?:on|nous|je|we|i)\s(?:\w+\s)?(?:jet\w+|donn\w+|vend\w*|ced\w+|evacu\w*|debarrass\w*|produi\w*|gener\w*"
    r"|throw|give|sell"
    r"|produce|generate|discard|have|avons|dispos\w*|offer|propos\w*|offr\w*|get rid)\b|\bdebarrass\w*"
    r"|\bexcedent\w*|\bsurplus\b"
)
NEED = re.compile(
    r"\b(?<!venir )(?<!passer )cherch\w*|\brecherch\w*|\brech\b\.?|\bbesoins?\b|\bachet\w*|\brachet\w*|\bachat\b"
    r"|\bil (?:me|nous) (?:faut|faudrait)"
    r"|\bfaudrait\b|\bpreneur|\b(?:je|on|nous) (?:prend\w*|recuper\w*|recup|reprend\w*|collecte\w*|voud\w*)\b"
    r"|\ben quete\b"
    r"|\bmanqu\w+ de\b|\bqui aurait\b|\bqui (?:a|vend|fournit|donne|propose)\b|\bsouhait\w*|\bdemande\b"
    r"|\binteresses? par\b"
    r"|\blooking (?:for|to buy)\b|\bseek\w*|\bneed(?:s|ed|ing)?\b|\bbuy(?:s|ing)?\b|\bpurchas\w*|\bwant(?:s"
    r"|ed)?\b|\brequir\w*"
    r"|\bin search\b|\b(?:we|i) (?:take|collect|could use|would like)\b|\bwould (?:take|like|have)\b|\bpicks up\b"
    r"|\bshort of\b"
    r"|\bin need\b|\bwho (?:has|sells|would have|could supply)\b|\binterested in\b"
    r"|\bcould use\b|\bany(?:body|one) (?:with|has|have|got|selling)\b"
    r"|\b(?:qqn|quelqu'un) (?:qui )?(?:a|aurait|aurais|vend|avec)\b|\bwelcome\b|\bon prend\b"
)
GETS = re.compile(r"\brécup(?:ère|érons|èrent)\b", re.I)  # with its accents: "récupéré" is what is left over
PURPOSE = re.compile(
    r"\b(?:pour|pr) (?!detruire|evacuer|eviter|jeter)\w+(?:er|ir)\b"
    r"|\bto (?:fill|feed|heat|water|make|supply|neutralise|irrigate|wash|burn|grow|mulch|replace)\b"
)
POOLED = frozenset({ResourceKind.EQUIPMENT, ResourceKind.SERVICE, ResourceKind.SKILL, ResourceKind.SPACE})


def said(text: str) -> Direction | None:
    """Return what the words say, None when they say nothing of it.

    >>> said("on cherche un repreneur pour nos palettes")
    <Direction.OFFER: 'offer'>
    """
    typed = fold(text)
    if SOMEBODY_TAKES.search(typed):
        return Direction.OFFER
    if SHARE.search(typed):
        return Direction.SHARE
    if NEED.search(typed) or GETS.search(text):
        return Direction.NEED
    if OFFER.search(typed):
        return Direction.OFFER
    return Direction.NEED if PURPOSE.search(typed) else None


def usual(kind: ResourceKind | None) -> Direction:
    """Return what is mostly meant when nothing is said: things are offered; tools, services and rooms are shared."""
    return Direction.SHARE if kind in POOLED else Direction.OFFER
