"""All that a store holds, for tests that compare."""

import pyoxigraph as ox

from graph.store import Store


def everything(store: Store) -> list[ox.Quad]:
    """Every quad, vocabulary and journal too."""
    return list(store.graph.quads_for_pattern(None, None, None))


def dump(store: Store) -> list[str]:
    """The same as sorted N-Quads."""
    return sorted(map(str, everything(store)))
