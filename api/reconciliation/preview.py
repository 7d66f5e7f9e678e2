"""A few words on an entity, as a page to be shown in a frame."""

from html import escape

from api.reconciliation.entities import Place
from api.reconciliation.queries import described
from graph.catalogue.profiles import agent_profile, topic_profile
from graph.search.facets import Count
from graph.store import Store


def preview(store: Store, found: Place) -> str:
    """The page. Raises NotFound."""
    name, summary = _summary(store, found)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>On the Record'
        '</title><body style="font: 14px sans-serif">'
        f"<strong>{escape(name)}</strong><p>{escape(summary)}</p></body></html>"
    )


def _summary(store: Store, found: Place) -> tuple[str, str]:
    """The name of an entity, and what is most worth knowing of it."""
    if found.sort == "agent":
        agent = agent_profile(store, found.id)
        return agent.name, _counted(agent.kind, agent.claims, agent.topics)
    topic = topic_profile(store, found.id)
    return topic.topic.label, _counted(None, topic.topic.claims, topic.speakers)


def _counted(kind: str | None, claims: int, most: tuple[Count, ...]) -> str:
    names = ", ".join(count.label for count in most[:5])
    return f"{described(kind, claims)}: {names}"
