"""How many of the claims that match have which speaker, stance, topic and so on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.filters import ClaimFilter
from graph.plan import Plan, plan
from graph.read_model import HasReadModel, ReadModel, read_model_of
from graph.read_rows import POLARITIES
from ontology.claim import QuoteType
from ontology.stances import Stance


class Field(StrEnum):
    """What can be counted."""

    SPEAKER = "speaker"
    STANCE = "stance"
    POLARITY = "polarity"
    TOPIC = "topic"
    OUTLET = "outlet"
    QUOTE = "quote"
    YEAR = "year"


@dataclass(frozen=True)
class Count:
    """One value with the number of claims; `value` is what a filter takes."""

    value: str
    label: str
    claims: int


_COLUMNS = {
    Field.STANCE: "stance",
    Field.POLARITY: "polarity",
    Field.QUOTE: "quote",
    Field.YEAR: "day / 10000",
}

_NAMED = {
    Field.SPEAKER: ("agent", "name", "SELECT speaker AS owner FROM hit"),
    Field.OUTLET: ("outlet", "name", "SELECT outlet AS owner FROM hit"),
    Field.TOPIC: (
        "topic",
        "label",
        "SELECT topic AS owner FROM hit JOIN claim_topic ON claim = hit.key",
    ),
}

Facets = dict[Field, tuple[Count, ...]]


def facets(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    fields: Iterable[Field] = tuple(Field),
    top: int = 20,
) -> Facets:
    """For each field the `top` values with most claims, the most first.

    Claims without a date or an outlet count in no year and no outlet.
    """
    model = read_model_of(source)
    chosen = tuple(fields)
    if wanted == ClaimFilter():
        return model.remembered(
            ("facets", chosen, top), lambda: _counted(model, wanted, chosen, top)
        )
    return _counted(model, wanted, chosen, top)


def _counted(
    model: ReadModel, wanted: ClaimFilter, fields: tuple[Field, ...], top: int
) -> Facets:
    with model.reading() as db:
        where = plan(db, wanted)
        sql = _query(where, fields, top)
        rows = db.execute(sql, where.parameters).fetchall()
    found: dict[Field, list[Count]] = {field: [] for field in fields}
    for field, value, label, claims in rows:
        found[Field(field)].append(_count(Field(field), value, label, claims))
    return {field: tuple(counts) for field, counts in found.items()}


def _query(where: Plan, fields: tuple[Field, ...], top: int) -> str:
    """One statement: the claims are sought once and counted by each field."""
    counted = " UNION ALL ".join(
        f"SELECT * FROM ({_one(field, top)})" for field in fields
    )
    return (
        "WITH hit AS MATERIALIZED (SELECT key, speaker, stance, polarity, outlet,"
        f" quote, day FROM claim WHERE {where.where}) {counted}"
    )


def _one(field: Field, top: int) -> str:
    if field in _NAMED:
        table, label, owners = _NAMED[field]
        return (
            f"SELECT '{field}', {table}.id, {table}.{label}, hits FROM"
            f" (SELECT owner, count(*) AS hits FROM ({owners}) WHERE owner <> 0"
            f" GROUP BY owner ORDER BY hits DESC, owner LIMIT {int(top)}) AS most"
            f" JOIN {table} ON {table}.key = most.owner ORDER BY hits DESC, 2"
        )
    column = _COLUMNS[field]
    known = " WHERE day > 0" if field is Field.YEAR else ""
    return (
        f"SELECT '{field}', {column}, NULL, count(*) AS hits FROM hit{known}"
        f" GROUP BY 2 ORDER BY hits DESC, 2 LIMIT {int(top)}"
    )


def _count(field: Field, value: int | str, label: str | None, claims: int) -> Count:
    if label is not None:
        return Count(str(value), label, claims)
    term = _term(field, int(value))
    return Count(term, term, claims)


def _term(field: Field, value: int) -> str:
    if field is Field.STANCE:
        return list(Stance)[value].value
    if field is Field.QUOTE:
        return list(QuoteType)[value].value
    return POLARITIES[value].value if field is Field.POLARITY else f"{value:04}"
