"""What of a declaration names the thing: without how much, how often, where it stands and who asks."""

import re

from symbiosis.domain.enums import Direction
from symbiosis.knowledge.quantities import without_quantities

SHORT = {  # how people write on a phone
    r"\balus?\b(?!min)": "aluminium",
    r"\bpp\b": "pp polypropylene",
    r"\b(?:pehd|hdpe)\b": "pehd polyethylene haute densite",
    r"\b(?:pebd|ldpe)\b": "pebd polyethylene basse densite",
    r"\bpse\b": "pse polystyrene expanse",
    r"\beps\b": "eps expanded polystyrene",
    r"\bcag\b": "charbon actif",
    r"\b(?:dib|dae)\b": "dechets industriels banals en melange",
    r"\bepi\b": "equipements de protection individuelle",
    r"\b(?:hse|qhse|qse)\b": "hse securite environnement",
    r"\bhau\b": "huiles alimentaires usagees",
    r"\bhcl\b": "acide chlorhydrique",
    r"\bnaoh\b": "soude caustique",
    r"\bipa\b": "isopropanol solvant",
    r"\bve\b": "vehicules electriques",
    r"\bmmt\b": "machine de mesure tridimensionnelle",
    r"\bcsr\b": "combustible solide de recuperation",
    r"\bmidnd\b": "machefers d'incineration",
    r"\bstep\b": "station d'epuration",
    r"\bphytos?\b": "produits phytosanitaires",
    r"\bbt?s? aerosols?\b": "aerosols",
    r"\bcovoit\b": "covoiturage",
    r"\bresto\b": "restaurant",
    r"\bclim\b": "climatisation",
    r"\bgalva\b": "galvanise",
    r"\bba ?13\b": "plaques de platre ba13",
    r"\b(?:dv)\b": "double vitrage",
    r"\belec\b\.?": "electrique",
    r"\bmedocs?\b": "medicaments",
    r"\bdemol\b\.?": "demolition",
    r"\bfrigos?\b": "frigorifique",
    r"\bchut\b": "chute",
    r"\bmetha\b": "methanisation",
    r"\brech\b\.?": "",
    r"\bemb\b\.?": "emballage",
    r"\bemballag\b": "emballage",
    r"\bgrvs?\b": "grv ibc",
    r"\bpal\b\.?": "palette",
    r"\bbts?\b": "boites",
    r"\bplast\b\.?": "plastique",
    r"\balim\b\.?": "alimentaire",
    r"\bindus\b\.?": "industriel",
    r"\bd'?occase?\b": "d'occasion",
    r"\bpc\b(?= (?:portables?|fixes?|dell|hp|lenovo))": "ordinateur",
}
NOISE = re.compile(
    r"\b(?:environ|env|approx(?:imativement)?|a peu pres|about|around|roughly|plus ou moins|jusqu'a|up to|minimum"
    r"|maxi?"
    r"|qq chose comme|soit|bcp|beaucoup|quelques|plein|pleine|lots?|dispo(?:nibles?)?|de suite|immediatement"
    r"|available(?: now)?"
    r"|en ce moment|toute l'annee|all year(?: round)?|h ?24|24/7|24h/24|l'ete|l'hiver|en ete|en hiver"
    r"|in (?:summer|winter)"
    r"|au depot|at our yard|sur place|(?:a )?(?:enlever|pomper|vidanger|evacuer|debarrasser|donner|ceder|vendre"
    r"|recuperer|rendre)"
    r"|faire enlever|a venir chercher|venir chercher|to be (?:pumped out|fetched|collected|emptied|removed)"
    r"|le jour meme|same day"
    r"|derriere le magasin|behind the shop|dans les|on a|on se|nous avons|we have|nos|notre|our|cherch\w+"
    r"|recherch\w+|besoin(?: de)?"
    r"|looking for|seeking|seeks?|wanted|i need|we need|need|achet\w+|rachet\w+|buying|we buy|il (?:me"
    r"|nous) (?:faut|faudrait)|faudrait"
    r"|serai(?:t|s|ent) preneurs? de|preneurs? de|je prends|on prend|i take|we take|would take|pour mes|for my"
    r"|jet\w{1,4}\b|debarrasse"
    r"|hors service|hs|usages?|periodes?|interesse(?:s|nt)?|qui|ca|(?:chez )?(?:les |nos )?clients?"
    r"|(?:les )?boites (?=de la|d'en|du|des)|de la zone|of the estate|d'en face|par brassin|tout|tt|merci|svp"
    r"|please|bonjour|hello|bons?|encore|good|still)\b"
)
SMALL = re.compile(  # words that join the others and name nothing: « up » is no UPS
    r"\b(?:up|so|its|any|some"
    r"|est|sont|etait|etaient|c'est|y a|il y a|deja|tres|surtout|juste|seulement|souvent|parfois|si|quand|car|mais|donc"
    r"|nous|vous|ils|elles|leurs?|ce|cet|cette|ces|mes|mon|ma|tes|vos|votre|avons|avez|ont|ai|j'ai|sommes|etre|avoir|fait"
    r"|font|faire|peut|peuvent|pourrait|aussi|meme|comme|toujours|jamais|chaque|autres?|plusieurs|chez|quoi|dont|ici)"
    r"\b(?!-)"
)
ABSENT = re.compile(
    r"\b(?:sans|without|hors)\s(?!trait|treat|peint|paint|contact|consigne|additif|colle)[\w'-]+|\b[\w]+s? removed\b"
)
SEASONS = re.compile(
    r"\b(?:d'|de |du |from |in |au |mi-? ?|debut |fin |a |to |until )*"
    r"(?:janv(?:ier)?|fevr?(?:ier)?|mars|avril|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?"
    r"|nov(?:embre)?|dec(?:embre)?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|lundi|mardi|mercredi"
    r"|jeudi"
    r"|vendredi|samedi|monday|tuesday|wednesday|thursday|friday|printemps|automne|spring|autumn|week ?end)s?\b"
)
_SHORT = [(re.compile(pattern), full) for pattern, full in SHORT.items()]
_BARE_NUMBERS = re.compile(r"(?<![\w°/,.-])\d+(?:[.,]\d+)?(?![\w°/,.]|\s*(?:°|deg|bar))")


