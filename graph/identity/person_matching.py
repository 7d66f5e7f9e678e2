"""The step that finds which names of persons, across articles, are one person's.

It is conservative: a name that could be two persons' stays as its article gives it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.curation.identification import Identification, Named
from graph.identity.appearances import Appearance
from graph.identity.namesakes import Found, Person, namesakes, persons
from graph.identity.short_names import name_parts, short_names
from graph.identity.variants import variants


def identified(several: Iterable[Appearance]) -> list[Identification]:
    """What the appearances of persons come to, one for each name and reason."""
    by_id: defaultdict[str, list[Appearance]] = defaultdict(list)
    for each in several:
        by_id[each.id].append(each)
    full = {id: alike for id, alike in by_id.items() if len(alike[0].key) > 1}
    known = [person for id in sorted(full) for person in persons(full[id])]
    found = namesakes(known) | variants(known)
    parts = name_parts(_fullest(known, found))
    short = [id for id, alike in by_id.items() if alike[0].key]
    for id in sorted(short):
        left = [each for each in by_id[id] if (id, each.article) not in found]
        found |= short_names(left, parts)
    return _together(by_id, found)


def _fullest(known: Sequence[Person], found: Found) -> list[Person]:
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


def _together(by_id: dict[str, list[Appearance]], found: Found) -> list[Identification]:
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
