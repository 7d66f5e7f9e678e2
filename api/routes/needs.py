"""What routes need, as dependencies."""

from typing import Annotated, TypeAlias

from fastapi import Depends, Request

from graph.store import Store


def _store(request: Request) -> Store:
    store = request.app.state.store
    assert isinstance(store, Store)
    return store


StoreNeed: TypeAlias = Annotated[Store, Depends(_store)]
