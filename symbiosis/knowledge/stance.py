"""Whether a firm has a thing, wants it, or wants to be left alone, from the words of its text."""

import re
from dataclasses import dataclass

from symbiosis.domain.fold import spoken
from symbiosis.knowledge.slots import FREE

REFUSES = re.compile(
    r"\b(?:prefer\w* (?:\w+ ){0,3}(?:seuls?|autonomes?|independants?|a part|gerer (?:ca |cela )?(?:nous|en interne))"
    r"|rester (?:seuls?|autonomes?|independants?|maitres?)|rest\w+ (?:entre nous|en interne)"
    r"|(?:ne|n )\s?(?:souhait\w+|voul\w+|veut|veulent|pouvons|peut|peuvent|desir\w+|comptons|envisage\w*|tenons)"
    r" (?:surtout )?(?:pas|rien|aucun\w*|ni|plus)(?: le| la| les| nous| en| se| l| y)* ?"
    r"(?:part(?:ag|icip)\w*|mutualis\w*|pret\w+|associ\w*|joindre|group\w*|mettre|sous louer|lou\w+|ouvr\w+"
    r"|accueill\w+|recevoir"
    r"|communiqu\w*|divulgu\w*|melang\w*|mel\w*|engag\w*|regroup\w*|changer|confi\w+|laiss\w+|sort\w+"
    r"|sous trait\w*|heberg\w*|voisins?)"
    r"|(?:ne|n)\s?(?:les?|la|l|en|y|se|nous)? ?(?:pret\w+|partag\w+|mutualis\w+|lou\w+|regroup\w+|participe\w+"
    r"|sous trait\w+|externalis\w+)"
    r"(?: \w+)? (?:pas|jamais|rien|plus|aucun\w*|a personne)"
    r"|(?:pas|hors de|aucune?|refus\w*|exclu\w*|interdi\w*|sans|jamais|impossible) (?:de |d |tout |toute |le "
    r"|la |a |question (?:de |d )?|s il vous plait |en |les |nous )*"
    r"(?:partag\w*|mutualis\w*|preter|pret|prete\w*|associ\w*|regroup\w*|groupement|raccordement|collaborat\w*"
    r"|tiers|cooperat\w*"
    r"|sous lou\w*|mise en commun|mettre en commun|ouvrir|ouverture|acces (?:aux? |d |des )?(?:exterieur\w*"
    r"|tiers|personne\w*)|intervenant\w* exterieur\w*|visiteur\w*|cohabitation)"
    r"|refus\w* (?:que|toute?|de (?:partag|mutualis|pret|melang)\w*)|(?:nous |on )(?:refus\w+|declin\w+)"
    r"|opposes? a (?:tout|toute|un|une|la|le)"
    r"|(?:ne|pas) (?:merci de ne pas )?(?:nous )?sollicit\w*|ne nous contact\w*"
    r"|(?:pas|peu|ni|plus|nullement|aucunement) (?:du tout |vraiment |concern\w* ni )?(?:interess\w*"
    r"|demandeurs?|preneurs?|volontaires?|concernes?|favorables?)"
    r"|aucun (?:besoin|interet|partage)|pas besoin|plus besoin|rien a (?:prevoir|negocier|partager|mutualiser"
    r"|changer|signaler)|n avons besoin de (?:rien|personne)"
    r"|ne (?:cherchons|cherche|recherchons|voulons|demandons) (?:rien|pas|personne|aucun\w*)"
    r"|pas (?:a la recherche|en recherche)"
    r"|(?:impos\w+|decid\w+|negoci\w+|fourni\w*|geres?|gere\w*|assur\w+|achet\w+|centralis\w+|pilot\w+"
    r"|pris en charge|mutualises?) (?:\w+ )?(?:par|au niveau d\w*|aupres d\w*|avec) "
    r"(?:le |la |notre |un |du |de )*(?:groupe|siege|maison mere|centrale|franchiseur|donneur d ordre|reseau"
    r"|tete de reseau|enseigne)"
    r"|(?:accord|contrat|marche|politique) (?:cadre |national |europeen )*(?:de |du |avec "
    r"|impos\w+ par )?(?:le |la |notre )?(?:groupe|siege|maison mere|enseigne|centrale)"
    r"|contrats? cadres? (?:groupe|national\w*|europeen\w*)"
    r"|secrets? (?:industriel\w*|de fabrication|defense|professionnel)|confidentialit\w+ (?:absolue|totale"
    r"|stricte|oblig\w*|impos\w*|client\w*)|zone (?:protegee|secrete|a acces restreint|a regime restrictif"
    r"|interdite)|habilit\w+ (?:confidentiel|secret) defense"
    r"|(?:strictement|exclusivement|uniquement|totalement) (?:reserv\w+|interne\w*|dedie\w*)|(?:reserv\w+"
    r"|dedie\w*) (?:exclusivement|uniquement|strictement|a (?:notre|nos|son|l usage|notre seul)"
    r"|aux? (?:marches|seuls?|usage|clients))"
    r"|usage (?:exclusif|strictement interne|interne|propre|reserve)|exclusivite|production interne obligatoire"
    r"|(?:deja|entierement|largement|amplement|suffisamment|parfaitement|bien) (?:tout |bien |largement "
    r"|suffisamment )*(?:equip\w+|pourv\w+|organis\w+|couvert\w*|engag\w+ (?:jusqu|pour|avec)|sous contrat"
    r"|un contrat|signe\w*|autosuffisant\w*|autonomes?|servis?)"
    r"|(?:nous|on|cela|ca|ce qui|elle|il|qui) (?:nous |leur |lui )?(?:suffi(?:t|sent)"
    r"|convien\w+) (?:\w+ )?(?:amplement|largement|tres bien|parfaitement|bien)"
    r"|(?:tout est|c est|tout se fait|le fais\w*|le font|est faite?|realis\w+|effectu\w+|gere\w*|assure\w*"
    r"|produi\w+|fait tout|faisons tout|gardons (?:tout|la main|cela|ca)|lav\w+|traite\w*|reste\w*) (?:deja "
    r"|tout |integralement |entierement |nos \w+ |notre \w+ )?(?:en interne|nous memes?"
    r"|par nos (?:propres )?(?:soins|equipes)|sur place par)"
    r"|pas une heure a donner|(?:nous|on) (?:le |la |les )?(?:garde|gardons) pour (?:nous|notre usage)"
    r"|pas (?:envisageable|question|possible|negociable|d actualite|prevu)|n est pas a l ordre du jour"
    r"|aucun\w* \w+ (?:\w+ )?(?:n est |possible|envisag\w+|souhait\w+|autoris\w+|tolere\w*|admis\w*)|(?:deja"
    r"|toutes?|viennent|vient|viens) (?:d etre |ete |a jour|renouvel\w+)|toutes a jour|tous a jour|tous formes"
    r"|rien de prevu|(?:a|ont|avons|viennent de) (?:deja )?(?:suivi|passe|fait|recu|suivre|faire) (?:la|leur"
    r"|cette|le|une|sa|notre) (?:formation|session|recyclage|stage)"
    r"|(?:formations?|sessions?|recyclages?)(?: \w+){0,3} (?:ont|a) (?:deja )?ete (?:faite?s?|suivie?s?|realisee?s?)"
    r"|(?:m en|nous en|s en) (?:charge|chargeons|occupe|occupons) (?:\w+ )?(?:moi|nous|lui|elle)|j y tiens|y tenons"
    r"|(?:tien\w*|tenons|souhait\w+|veut|voulons|veux|desir\w+) (?:a |bien )?(?:garder|conserver|rester"
    r"|ce que)|garder (?:la main|le controle|la maitrise)"
    r"|(?:par|avec|de|depuis) (?:le |notre |son |la |l )?(?:enseigne|siege|maison mere|franchiseur"
    r"|tete de reseau|direction nationale)"
    r"|(?:au )?niveau (?:national|europeen|du groupe|groupe|central)|notre groupe (?!froid|electrogene)"
    r"|chacun chez soi|entre nous seulement|sans (?:aucun )?(?:voisin|partenaire|intermediaire)|rival"
    r"|concurrents? (?:direct\w* )?(?:donc|et nous|avec qui)|nos concurrents"
    r"|fer(?:mons|mera|mer) (?:le site|definitivement)|demenag\w+ (?:en|fin|definit\w*|a l autre|hors)"
    r"|cess\w+ (?:d activite|notre activite|l activite)|liquidation"
    r"|(?:rather|prefer to) (?:stay|remain|keep) (?:alone|independent|it to ourselves|on our own)"
    r"|do not (?:want|wish) to share|not interested|we never lend|will not share)\b"
)
FULL = re.compile(
    r"\b(?:satur\w+|(?:est|sont|sommes|affich\w+) (?:deja )?(?:complete?s?|pleine?s?)|a pleine (?:charge"
    r"|capacite)|plein a craquer|aucune (?:place|marge|capacite|disponibilite)"
    r"|(?:moi|nous|elle|lui) memes?|notre propre|nos propres|en interne|(?:avons|disposons|dispose|a) deja"
    r"|(?:est|sont) (?:integre\w*|inclus\w*|compris\w*)|plus (?:de place|un m2|aucune place|une place)"
    r"|24 ?h ?24|24 ?h sur 24|en continu|7 j ?7|a temps plein chez nous|a plein temps|en permanence"
    r"|tous les jours de \d|reserve[es]* (?:a|au|aux|pour)|impose[es]*|ne (?:sort|bouge|quitte)\w* (?:pas|jamais)"
    r"|nos propres|notre propre)\b"
)
SUPPLIER = re.compile(
    r"\b(?:le|la|les|aucun|notre|un|nos|leur|d autres) (?:collecteur|prestataire|transporteur|loueur"
    r"|fournisseur|organisme|ramasseur|centre de formation|assureur|eboueur|recycleur|repreneur|mairie|commune"
    r"|bus|banque|courtier|distributeur)s?\b[^.;,:]*"
)
NEVER_MIND = re.compile(
    r"\b(?:(?:trop|tres) cher (?:tout )?seuls?|seuls? (?:c est|ce n est|nous ne|on ne)|pas rentable seuls?"
    r"|(?:tout )?seuls?,? (?:le|c|on|nous))\b"
)
UNTIL = re.compile(
    r"\b(?:contrat\w*|engag\w+|bail|marche|accord|lies?|signe\w*|bloque\w*"
    r"|reconduit\w*)\b[^.;]{0,40}?\b(?:jusqu (?:en|a|au)|until|expire\w*(?: qu)? en"
    r"|court jusqu)[^.;]{0,25}?\b(20\d\d)\b"
)
NOT_BEFORE = re.compile(r"\b(?:pas avant|rien avant|a partir de|seulement en|not before)\b[^.;]{0,20}?\b(20\d\d)\b")
YEARS = re.compile(r"\b(20[2-9]\d)\b")
HAS = re.compile(
    r"\b(?:dispos\w+ d|possed\w+|proprietaire\w*|achete\w* (?:l an|il y a|en 20|recemment)|(?:notre|nos|un|une"
    r"|le|la) \w+(?: \w+){0,4} (?:(?:n )?(?:est|sont) (?:guere |peu )?(?:pris|occup|utilis)\w*|dort|dorment"
    r"|tourne(?:nt)?\b|sert|servent|a \d+ ?%)"
    r"|avons (?:un|une|deux|trois|quatre|\d+|des|investi|libere|de la place|acquis|en propre)|a la tete d"
    r"|equip\w+ d un|surdimension\w*|sous charge\w*|excedent\w*|surplus|propos\w+|mett\w+ a disposition"
    r"|rejet\w+|perd\w+ (?:de la|du|environ)"
    r"|dissip\w+|evacu\w+ (?:de la|de l|des) (?:chaleur|calor|air)|capacite (?:libre|disponible|restante"
    r"|excedentaire)|nous pourr\w+ (?:accueillir|preter|ceder|fournir)|pourr\w+ (?:preter|accueillir|partager)"
    r"|lou\w+ volontiers"
    r"|own|have a|spare|available)\b"
)
WANTS = re.compile(
    r"\b(?:besoin\w*|cherch\w+|recherch\w*|il (?:nous |me )?(?:faut|faudrait|manque)|manqu\w+|faute d"
    r"|sans \w+ propre|souhait\w*|voudr\w+|aimer\w+|lou\w+ (?:un|une|des|le|la|\d|deux|quelques)|location"
    r"|n avons (?:pas|ni|plus)|n a pas d"
    r"|on n a|pas de|necessaire|sous trait\w+|demand\w+|trop cher|coute|interess\w+|serait (?:ideal\w*|utile"
    r"|bienvenu\w*)|need\w*|look\w* for|want|would like|lack\w*)\b"
)


@dataclass(frozen=True)
class Stance:
    """`refuses` to share at all; `has`, `wants`: which side of a sharing; `until`: bound until that year, or 0."""

    refuses: bool
    has: bool
    wants: bool
    until: int
    years: frozenset[int]


def stance(text: str) -> Stance:
    """Return where the author of a text stands.

    >>> stance("On ne prête pas nos chariots").refuses
    True
    """
    plain = spoken(text[:2_000])
    bound = [int(m[1]) for m in (*UNTIL.finditer(plain), *NOT_BEFORE.finditer(plain))]
    free, wants = bool(FREE.search(plain)), bool(WANTS.search(plain))
    has = free or (bool(HAS.search(plain)) and not wants)
    ours = SUPPLIER.sub(" ", NEVER_MIND.sub(" ", plain))
    refuses = bool(REFUSES.search(ours)) or (bool(FULL.search(ours)) and not free and not wants)
    return Stance(refuses, has, wants or not has, max(bound, default=0), frozenset(map(int, YEARS.findall(plain))))
