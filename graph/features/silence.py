"""Who never spoke about a topic."""

import sqlite3
from collections.abc import Sequence

from graph.features.lookup import agents_by_key
from graph.features.topics_asked import keys_asked
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.names import agent_keys
from graph.search.plan import plan
from ontology.claim import AgentRef
from ontology.errors import NotFound


def silent(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    roster: Sequence[str] = (),
    *,
    limit: int = 1000,
) -> tuple[AgentRef, ...]:
    """Those of the roster of whom no claim matches, nor of any who speaks for them.

    Without a roster: each speaker by itself, those with most claims first. Raises
    NotFound where no claim is on a topic called so: the name may be a wrong one.
    """
    model = read_model_of(source)
    with model.reading() as db:
        if keys_asked(db, wanted) == set():
            raise NotFound("no claim is on such a topic: everybody is silent")
        keys = _of_roster(db, wanted, roster) if roster else _of_all(db, wanted, limit)
        agents = agents_by_key(db, keys)
    return tuple(agents[key] for key in dict.fromkeys(keys))


def _of_roster(
    db: sqlite3.Connection, wanted: ClaimFilter, roster: Sequence[str]
) -> list[int]:
    """Those named, unless they or who speaks for them made a claim that matches."""
    quiet = (name for name in roster if not _is_heard(db, wanted, name))
    return [key for name in quiet for key in agent_keys(db, (name,))]


def _is_heard(db: sqlite3.Connection, wanted: ClaimFilter, speaker: str) -> bool:
    chosen = plan(db, ClaimFilter.of(speaker=speaker, all_of=(wanted,)))
    sql = f"SELECT EXISTS (SELECT 1 FROM claim WHERE {chosen.where})"
    return bool(db.execute(sql, chosen.parameters).fetchone()[0])


def _of_all(db: sqlite3.Connection, wanted: ClaimFilter, limit: int) -> list[int]:
    """Those who speak, but in no claim that matches, with most claims first."""
    chosen = plan(db, wanted)
    rows = db.execute(
        "SELECT key FROM agent WHERE claims > 0 AND key NOT IN"
        f" (SELECT speaker FROM claim WHERE {chosen.where})"
        " ORDER BY claims DESC, id LIMIT ?",
        (*chosen.parameters, limit),
    )
    return [key for (key,) in rows]
