"""A ClaimFilter as SQL conditions over `claim`, each with an estimate of its hits."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from graph.dates import first_day, last_day
from graph.read_model.rows import position, sign
from graph.read_model.tallies import counted, within
from graph.search.condition import (
    NOTHING,
    Condition,
    Value,
    all_of,
    listed,
    not_all_of,
    one_of,
    tests,
    together,
)
from graph.search.filters import ClaimFilter, month_day_number
from graph.search.names import agent_keys, article_keys, outlet_keys, topic_keys
from graph.search.search_words import match_expression

SAMPLED = 20_000
"""How many hits are counted for an estimate, about 2 ms; beyond that it is common."""


def conditions(db: sqlite3.Connection, wanted: ClaimFilter) -> list[Condition]:
    """What a claim must fulfil, all of it."""
    return [
        *_agents(db, wanted),
        *_topics(db, wanted),
        *_closed(db, wanted),
        *_dates(db, wanted),
        *_words(db, wanted),
        *_provenance(db, wanted),
        *_confidence(wanted),
        *_combined(db, wanted),
    ]


def _agents(db: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Condition]:
    if wanted.speaker and not wanted.topic:
        yield _speaker(db, wanted.speaker, delegates=wanted.delegates)
    if wanted.addressee:
        yield _indexed(db, "addressee", agent_keys(db, wanted.addressee))
    if wanted.target:
        yield _indexed(db, "target", agent_keys(db, wanted.target))
    if wanted.agent:
        own = agent_keys(db, wanted.agent)
        spoken = _speaker(db, wanted.agent, delegates=wanted.delegates)
        yield one_of([spoken, *(_indexed(db, name, own) for name in _HEARERS)])
    if wanted.kind:
        yield Condition(
            "claim.speaker IN (SELECT key FROM agent"
            " WHERE kind IN (SELECT value FROM json_each(?)))",
            (json.dumps(wanted.kind),),
        )


_HEARERS = ("addressee", "target")


def _speaker(
    db: sqlite3.Connection, names: tuple[str, ...], *, delegates: bool
) -> Condition:
    keys = agent_keys(db, names, delegates=delegates)
    found = listed("claim.speaker", keys, _claims(db, "agent", keys))
    return replace(found, exact=True)


def _topics(db: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Condition]:
    """The topics, with the speakers if both are asked for: one index finds them."""
    if not wanted.topic:
        return
    topics = topic_keys(db, wanted.topic, narrower=wanted.narrower)
    parts = [listed("topic", topics)]
    if wanted.speaker:
        speakers = agent_keys(db, wanted.speaker, delegates=wanted.delegates)
        parts.append(listed("speaker", speakers))
    hits = None if wanted.speaker else _claims(db, "topic", topics)
    found = _with_entry(db, parts, hits)
    on_topics = together([lambda columns: columns.on(topics), *tests(parts)])
    yield replace(found, mask=on_topics)


def _with_entry(
    db: sqlite3.Connection, parts: list[Condition], hits: int | None
) -> Condition:
    """Has an entry in `claim_topic` that fulfils all of these.

    `hits` is how many claims have; None: they are counted, up to a bound.
    """
    where = " AND ".join(part.seek for part in parts)
    # the `+` has a claim's few topics looked up in the list, not the list in the index
    check = " AND ".join(f"+{part.seek}" for part in parts)
    parameters = tuple(value for part in parts for value in part.parameters)
    entries = f"SELECT claim FROM claim_topic WHERE {where}"
    return Condition(
        f"claim.key IN ({entries})",
        parameters,
        _sampled(db, entries, parameters) if hits is None else hits,
        "EXISTS (SELECT 1 FROM claim_topic INDEXED BY topic_of_claim"
        f" WHERE claim_topic.claim = claim.key AND {check})",
    )


def _closed(db: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Condition]:
    for field, terms in (
        ("stance", wanted.stance),
        ("quote", wanted.quote),
        ("basis", wanted.basis),
        ("precision", wanted.precision),
    ):
        if terms:
            yield _term(db, field, [position(each) for each in terms])
    if wanted.polarity:
        yield _term(db, "polarity", [sign(each) for each in wanted.polarity])
    if wanted.modality:
        yield _modality(db, {position(mode) for mode in wanted.modality})


def _term(db: sqlite3.Connection, field: str, values: list[int]) -> Condition:
    distinct = sorted(set(values))
    hits = counted(db, field, distinct)
    found = listed(f"claim.{field}", distinct, hits)
    return replace(found, indexed=field == "stance", exact=True)


def _modality(db: sqlite3.Connection, places: set[int]) -> Condition:
    """Any of these modalities, of which a claim has several: a bit each."""
    bits = sum(1 << place for place in places)
    return Condition(
        "claim.modality & ?",
        (bits,),
        counted(db, "modality", places),
        indexed=False,
        mask=lambda columns: (columns["modality"] & bits) != 0,
    )


def _dates(db: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Condition]:
    since = first_day("since", wanted.since) if wanted.since else 0
    until = last_day("until", wanted.until) if wanted.until else 0
    if since or until:
        yield _overlapping(db, since, until)
    if wanted.month_day:
        yield _indexed(db, "month_day", [month_day_number(wanted.month_day)])


def _overlapping(db: sqlite3.Connection, since: int, until: int) -> Condition:
    """Is dated, and may be of these days; 0 leaves an end open."""
    sql, days = ["(claim.earliest > 0 OR claim.latest > 0)"], []
    if since:
        sql.append("(claim.latest >= ? OR claim.latest = 0)")
        days.append(since)
    if until:
        sql.append("claim.earliest <= ?")
        days.append(until)
    return Condition(
        " AND ".join(sql),
        tuple(days),
        within(db, since, until),
        indexed=False,
        exact=True,
        mask=lambda columns: columns.within(since, until),
    )


def _words(db: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Condition]:
    for column, typed in (("content", wanted.text), ("role", wanted.role)):
        if typed is not None:
            expression = match_expression(column, typed)
            yield _matched(db, expression) if expression else NOTHING


def _matched(db: sqlite3.Connection, expression: str) -> Condition:
    # the index counts a match in 40 ns, so that all are counted
    matches = "FROM claim_text WHERE claim_text MATCH ?"
    hits = db.execute(f"SELECT count(*) {matches}", (expression,)).fetchone()[0]
    found = f"claim.key IN (SELECT rowid {matches})"
    return Condition(found, (expression,), hits, exact=True)


def _provenance(db: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Condition]:
    if wanted.outlet:
        yield _carried(db, "outlet", outlet_keys(db, wanted.outlet))
    if wanted.article:
        yield _carried(db, "article", article_keys(db, wanted.article))
    if wanted.extractor is not None:
        yield Condition(
            "claim.extractor IN (SELECT key FROM extractor WHERE version = ?)",
            (wanted.extractor,),
        )


def _confidence(wanted: ClaimFilter) -> Iterator[Condition]:
    least, most = wanted.min_confidence, wanted.max_confidence
    if least is not None:
        yield Condition(
            "claim.confidence >= ?",
            (least,),
            mask=lambda columns: columns["confidence"] >= least,
        )
    if most is not None:
        yield Condition(
            "claim.confidence < ?",
            (most,),
            mask=lambda columns: columns["confidence"] < most,
        )


def _carried(db: sqlite3.Connection, column: str, keys: list[int]) -> Condition:
    """The claims of an outlet or article, also those that another one counts."""
    own, copied = _indexed(db, column, keys), listed(column, keys)
    found = f"SELECT claim FROM copy WHERE {copied.seek}"
    hits = _sampled(db, found, copied.parameters)
    if not hits:
        return own
    return one_of([own, Condition(f"claim.key IN ({found})", copied.parameters, hits)])


def _combined(db: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Condition]:
    for each in wanted.all_of:
        yield from conditions(db, each)
    if wanted.any_of:
        yield one_of([all_of(conditions(db, each)) for each in wanted.any_of])
    for each in wanted.none_of:
        yield not_all_of(conditions(db, each))


def _indexed(db: sqlite3.Connection, column: str, keys: list[int]) -> Condition:
    """A column with an index of its own: its hits are counted, up to a bound."""
    found = listed(f"claim.{column}", keys)
    hits = _sampled(db, f"SELECT 1 FROM claim WHERE {found.seek}", found.parameters)
    return replace(found, estimate=hits)


def _sampled(db: sqlite3.Connection, select: str, parameters: tuple[Value, ...]) -> int:
    counted = f"SELECT count(*) FROM ({select} LIMIT {SAMPLED})"
    hits: int = db.execute(counted, parameters).fetchone()[0]
    return hits


def _claims(db: sqlite3.Connection, table: str, keys: list[int]) -> int:
    """How many claims the agents speak, or the topics have, all together."""
    counted = db.execute(
        f"SELECT ifnull(sum(claims), 0) FROM {table}"
        " WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(keys),),
    )
    found: int = counted.fetchone()[0]
    return found
