"""Copies of the same story: agency reports as each outlet prints them.

Broder (1997), "On the resemblance and containment of documents": the share of
w-word shingles that two texts have in common, estimated by MinHash. Copies are cut
and get another lead, so that what counts in the end is containment: the share of the
shorter text.
"""

import re
from functools import cache
from hashlib import blake2b
from typing import Any, TypeAlias

from extract.reading.extras import web

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
    """The sketch of a text; empty of one without shingles.

    Raises Refused if the extra `web` is not installed.
    """
    hashes = _minhash().copy()
    if not found:
        return ()
    hashes.update_batch([shingle.encode() for shingle in found])
    values = hashes.hashvalues.reshape(BANDS, ROWS)
    return tuple(_hashed(band, row.tobytes()) for band, row in enumerate(values))


@cache
def _minhash() -> Any:  # noqa: ANN401 - in an extra
    """An empty sketch: to draw its permutations takes longer than to use them."""
    return web("datasketch", "near-duplicates").MinHash(num_perm=BANDS * ROWS)


def _hashed(band: int, row: bytes) -> int:
    digest = blake2b(row, digest_size=8, salt=band.to_bytes(2, "big")).digest()
    return int.from_bytes(digest, "big", signed=True)
