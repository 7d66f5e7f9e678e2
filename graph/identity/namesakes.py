"""One name, perhaps several persons: told apart by country and field of work."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.curation.identification import Named
from graph.identity.appearances import Appearance, Evidence, Key

Found = dict[tuple[str, str], tuple[Named, str]]
"""Who an id in an article is, and why."""


@dataclass
class Person:
    """Appearances of one name that are one person's.

    `first` and `last` are the known days of the articles, as ordinals; 0 of none.
    """

    id: str
    name: str
    key: Key
    evidence: Evidence = field(default_factory=Evidence)
    appearances: list[Appearance] = field(default_factory=list)
    first: int = 0
    last: int = 0

    def learn(self, several: Iterable[Appearance]) -> None:
        """Take these to be the same person's."""
        for each in several:
            self.appearances.append(each)
            self.evidence |= each.evidence
            if each.day:
                self.first = min(self.first or each.day, each.day)
                self.last = max(self.last, each.day)


def persons(several: Sequence[Appearance]) -> list[Person]:
    """The persons of one id, the best known first; unclear appearances are no one's.

    Two are told apart by what speaks against their being one, never by silence: by
    two countries, else by two fields of work.
    """
    by_evidence: defaultdict[Evidence, list[Appearance]] = defaultdict(list)
    for each in several:
        by_evidence[each.evidence].append(each)
    found: list[Person] = []
    for evidence, alike in sorted(by_evidence.items(), key=_rank):
        fitting = [one for one in found if not differ(one.evidence, evidence)]
        if not fitting:
            fitting = [_person(several[0])]
            found += fitting
        if len(fitting) > 1:
            fitting = [one for one in fitting if shared(one.evidence, evidence)]
        if len(fitting) == 1:
            fitting[0].learn(alike)
    return _told_apart(found)


def namesakes(known: Sequence[Person]) -> Found:
    """Persons of one name who are two: each under an id of its own."""
    found: Found = {}
    for person in known:
        for each in person.appearances:
            if each.id != person.id:
                mark = person.id.removeprefix(f"{each.id}-")
                named = Named(person.id, person.name)
                reason = f"not the {person.name} of other articles: {mark}"
                found[each.id, each.article] = (named, reason)
    return found


def differ(one: Evidence, other: Evidence) -> bool:
    """Whether two are plainly not one person."""
    return _disjoint(one.countries, other.countries) or (
        not one.countries & other.countries and _disjoint(one.fields, other.fields)
    )


def shared(one: Evidence, other: Evidence) -> str:
    """What speaks for two being one person, in words; empty if nothing does."""
    principals = sorted(one.principals & other.principals)
    if principals:
        return f"both speak for {principals[0]}"
    titles = sorted(one.titles & other.titles)
    return f"both are called {titles[0]}" if titles else ""


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _rank(pair: tuple[Evidence, list[Appearance]]) -> tuple[object, ...]:
    """Those of whom most is told come first, then those who appear most often."""
    evidence, alike = pair
    untold = (not evidence.countries, not evidence.fields, -len(alike))
    return (*untold, sorted(evidence.principals), sorted(evidence.titles))


def _person(like: Appearance) -> Person:
    return Person(like.id, like.name, like.key)


def _told_apart(found: list[Person]) -> list[Person]:
    """Several persons of one name get ids of their own, by what tells them apart."""
    if len(found) < 2:
        return found
    taken = Counter[str]()
    for person in found:
        marks = sorted(person.evidence.countries) or sorted(person.evidence.fields)
        person.id = f"{person.id}-{marks[0]}"
        taken[person.id] += 1
        if taken[person.id] > 1:
            person.id += f"-{taken[person.id]}"
    return found
