"""People whom news names by their family name alone.

A family name without a first name is the person a reader would think of, if one
alone of `notables.tsv` bears it and the article names that person's country or body.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.agents.gazetteer import Entry, Sense, gazetteer, normal, table


@dataclass(frozen=True)
class Notable:
    """Someone known by family name, and the country or body that bears it out."""

    name: str
    of: Entry


@cache
def notables() -> Mapping[str, Notable]:
    """By full and by family name; names that two notables share are left out."""
    found: defaultdict[str, set[Notable]] = defaultdict(set)
    for row in table("notables.tsv"):
        entry = _entry(row["of"])
        if entry:
            notable = Notable(row["name"], entry)
            others = filter(None, row["other_names"].split(";"))
            for name in (row["name"], *others):
                found[normal(name)].add(notable)
                found[normal(name).split()[-1]].add(notable)
    return {name: next(iter(own)) for name, own in found.items() if len(own) == 1}


def _entry(of: str) -> Entry | None:
    return gazetteer().country(of) or gazetteer().find(of, Sense.NAME)


def notable(name: str) -> Notable | None:
    """Whom the whole name means in an article that tells of their country or body."""
    return notables().get(normal(name))
