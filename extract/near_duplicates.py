"""Copies of the same story: agency reports as each outlet prints them.

Broder (1997), "On the resemblance and containment of documents": the share of
w-word shingles that two texts have in common, estimated by MinHash. Copies are cut
and get another lead, so that what counts in the end is containment: the share of the
shorter text.
"""

import re
from functools import cache
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

SHINGLE = 5
"""Words of a shingle: fewer find stories of one event, more miss edited copies."""

BANDS, ROWS = 42, 3
"""Hashes of a sketch, in bands (Leskovec et al., "Mining of Massive Datasets", 3.4):
texts that resemble each other by a half share a band in 996 of 1,000 cases, by a
hundredth in 1 of 20,000."""

COPY = 0.5
"""Containment from which the shorter text is a copy of the longer: of generated
rewrites (a new lead, cuts, other names of places) all, of other stories none."""

SHORTEST = 20
"""Words below which a text is nobody's copy: captions and notices look alike."""

Shingles: TypeAlias = frozenset[str]
Sketch: TypeAlias = tuple[int, ...]
"""A hash of each band, signed and of 64 bits: two texts that have one in common are
worth a look."""


def shingles(text: str) -> Shingles:
    """The runs of five words of a text, in lower case; none of a short one.

    >>> len(shingles("one two three four five six " * 4))
    6
    """
    words = re.findall(r"\w+", text.casefold())
    if len(words) < SHORTEST:
        return frozenset()
    ends = range(len(words) - SHINGLE + 1)
    return frozenset(" ".join(words[start : start + SHINGLE]) for start in ends)


def containment(one: Shingles, other: Shingles) -> float:
    """The share of the shorter text that the longer one has too."""
    return len(one & other) / max(min(len(one), len(other)), 1)


def sketch(found: Shingles) -> Sketch:
    """The sketch of a text; empty of one without shingles."""
    if not found:
        return ()
    hashes = np.array([_hashed(shingle.encode()) for shingle in found], np.uint64)
    factors, terms = _permutations()
    # arithmetic of 64 bits wraps: multiply-add hashing (Dietzfelbinger, 1996)
    least = (hashes[:, None] * factors + terms).min(axis=0).reshape(BANDS, ROWS)
    digests = (_hashed(row.tobytes(), band) for band, row in enumerate(least))
    return tuple(digest - (1 << 63) for digest in digests)


@cache
def _permutations() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """The factors, all odd, and the terms of the hashes: the same ones each time."""
    drawn = np.random.default_rng(1).integers(
        1 << 64, size=(2, BANDS * ROWS), dtype=np.uint64
    )
    return drawn[0] | np.uint64(1), drawn[1]


def _hashed(data: bytes, salt: int = 0) -> int:
    digest = blake2b(data, digest_size=8, salt=salt.to_bytes(2, "big")).digest()
    return int.from_bytes(digest, "big")
