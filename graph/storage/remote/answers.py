"""Queries as users write them, answered by a server."""

import re
from typing import TypeAlias

import pyoxigraph as ox

from graph.mapping.terms import PROLOGUE
from graph.storage.remote.client import NO_GRAPHS, Client, Form, Refused
from ontology.errors import BadInput

Found: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | list[ox.Triple]

_NO_FORM = re.compile(r"<[^<>\s]*>|\#[^\n]*")
"""Where the words of a form may stand and mean nothing, before the form itself."""

_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!\s*:)", re.IGNORECASE)


def answer(
    client: Client, text: str, *, base: str | None = None, graphs: Form = NO_GRAPHS
) -> Found:
    """The results of a query, over all graphs where the server so joins them.

    Raises BadInput, or StoreError of a server that does not answer in full.
    """
    form = _FORM.search(_NO_FORM.sub(" ", text))
    if form is None:
        raise BadInput("the query cannot be read: it asks nothing")
    whole = (f"BASE <{base}>\n" if base else "") + PROLOGUE + text
    try:
        if form[0].upper() in ("SELECT", "ASK"):
            return client.ask(whole, graphs)
        return client.triples(whole, graphs)
    except Refused as error:
        raise BadInput(f"the query cannot be read: {error}") from error
