"""The step that finds which names of persons, across articles, are one person's.

It is conservative: a name that could be two persons' stays as its article gives it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.curation.identification import Identification, Named
from graph.identity.appearances import Appearance, Evidence, Key
from graph.identity.namesakes import Person, differ, persons, shared

CLOSE = 730
"""Days between articles up to which a short name can mean who was named in full."""

_Found = dict[tuple[str, str], tuple[Named, str]]
"""Who an id in an article is, and why."""


def identified(several: Iterable[Appearance]) -> list[Identification]:
    """What the appearances of persons come to, one for each name and reason."""
    by_id: defaultdict[str, list[Appearance]] = defaultdict(list)
    for each in several:
        by_id[each.id].append(each)
    full = {id: alike for id, alike in by_id.items() if len(alike[0].key) > 1}
    known = [person for id in sorted(full) for person in persons(full[id])]
    found = _namesakes(known) | _variants(known)
    parts = _parts(_fullest(known, found))
    short = [id for id, alike in by_id.items() if alike[0].key]
    for id in sorted(short):
        left = [each for each in by_id[id] if (id, each.article) not in found]
        found |= _short_names(left, parts)
    return _together(by_id, found)


def _namesakes(known: Sequence[Person]) -> _Found:
    """Persons of one name who are two: each under an id of its own."""
    found: _Found = {}
    for person in known:
        for each in person.appearances:
            if each.id != person.id:
                mark = person.id.removeprefix(f"{each.id}-")
                named = Named(person.id, person.name)
                reason = f"not the {person.name} of other articles: {mark}"
                found[each.id, each.article] = (named, reason)
    return found


def _variants(known: Sequence[Person]) -> _Found:
    """Full names that differ in initials and middle names: J. F. Smith, John Smith."""
    by_family: defaultdict[str, list[Person]] = defaultdict(list)
    for person in known:
        by_family[person.key[-1]].append(person)
    found: _Found = {}
    for person in known:
        others = [o for o in by_family[person.key[-1]] if _fuller(o, person)]
        # the fullest one may be who all the others are
        other = max(others, key=lambda one: _size(one.key), default=person)
        alike = all(one is other or _fuller(other, one) for one in others)
        reason = shared(other.evidence, person.evidence)
        if others and alike and reason and not differ(other.evidence, person.evidence):
            named = Named(other.id, other.name)
            why = f"a short form of the only such name in the store; {reason}"
            found |= {(a.id, a.article): (named, why) for a in person.appearances}
    return found


def _fuller(one: Person, other: Person) -> bool:
    """Whether a name is another one written out: middle names count for nothing."""
    first, short = one.key[0], other.key[0]
    if one is other or one.id == other.id or one.key == other.key:
        return False
    if first == short:
        return _size(one.key) > _size(other.key)
    return len(short) == 1 and len(first) > 1 and first.startswith(short)


def _size(key: Key) -> tuple[int, int]:
    return len(key), sum(map(len, key))


def _fullest(known: Sequence[Person], found: _Found) -> list[Person]:
    """The persons, with those known under a fuller name taken in by it."""
    by_id = {person.id: person for person in known}
    kept = []
    for person in known:
        first = person.appearances[0]
        meant = found.get((first.id, first.article))
        if meant and meant[0].id != person.id:
            by_id[meant[0].id].learn(person.appearances)
        else:
            kept.append(person)
    return kept


class _Parts(NamedTuple):
    """Persons by the words that their names end with, and begin with."""

    family: Mapping[Key, list[Person]]
    given: Mapping[Key, list[Person]]


def _parts(known: Sequence[Person]) -> _Parts:
    found = _Parts(defaultdict(list), defaultdict(list))
    for person in known:
        for size in range(1, len(person.key)):
            found.family[person.key[-size:]].append(person)
            found.given[person.key[:size]].append(person)
    return found


def _short_names(several: Sequence[Appearance], parts: _Parts) -> _Found:
    """Who is meant by part of a name, article by article."""
    if not several:
        return {}
    key = several[0].key
    family, given = parts.family.get(key, []), parts.given.get(key, [])
    found: _Found = {}
    for each in several:
        meant = _meant(each, family or given, alone=bool(family))
        if meant:
            found[each.id, each.article] = (Named(meant[0].id, meant[0].name), meant[1])
    left = [each for each in several if (each.id, each.article) not in found]
    if len(key) == 1 and left:
        found |= _namesakes(persons(left))
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


def _together(
    by_id: dict[str, list[Appearance]], found: _Found
) -> list[Identification]:
    articles: defaultdict[tuple[Named, Named, str], list[str]] = defaultdict(list)
    for (id, article), (meant, reason) in found.items():
        if meant.id != id:
            one = Named(id, by_id[id][0].name)
            articles[one, meant, reason].append(article)
    return [
        Identification(one, meant, reason, articles=tuple(sorted(several)))
        for (one, meant, reason), several in sorted(
            articles.items(),
            key=lambda pair: (pair[0][0].id, pair[0][1].id, pair[0][2]),
        )
    ]
