"""SPARQL Update: beside the record, never into it.

Articles, their claims, reviews and the vocabulary change by ingest and by review,
which keep the RDF whole and the read model in step with it. An update may write to
every other graph: notes on claims, links to other data, results of one's own.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pyoxigraph as ox

from api.sparql.isolation import without_sockets
from api.sparql.protocol import Malformed, checked
from graph.mapping.iris import VOCABULARY, Iris
from graph.storage.embedded import Embedded
from graph.store import Store
from ontology.errors import BadInput, OnRecordError

_TOKEN = re.compile(
    r"""
    \#[^\r\n]* | <[^<>"{}|^`\\\s]*> |
    \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3} |
    "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' |
    (?P<open>\{) | (?P<close>\}) | [?$@]?[\w:.%-]+
    """,
    re.VERBOSE | re.DOTALL,
)
"""Comments, IRIs and strings, so that words within them are none."""

_EVERYTHING = {"ALL", "NAMED"}

_REACHES = re.compile("service|load", re.IGNORECASE)


class Kept(OnRecordError):
    """The update would write to graphs that the program keeps."""


def using(text: str, default: Iterable[str], named: Iterable[str]) -> str:
    """The update with the request's graphs as USING clauses of each operation.

    Raises Malformed if it names graphs itself (USING, WITH): it may not do both.

    >>> using("INSERT {?s a 1} WHERE {?s a 2}", ["http://a/"], [])
    'INSERT {?s a 1} USING <http://a/> WHERE {?s a 2}'
    """
    graphs = [f"USING <{checked(iri)}>" for iri in default]
    graphs += [f"USING NAMED <{checked(iri)}>" for iri in named]
    if not graphs:
        return text
    pieces, end, before = list[str](), 0, ""
    for word, start in _outer_words(text):
        if word in ("USING", "WITH"):
            raise Malformed(f"using-graph-uri: the update itself has {word}: use one")
        if word == "WHERE" and before != "DELETE":
            pieces += [text[end:start], " ".join(graphs), " "]
            end = start
        before = word
    return "".join([*pieces, text[end:]])


def lenient(text: str) -> str:
    """The update, in which CLEAR and DROP of a graph that is not there succeed.

    So it is where empty graphs are not recorded (SPARQL 1.1 Update, 3.1.3), and
    for whoever asks they are not: a graph is there while it holds something.

    >>> lenient("CLEAR GRAPH <http://a/>")
    'CLEAR SILENT GRAPH <http://a/>'
    """
    words = list(_outer_words(text))
    pieces, end = list[str](), 0
    for (word, start), (after, _) in pairwise(words):
        if word in ("CLEAR", "DROP") and after in ("GRAPH", "SILENT"):
            end, before = start + len(word), end
            pieces += [text[before:end], "" if after == "SILENT" else " SILENT"]
    return "".join([*pieces, text[end:]])


def _outer_words(text: str) -> Iterator[tuple[str, int]]:
    """The words outside all braces, in capitals, and where they begin."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += bool(token["open"]) - bool(token["close"])
        if depth == 0 and not token["close"]:
            yield token[0].upper(), token.start()


def run_secluded(store: Store, text: str, targets: Iterable[str], base: str) -> None:
    """As `run`, for a thread that does nothing afterwards: it can reach no network.

    What runs is Oxigraph's reading of the text, and `targets` another's: should the two
    differ after all, nothing is fetched.
    """
    if not without_sockets() and _REACHES.search(text):
        raise Malformed("update: the words SERVICE and LOAD are not allowed here")
    run(store, text, targets, base)


def run(store: Store, text: str, targets: Iterable[str], base: str) -> None:
    """Run an update that writes to these graphs (`guard.targets`).

    Raises Kept, or Malformed if it cannot be read.
    """
    written = set(targets)
    _check(store, written)
    with store.writing():
        kept = list(_program_graphs(store)) if written & _EVERYTHING else []
        try:
            store.graph.update(lenient(text), base=base)
        except BadInput as error:
            raise Malformed(f"update: cannot be done: {error}") from error
        finally:
            if kept and isinstance(store.graph, Embedded):
                store.graph.oxigraph.extend(kept)
        store.flush()


def _check(store: Store, written: set[str]) -> None:
    open_ended = written & {*_EVERYTHING, "?"}
    if open_ended and (store.graph.shared or store.article_ids()):
        raise Kept(
            "the update could reach the articles; name the graphs that it writes to"
        )
    for iri in written:
        if _is_kept(iri, store.iris):
            raise Kept(f"<{iri}> is kept by the program: ingest or review changes it")
        # what names no graph may stand for one within its operations
        ours = iri == "DEFAULT" or iri.startswith(store.iris.base)
        if store.graph.shared and not ours:
            raise Kept(
                f"<{iri}> may be another's: write to one under {store.iris.base}"
            )


def _is_kept(iri: str, iris: Iris) -> bool:
    places = (VOCABULARY, f"{iris.base}article/", f"{iris.base}graph/")
    return iri.startswith(places)


def _program_graphs(store: Store) -> Iterator[ox.Quad]:
    for graph in store.graph.named_graphs():
        if _is_kept(graph.value, store.iris):
            yield from store.quads(graph)
