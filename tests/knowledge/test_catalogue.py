import pytest

from symbiosis.knowledge import Knowledge


def test_every_resource_use_sector_and_code_has_a_file(knowledge: Knowledge) -> None:
    known = knowledge.catalogue
    for r in knowledge.rows.resources:
        assert known.resource(r.id).resource == r
    for u in knowledge.rows.uses:
        file = known.use(u.id)
        assert file.outlets and file.performers
    for s in knowledge.rows.sectors:
        assert known.sector(s.nace).label.id == s.nace
    for e in knowledge.rows.waste:
        assert known.waste(e.code).entry == e


def test_relations_are_told_at_both_ends(knowledge: Knowledge) -> None:
    known = knowledge.catalogue
    edge = knowledge.rows.usable_as[0]
    assert edge.use_id in {o.use.id for o in known.resource(edge.resource_id).outlets}
    assert edge.resource_id in {o.resource.id for o in known.use(edge.use_id).outlets}
    flow = knowledge.rows.typical[0]
    assert flow in {f for f, _ in known.resource(flow.resource_id).typical}
    assert flow in {f for f, _ in known.sector(flow.nace).typical}
    mirrored = next(e for e in knowledge.rows.waste if e.mirrors)
    assert [m.label.id for m in known.waste(mirrored.code).mirrors] == list(mirrored.mirrors)


def test_what_does_not_exist_is_a_key_error(knowledge: Knowledge) -> None:
    known = knowledge.catalogue
    for ask in (known.resource, known.use, known.sector, known.waste):
        with pytest.raises(KeyError):
            ask("none")


def test_a_sector_performs_what_its_division_performs(knowledge: Knowledge) -> None:
    performs = next(p for p in knowledge.rows.performs if len(p.nace) == 2)
    assert knowledge.catalogue.performs([f"{performs.nace}.99"], performs.use_id)
    assert not knowledge.catalogue.performs(["00.00"], performs.use_id)


def test_a_search_finds_names_first_in_both_languages_and_codes(knowledge: Knowledge) -> None:
    find = knowledge.finder.find
    assert find("dreches de brasserie", "resources")[0].label.id == "spent_grain"
    assert "spent_grain" in {f.label.id for f in find("SPENT grain", "resources")}
    assert find("11.05", "sectors")[0].label.id == "11.05"
    assert find("150110*", "waste")[0].label.id == "15 01 10" and find("15 01 10", "waste")[0].hazardous
    assert find("zzzz", "uses") == []
    assert len(find("", "waste")) == knowledge.finder.counts()["waste"] == 842


def test_a_class_has_what_is_told_of_its_division_alone_and_its_own_word_counts_first(knowledge: Knowledge) -> None:
    wide = next(p for p in knowledge.rows.performs if len(p.nace) == 2)
    classes = [s.nace for s in knowledge.rows.sectors if s.nace.startswith(wide.nace) and len(s.nace) == 5]
    for nace in classes:
        told = [p for p, _ in knowledge.catalogue.sector(nace).performs if p.use_id == wide.use_id]
        own = [p for p in knowledge.rows.performs if (p.nace, p.use_id) == (nace, wide.use_id)]
        assert told == (own or [wide])
