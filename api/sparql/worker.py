"""What runs in a worker process: one query after the other over snapshots.

It speaks frames over its standard streams: the length of a JSON object (4 bytes,
big-endian), the object, and of an answer as many bytes more as its `size` says. It
imports little, so that a new worker is ready at once.
"""

import json
import os
import sys
from collections.abc import Iterator
from typing import IO, Any

import pyoxigraph as ox

from api.sparql import guard
from api.sparql.isolation import Network, isolate, limit
from api.sparql.rendering import Answer, rendered
from ontology.errors import BadInput


def main() -> None:
    """Answer questions until the parent closes the pipe.

    The one argument is the most memory that may be used, in bytes.
    """
    # a stray print must not break the frames
    read, write, sys.stdout = sys.stdin.buffer, sys.stdout.buffer, sys.stderr
    parent, network = os.getppid(), isolate()
    limit(int(sys.argv[1]), parent)
    _send(write, {"network": network}, b"")
    store, opened = ox.Store(), ""
    for asked in _frames(read):
        if asked["snapshot"] != opened:
            del store  # first: two at once could be more than there is memory for
            store, opened = ox.Store.read_only(asked["snapshot"]), asked["snapshot"]
        _send(write, *_answer(store, asked, network))


def _frames(read: IO[bytes]) -> Iterator[dict[str, Any]]:
    while length := read.read(4):
        yield json.loads(read.read(int.from_bytes(length, "big")))


def _send(write: IO[bytes], head: dict[str, Any], body: bytes) -> None:
    packed = json.dumps({**head, "size": len(body)}).encode()
    write.write(len(packed).to_bytes(4, "big") + packed + body)
    write.flush()


def _answer(store: ox.Store, asked: dict[str, Any], network: Network) -> Answer:
    try:
        if asked.get("update"):
            return {"targets": sorted(_targets(asked))}, b""
        return _results(store, asked, network)
    except BadInput as error:
        return {"error": "refused", "detail": str(error)}, b""
    except (SyntaxError, ValueError) as error:
        return {"error": "syntax", "detail": str(error)}, b""
    except MemoryError:
        raise  # the process ends: nothing of it can be relied on
    except (OSError, RuntimeError) as error:
        return {"error": "failed", "detail": str(error)}, b""


def _targets(asked: dict[str, Any]) -> frozenset[str]:
    return guard.targets(asked["text"], prefixes=asked["prefixes"], base=asked["base"])


def _results(store: ox.Store, asked: dict[str, Any], network: Network) -> Answer:
    text = asked["text"]
    if network is Network.OPEN and "service" in text.lower():
        raise BadInput("the word SERVICE is not allowed on this server")
    own = guard.check_query(
        text,
        prefixes=asked["prefixes"],
        base=asked["base"],
        known=lambda iri: store.contains_named_graph(ox.NamedNode(iri)),
    )
    results = store.query(
        text, prefixes=asked["prefixes"], base_iri=asked["base"], **_graphs(asked, own)
    )
    return rendered(results, asked)


def _graphs(asked: dict[str, Any], own: bool) -> dict[str, Any]:
    """The dataset: the request's, else the query's, else all graphs together."""
    if asked["dataset"] is None:
        return {"use_default_graph_as_union": not own}
    default, named = asked["dataset"]
    return {
        "default_graph": [ox.NamedNode(iri) for iri in default],
        "named_graphs": [ox.NamedNode(iri) for iri in named],
    }


if __name__ == "__main__":
    main()
