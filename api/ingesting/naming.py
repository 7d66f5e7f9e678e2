"""Who is who among the agents and topics of a store, after articles came in."""

from graph.identity import step
from graph.store import Store


def identify(store: Store) -> step.Found:
    """Find which names are one agent's or one topic's, and keep what was found."""
    return step.keep(store, find(store))


def find(store: Store) -> step.Findings:
    """What the step finds: it tells namesakes apart by their countries, which
    `extract` knows."""
    from extract.agents.gazetteer import gazetteer

    countries = frozenset(each.ref.id for each in gazetteer().countries.values())
    return step.find(store, countries=countries)
