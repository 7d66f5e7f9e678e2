"""Labels put right: places, peoples and bodies that were taken for persons."""

from collections.abc import Iterator, Mapping, Sequence

from extract.agents.gazetteer import Sense, gazetteer, normal
from extract.agents.given_names import gender_by_name, is_given_name
from extract.agents.lexicon import (
    HONORIFICS,
    is_kind_of_body,
    role,
    singular,
    word_class,
)

Entity = tuple[int, int, str]
"""First token, end, label."""


def relabelled(found: list[Entity], texts: Sequence[str]) -> list[Entity]:
    """The entities, with what was taken for a person as the place or body it is.

    Georgia stays a person if the article has a longer name that holds the word.
    """
    names = [normal(" ".join(texts[start:end])) for start, end, _ in found]
    named = list(zip(found, names, strict=True))
    persons = [(entity, name) for entity, name in named if entity[2] == "PERSON"]
    borne = set(_of_longer([entity for entity, _ in persons], texts))
    asked = {name for _, name in persons} - borne
    bodies = {
        name
        for entity, name in named
        if name in asked and _is_told_as_body(entity, texts)
    }
    bodies |= {
        name.partition(" ")[0] for entity, name in named if entity[2] == "ORGANIZATION"
    }
    bodies -= {name for entity, name in persons if _is_told_as_person(entity, texts)}
    labels = {name: _label(name, bodies) for name in asked}
    holders = {name for entity, name in named if _is_told_as_holder(entity, texts)}
    return [
        (start, end, "PERSON" if name in holders else _given(labels, name, label))
        for (start, end, label), name in named
    ]


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


def _is_told_as_person(entity: Entity, texts: Sequence[str]) -> bool:
    """Whether a title before the name or an age after it tells a person, or the name
    itself does."""
    start, end, _ = entity
    name = " ".join(texts[start:end])
    if is_given_name(name) or gender_by_name(name):
        return True
    title = texts[start - 1].lower().removesuffix(".") if start else ""
    kind = is_kind_of_body(title) or title in TRADES
    titled = title in HONORIFICS or (role(title) is not None and not kind)
    aged = texts[end : end + 1] == [","] and texts[end + 1 : end + 2]
    return titled or bool(aged and aged[0].isdigit())


def _is_told_as_body(entity: Entity, texts: Sequence[str]) -> bool:
    """Whether the label or the words around say that no person bears the name: the
    dairy maker Acme; the maker, Acme, said; Acme, which said; Acme, the platform on
    which; Acme's shares; Acme said it would."""
    start, end, label = entity
    before = list(texts[max(start - 2, 0) : start])
    after = [text.lower() for text in texts[end : end + APPOSED]]
    if label == "ORGANIZATION" or after[:2] == [",", "which"]:
        return True
    closed = before[-1:] == after[:1] == [","]
    kind = before[:1] if closed else before[-1:]
    return (
        any(is_kind_of_body(singular(noun)) for noun in kind)
        or is_kind_of_body(_apposed(after))
        or (after[:1] in (["'s"], ["’s"]) and not OWNED.isdisjoint(after[1:3]))
        or after[:1] == ["shares"]
        or _is_it(after)
    )


APPOSED = 12
"""Words after a name in which its kind is told, or that it is an "it"."""

OWNED = word_class("of_companies")
"""What only a company has: shares, a board."""

TRADES = word_class("trades")
"""Nouns for people that tell companies as well: the gold miner Acme."""

SAYS = frozenset(
    {"said", "says", "denied", "denies", "announced", "expects", "insists"}
)
"""Verbs after which "it" in the same breath is who speaks."""

ENDS = word_class("ends_of_kind")
"""Words with which the noun of an apposition ends."""


def _apposed(after: Sequence[str]) -> str:
    """The noun of the apposition after a name: platform of ", the big platform on"."""
    if after[:1] != [","] or not {"the", "a", "an"}.intersection(after[1:2]):
        return ""
    ends = (at for at in range(2, len(after)) if after[at] in ENDS)
    return after[next(ends, 1) - 1]


def _is_it(after: Sequence[str]) -> bool:
    """Whether a name's own words tell of it as "it": said on Friday it would close.

    Not of the weather or the hour: said it would be late.
    """
    if not SAYS.intersection(after[:1]) or "it" not in after[:-2]:
        return False
    at = after.index("it")
    whole = all(word.isalnum() for word in after[:at])
    plans = {"will", "would", "had", "has", "plans", "expects"}
    return (
        whole and after[at + 1] in plans and after[at + 2] not in ("be", "been", "take")
    )
