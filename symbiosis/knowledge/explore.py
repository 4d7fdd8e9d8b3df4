"""Who can take a thing, or provide it: from a text to resources, waste codes, uses, sectors and precedents."""

from collections.abc import Sequence

from symbiosis.domain.enums import Hazard, ResourceKind
from symbiosis.domain.explored import Answer, Asked, Entry, Outlet, SectorLine, Understood, Verdict
from symbiosis.domain.flows import Link
from symbiosis.domain.knowledge import Precedent
from symbiosis.domain.views import Label
from symbiosis.knowledge import question, receivers, suppliers
from symbiosis.knowledge.catalogue import Catalogue
from symbiosis.knowledge.hazard import endangers, hazard_of
from symbiosis.knowledge.linker import RECOGNISED
from symbiosis.knowledge.question import Question, sure
from symbiosis.knowledge.recognition import Recognition
from symbiosis.knowledge.waste import WasteCodes

MOST_CODES, MOST_PRECEDENTS, MOST_SUGGESTIONS, MOST_OUTLETS = 5, 5, 5, 12
LEAST_LIKENESS = 0.2  # of a suggestion's name to the words, 0 to 1
LEAST_CODE = 0.1  # of the best code's score
SECTION, CHAPTER = len("15 01"), len("15")
DISCARDED = (ResourceKind.MATERIAL, ResourceKind.WATER)


