"""What firms speak of that no topic names: a resource of ours that both mean, else telling words they share."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from symbiosis.domain.enums import ResourceKind, SharingMode
from symbiosis.domain.fold import spoken
from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.knowledge.attribute_seeds import read_plain
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.phrases import told
from symbiosis.knowledge.polarity import denied_by
from symbiosis.knowledge.profile import Profile
from symbiosis.knowledge.situation_seeds import Topic
from symbiosis.knowledge.stems import stem, stems

MEANT = 0.75  # confidence of a link from which two firms mean the same thing
SHORTEST = 5  # letters of a telling word
COMMON = 0.05  # share of the resources whose names hold a word: beyond it, it tells little
FEWEST = 2
MODES = {
    SharingMode.EQUIPMENT: "turns", SharingMode.ROUND: "fill", SharingMode.PURCHASE: "buy",
    SharingMode.SERVICE: "meet", SharingMode.SKILL: "skill", SharingMode.SPACE: "room",
}  # fmt: skip
WORDED = (  # how a thing is shared, from the words around it
    ("train", re.compile(r"\b(?:formations?|former|recycl\w+|stages?|habilitations?|training)\b")),
    (
        "skill",
        re.compile(r"\b(?:mi temps|temps partage|(?:jours?|journees?|heures?) par (?:semaine|mois)|half time)\b"),
    ),
    ("fill", re.compile(r"\b(?:jet\w+|enlev\w+|cur\w{1,3}|vidang\w+|evacu\w+|collect\w+|dechets?|bennes?|waste)\b")),
    ("buy", re.compile(r"\b(?:achet\w+|achats?|command\w+|approvision\w+|buy\w*|purchas\w+)\b")),
    ("meet", re.compile(r"\b(?:prestataires?|passages?|contrats?|tournees?|entretien|contract\w*)\b")),
)
HAS_IT = "turns"
VAGUE = frozenset(  # words of places, posts and papers: two firms that share one need not mean one thing
    [
        "batiment",
        "parc",
        "zone",
        "rue",
        "lot",
        "commune",
        "secteur",
        "conseiller",
        "conseillere",
        "responsable",
        "technicien",
        "chargee",
        "agent",
        "building",
        "park",
        "street",
        "adviser",
        "officer",
        "technician",
        "manager",
    ]
)


class CommonGround:
    """Finds what firms have in common beyond the topics; made once."""

    def __init__(self, rows: KnowledgeRows, linker: Linker) -> None:
        """Index the resources that are shared, and how many resources each word names."""
        self._linker = linker
        self._resources = {r.id: r for r in rows.resources}
        self._modes = {s.resource_id: MODES[s.mode] for s in rows.sharing}
        self._modes |= {r.id: "flow" for r in rows.resources if r.kind is ResourceKind.ENERGY and r.id in self._modes}
        self._plain = frozenset(stem(word) for word in read_plain())
        names = ({s for n in _names(r) for s in stems(n)} for r in rows.resources)
        self._named = Counter(its for words in names for its in words)

    def topics(self, firms: Sequence[Profile]) -> Iterator[tuple[Topic, dict[str, str]]]:
        """Yield a topic, with the words by firm, for each thing that two of the firms or more speak of."""
        yield from self._meant(firms)
        yield from self._shared(firms)

    def _meant(self, firms: Sequence[Profile]) -> Iterator[tuple[Topic, dict[str, str]]]:
        firm_texts = {p.id: spoken(p.text) for p in firms}
        links = {p.id: self._linker.link(p.text) for p in firms}
        by_resource: dict[str, dict[str, str]] = {}
        for firm, found in links.items():
            for link in found:
                if (
                    link.confidence >= MEANT
                    and link.resource_id in self._modes
                    and _written(link.why, firm_texts[firm])
                ):
                    by_resource.setdefault(link.resource_id, {})[firm] = link.why
        for resource_id, words in sorted(by_resource.items()):
            if len(words) >= FEWEST:
                named = self._resources[resource_id]
                yield _topic(resource_id, self._modes[resource_id], (named.fr, named.en)), words

    def _shared(self, firms: Sequence[Profile]) -> Iterator[tuple[Topic, dict[str, str]]]:
        said = {p.id: self._telling(p.text) for p in firms}
        counted = Counter(its for words in said.values() for its in words)
        for its in sorted(word for word, times in counted.items() if times >= FEWEST):
            words = {firm: told_words[its] for firm, told_words in said.items() if its in told_words}
            mode = _mode([p for p in firms if p.id in words])
            shown = min(words.values(), key=len)
            yield _topic(f"said {its}", mode, (shown, shown)), words

    def _telling(self, text: str) -> dict[str, str]:
        """Return the words that tell what a text is about, by their stem."""
        typed = told(text)
        denied = denied_by(typed)
        most = COMMON * len(self._resources)
        return {
            w.stem: w.text
            for w, place in zip(typed, denied, strict=True)
            if place < 0 and w.text.isalpha() and len(w.text) >= SHORTEST and w.stem not in self._plain
            and w.text.rstrip("s") not in VAGUE
            and 0 < self._named[w.stem] <= most
        }  # fmt: skip


def _written(words: str, plain: str) -> bool:
    """Tell whether a text says the words it was linked by, plurals aside: a common stem is not enough."""
    return all(re.search(rf"\b{re.escape(word.rstrip('sx'))}\w?\b", plain) for word in spoken(words).split())


def _topic(key: str, mode: str, names: tuple[str, str]) -> Topic:
    return Topic(key, mode, False, "", *names, words=(), weak=())


def _mode(firms: Sequence[Profile]) -> str:
    """Return how a thing is shared: by turns where a firm has it, else as most of the words say."""
    if any(p.stance.has and not p.stance.wants for p in firms):
        return HAS_IT
    texts = [spoken(p.text) for p in firms]
    return next((mode for mode, words in WORDED if any(words.search(text) for text in texts)), HAS_IT)


def _names(resource: Resource) -> tuple[str, ...]:
    return (resource.fr, resource.en, *resource.synonyms_fr, *resource.synonyms_en)
