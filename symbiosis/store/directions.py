"""How the ways a flow goes are called in the graph; apart from the flows, so that all of the store may know it."""

from symbiosis.domain.enums import Direction

RELATION = {Direction.OFFER: "OFFERS", Direction.NEED: "NEEDS", Direction.SHARE: "POOLS"}
DIRECTION = {relation: direction for direction, relation in RELATION.items()}
