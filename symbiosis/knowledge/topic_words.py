"""The words for what firms put in common: those of the topics, and the names of the resources they are about."""

from collections import Counter
from collections.abc import Iterable, Mapping

from symbiosis.domain.knowledge import Resource
from symbiosis.knowledge.phrases import told
from symbiosis.knowledge.situation_seeds import Topic

Named = list[tuple[str, str]]  # topic, phrase


class TopicWords:
    """Words by topic in one language; made once."""

    def __init__(self, topics: Mapping[str, Topic], resources: Iterable[Resource], lang: str) -> None:
        """Give each topic the names of its resources that no other topic claims: several words name, one word hints."""
        known = {r.id: r for r in resources}
        own = {phrase for t in topics.values() for phrase in (*t.said(lang), *t.hinted(lang))}
        names = {t.id: {n for r in t.resources for n in _names(known[r], lang)} - own for t in topics.values()}
        claimed = Counter(name for its in names.values() for name in its)
        free = [(topic, name) for topic, its in names.items() for name in sorted(its) if claimed[name] == 1]
        self.strong: Named = [(t.id, phrase) for t in topics.values() for phrase in t.said(lang)]
        self.strong += [(topic, name) for topic, name in free if len(told(name)) > 1]
        self.weak: Named = [(t.id, phrase) for t in topics.values() for phrase in t.hinted(lang)]
        self.weak += [(topic, name) for topic, name in free if len(told(name)) == 1]


def _names(resource: Resource, lang: str) -> set[str]:
    name, synonyms = (resource.en, resource.synonyms_en) if lang == "en" else (resource.fr, resource.synonyms_fr)
    return {n.lower() for n in (name, *synonyms)}
