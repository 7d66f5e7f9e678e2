"""The endpoint: queries by workers over a snapshot, updates by the store."""

import asyncio
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from api.sparql import update
from api.sparql.formats import GRAPHS, SOLUTIONS, NotAcceptable, Wanted
from api.sparql.pool import Limits, Pool
from api.sparql.process import Reply
from api.sparql.protocol import Kind, Malformed, Operation, checked
from api.sparql.snapshots import Snapshots
from graph.mapping.terms import PREFIXES
from graph.store import Store
from ontology.errors import OnRecordError


@dataclass(frozen=True)
class Results:
    """Results as they go out, and whether rows were left out at their end."""

    body: bytes
    media_type: str
    truncated: bool


class Endpoint:
    """SPARQL over one store. Nothing runs before the first request."""

    def __init__(self, store: Store, base: str, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._store, self._base = store, f"{base}sparql"
        self._snapshots = Snapshots(store)
        self._pool: Pool | None = None
        self._swapping = asyncio.Lock()

    @property
    def workers(self) -> int:
        """How many processes there are for queries."""
        return self._pool.workers if self._pool else 0

    @property
    def slow(self) -> int:
        """How many long queries are running."""
        return self._pool.slow if self._pool else 0

    async def query(self, asked: Operation, wanted: Wanted) -> Results:
        """The results of a query.

        Raises Malformed, NotAcceptable, or what the pool does.
        """
        pool = await self._ready()
        return results(await pool.run(self.question(asked, wanted), asked.seconds))

    async def update(self, asked: Operation) -> Collection[str]:
        """Run an update, and tell the graphs that it writes to (`guard.targets`).

        A worker reads it first: a parser can be kept busy, and a worker be killed.
        Raises Malformed, Kept, or what the pool does.
        """
        text = update.using(asked.text, asked.default, asked.named)
        pool = await self._ready()
        question = {**self._question(asked), "text": text, "update": True}
        head, _ = _answered(await pool.run(question, asked.seconds), Kind.UPDATE)
        targets: Collection[str] = head["targets"]
        await self._run(text, targets)
        await self._ready(anew=True)
        return targets

    async def _run(self, text: str, targets: Iterable[str]) -> None:
        """Write what an update says, in a thread of its own: it loses its network."""
        shared = self._store.graph.shared  # then the network is where it is written to
        run = update.run if shared else update.run_secluded
        thread = ThreadPoolExecutor(1)
        try:
            await asyncio.get_running_loop().run_in_executor(
                thread, run, self._store, text, targets, self._base
            )
        finally:
            thread.shutdown(wait=False)

    async def close(self) -> None:
        """End the workers, and remove what they read."""
        if self._pool:
            await self._pool.close()
        self._snapshots.close()

    def question(self, asked: Operation, wanted: Wanted) -> dict[str, Any]:
        """What a worker is asked."""
        dataset = [_iris(asked.default), _iris(asked.named)]
        return {
            **self._question(asked),
            "dataset": dataset if asked.has_dataset else None,
            **wanted._asdict(),
            "most": self.limits.result,
            "most_triples": self.limits.triples,
        }

    def _question(self, asked: Operation) -> dict[str, Any]:
        return {"text": asked.text, "base": self._base, "prefixes": PREFIXES}

    async def _ready(self, *, anew: bool = False) -> Pool:
        """The pool, over what is stored now."""
        async with self._swapping:
            if self._pool is None:
                self._pool = Pool(self.limits, self._snapshots.drop)
            snapshot = None if anew else self._snapshots.at_hand()
            if snapshot is None:
                snapshot = await asyncio.to_thread(self._snapshots.take)
            self._pool.swap(snapshot)
            return self._pool


def results(reply: Reply) -> Results:
    """The results in a reply. Raises Malformed or NotAcceptable."""
    head, body = _answered(reply)
    names = GRAPHS if head["kind"] == "graph" else SOLUTIONS
    return Results(body, names[head["form"]], head["truncated"])


def _iris(given: Iterable[str]) -> list[str]:
    return [checked(iri) for iri in given]


def _answered(reply: Reply, kind: Kind = Kind.QUERY) -> Reply:
    """The reply, if it is an answer. Raises Malformed or NotAcceptable."""
    problem = reply.head.get("error")
    if problem is None:
        return reply
    if problem == "unacceptable":
        raise _unacceptable(reply.head)
    raise Malformed(f"{kind}: {_SAID[problem]}{reply.head['detail']}")


def _unacceptable(head: Mapping[str, str]) -> OnRecordError:
    names = {"solutions": tuple(SOLUTIONS), "boolean": ("json", "xml")}
    media = {**GRAPHS, **SOLUTIONS}
    accepted = (media[name] for name in names.get(head["kind"], tuple(GRAPHS)))
    return NotAcceptable(f"Accept: accepted: {', '.join(accepted)}")


_SAID = {
    "refused": "",
    "syntax": "cannot be read: ",
    "failed": "cannot be answered: ",
}
"""What goes before a worker's own words, by the kind of its error."""
