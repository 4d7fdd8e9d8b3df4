"""Which question, to which firm, would open the most: a ranked call list."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from symbiosis.domain.enums import Answer, Direction, Provenance, SynergyKind
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.questions import CLASS, Answered, Checked, Guess, Question, Resting
from symbiosis.matching import criteria, model
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.experience import count
from symbiosis.matching.guesses import rate
from symbiosis.matching.territory import PROVENANCES

LISTED = 10
PER_RESOURCE = 2  # and one per firm: ten calls to ten firms, about several things
Tried = dict[tuple[str, str, Direction], Checked]
Shares = dict[tuple[str, ...], list[tuple[str, float]]]  # what a sector does -> (its code, share of its firms)


def next_best(ranked: Iterable[Question], most: int = LISTED) -> tuple[Question, ...]:
    """Return the questions to ask first: in their order, one per firm and two per resource at most."""
    firms, resources = set[str](), Counter[str]()
    chosen: list[Question] = []
    for question in ranked:
        guess = question.guess
        if len(chosen) < most and guess.firm_id not in firms and resources[guess.resource_id] < PER_RESOURCE:
            chosen.append(question)
            firms.add(guess.firm_id)
            resources[guess.resource_id] += 1
    return tuple(chosen)


def rank(resting: Iterable[Resting], rows: KnowledgeRows, answers: Iterable[Answered]) -> tuple[Question, ...]:
    """Return the open questions, the one that may bring about most leads first, those put off last."""
    answers = tuple(answers)
    said = {answered.guess: answered.answer for answered in answers}
    by_guess: dict[Guess, list[Resting]] = defaultdict(list)
    for lead in resting:
        if said.get(lead.guess) in (None, Answer.LATER):
            by_guess[lead.guess].append(lead)
    shares, tried = _shares(rows), {(c.nace, c.resource_id, c.direction): c for c in count(answers)}
    later = {guess for guess, answer in said.items() if answer is Answer.LATER}
    questions = (_question(leads, shares, tried, leads[0].guess in later) for leads in by_guess.values())
    return tuple(sorted(questions, key=lambda q: (q.postponed, -q.worth, q.guess.id)))


def chance_after_yes(score: float, very_thing: bool = False) -> float:
    """Return the probability of a substitution once the guess it rests on is seen to be right.

    `very_thing`: the guess is that a firm needs what is offered as it is.
    """
    return model.probability(SynergyKind.SUBSTITUTION, score + _gain() + very_thing * _points("sector"))


def wants_the_very_thing(lead: Resting) -> bool:
    """Return whether a lead rests on the guess that a firm needs what is offered as it is."""
    return lead.guess.direction is Direction.NEED and not lead.use_id


def _question(leads: Sequence[Resting], shares: Shares, tried: Tried, postponed: bool) -> Question:
    guess, nace = leads[0].guess, leads[0].nace[:CLASS]
    known = [share for lead in leads if (share := _share(lead, shares)) is not None]
    best = sorted(leads, key=lambda lead: (-lead.score, lead.lead_id))
    opens = sum(chance_after_yes(lead.score, wants_the_very_thing(lead)) for lead in best)
    before = max(known, default=BASE_RATE)
    here = tried.get((nace, guess.resource_id, guess.direction)) if nace else None
    yes = float(rate(here.right, here.answers, before)) if here else before
    return Question(guess, tuple(best), yes, bool(known), opens, postponed, here)


def _gain() -> float:
    """Return the points a pair gains when one side turns from a guess into something seen."""
    seen, guessed = (criteria.TRUST[PROVENANCES.index(p)] for p in (Provenance.OBSERVED, Provenance.HYPOTHESIS))
    return float(_points("provenance") * (seen - guessed) / 2)


def _points(key: str) -> float:
    return next(c.points for c in model.SUBSTITUTION if c.key == key)


def _shares(rows: KnowledgeRows) -> Shares:
    shares: Shares = defaultdict(list)
    for typical in rows.typical:
        shares[(typical.direction, typical.resource_id)].append((typical.nace, typical.share_of_firms))
    for performs in rows.performs:
        shares[(performs.use_id,)].append((performs.nace, performs.weight))
    return shares


def _share(lead: Resting, shares: Shares) -> float | None:
    """Return the share of the sector's firms of which the guess is right, None where nothing is known.

    The most precise code known wins, as it does for the criterion.
    """
    guess = lead.guess
    does = (guess.direction, guess.resource_id) if lead.told or guess.direction is Direction.OFFER else (lead.use_id,)
    known = [(nace, share) for nace, share in shares.get(does, ()) if lead.nace.startswith(nace) and share > 0]
    return max(known, key=lambda row: len(row[0]))[1] if lead.nace and known else None
