"""Whether a thing counts as dangerous when it is discarded: when in doubt, never « no »."""

import re
from collections.abc import Sequence

from symbiosis.domain.enums import Hazard
from symbiosis.domain.fold import fold

UNKNOWN = "unknown"
DANGER = re.compile(  # Regulation (EU) 1357/2014 (properties HP) and the starred entries of Decision 2000/532/EC
    r"\b(?:solvants?|solvents?|diluants?|thinners?|white spirit|acetone|toluene|xylene|trichlo\w*|perchlo\w*|methanol"
    r"|acides?|acids?|hcl|h2so4|hno3|hf|fluorhydrique|soude(?:s)? (?:usee?s?|caustique)|lessive de soude|caustic"
    r"|potasse|ammoni\w+ (?:pure|solution)"
    r"|bains? de (?:\w+ )?(?:chrom\w+|cyanur\w+|nickel\w*|decapage|zingage|phosphat\w+|traitement|degraissage)"
    r"|chromage|cyanur\w+|cyanid\w+|chrom(?:e|ium) (?:vi|6)"
    r"|plating baths?|pickling (?:bath|liquor)s?|amiant\w+|asbestos|fibro ?-?ciment|fibres? ?-?ciment|eternit"
    r"|(?:pre|before|d'avant) ?(?:19)?97"
    r"|(?:batteries?|accus?|piles?|cells?)(?: \w+){0,2} (?:li(?:thium)?(?:[- ]?ion)?|plomb|cadmium|nicd|lead)"
    r"|lithium|li-?ion|lead[- ]acid|batteries? (?:de )?(?:demarrage|voitures?|car|starter)"
    r"|car batteries|batteries au plomb|aerosols?|bombes? (?:de |aero)\w+|spray cans?|souille\w*|soiled"
    r"|contamin(?:e|ee|es|ees|ated)\b|gras(?:ses)? (?:chiffons?|rags?)"
    r"|(?:chiffons?|absorbants?|rags?|wipes?)(?: \w+){0,3} (?:gras|huile\w*|souille\w*|oily|imbib\w*)"
    r"|oily (?:rags?|absorb\w+|sludge|water|wipes?)"
    r"|ayant contenu|phyto\w*|ppnu|pesticid\w*|herbicid\w*|insecticid\w*|fongicid\w*|biocid\w*|dasri|infecti\w+"
    r"|seringues?|syringes?|aiguilles?|needles?|sharps"
    r"|cytotoxi\w+|cytostat\w+|anatomi\w+|huiles? (?:de )?(?:vidange|moteurs?|minerales?|hydrauliques?|usees?"
    r"|usagees?|noires?|de coupe|entieres?|solubles?|thermiques?|dielectriques?)"
    r"|(?:engine|motor|hydraulic|lubricating|used mineral|gear|cutting|transformer|waste) oils?"
    r"|filtres? a? ?(?:huile|gasoil|carburant)|oil filters?|fuel filters?"
    r"|emulsions?|eaux? blanches?|fluides? de coupe|liquides? de coupe|cutting fluids?|used coolant emulsion"
    r"|metalworking fluid|eaux? huileuses?|boues? huileuses?|huileu(?:x|ses?)|oily"
    r"|hydrocarbures?|hydrocarbons?|debourbeurs?|separateur d'?hydro\w*|oil (?:trap|separator|interceptor)s?"
    r"|gasoil|fioul|essence usagee?|diesel|fuel oil|kerosene|goudrons?|coal tar|creosot\w+"
    r"|glycero\w*|peintures? (?:solvant\w*|epoxy|polyureth\w*|glycero|au solvant)|solvent[- ]borne|(?:restes?"
    r"|fonds?|pots?)(?: \w+){0,3} (?:peintures?|vernis|laques?)"
    r"|bombes? de peinture|vernis|laques? usagees?|varnish|neons?|tubes? fluo\w*|fluorescent|lampes? a (?:mercure"
    r"|decharge)|mercur\w+|mercury|amalgam\w*|arseni\w+|cca|autoclav\w*|traverses?|railway sleepers|plomb\w*"
    r"|fluides? frigo\w*|frigorigen\w*|refrigerants?|r ?-?(?:22|32|134a?|404a?|407c?|410a?)"
    r"|charge\w* (?:en )?(?:chrome|nickel|plomb|metaux lourds|cadmium|arsenic)|heavy metals|metaux lourds|hcfc"
    r"|hfc|cfc|halons?|pcb|pyralene|askarel|radioacti\w+|isocyanat\w*|epoxy|formol|formaldehyd\w*|glutaraldehyde"
    r"|revelateurs?|fixateurs?|fixer|developers? (?:bath)?|javel|bleach|detartrants?|descaler|decapants?"
    r"|oven cleaner|strippers?|toxi\w+|inflammabl\w+|flammabl\w+|explosi\w+|corrosi\w+"
    r"|produits? chimiques?|chemicals?|reacti(?:f|fs)|reagents?|refiom|cadmium|antigel|solutions? de gravure"
    r"|boues? d'?hydroxyd\w+|hydroxide sludge|boues? (?:de )?rectif\w+|grinding sludge)\b"
)
DOUBT = re.compile(  # may be or not, by what is in it
    r"\b(?:glycol\w*|liquides? de refroid\w*|antifreeze|coolants?|encres?|inks?|toners?|deee|d3e|weee"
    r"|electr(?:on)?i(?:qu|c)\w* (?:hs|reform\w+|hors d'usage)|panneaux? (?:photovolt\w*|solaires?)|solar panels?"
    r"|produits? (?:d'entretien|de nettoyage|menagers?)"
    r"|cleaning (?:products?|agents?)|desinfectants?|disinfectants?|cartes? electroniques?|circuit boards?"
    r"|ecrans?|monitors?|cumulus|chauffe-? ?eau|frigos?|refrigerateurs?|fridges?"
    r"|compresseurs? hors|transfos?|laine de (?:verre|roche)|(?:glass|rock|mineral) wool|enrobes?|asphalt"
    r"|bitum\w*|sables? de fonderie|foundry sand|green sand|crasses?|dross|machefers?|cendres? volantes?|fly ash"
    r"|mdf|melamin\w+|agglo\w*|particle ?board|chipboard|bois (?:b|traites?|peints?)|treated wood|painted"
    r"|terres? (?:excav\w+|pollu\w+)|ancien site|former (?:workshop|industrial|site)|brownfield"
    r"|pas encore d'analyse|no analysis yet"
    r"|medic\w+|medicines?|pharmac\w+|colorations?|hair dye|colles?|adhesi\w+|glues?|resines?|resins?|pigments?"
    r"|medocs?|poudres? de peinture|boues? de peinture|(?:bidons?|cans?|jerrycans?)(?= (?:vides?|sales?|of|de"
    r"|sans))|empty cans?|coolant cans?)\b"
)
CLEARED = re.compile(  # what is said to be absent
    r"\b(?:sans|without|no|non|not|hors|pas d[e']|free of|exempt\w* d[e']|jamais)\s?(?:any "
    r"|aucune? )?[\w'-]+(?: (?:ni|or|et|and|nor) [\w-]+)?"
    r"|\b\w+-free\b|\buntreated\b|\bunpainted\b|\buncontaminated\b"
)
RESIDUE = re.compile(  # what is left in a container decides
    r"\b(?:pas (?:tout a fait|completement|bien) vid\w+|not (?:quite|completely|fully) emp\w+|mal vid\w+|entames?"
    r"|entamees?|part[- ]used"
    r"|fonds? de (?:pots?|bidons?|futs?|cuves?)|restes? de produits?|leftover (?:products?|chemicals?)"
    r"|residu\w* de produits?)\b"
)
NOT_KNOWN = re.compile(
    r"\bsans etiquettes?|\bunlabell?ed|\bno labels?\b|\b(?:on )?(?:ne )?sai[st] pas|\bdon't know|\bdo not know"
    r"|\binconnu\w*|\bunknown"
    r"|\bunidentified|\bnon identifie\w*|\bjamais (?:ete |fait )?(?:analys\w+)|\bnever (?:been )?(?:analy[sz]ed"
    r"|tested)|\bnot sure what|\baucune idee"
    r"|\borigine douteuse|\bnon analyse\w*|\bno idea"
)


def hazard_of(text: str, known: Sequence[Hazard], recognised: bool) -> str:
    """Return no, yes, mirror or unknown for a text, from its words and what the resource and its codes are.

    `known`: the hazard of the resource and of the waste entries it may go under; the worst counts. What nobody
    recognises is unknown.
    """
    typed = fold(text)
    if NOT_KNOWN.search(typed):
        return UNKNOWN
    said = CLEARED.sub(" ", typed)
    if DANGER.search(said) or Hazard.YES in known:
        return Hazard.YES
    if Hazard.MIRROR in known or DOUBT.search(said) or RESIDUE.search(typed):
        return Hazard.MIRROR
    return Hazard.NO if recognised else UNKNOWN