WANTS = re.compile(  # who asks stands before, the thing asked for behind
    r"^.{0,80}?\b(?:cherch\w*|recherch\w*|rech\b\.?|besoin (?:de |d')|rachet\w*|achet\w*|preneurs? (?:de |d')"
    r"|qui aurait"
    r"|recup\w*|looking (?:for|to buy)|seek\w*|in need of|needs?|wants?|wanting(?: to pay for| to buy)?|buys|buying"
    r"|we collect|would take|would have|picks up)\b"
    r"(?: (?:d'|l'|(?:se )?payer\b|(?:de|des|du|la|le|les|a|an|une?|some|to)\b))*"
)
PURPOSE = re.compile(
    r"(?<=[a-z])\s(?:pour|pr|afin|for|vers|en vue)\b.*$"
)  # what it is wanted for is not what is wanted


def wanted(core: str, kind: Direction = Direction.NEED) -> str:
    """Return the words of a need that name what is wanted: neither who wants it nor what for.

    >>> wanted("ferme equestre cherche de la sciure pour litiere")
    'sciure'
    """
    asked = WANTS.sub("", core)
    asked = asked if re.search("[a-z]{3}", asked) else core
    thing = PURPOSE.sub("", asked) if kind is Direction.NEED else asked
    return thing.strip() if re.search("[a-z]{3}", thing) else core


def naming(text: str, lang: str = "fr", kind: Direction = Direction.OFFER) -> str:
    """Return the folded words of a text that may name the thing, '' when it only says how much or when."""
    kept = without_quantities(text, lang)
    kept = kept if kind is Direction.OFFER else wanted(kept, kind)
    for pattern, full in _SHORT:
        kept = pattern.sub(full, kept)
    for nameless in (ABSENT, NOISE, SMALL, SEASONS, _BARE_NUMBERS):
        kept = nameless.sub(" ", kept)
    return " ".join(kept.split()) if re.search("[a-z]{2}", kept) else ""


def core(text: str, lang: str = "fr", kind: Direction = Direction.OFFER) -> str:
    """Return the folded words that may name the thing; the whole text, folded, where nothing else is left.

    >>> core("environ 300 kg de palettes cassées par semaine").split()
    ['de', 'palettes', 'cassees']
    """
    return naming(text, lang, kind) or without_quantities(text, lang).strip() or text
