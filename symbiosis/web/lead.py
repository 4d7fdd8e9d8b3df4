"""A lead as the page shows it: its title, its reasons as bars and sentences, its two sides."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement, Role, SynergyKind
from symbiosis.domain.synergies import Evidence
from symbiosis.domain.views import DecisionLine, Label, PartyLine, SynergyFile, SynergyLine
from symbiosis.services.appraise import Appraisal, appraise
from symbiosis.services.chance import Chance, chance
from symbiosis.web import labels
from symbiosis.web.charts import Bar, evidence_bars
from symbiosis.web.compare import Comparison, compare
from symbiosis.web.i18n import named, signed
from symbiosis.web.sentences import is_unknown, sentence
from symbiosis.web.state import state, store
from symbiosis.web.values import quoted, value

OPEN = (Judgement.PROPOSED, Judgement.DEFERRED)
SECOND_STEP = "then."  # of a chain
TELLING, NAMED_FIRMS = 2, 3


@dataclass(frozen=True)
class Reason:
    """One piece of evidence, ready to read."""

    name: str
    points: float
    written: str
    left: str
    right: str
    sentence: str
    source: str


@dataclass(frozen=True)
class Lead:
    """A lead, ready to read; `chart` and `chance` are None for one that people identified."""

    file: SynergyFile
    title: str
    reasons: tuple[Reason, ...]
    summary: tuple[str, ...]
    chart: Markup | None
    chance: Chance | None
    sides: Comparison
    appraisal: Appraisal
    instead: Label | None  # what the taker asked for, where that is another resource
    open: bool
    undoable: bool


def lead(file: SynergyFile) -> Lead:
    """Return a lead ready to read."""
    reasons = tuple(_reason(file.line.kind, e) for e in file.evidence)
    latest = file.decisions[0] if file.decisions else None
    likely = chance(store(), file.line.kind, file.line.score) if file.line.score is not None else None
    worth = appraise(state().known.current(store()), file, likely.probability if likely else None)
    return Lead(
        file=file, title=title(file), reasons=reasons, summary=summary(file.evidence),
        chart=_chart(reasons, file.line.score) if file.line.score is not None else None,
        chance=likely, appraisal=worth,
        sides=compare(file.parties), instead=_instead(file), open=file.line.judgement in OPEN or _is_due(latest),
        undoable=latest is not None and latest.reason != "undo",
    )  # fmt: skip


def _is_due(latest: DecisionLine | None) -> bool:
    """Tell whether what kept firms from a lead, such as a contract, has come to its end."""
    refused = latest is not None and latest.after is Judgement.REFUSED
    return bool(refused and latest and latest.until and latest.until <= now()[:10])


def _instead(file: SynergyFile) -> Label | None:
    if any(party.role is Role.THROUGH for party in file.parties):
        return None  # the taker of a chain wants the product
    taken = (flow.resource for party in file.parties if party.role is Role.TAKER for flow in party.flows)
    asked = next((resource for resource in taken if resource), None)
    return asked if asked and asked != file.line.resource else None


def what(line: SynergyLine) -> str:
    """Return what a lead is about: the resource, or the words nobody understood."""
    return named(line.resource) if line.resource else quoted(line.text)


def firms(parties: tuple[PartyLine, ...]) -> str:
    """Return the firms of a sharing group, the first ones by name."""
    names = [p.name for p in parties[:NAMED_FIRMS]]
    more = len(parties) - len(names)
    if more:
        names.append(str(ngettext("%(num)s autre", "%(num)s autres", more)))
    return (
        str(_("%(first)s et %(last)s", first=", ".join(names[:-1]), last=names[-1]))
        if len(names) > 1
        else "".join(names)
    )


def title(file: SynergyFile) -> str:
    """Return the title of a lead's page."""
    return line_title(file.line)


def line_title(line: SynergyLine) -> str:
    """Return the sentence that says who could give what to whom, or who could share what."""
    if line.kind is SynergyKind.MUTUALISATION:
        return str(_("%(firms)s pourraient partager : %(what)s", firms=firms(line.parties), what=what(line)))
    by_role = {role: [p.name for p in line.parties if p.role is role] for role in Role}
    told = {"giver": ", ".join(by_role[Role.GIVER]), "taker": ", ".join(by_role[Role.TAKER]), "what": what(line)}
    if by_role[Role.THROUGH]:
        through = ", ".join(by_role[Role.THROUGH])
        return str(_("%(giver)s pourrait donner à %(taker)s, par %(through)s : %(what)s", through=through, **told))
    return str(_("%(giver)s pourrait donner à %(taker)s : %(what)s", **told))


def summary(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Return what speaks most for a lead, what speaks most against it, and what nobody told yet."""
    ranked = sorted(evidence, key=lambda e: -e.points)
    plus = [e for e in ranked if e.points > 0][:TELLING]
    minus = [e for e in reversed(ranked) if e.points < 0][:TELLING]
    silent = [
        e for e in evidence if is_unknown(e) and e.criterion.removeprefix(SECOND_STEP) != "trade"
    ]  # nobody to ask
    return tuple(
        sentence
        for names, sentence in (
            (plus, _("Surtout grâce à : %(names)s.", names=_names(plus))),
            (minus, _("Freiné par : %(names)s.", names=_names(minus))),
            (silent, _("Inconnu, donc sans poids : %(names)s.", names=_names(silent))),
        )
        if names
    )


def _names(evidence: list[Evidence]) -> str:
    return ", ".join(_criterion(e) for e in evidence)


def _criterion(e: Evidence) -> str:
    name = labels.known(labels.CRITERIA, e.criterion.removeprefix(SECOND_STEP))
    return str(_("%(name)s (2e étape)", name=name)) if e.criterion.startswith(SECOND_STEP) else name


def _reason(kind: SynergyKind, e: Evidence) -> Reason:
    plain = e.criterion.removeprefix(SECOND_STEP)
    sides = ("", "") if plain == "trade" else (value(plain, e.left), value(plain, e.right))
    return Reason(
        _criterion(e), e.points, signed(e.points), *sides,
        sentence(kind, e._replace(criterion=plain)), labels.known(labels.SOURCES, e.source),
    )  # fmt: skip


def _chart(reasons: tuple[Reason, ...], score: float) -> Markup:
    bars = [Bar(r.name, r.points, r.written) for r in reasons]
    total = Bar(str(_("total")), score, signed(score))
    return evidence_bars(str(_("Les points des indices, l'un après l'autre, jusqu'au total")), bars, total)
