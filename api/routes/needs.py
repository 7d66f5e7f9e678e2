"""What routes need, as dependencies.

A coroutine takes none of the threads, and no time to go to one and back.
"""

from typing import Annotated, TypeAlias

from fastapi import Depends, Request

from api.operating.preparation import Preparation
from graph.store import Store


async def _store(request: Request) -> Store:
    store = request.app.state.store
    assert isinstance(store, Store)
    return store


StoreNeed: TypeAlias = Annotated[Store, Depends(_store)]


def paths_made(request: Request) -> None:
    """Let pass once the graph of paths is made. Raises NotYet."""
    preparation = request.app.state.preparation
    assert isinstance(preparation, Preparation)
    preparation.wait()
