"""SPARQL over a store on a server: looked at here, answered there."""

import asyncio
from dataclasses import replace

from api.sparql.endpoint import Endpoint, Results, results
from api.sparql.formats import Wanted
from api.sparql.pool import Limits as PoolLimits
from api.sparql.pool import TooLarge, TooLong
from api.sparql.process import Reply
from api.sparql.protocol import Malformed, Operation
from api.sparql.rendering import rendered
from graph.storage.remote.answers import answer
from graph.storage.remote.client import Client, Late, Limits, TooMuch
from graph.storage.remote.graphs import Remote
from graph.store import Store
from ontology.errors import BadInput

_WRITTEN = 4
"""How much larger the server's JSON may be than the results as they go out."""


class Relay(Endpoint):
    """An endpoint whose workers read nothing but the questions.

    What must not be asked, and what cannot be read, is found by a worker, which can be
    killed; the server's answer is bounded in time and size.
    """

    def __init__(
        self, store: Store, base: str, limits: PoolLimits | None = None
    ) -> None:
        super().__init__(store, base, limits)
        assert isinstance(store.graph, Remote), "another store has workers that read"
        self._address = store.graph.address

    async def query(self, asked: Operation, wanted: Wanted) -> Results:
        """The results of a query. Raises what `Endpoint.query` does, or StoreError."""
        seconds = min(asked.seconds or self.limits.seconds, self.limits.seconds)
        # the request's graphs are the server's to know
        await super().query(replace(asked, default=(), named=()), wanted)
        return await asyncio.to_thread(self._answered, asked, wanted, seconds)

    def _answered(self, asked: Operation, wanted: Wanted, seconds: float) -> Results:
        most = _WRITTEN * self.limits.result
        client = Client(self._address, Limits(seconds, most, patience=0))
        graphs = {
            "default-graph-uri": asked.default,
            "named-graph-uri": asked.named,
        }
        try:
            found = answer(client, asked.text, base=self._base, graphs=graphs)
            return results(Reply(*rendered(found, self.question(asked, wanted))))
        except BadInput as error:
            raise Malformed(f"query: {error}") from error
        except Late:
            message = f"stopped: the query took longer than {seconds:g} seconds"
            raise TooLong(message) from None
        except TooMuch as error:
            raise TooLarge(str(error)) from None
        finally:
            client.close()
