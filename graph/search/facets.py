"""How many of the claims that match have which speaker, stance, topic and so on."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.read_model.columns import counted
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.read_model.rows import POLARITIES, STANCES
from graph.read_model.tallies import tally
from graph.search.filters import ClaimFilter
from graph.search.in_memory import Matched, matched_in_memory
from graph.search.plan import Plan, plan
from ontology.claim import QuoteType


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


Facets = dict[Field, tuple[Count, ...]]

_Counts = dict[Field, Counter[int]]
"""Claims by the number of each value: a key of a table, or a place in a list."""

_TABLES = {
    Field.SPEAKER: ("agent", "name"),
    Field.TOPIC: ("topic", "label"),
    Field.OUTLET: ("outlet", "name"),
}
"""Where the names of values stand, and in which column."""

_TERMS: dict[Field, Mapping[int, StrEnum]] = {
    Field.STANCE: dict(enumerate(STANCES)),
    Field.QUOTE: dict(enumerate(QuoteType)),
    Field.POLARITY: POLARITIES,
}


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

    def made() -> Facets:
        with model.reading() as db:
            whole = wanted == ClaimFilter()
            counts = _of_all(db, top) if whole else _of_some(model, db, wanted)
            return {field: _most(db, field, counts[field], top) for field in chosen}

    if wanted == ClaimFilter():
        return model.remembered(("facets", chosen, top), made)
    return made()


def _of_some(model: ReadModel, db: sqlite3.Connection, wanted: ClaimFilter) -> _Counts:
    chosen = plan(db, wanted)
    matched = matched_in_memory(model, db, chosen)
    return _in_memory(matched, db) if matched else _of_few(db, chosen)


def _in_memory(matched: Matched, db: sqlite3.Connection) -> _Counts:
    counts = {field: matched.counts(field) for field in _KEPT}
    counts[Field.YEAR] = counted(matched["day"] // 10000)
    counts[Field.TOPIC] = counted(matched.entries()[1])
    copied = db.execute(_COPIED.format(where="")).fetchall()
    counts[Field.OUTLET].update(outlet for outlet, key in copied if matched.mask[key])
    return counts


_KEPT = (Field.SPEAKER, Field.OUTLET, Field.STANCE, Field.POLARITY, Field.QUOTE)
"""Fields that stand in a column of their own."""

_COPIED = """
SELECT DISTINCT copy.outlet, claim.key FROM claim
JOIN copy ON copy.claim = claim.key AND copy.outlet <> claim.outlet {where}
"""


def _of_few(db: sqlite3.Connection, chosen: Plan) -> _Counts:
    """Counted here: SQLite would sort the claims anew for each field."""
    where = f"WHERE {chosen.where}"
    rows = db.execute(
        "SELECT claim.speaker, outlet, stance, polarity, quote, day / 10000"
        f" FROM claim {where}",
        chosen.parameters,
    ).fetchall()
    topics = db.execute(
        "SELECT topic FROM claim CROSS JOIN claim_topic INDEXED BY topic_of_claim"
        f" ON claim_topic.claim = claim.key {where}",
        chosen.parameters,
    )
    copied = db.execute(_COPIED.format(where=where), chosen.parameters)
    each = zip(*rows, strict=True) if rows else ((),) * 6
    speakers, outlets, stances, polarities, quotes, years = map(Counter, each)
    outlets.update(outlet for outlet, _ in copied)
    return {
        Field.SPEAKER: speakers,
        Field.OUTLET: outlets,
        Field.STANCE: stances,
        Field.POLARITY: polarities,
        Field.QUOTE: quotes,
        Field.YEAR: years,
        Field.TOPIC: Counter(topic for (topic,) in topics),
    }


def _of_all(db: sqlite3.Connection, top: int) -> _Counts:
    """From the counts that are kept."""
    counts: _Counts = {field: Counter() for field in Field}
    for field, (table, _) in _TABLES.items():
        best = f"SELECT key, claims FROM {table} WHERE claims > 0"
        ranked = db.execute(f"{best} ORDER BY claims DESC, id LIMIT ?", (top,))
        counts[field].update(dict(ranked.fetchall()))
    for field in (Field.STANCE, Field.POLARITY, Field.QUOTE, Field.YEAR):
        counts[field] = tally(db, field)
    return counts


def _most(
    db: sqlite3.Connection, field: Field, counts: Counter[int], top: int
) -> tuple[Count, ...]:
    if field in _TERMS:
        terms = _TERMS[field]
        named = {key: (terms[key].value, terms[key].value) for key in counts}
    elif field is Field.YEAR:
        named = {key: (f"{key:04}", f"{key:04}") for key in counts if key}
    else:
        named = _named(db, field, _largest(counts, top))
    found = [Count(*named[key], counts[key]) for key in named]
    return tuple(sorted(found, key=lambda each: (-each.claims, each.value))[:top])


def _largest(counts: Counter[int], top: int) -> list[int]:
    """The keys that can be among the first, with all that tie with the last."""
    ranked = counts.most_common(top)
    least = ranked[-1][1] if len(ranked) == top else 0
    return [key for key, claims in counts.items() if claims >= least]


def _named(
    db: sqlite3.Connection, field: Field, keys: list[int]
) -> dict[int, tuple[str, str]]:
    table, label = _TABLES[field]
    rows = db.execute(
        f"SELECT key, id, {label} FROM {table}"
        " WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(keys),),
    )
    return {key: (id, name) for key, id, name in rows}
