"""Who of several firms should be put together for what: the largest groups of a topic that nothing keeps apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge.apart import why_apart
from symbiosis.knowledge.common_ground import CommonGround
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.profile import Profile, Reason, sides
from symbiosis.knowledge.profiles import ProfileReader
from symbiosis.knowledge.settled import Pair, heard, of_two_minds, settled
from symbiosis.knowledge.situation_seeds import Topic
from symbiosis.knowledge.spoken_topics import DONE, STRONG

MOST_FIRMS = 60  # of a topic that are compared; what comes after is left alone
SAME_GROUP = 0.5  # of the united firms
FEWEST = 2
GOODS = ("fill", "flow")  # modes of what may be sold or given for good
TOLD = 3  # firms left out that a reason names
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Group:
    """Firms to put together for a topic, by strength, with what speaks of it and who was left out why."""

    topic: Topic
    firms: tuple[Profile, ...]
    left_out: tuple[tuple[Profile, Reason], ...]
    strength: float


class Situations:
    """Makes groups of the firms of a situation; made once."""

    def __init__(self, rows: KnowledgeRows, linker: Linker) -> None:
        """Read what firms put in common and what keeps them apart."""
        self._reader = ProfileReader(rows)
        self._ground = CommonGround(rows, linker)

    def groups(self, firms: Sequence[Row], lang: str = "fr") -> tuple[Group, ...]:
        """Return the groups of a situation, the surest first; no two firms that anything keeps apart are in one."""
        profiles = [self._reader.profile(firm, lang) for firm in firms]
        willing = [p for p in {p.id: p for p in profiles}.values() if not p.stance.refuses]
        willing = settled(willing)
        topics = sorted({t for p in willing for t in p.topics})
        banned = self._banned(willing, topics)
        found = [g for topic in topics for g in self._of_topic(self._reader.topics[topic], willing, banned)]
        chosen = _chosen(found)
        grouped = {p.id for group in chosen for p in group.firms}
        alone = [p for p in willing if p.id not in grouped and not heard(p, willing)]
        return _chosen([*chosen, *self._beyond(alone, banned | of_two_minds(alone))])

    def _beyond(self, firms: Sequence[Profile], banned: frozenset[Pair]) -> Iterator[Group]:
        """Yield groups of firms in no group that speak of one thing no topic names."""
        for topic, words in self._ground.topics(firms[:MOST_FIRMS]):
            named = [
                replace(p, topics={topic.id: STRONG}, words={topic.id: words[p.id]}) for p in firms if p.id in words
            ]
            yield from self._of_topic(topic, named, banned)

    def line(self, case: Row, lang: str) -> dict[str, Any]:
        """Return the answer to a case of `situation_id` and `firms`."""
        groups = [
            {"firms": sorted(p.id for p in g.firms), "resource": g.topic.name(lang), "reason": reason(g, lang)}
            for g in self.groups(case["firms"], lang)
        ]
        return {"case_id": case["situation_id"], "task": f"G.{lang}", "groups": groups}

    def _banned(self, firms: Sequence[Profile], topics: Iterable[str]) -> frozenset[Pair]:
        """Return the pairs that cannot share a thing both speak of: nothing else brings them together."""
        sure = {t: [p for p in firms if p.topics.get(t)][:MOST_FIRMS] for t in topics}
        return frozenset(
            frozenset((a.id, b.id))
            for topic, members in sure.items()
            for a, b in combinations(members, 2)
            if min(a.topics[topic], b.topics[topic]) >= STRONG
            and why_apart(a, b, self._reader.topics[topic], self._reader.setting)
        )

    def _of_topic(self, topic: Topic, firms: Sequence[Profile], banned: frozenset[Pair]) -> list[Group]:
        members = sorted((p for p in firms if p.topics.get(topic.id)), key=lambda p: (-p.topics[topic.id], p.id))
        members = [p for p in members if topic.mode in GOODS or not p.stance.sells][:MOST_FIRMS]
        why: dict[Pair, Reason] = {}
        for a, b in combinations(members, 2):
            found = why_apart(a, b, topic, self._reader.setting)
            if found or frozenset((a.id, b.id)) in banned:
                why[frozenset((a.id, b.id))] = found or ("un autre besoin les oppose", "another need keeps them apart")
        groups, left = [], members
        clear = any(p.topics[topic.id] >= DONE for p in members)
        while len(left) >= FEWEST:
            best = _largest(left, why)
            if _worth(best, topic, clear):
                groups.append(_group(topic, best, members, why))
            left = [p for p in left if p not in best]
        return groups


def reason(group: Group, lang: str) -> str:
    """Return one sentence: what the firms say of it, who has it, and why others were left out."""
    words = ", ".join(dict.fromkeys(f"« {p.words[group.topic.id]} »" for p in group.firms))
    owners = ", ".join(p.id for p in group.firms if p.stance.has and not p.stance.wants)
    out = [f"{p.id} ({why[lang == 'en']})" for p, why in group.left_out[:TOLD]]
    if lang == "en":
        said = f"They speak of {words}; nothing they say of times, places or conditions speaks against it"
        said += f"; available at {owners}" if owners else ""
        return said + (f"; not with {', '.join(out)}." if out else ".")
    said = f"Ils parlent de {words} ; rien dans leurs horaires, lieux ou conditions ne s'y oppose"
    said += f" ; disponible chez {owners}" if owners else ""
    return said + (f" ; pas avec {', '.join(out)}." if out else ".")


def _largest(members: Sequence[Profile], why: Mapping[Pair, Reason]) -> tuple[Profile, ...]:
    """Return the largest set without a pair kept apart that one of the firms can be the seed of."""
    best: tuple[Profile, ...] = ()
    for seed in members:
        grown = [seed]
        friends = sorted(
            (p for p in members if p is not seed),
            key=lambda p: sum(frozenset((p.id, q.id)) in why for q in members),
        )
        for other in friends:
            if all(frozenset((other.id, one.id)) not in why for one in grown):
                grown.append(other)
        best = max(best, tuple(grown), key=_suits)
    return best


def _suits(firms: Sequence[Profile]) -> tuple[int, bool]:
    """Order groups: the most firms, then one in which somebody has what another wants."""
    return len(firms), any(sides(a, b) for a, b in combinations(firms, 2))


def _worth(firms: Sequence[Profile], topic: Topic, clear: bool) -> bool:
    """Tell whether a group makes sense: two firms, one around who is clear, and somebody who wants what another has."""
    if len(firms) < FEWEST or not clear:
        return False
    owners_only = topic.mode in ("turns", "room", "flow") and all(p.stance.has and not p.stance.wants for p in firms)
    return not owners_only


def _group(topic: Topic, firms: Sequence[Profile], members: Sequence[Profile], why: Mapping[Pair, Reason]) -> Group:
    inside = sorted(firms, key=lambda p: p.id)
    out = []
    for other in sorted((p for p in members if p not in firms), key=lambda p: p.id):
        found = next((why[key] for p in inside if (key := frozenset((p.id, other.id))) in why), None)
        if found:
            out.append((other, found))
    return Group(topic, tuple(inside), tuple(out), sum(p.topics[topic.id] for p in inside))


def _chosen(found: Iterable[Group]) -> tuple[Group, ...]:
    """Keep the strongest groups: no firm joins by a hint when it is in another, and no group is told twice."""
    kept: list[Group] = []
    for group in sorted(found, key=lambda g: (-g.strength, g.topic.id, [p.id for p in g.firms])):
        taken = {p.id for other in kept for p in other.firms}
        firms = tuple(p for p in group.firms if p.id not in taken or p.topics[group.topic.id] > STRONG)
        ids = {p.id for p in firms}
        again = any(len(ids & its) >= SAME_GROUP * len(ids | its) for its in ({p.id for p in o.firms} for o in kept))
        if _worth(firms, group.topic, True) and not again:
            kept.append(Group(group.topic, firms, group.left_out, group.strength))
    return tuple(kept)
