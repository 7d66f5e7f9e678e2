"""Labels put right: places, peoples and bodies that were taken for persons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.agents.bearers import (
    Entity,
    Page,
    is_told_as_body,
    is_told_as_person,
    signs_of_it,
)
from extract.agents.gazetteer import Sense, gazetteer, normal
from extract.agents.lexicon import is_kind_of_body, role, singular


def relabelled(
    found: list[Entity], texts: Sequence[str], lemmas: Sequence[str]
) -> list[Entity]:
    """The entities, with what was taken for a person as the place or body it is.

    Georgia stays a person if the article has a longer name that holds the word.
    """
    names = [normal(" ".join(texts[start:end])) for start, end, _ in found]
    named = list(zip(found, names, strict=True))
    asked = _asked(named, texts)
    bodies = _bodies(named, asked, Page(texts, lemmas, found))
    labels = {name: _label(name, bodies) for name in asked}
    holders = {name for entity, name in named if _is_told_as_holder(entity, texts)}
    return [
        (start, end, "PERSON" if name in holders else _given(labels, name, label))
        for (start, end, label), name in named
    ]


Named = tuple[Entity, str]
"""An entity and its normal name."""


def _asked(named: Sequence[Named], texts: Sequence[str]) -> set[str]:
    """The names of persons that may be no person's: none of which a longer one holds
    the word, none whose last word stands alone for a person."""
    persons = {entity: name for entity, name in named if entity[2] == "PERSON"}
    borne = set(_of_longer([*persons], texts))
    alone = {name for name in persons.values() if " " not in name}
    return {
        name
        for name in persons.values()
        if name.rpartition(" ")[2] not in (alone if " " in name else borne)
    }


def _bodies(named: Sequence[Named], asked: set[str], page: Page) -> set[str]:
    """Those of the asked names that are bodies', and the first words of bodies'."""
    told = [(entity, name) for entity, name in named if name in asked]
    bodies = {name for entity, name in told if is_told_as_body(page, entity)}
    first = {
        name.partition(" ")[0] for entity, name in named if entity[2] == "ORGANIZATION"
    }
    persons = ((entity, name) for entity, name in told if entity[2] == "PERSON")
    people = {name for entity, name in persons if is_told_as_person(page, entity)}
    return (bodies | first | set(_its(page, told))) - people


def _its(page: Page, told: Iterable[Named]) -> Iterator[str]:
    """The names whose bearers are an "it"; one of two words is a person's, unless two
    signs say otherwise."""
    signs: defaultdict[str, set[str]] = defaultdict(set)
    for entity, name in told:
        signs[name].update(signs_of_it(page, entity))
    for name, own in signs.items():
        if len(own) > (" " in name):
            yield name


def _given(labels: Mapping[str, str], name: str, label: str) -> str:
    """The label put right, if it was a person's."""
    return labels.get(name, label) if label == "PERSON" else label


def _is_told_as_holder(entity: Entity, texts: Sequence[str]) -> bool:
    """Whether an unknown name between commas says who holds an office: its director,
    Jane Roe, said."""
    start, end, label = entity
    if label not in ("ORGANIZATION", "LOCATION") or end - start not in (2, 3):
        return False
    closed = start > 1 and texts[start - 1] == ","
    noun = texts[start - 2] if closed else ""
    holder = role(noun) if noun.islower() and singular(noun) == noun else None
    if holder is None or "office" not in holder.classes or is_kind_of_body(noun):
        return False
    ended = texts[end : end + 1] in ((",",), (".",))
    listed = texts[end + 1 : end + 2] == ("and",)
    known = gazetteer().find(" ".join(texts[start:end]), *Sense)
    return ended and not (listed or known or is_kind_of_body(texts[end - 1].lower()))


def _of_longer(persons: Sequence[Entity], texts: Sequence[str]) -> Iterator[str]:
    """The words of names that have several."""
    for start, end, _ in persons:
        if end - start > 1:
            yield from map(normal, texts[start:end])


def _label(name: str, bodies: set[str]) -> str:
    """The label of a name that was taken for a person's."""
    if name in bodies:
        return "ORGANIZATION"
    return "LOCATION" if gazetteer().find(name, *Sense) else "PERSON"