class Explorer:
    """Answers questions from the knowledge alone; made once, asked many times."""

    def __init__(self, catalogue: Catalogue, recognition: Recognition, waste: WasteCodes) -> None:
        """Remember what answers."""
        self.catalogue = catalogue
        self._recognition, self._waste = recognition, waste
        self._linker, self._exchange = recognition.linker, recognition.exchange

    def explore(self, asked: Asked) -> Answer:
        """Return all that is known about a question; whatever was typed, never an error."""
        read = question.read(asked)
        known = read.code in self.catalogue.entries
        understood = self._understood(read, asked, known)
        if not understood and not known:
            return _nothing(asked, bool(read.code), self._suggestions(read))
        main = sure(understood)
        codes = self._codes(read, asked, main, known)
        verdict = self._verdict(read, understood, codes)
        outlets = self._outlets(asked, main, verdict)
        return Answer(
            asked, True, bool(read.code) and not known, understood, (), verdict, codes, outlets,
            self._sectors(read, asked, understood, verdict), self._precedents(main, outlets),
            known and bool(read.text) and not self._agree(main, read.code),
        )  # fmt: skip

    def _understood(self, read: Question, asked: Asked, known: bool) -> tuple[Understood, ...]:
        links = self._recognition.link(read.text, read.code if known else "")
        found = [self._resource(link) for link in links if link.resource_id in self.catalogue.resources]
        if asked.supply:
            hits = self._exchange.use_names.find(read.text, MOST_SUGGESTIONS)
            found += [self._use(hit.key, hit.score, hit.name) for hit in hits if hit.score >= RECOGNISED]
        return tuple(sorted(found, key=lambda u: (-u.confidence, u.kind is None, u.label.id)))

    def _resource(self, link: Link) -> Understood:
        held = self.catalogue.resources[link.resource_id]
        label = self.catalogue.resource_label(held.id)
        return Understood(label, held.kind, held.hazard, round(link.confidence, 4), link.why)

    def _use(self, use_id: str, score: float, name: str) -> Understood:
        return Understood(self.catalogue.use_label(use_id), None, None, score, name)

    def _suggestions(self, read: Question) -> tuple[Label, ...]:
        """Return what comes nearest to words, or to a code, that mean nothing by themselves."""
        if read.code and not read.text:
            return self._near_codes(read.code)
        hits = self._linker.lexicon.find(read.text, MOST_SUGGESTIONS)
        return tuple(self.catalogue.resource_label(h.key) for h in hits if h.score >= LEAST_LIKENESS)

    def _near_codes(self, code: str) -> tuple[Label, ...]:
        entries = self.catalogue.entries
        for length in (SECTION, CHAPTER):
            near = [c for c in entries if c[:length] == code[:length]]
            if near:
                nearest = sorted(near, key=lambda c: (abs(_number(c) - _number(code)), c))[:MOST_SUGGESTIONS]
                return tuple(Label(c, entries[c].fr, entries[c].en) for c in nearest)
        return ()

    def _codes(self, read: Question, asked: Asked, main: Sequence[Understood], known: bool) -> tuple[Entry, ...]:
        given = [self.catalogue.entry(read.code, read.code)] if known else []
        thrown_away = [u for u in main if u.kind in DISCARDED]
        if asked.supply or not thrown_away:
            return tuple(given)
        ranked = self._waste.rank(read.text, asked.nace) if read.text else []
        likely = [c for c in ranked if c.score >= LEAST_CODE * ranked[0].score and c.entry.code != read.code]
        return (*given, *(self.catalogue.entry(c.entry.code, c.why) for c in likely[: MOST_CODES - len(given)]))

    def _verdict(self, read: Question, understood: Sequence[Understood], codes: Sequence[Entry]) -> Verdict:
        """Return the hazard: the strictest of what the code and the surest meaning say; a doubt is never 'no'."""
        main = sure(understood)
        first = codes[0] if codes else None
        told = {u.hazard for u in main if u.hazard}
        given = first if first and first.label.id == read.code else None
        discarded = any(u.kind in DISCARDED for u in main)
        danger = (discarded and endangers(read.text)) or bool(given and given.hazardous)
        if Hazard.YES in told or danger:
            return Verdict.UNKNOWN if Hazard.NO in told and not danger else Verdict.YES
        if Hazard.MIRROR in told or (given and given.mirrors):
            return Verdict.MIRROR
        others = any(u.hazard not in (Hazard.NO, None) for u in understood)
        others = others or (discarded and hazard_of(read.text, (), True) != Hazard.NO)
        doubt = read.starred or (first and first.hazardous) or others or not (told or given)
        return Verdict.UNKNOWN if doubt else Verdict.NO

    def _agree(self, main: Sequence[Understood], code: str) -> bool:
        """Return whether something that the words surely mean goes under a section of the code's."""
        meant = [self.catalogue.resources[u.label.id] for u in main if u.kind in DISCARDED]
        return not meant or any(its[:SECTION] == code[:SECTION] for r in meant for its in r.waste_codes)

    def _outlets(self, asked: Asked, main: Sequence[Understood], verdict: Verdict) -> tuple[Outlet, ...]:
        if asked.supply:
            return suppliers.outlets(self.catalogue, main)[:MOST_OUTLETS]
        found = (o for u in main if u.kind for o in self.catalogue.outlets_of(u.label.id))
        kept = [o for o in found if o.treatment or verdict is not Verdict.YES]
        return tuple(sorted(kept, key=lambda o: -o.share)[:MOST_OUTLETS])

    def _sectors(
        self, read: Question, asked: Asked, understood: Sequence[Understood], verdict: Verdict
    ) -> tuple[SectorLine, ...]:
        spoken = read.text or self.catalogue.entries[read.code].fr
        if asked.supply:
            return suppliers.sectors(self.catalogue, self._exchange, spoken, asked.nace, sure(understood))
        heard = receivers.Heard(spoken, asked.nace, read.code, verdict is Verdict.YES)
        return receivers.sectors(self.catalogue, self._exchange, heard, understood)

    def _precedents(self, main: Sequence[Understood], outlets: Sequence[Outlet]) -> tuple[Precedent, ...]:
        resources = [u.label.id for u in main if u.kind]
        towards = [u.label.id for u in main if u.kind is None]
        found = self.catalogue.precedents(resources, [o.use.id for o in outlets])
        mine = [p for p in found if p.resource_id in resources or p.use_id in towards]
        return tuple(mine[:MOST_PRECEDENTS])


def _nothing(asked: Asked, code_unknown: bool, suggestions: tuple[Label, ...]) -> Answer:
    return Answer(asked, False, code_unknown, (), suggestions, Verdict.UNKNOWN, (), (), (), ())


def _number(code: str) -> int:
    return int(code.replace(" ", ""))
