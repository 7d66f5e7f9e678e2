"""Who speaks for whom, as the articles say."""

from dataclasses import dataclass

from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from ontology.claim import AgentRef


@dataclass(frozen=True)
class Delegate:
    """One end of a representation, and how many articles tell of it."""

    agent: AgentRef
    articles: int


_FOR = """
SELECT other.id, other.name, count(*) AS articles FROM represents
JOIN agent AS one ON one.key = represents.{one}
JOIN agent AS other ON other.key = represents.{other}
WHERE one.id = ? GROUP BY other.key ORDER BY articles DESC, other.id LIMIT ?
"""


def principals(
    source: ReadModel | HasReadModel, agent: str, *, limit: int = 20
) -> tuple[Delegate, ...]:
    """Those for whom the agent of this id speaks, in most articles first."""
    return _found(source, _FOR.format(one="agent", other="principal"), agent, limit)


def delegates(
    source: ReadModel | HasReadModel, agent: str, *, limit: int = 20
) -> tuple[Delegate, ...]:
    """Those who speak for the agent of this id, in most articles first."""
    return _found(source, _FOR.format(one="principal", other="agent"), agent, limit)


def _found(
    source: ReadModel | HasReadModel, sql: str, agent: str, limit: int
) -> tuple[Delegate, ...]:
    with read_model_of(source).reading() as db:
        rows = db.execute(sql, (agent, limit)).fetchall()
    return tuple(
        Delegate(AgentRef(id=id, name=name), articles) for id, name, articles in rows
    )
