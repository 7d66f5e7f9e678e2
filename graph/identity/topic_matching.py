"""The step that finds minted topics which are one: other words for the same.

It is conservative: two labels are one topic where the same words stand in them,
whatever their number and order; more alike only where a caller can tell.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.curation.identification import Identification, Named
from ontology.topics import TopicScheme

Alike = Callable[[str, str], float]
"""How alike two labels are, from 0 to 1: the embedding of whoever calls the step."""

ALIKE = 0.9
"""From where two labels that share a word are one topic."""

_IDLE_WORDS = (
    "a an any each every his her its my of our some such that the their these this"
    " those your"
)

_IDLE = frozenset(_IDLE_WORDS.split())
"""Words that make no other topic: determiners, and the `of` of the other order."""

_IRREGULAR = {
    "children": "child",
    "people": "person",
    "lives": "life",
    "media": "media",
    "series": "series",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "news": "news",
    "politics": "politics",
    "economics": "economics",
}


@dataclass(frozen=True)
class Used:
    """A topic as articles use it, with how many claims."""

    id: str
    label: str
    claims: int


def identified(
    topics: Iterable[Used], scheme: TopicScheme, alike: Alike | None = None
) -> list[Identification]:
    """Which minted topics are others: concepts of the scheme, or the most used."""
    minted = [topic for topic in topics if topic.id not in scheme.by_id]
    groups: defaultdict[tuple[str, ...], list[Used]] = defaultdict(list)
    for topic in sorted(minted, key=lambda each: (-each.claims, each.id)):
        groups[normal(topic.label)].append(topic)
    known = {normal(name): concept for name, concept in _names(scheme)}
    found = []
    for words, several in sorted(groups.items()):
        concept = known.get(words)
        first = several[0]
        named = concept or _named(first)
        rest = several if concept else several[1:]
        found += [_finding(topic, named, "the same words") for topic in rest]
    heads = [several[0] for words, several in groups.items() if words not in known]
    return found + (list(_alike(heads, alike)) if alike else [])


def normal(label: str) -> tuple[str, ...]:
    """The words of a label in the singular, in alphabetical order, idle ones left out.

    >>> normal("the accession talks of Ukraine") == normal("Ukraine's accession talk")
    True
    """
    plain = re.sub(r"['’]s?\b", "", label.casefold())
    words = [word for word in re.findall(r"\w+", plain) if word not in _IDLE]
    return tuple(sorted(map(_singular, words))) or (plain,)


def _singular(word: str) -> str:
    if word in _IRREGULAR or len(word) < 4:
        return _IRREGULAR.get(word, word)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


def _alike(heads: Sequence[Used], alike: Alike) -> Iterator[Identification]:
    """Labels that share a word and are alike: the rarer is the more common."""
    by_word: defaultdict[str, list[Used]] = defaultdict(list)
    for head in heads:
        for word in normal(head.label):
            by_word[word].append(head)
    pairs = {pair for several in by_word.values() for pair in combinations(several, 2)}
    gone: set[str] = set()
    for one, other in sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id)):
        kept, rarer = sorted((one, other), key=lambda each: (-each.claims, each.id))
        likeness = 0.0 if {kept.id, rarer.id} & gone else alike(one.label, other.label)
        if likeness >= ALIKE:
            gone.add(rarer.id)
            yield _finding(rarer, _named(kept), f"labels alike to {likeness:.2f}")


def _names(scheme: TopicScheme) -> Iterator[tuple[str, Named]]:
    for concept in scheme.concepts:
        for name in (*concept.alt_labels, concept.label):
            yield name, Named(concept.id, concept.label)


def _named(topic: Used) -> Named:
    return Named(topic.id, topic.label)


def _finding(topic: Used, meant: Named, reason: str) -> Identification:
    return Identification(_named(topic), meant, reason)
