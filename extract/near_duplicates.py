"""Copies of the same story: agency reports as each outlet prints them.

Broder (1997), "On the resemblance and containment of documents": the share of
w-word shingles that two texts have in common, estimated by MinHash. Copies are cut
and get another lead, so that containment counts too: the share of the shorter text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from extract.reading.extras import web
from ontology.claim import Article

SHINGLE = 5
"""Words of a shingle: fewer find stories of one event, more miss edited copies."""

PERMUTATIONS = 128
"""Hashes of a sketch: the error of an estimate is some 1 / sqrt(128), 0.09."""

CANDIDATE = 0.2
"""Resemblance from which two texts are compared exactly."""

COPY = 0.5
"""Containment from which the shorter text is a copy of the longer: of generated
rewrites (a new lead, cuts, other names of places) all, of other stories none."""

SHORTEST = 20
"""Words below which a text is nobody's copy: captions and notices look alike."""

Shingles: TypeAlias = frozenset[str]


def clusters(articles: Iterable[Article]) -> list[tuple[str, ...]]:
    """The ids of articles that are copies of each other, each group in given order.

    Groups are ordered by their first article; articles without a copy are left out.
    Raises Refused if the extra `web` is not installed.
    """
    shingled = {article.id: shingles(article.text) for article in articles}
    leaders = {id: id for id in shingled}
    for one, other in _copies(shingled):
        first, second = _leader(leaders, one), _leader(leaders, other)
        leaders[second] = first
    groups: dict[str, list[str]] = {}
    for id in shingled:
        groups.setdefault(_leader(leaders, id), []).append(id)
    return [tuple(group) for group in groups.values() if len(group) > 1]


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


def _copies(shingled: dict[str, Shingles]) -> Iterator[tuple[str, str]]:
    """Pairs of copies, the one given first in front."""
    datasketch = web("datasketch", "near-duplicates")
    index = datasketch.MinHashLSH(threshold=CANDIDATE, num_perm=PERMUTATIONS)
    for id, found in shingled.items():
        if not found:
            continue
        sketch = _sketch(datasketch.MinHash(num_perm=PERMUTATIONS), found)
        for other in sorted(index.query(sketch)):
            if containment(found, shingled[other]) >= COPY:
                yield other, id
        index.insert(id, sketch)


def _sketch(sketch: Any, found: Shingles) -> Any:  # noqa: ANN401 - in an extra
    sketch.update_batch([shingle.encode() for shingle in found])
    return sketch


def _leader(leaders: dict[str, str], id: str) -> str:
    while leaders[id] != id:
        leaders[id] = leaders[leaders[id]]
        id = leaders[id]
    return id
