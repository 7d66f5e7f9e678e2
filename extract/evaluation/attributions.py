"""The spans of the public output against a corpus in PolNeAR's form."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from extract.antecedents import PRONOUNS
from extract.encoding.labels import ROLES
from extract.evaluation.measures import (
    MATCHES,
    Parts,
    Spans,
    Tally,
    match,
    match_attributions,
)
from extract.pipeline import Extractor
from ontology.claim import Article, Claim
from ontology.ids import article_id

BETWEEN_ITEMS = re.compile(r"[\s,;]*(?:and|or)?[\s,;]*")
"""What stands between the items of a list that was split into several claims."""


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a JSON Lines file, gzipped or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    yield from map(json.loads, text.strip("\n").split("\n"))


def score(extractor: Extractor, rows: Sequence[dict[str, Any]]) -> dict[str, Tally]:
    """Tallies by name: each role exact, begin and overlap; attributions."""
    articles = [
        Article(id=article_id(r["text"]), source=r["id"], text=r["text"]) for r in rows
    ]
    totals: dict[str, Tally] = defaultdict(Tally)
    for row, (article, claims) in zip(rows, extractor.extract(articles), strict=True):
        given, gold = attributions(article.text, claims), _gold(row)
        for name, tally in _tallies(given, gold):
            totals[name] += tally
    return dict(totals)


def _tallies(
    given: Sequence[Parts], gold: Sequence[Parts]
) -> Iterator[tuple[str, Tally]]:
    for role in ROLES:
        ours, theirs = (
            [span for parts in side for span in getattr(parts, role)]
            for side in (given, gold)
        )
        for name, same in MATCHES.items():
            yield f"{role} {name}", match(ours, theirs, same)
    yield "attribution content", match_attributions(given, gold, with_source=False)
    yield (
        "attribution content and source",
        match_attributions(given, gold, with_source=True),
    )


def _gold(row: dict[str, Any]) -> list[Parts]:
    return [
        Parts(**{role: tuple(map(tuple, a[role])) for role in ROLES})
        for a in row["attributions"]
    ]


def attributions(text: str, claims: Iterable[Claim]) -> list[Parts]:
    """The attributions behind claims: split lists joined, repeats counted again, and of
    what "which" stands for only the "which", as the corpora have it."""
    contents: dict[tuple[Spans, Spans], list[tuple[int, int]]] = defaultdict(list)
    for claim in claims:
        own = (claim.source.spans, claim.cue.spans, claim.content.spans)
        again = ((each.source, each.cue, each.content) for each in claim.repeats)
        for source, cue, content in (own, *again):
            contents[source, cue] += _marked(text, cue, content)
    return [
        Parts(source, cue, _joined(text, sorted(set(spans))))
        for (source, cue), spans in contents.items()
    ]


def _marked(text: str, cue: Spans, content: Spans) -> Spans:
    """The spans without what the relative pronoun before the cue stands for."""
    if len(content) < 2 or content[1][0] > cue[0][0]:
        return content
    first = text[slice(*content[1])].split()[0]
    return content[1:] if first.lower() in PRONOUNS else content


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> Spans:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and BETWEEN_ITEMS.fullmatch(text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def report(tallies: dict[str, Tally]) -> str:
    """The figures as a table for the terminal."""
    lines = [f"{'':32}{'precision':>10}{'recall':>10}{'F1':>10}"]
    lines += [
        f"{name:32}{t.precision:10.1f}{t.recall:10.1f}{t.f1:10.1f}"
        for name, t in tallies.items()
    ]
    return "\n".join(lines)
