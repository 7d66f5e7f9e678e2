"""Data extension: further columns for entities that were found."""

from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter

from api.reconciliation.entities import Reference
from api.reconciliation.properties import PROPERTIES, Row, checked, row
from api.reconciliation.reading import read
from graph.store import Store
from ontology.errors import BadInput

MOST_IDS = 200


class Column(BaseModel):
    """A property that is asked for; there are no settings."""

    model_config = ConfigDict(frozen=True)

    id: str
    settings: dict[str, Any] = {}


class Extension(BaseModel):
    """Which properties of which entities are asked for."""

    model_config = ConfigDict(frozen=True)

    ids: tuple[str, ...]
    properties: tuple[Column, ...]


class Extended(BaseModel):
    """The columns, and a row for each entity."""

    model_config = ConfigDict(frozen=True)

    meta: tuple[Reference, ...]
    rows: dict[str, Row]


_ASKED = TypeAdapter(Extension)


def asked(text: str) -> Extension:
    """What is asked for. Raises BadInput."""
    found = read(_ASKED, text, "extend: not an extension")
    if len(found.ids) > MOST_IDS:
        raise BadInput(f"extend: {len(found.ids)} ids at once; accepted: {MOST_IDS}")
    return found


def extended(store: Store, wanted: Extension) -> Extended:
    """The values. Raises UnknownTerm for a property that there is not."""
    ids = checked([each.id for each in wanted.properties])
    return Extended(
        meta=tuple(Reference(id=id, name=PROPERTIES[id].name) for id in ids),
        rows={entity: row(store, entity, ids) for entity in wanted.ids},
    )
