"""Full names that differ in initials and middle names: J. F. Smith, John Smith."""

from collections import defaultdict
from collections.abc import Sequence

from graph.curation.identification import Named
from graph.identity.appearances import Key
from graph.identity.namesakes import Found, Person, differ, shared


def variants(known: Sequence[Person]) -> Found:
    """Persons who are another one, whose name is written out."""
    by_family: defaultdict[str, list[Person]] = defaultdict(list)
    for person in known:
        by_family[person.key[-1]].append(person)
    found: Found = {}
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
