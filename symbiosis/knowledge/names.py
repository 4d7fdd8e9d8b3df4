"""The names of resources and uses, all together or by what they are safe for."""

from collections.abc import Iterator

from symbiosis.domain.enums import Hazard
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge.stems import stems


def names(rows: KnowledgeRows) -> Iterator[str]:
    """Yield every name of a resource or a use, in both languages."""
    for resource in rows.resources:
        yield from (resource.fr, resource.en, *resource.synonyms_fr, *resource.synonyms_en)
    for use in rows.uses:
        yield from (use.fr, use.en, *use.synonyms_fr, *use.synonyms_en)


def safe_words(rows: KnowledgeRows, uses: frozenset[str]) -> frozenset[str]:
    """Return the stems of the names of what can take one of these uses and is never hazardous."""
    able = {edge.resource_id for edge in rows.usable_as if edge.use_id in uses}
    safe = [r for r in rows.resources if r.id in able and r.hazard is Hazard.NO]
    said = (name for r in safe for name in (r.fr, r.en, *r.synonyms_fr, *r.synonyms_en))
    return frozenset(stem for name in said for stem in stems(name))
