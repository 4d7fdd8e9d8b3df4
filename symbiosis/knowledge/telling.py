"""An answer as lines of text, for a terminal, in French or English."""

from collections.abc import Iterable, Iterator

from symbiosis.domain.explored import Answer, Basis, Entry, FirmHit, Outlet, Reason, SectorLine, Verdict
from symbiosis.domain.views import Label

WORDS = {
    "fr": {
        "nothing": "Non reconnu ; ce qui s'en rapproche le plus :", "no_code": "Ce code n'existe pas.",
        "understood": "Compris comme :", "from": "d'après", "codes": "Codes déchets possibles :",
        "mirror": "miroir de", "outlets": "Débouchés :", "sectors": "Secteurs (part des échanges, estimation) :",
        "usual": "d'habitude", "precedents": "Cela s'est déjà fait :", "firms": "Établissements du territoire :",
        Verdict.YES: "Dangereux : traitement autorisé seulement.", Verdict.NO: "Non dangereux.",
        Verdict.MIRROR: "Code miroir : analyse de dangerosité nécessaire avant le code non dangereux.",
        Verdict.UNKNOWN: "Danger inconnu, à vérifier.",
        "at_odds": "Les mots et le code déchet ne disent pas la même chose : vérifiez lequel est le bon.",
        Basis.SAME: "a parlé de cette ressource", Basis.USE: "a parlé d'une autre ressource, même débouché",
        Basis.SECTOR: "hypothèse à vérifier, d'après son secteur", "guess": "hypothèse à vérifier",
    },
    "en": {
        "nothing": "Not recognised. What comes nearest:", "no_code": "This code does not exist.",
        "understood": "Understood as:", "from": "from", "codes": "Possible waste codes:",
        "mirror": "mirror of", "outlets": "Uses:", "sectors": "Sectors (share of exchanges, estimate):",
        "usual": "usually", "precedents": "It has been done:", "firms": "Firms of the territory:",
        Verdict.YES: "Hazardous: licensed treatment only.", Verdict.NO: "Not hazardous.",
        Verdict.MIRROR: "Mirror code: a hazard analysis is needed before the non-hazardous code.",
        Verdict.UNKNOWN: "Hazard unknown, to check.",
        "at_odds": "The words and the waste code do not say the same: check which is right.",
        Basis.SAME: "spoke of this resource", Basis.USE: "spoke of another resource, same use",
        Basis.SECTOR: "hypothesis to check, from its sector", "guess": "hypothesis to check",
    },
}  # fmt: skip


def lines(answer: Answer, firms: Iterable[FirmHit], lang: str) -> Iterator[str]:
    """Yield an answer and its firms, line by line; `lang` is 'fr' or 'en'."""
    say = WORDS[lang]
    if answer.code_unknown:
        yield say["no_code"]
    if not answer.recognised:
        yield say["nothing"]
        yield from (f"  {s.id}  {_name(s, lang)}" for s in answer.suggestions)
        return
    meant = (f"{_name(u.label, lang)} ({u.confidence:.0%}, {say['from']} « {u.why} »)" for u in answer.understood)
    yield from _part(say["understood"], meant)
    if answer.at_odds:
        yield say["at_odds"]
    yield say[answer.verdict]
    yield from _part(say["codes"], (_entry(e, lang) for e in answer.codes))
    yield from _part(say["outlets"], (_outlet(o, lang) for o in answer.outlets))
    yield from _part(say["sectors"], (_sector(s, lang) for s in answer.sectors))
    documented = (f"{p.place} ({p.country}) : {p.fr if lang == 'fr' else p.en} [{p.source}]" for p in answer.precedents)
    yield from _part(say["precedents"], documented)
    yield from _part(say["firms"], (_firm(hit, lang) for hit in firms))


def _part(title: str, told: Iterable[str]) -> Iterator[str]:
    found = list(told)
    if found:
        yield title
        yield from (f"  {line}" for line in found)


def _name(label: Label, lang: str) -> str:
    return label.fr if lang == "fr" else label.en


def _entry(e: Entry, lang: str) -> str:
    mirrors = f" ({WORDS[lang]['mirror']} {', '.join(m.id for m in e.mirrors)})" if e.mirrors else ""
    return f"{e.label.id}{'*' * e.hazardous}  {_name(e.label, lang)}{mirrors}"


def _outlet(o: Outlet, lang: str) -> str:
    return f"{_name(o.resource, lang)} → {_name(o.use, lang)} ({o.share:.0%}) [{o.source}]"


def _sector(line: SectorLine, lang: str) -> str:
    why = " ; ".join(_reason(reason, lang) for reason in line.reasons)
    return f"{line.nace}  {_name(line.label, lang)} ({line.share:.0%}) : {why}"


def _reason(reason: Reason, lang: str) -> str:
    return f"{_name(reason.resource, lang)} → {_name(reason.use, lang) if reason.use else WORDS[lang]['usual']}"


def _firm(hit: FirmHit, lang: str) -> str:
    km = f", {hit.km:.1f} km" if hit.km is not None else ""
    words = f" « {hit.words} »" if hit.words else ""
    guess = f", {WORDS[lang]['guess']}" if hit.words and hit.provenance == "hypothesis" else ""
    return f"{hit.name} ({hit.nace}){km} : {WORDS[lang][hit.basis]}{words}{guess}"
