"""The knowledge that is committed, read once."""

import pytest

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import Knowledge, build, evaluation, seeds
from symbiosis.knowledge.declaration import Declarations


@pytest.fixture(scope="session")
def rows() -> KnowledgeRows:
    return seeds.read_knowledge()


@pytest.fixture(scope="session")
def knowledge(rows: KnowledgeRows) -> Knowledge:
    return build(rows)


@pytest.fixture(scope="session")
def declarations(rows: KnowledgeRows) -> Declarations:
    return evaluation.answers(rows).declarations
