"""Words as directions: those that stand in the same lists point the same way, whatever their letters or language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Vectors = NDArray[np.float32]  # one row a word, a text or a list of words
DIRECTIONS, SPARE = 64, 16  # kept, and further ones that make those exact enough
ROUNDS, SEED = 2, 0  # of the randomised decomposition (Halko, Martinsson and Tropp, 2011)
TINY = 1e-9


@dataclass(frozen=True)
class WordSpace:
    """The direction of each word, scaled by how rare the word is."""

    places: dict[str, int]
    weighed: Vectors

    def vector(self, words: Iterable[str]) -> Vectors:
        """Return the direction of some words together, 0 when none of them is known."""
        rows = sorted(self.places[word] for word in set(words) if word in self.places)
        together: Vectors = unit(self.weighed[rows].sum(axis=0)[None, :])[0]
        return together


def word_space(lists: Sequence[frozenset[str]]) -> WordSpace:
    """Return the directions of all words of some lists, found by latent semantic analysis."""
    from scipy.sparse import csr_array, diags_array  # noqa: PLC0415  takes half a second, only where pairs are judged

    places: dict[str, int] = {}
    rows = [places.setdefault(word, len(places)) for words in lists for word in sorted(words)]
    lengths = np.array([len(words) for words in lists])
    columns = np.repeat(np.arange(len(lists)), lengths)
    shape = (len(places), len(lists))
    stands = csr_array((np.ones(len(rows), np.float32), (np.array(rows), columns)), shape=shape)
    rare = np.log(len(lists) / np.bincount(rows, minlength=len(places))).astype(np.float32)
    short = (1 / np.sqrt(np.maximum(lengths, 1))).astype(np.float32)
    directions = unit(_directions(csr_array(diags_array(rare) @ stands @ diags_array(short))))
    return WordSpace(places, directions * rare[:, None])


def unit(vectors: Vectors) -> Vectors:
    """Return each row with length 1; a row of zeros stays."""
    scaled: Vectors = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + TINY)
    return scaled


def _directions(table: "csr_array") -> Vectors:
    """Return the rows of a sparse table along its strongest directions, the strong ones softened."""
    wanted = min(DIRECTIONS + SPARE, *table.shape)
    start = np.random.default_rng(SEED).standard_normal((table.shape[0], wanted), dtype=np.float32)
    found = table @ (table.T @ start)
    for _ in range(ROUNDS):
        found = table @ (table.T @ np.linalg.qr(found)[0])
    basis = np.linalg.qr(found)[0]
    across = table.T @ basis
    strength, turned = np.linalg.eigh(across.T @ across)
    best = np.argsort(-strength)[:DIRECTIONS]
    return np.asarray(basis @ turned[:, best] * np.maximum(strength[best], 0) ** 0.25, np.float32)
