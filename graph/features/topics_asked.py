"""Which of a claim's topics a question is about."""

import json
import sqlite3

from graph.search.filters import ClaimFilter
from graph.search.names import topic_keys


def topics_asked(db: sqlite3.Connection, wanted: ClaimFilter) -> str:
    """SQL for a row of `claim_topic`: one of the topics that the filter names.

    A claim found by one of its topics may have others, which were not asked about.
    """
    keys = keys_asked(db, wanted)
    return "1" if keys is None else f"topic IN ({json.dumps(sorted(keys))[1:-1]})"


def keys_asked(db: sqlite3.Connection, wanted: ClaimFilter) -> set[int] | None:
    """The topics named, narrower ones too; None where any topic will do."""
    named = [keys_asked(db, each) for each in wanted.all_of]
    if wanted.topic:
        named.append(set(topic_keys(db, wanted.topic, narrower=wanted.narrower)))
    either = [keys_asked(db, each) for each in wanted.any_of]
    if None not in either:
        named += either
    sets = [keys for keys in named if keys is not None]
    return set().union(*sets) if sets else None
