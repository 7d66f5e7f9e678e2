"""What the words around a name tell of its bearer: a person, or a body.

A body is an "it" that decides, knows and owns; a person is a "he" or a "she".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.agents.given_names import gender_by_name, is_given_name
from extract.agents.lexicon import (
    DOCUMENTS,
    HONORIFICS,
    TRADES,
    is_kind_of_body,
    role,
    singular,
    word_class,
)
from extract.agents.notables import notable

Entity = tuple[int, int, str]
"""First token, end, label."""

REACH = 12
"""Words after a name in which its kind is told, or that it is an "it"."""

OWNED = word_class("of_companies")
"""What only a company has: shares, a board."""

SAYS = word_class("saying_of_itself")
"""Verbs after which "it" in the same breath may be who speaks."""

DEEDS = word_class("deeds_of_bodies")
"""What an "it" does only if it decides, knows and owns: it disagreed, it would appeal;
a plan would help, too."""

BY_IT = word_class("deeds_by_it")
"""What the "It" of a new sentence does only if it can speak."""

AUXILIARIES = word_class("auxiliaries")
"""What stands between "it" and its deed, besides adverbs."""

OFFICERS = word_class("posts") | {"attorney", "lawyer", "lawyers", "shares"}
"""What only an "it" has that can speak."""

STAKES = frozenset({"investors", "shareholders", "shares", "stake"})
"""What people have, or are, in companies only."""

ENDS = word_class("ends_of_kind")
"""Words with which the noun of an apposition ends."""

PRIVATE = frozenset({"expert", "person", "physician", "relation", "worker"})
"""Classes of what persons are and companies are not, which lead and own as well."""

ANIMATE = frozenset({"he", "she", "his", "her", "him"})

OPENINGS = frozenset({".", "!", "?", ":", "–", "—", "--", "-", '"', "”", "“", "''"})
"""What stands before the first word of a sentence, or of "Acme said" after a quote."""


@dataclass(frozen=True)
class Page:
    """The words of an article with their lemmas, and its names."""

    texts: Sequence[str]
    lemmas: Sequence[str]
    names: Sequence[Entity]

    @cached_property
    def lowers(self) -> list[str]:
        """The words in small letters."""
        return [text.lower() for text in self.texts]

    @cached_property
    def named(self) -> frozenset[int]:
        """The words in names of somebody, or of a place."""
        return frozenset(
            index
            for start, end, label in self.names
            if label in ("PERSON", "ORGANIZATION", "LOCATION")
            for index in range(start, end)
        )

    def opens(self, start: int) -> bool:
        """Whether a sentence begins at a word."""
        before = self.texts[start - 1] if start else "\n"
        return before in OPENINGS or before.isspace()

    def is_new(self, start: int) -> bool:
        """Whether a word stands nowhere else."""
        return self.texts.count(self.texts[start]) == 1

    def end(self, start: int) -> int:
        """Where the sentence ends that holds a word."""
        places = range(start, len(self.texts))
        return next((at for at in places if self._is_end(at)), len(self.texts))

    def _is_end(self, index: int) -> bool:
        text = self.texts[index]
        return text in (".", "!", "?") or "\n" in text


def is_told_as_person(page: Page, entity: Entity) -> bool:
    """Whether a title before the name, an age after it or "he" for the bearer tells a
    person, or the name itself does."""
    start, end, _ = entity
    name = " ".join(page.texts[start:end])
    if is_given_name(name) or gender_by_name(name) or notable(name):
        return True
    comma, age = [*page.lowers[end : end + 2], "", ""][:2]
    aged = comma == "," and age[:1].isdigit()
    told = _apposed(page.lowers[end : end + REACH])[-1:]
    titled = any(map(_is_private, told)) or _is_titled(page, start)
    return aged or titled or _is_animate(page, entity)


def _is_private(noun: str) -> bool:
    """Whether only persons are called by a noun: a striker, a nurse."""
    known = role(noun)
    return known is not None and known.classes <= PRIVATE and noun not in TRADES


def _is_titled(page: Page, start: int) -> bool:
    """Whether a title stands before a name: Ms, teacher, secretary of state."""
    charged = start > 2 and page.lowers[start - 2] == "of"
    at = start - 3 if charged else start - 1
    title = page.lowers[at].removesuffix(".") if start else ""
    company = is_kind_of_body(title) or title in TRADES
    return title in HONORIFICS or (role(title) is not None and not company)


def _is_animate(page: Page, entity: Entity) -> bool:
    """Whether "he" or "she" takes up the subject of a sentence, with nobody told of in
    between: Zed said he; Zed said it rained. She"""
    start, end, _ = entity
    if not page.opens(start):
        return False
    stop = page.end(end)
    for at in range(end, stop):
        if page.lowers[at] in ANIMATE:
            return True
        if at in page.named or role(page.lowers[at]):
            return False
    return page.lowers[stop + 1 : stop + 2] in (["he"], ["she"])


def is_told_as_body(page: Page, entity: Entity) -> bool:
    """Whether the label or the words around say that no person bears the name: the
    dairy maker Acme; the maker, Acme, said; Acme, which said; Acme, the platform on
    which; Acme's shares."""
    start, end, label = entity
    before = list(page.texts[max(start - 2, 0) : start])
    after = page.lowers[end : end + REACH]
    if label == "ORGANIZATION" or after[:2] == [",", "which"]:
        return True
    closed = before[-1:] == after[:1] == [","]
    kind = before[:1] if closed else before[-1:]
    return (
        any(is_kind_of_body(singular(noun)) for noun in kind)
        or _is_company(_apposed(after))
        or (after[:1] in (["'s"], ["’s"]) and not OWNED.isdisjoint(after[1:3]))
        or after[:1] == ["shares"]
        or (before[-1:] == ["in"] and page.lowers[start - 2] in STAKES)
    )


