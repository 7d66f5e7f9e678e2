"""Short names of persons: who is meant by part of a name, article by article."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.curation.identification import Named
from graph.identity.appearances import Appearance, Evidence, Key
from graph.identity.namesakes import Found, Person, differ, namesakes, persons, shared

CLOSE = 730
"""Days between articles up to which a short name can mean who was named in full."""


class Parts(NamedTuple):
    """Persons by the words that their names end with, and begin with."""

    family: Mapping[Key, list[Person]]
    given: Mapping[Key, list[Person]]


def name_parts(known: Sequence[Person]) -> Parts:
    """The persons by each part of their names that could stand for the whole."""
    found = Parts(defaultdict(list), defaultdict(list))
    for person in known:
        for size in range(1, len(person.key)):
            found.family[person.key[-size:]].append(person)
            found.given[person.key[:size]].append(person)
    return found


def short_names(several: Sequence[Appearance], parts: Parts) -> Found:
    """Who is meant by part of a name, article by article."""
    if not several:
        return {}
    key = several[0].key
    family, given = parts.family.get(key, []), parts.given.get(key, [])
    found: Found = {}
    for each in several:
        meant = _meant(each, family or given, alone=bool(family))
        if meant:
            found[each.id, each.article] = (Named(meant[0].id, meant[0].name), meant[1])
    left = [each for each in several if (each.id, each.article) not in found]
    if len(key) == 1 and left:
        found |= namesakes(persons(left))
    return found


def _meant(
    each: Appearance, candidates: Sequence[Person], *, alone: bool
) -> tuple[Person, str] | None:
    """The one candidate whom a short name can mean, and why.

    With `alone`, being the only one of that name in the store is reason enough,
    where nothing speaks against it.
    """
    fitting = [one for one in candidates if _fits(each, one)]
    if alone and len(candidates) == 1 and fitting:
        common = shared(fitting[0].evidence, each.evidence)
        only = f"the only {each.name} in the store"
        return fitting[0], f"{only}; {common}" if common else only
    backed = [one for one in fitting if shared(one.evidence, each.evidence)]
    if len(backed) != 1:
        return None
    common = shared(backed[0].evidence, each.evidence)
    return backed[0], f"the only {each.name} of whom this holds: {common}"


def _fits(each: Appearance, person: Person) -> bool:
    return not _against(each.evidence, person.evidence) and _close(each, person)


def _against(one: Evidence, other: Evidence) -> bool:
    """Whether anything speaks against it: a short name leaves more room for error."""
    if one.principals & other.principals:
        return differ(one, other)
    principals = bool(one.principals) and bool(other.principals)
    titles = bool(one.titles) and bool(other.titles) and not one.titles & other.titles
    return principals or titles or differ(one, other)


def _close(each: Appearance, person: Person) -> bool:
    if not each.day or not person.first:
        return True
    return person.first - CLOSE <= each.day <= person.last + CLOSE
