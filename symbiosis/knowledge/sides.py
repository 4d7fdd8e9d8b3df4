"""Two texts on the same side: both look for the thing, or both want to be rid of it."""

import re
from collections.abc import Iterator

from symbiosis.domain.fold import spoken
from symbiosis.knowledge.evidence import Evidence, never

SEEKS = re.compile(
    r"\b(?:(?:re)?cherch\w+|il (?:nous |me |leur )?(?:faut|faudrait|manque)|avons besoin|ai besoin|besoin (?:d|urgent)"
    r"|voudr\w+ (?:trouver|acheter|louer)|on manque|looking for|(?:we|i) need|in need of|seek\w*|wanted|require\w*"
    r"|want to (?:buy|rent|hire|borrow))\b"
)
GIVES = re.compile(
    r"\b(?:a (?:donner|ceder|vendre|enlever|liquider|evacuer|recuperer gratuit\w*)"
    r"|nous defaire|vider notre"
    r"|qui (?:peut|veut|voudrait|pourrait) (?:nous |en )?(?:prendre|reprendre|enlever|recuperer)"
    r"|to (?:give away|dispose of|clear)|for sale|free to (?:collect|take)"
    r"|who (?:can|could|will|wants to) (?:take|collect|remove))\b"
)
DISPOSES = re.compile(
    r"\b(?:debarrass\w+|off our hands|get rid of|take away (?:my|our)|(?:me|nous) (?:prendre|reprendre|enlever)"
    r"|faire (?:enlever|evacuer|partir))\b"
)
PROPOSES = re.compile(
    r"\b(?:dispo\w*|libres?|a (?:preter|louer|donner|ceder|vendre|partager)|propos\w+|offr\w+|mett\w+ a|surplus"
    r"|exced\w+"
    r"|en trop|vide\w*|rejet\w*|pret\w*|lou\w+|vend\w*|cede\w*|donne\w*|reprend\w*|rachet\w*|achet\w*|collect\w*"
    r"|enlev\w*|available|spare|free|idle|surplus|excess|lend\w*|rent\w*|sell\w*|offer\w*|take back"
    r"|collect\w*|buy\w*|to let)\b"
)
COLLECTS = re.compile(
    r"\b(?:collect\w*|ramass\w*|enlev\w*|reprend\w*|rachet\w*|recuper\w*|recycl\w*|trait\w*|filiere\w*|benne\w*|camion\w*"
    r"|pick\w* up|take back|treat\w*|haul\w*|skip\w*|truck\w*|broy\w*|shred\w*)\b"
)
TOGETHER = re.compile(
    r"\b(?:group\w+|ensemble|a (?:plusieurs|deux|trois|quatre)|mutualis\w+|partag\w+|en commun|co ?volt\w*|tournee\w*"
    r"|temps partage|mi temps|associ\w+|partenaires?|voisins?|joint\w*|shar\w+|together|club|pool\w*|round|co op\w*"
    r"|neighbours?|split)\b"
)


def same_side(offer_text: str, need_text: str, served: bool) -> Iterator[Evidence]:
    """Yield what rules a pair out when nobody gives, or nobody takes; `served`: the offer is a service or a tool."""
    offer, need = spoken(offer_text[:2_000]), spoken(need_text[:2_000])
    if TOGETHER.search(offer) or TOGETHER.search(need):
        return
    if SEEKS.search(offer) and not PROPOSES.search(offer):
        yield never("Les deux cherchent la même chose", "Both are looking for it")
    gives = DISPOSES.search(need) or (GIVES.search(need) and not SEEKS.search(need))
    if gives and not served and (DISPOSES.search(offer) or GIVES.search(offer) or not COLLECTS.search(offer)):
        yield never("Les deux veulent s'en défaire", "Both want to be rid of it")