def _is_company(apposed: Sequence[str]) -> bool:
    """Whether an apposition tells a body: the platform; Norway's largest builder."""
    largest = not {"biggest", "largest"}.isdisjoint(apposed)
    return any(
        is_kind_of_body(noun) or (largest and noun in TRADES) for noun in apposed[-1:]
    )


def _apposed(after: Sequence[str]) -> Sequence[str]:
    """The words of the apposition after a name, to its noun; none if there is none."""
    owned = not {"'s", "’s"}.isdisjoint(after[2:4])
    opened = owned or not {"the", "a", "an"}.isdisjoint(after[1:2])
    ends = [at for at in range(2, len(after)) if after[at] in ENDS]
    return after[1 : ends[0]] if after[:1] == [","] and opened and ends else ()


def signs_of_it(page: Page, entity: Entity) -> Iterator[str]:
    """What else makes an "it" of the bearer, each by the words that do."""
    start, end, _ = entity
    if page.lowers[end : end + 3] == [",", "based", "in"]:
        yield "based in"
    if page.lowers[max(start - 1, 0)] == "told" and page.is_new(start):
        yield "told"  # the newspaper that it was told: a person is brought in before
    if _says_of_itself(page, end):
        yield "said it"
    if page.opens(start) and _is_taken_up(page, end):
        yield "its"


def _says_of_itself(page: Page, end: int) -> bool:
    """Whether a name's own words tell of it as "it": Acme, a family's, said on Friday
    it would close; Acme denies that and says it sells.

    Not of the weather or a plan: said it would be late, it would help.
    """
    stop = min(page.end(end), end + REACH)
    for verb in range(end, stop):
        goes_on = verb == end or page.lowers[verb - 1] in (",", "and")
        if goes_on and page.lemmas[verb] in SAYS and "it" in page.lowers[verb:stop]:
            it = page.lowers.index("it", verb)
            plain = all(word.isalnum() for word in page.lowers[verb:it])
            alone = page.named.isdisjoint(range(verb, it))
            return plain and alone and _is_deed(page.lemmas[it + 1 : stop + 1])
    return False


def _is_deed(lemmas: Sequence[str]) -> bool:
    """Whether the first verb after auxiliaries and adverbs is a deed."""
    words = (word for word in lemmas if word not in AUXILIARIES)
    verb, what = [*(word for word in words if word[-2:] != "ly"), "", ""][:2]
    return verb in DEEDS or (verb == "take" and what in ("the", "its"))


def _is_taken_up(page: Page, end: int) -> bool:
    """Whether the next sentence takes up the subject of this one as a body, where this
    one tells of no other: Acme vowed to appeal. Its lawyer; The company; It denied."""
    stop = page.end(end)
    words = page.lowers[end:stop]
    others = any(is_kind_of_body(word) or word in DOCUMENTS for word in words)
    if others or not page.named.isdisjoint(range(end, stop)):
        return False
    while stop < len(page.texts) and not page.texts[stop].isalnum():
        stop += 1
    word, following = page.lowers[stop : stop + 1], page.lowers[stop + 1 : stop + 4]
    if word == ["its"]:
        return not OFFICERS.isdisjoint(following)
    if word == ["the"]:
        return following[:1] in (["company"], ["firm"])
    return word == ["it"] and not BY_IT.isdisjoint(page.lemmas[stop + 1 : stop + 2])
