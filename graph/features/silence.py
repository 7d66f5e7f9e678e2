"""Who never spoke about a topic."""

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
        if roster:
            heard = (ClaimFilter.of(speaker=name, all_of=(wanted,)) for name in roster)
            quiet = [
                name
                for name, scope in zip(roster, heard, strict=True)
                if not _any(model, scope)
            ]
            keys = [key for name in quiet for key in agent_keys(db, (name,))]
        else:
            chosen = plan(db, wanted)
            rows = db.execute(
                "SELECT key FROM agent WHERE claims > 0 AND key NOT IN"
                f" (SELECT speaker FROM claim WHERE {chosen.where})"
                " ORDER BY claims DESC, id LIMIT ?",
                (*chosen.parameters, limit),
            )
            keys = [key for (key,) in rows]
        agents = agents_by_key(db, keys)
    return tuple(agents[key] for key in dict.fromkeys(keys))


def _any(model: ReadModel, wanted: ClaimFilter) -> bool:
    with model.reading() as db:
        chosen = plan(db, wanted)
        sql = f"SELECT EXISTS (SELECT 1 FROM claim WHERE {chosen.where})"
        return bool(db.execute(sql, chosen.parameters).fetchone()[0])
