"""How well a description fits somebody: by role, class, nation and kind."""

from extract.agents.cast import Member
from extract.agents.lexicon import DETERMINERS, roles
from extract.agents.mention import Mention
from ontology.claim import AgentKind

DESCRIBES = {
    "diplomat": "diplomat",
    "minister": "minister",
    "leader": "leader",
    "official": "office",
    "lawmaker": "lawmaker",
    "legislator": "lawmaker",
    "parliamentarian": "lawmaker",
    "politician": "politician",
    "executive": "executive",
    "boss": "executive",
    "businessman": "executive",
    "businesswoman": "executive",
    "expert": "expert",
    "scientist": "scientist",
    "researcher": "scientist",
    "academic": "scientist",
    "doctor": "physician",
    "physician": "physician",
    "medic": "physician",
    "lawyer": "jurist",
    "attorney": "jurist",
    "spokesperson": "spokesperson",
    "aide": "aide",
    "activist": "campaigner",
    "campaigner": "campaigner",
    "journalist": "journalist",
    "worker": "worker",
    "officer": "police",
    "chief": "leader",
    "head": "leader",
}
"""Nouns that take up a whole class of roles: a foreign minister is a diplomat."""

SAME_ROLE, SAME_CLASS, SAME_NATION = 2.0, 1.2, 1.0
"""What a shared role noun, a class that covers the role and a shared nation weigh."""

UNTOLD, GENERIC = 0.3, 0.8
"""What speaks for somebody whose role the article never tells, and for "the man"."""


def agreement(member: Member, mention: Mention) -> float:
    """How much the description speaks for the member; 0 where it speaks against it.

    A title tells more than the person needs: the prime minister is no other minister.
    """
    foreign = mention.nations.isdisjoint(member.nations) and bool(member.nations)
    if not is_person(member) or (mention.nations and foreign):
        return 0.0
    shared = SAME_NATION * bool(mention.nations & member.nations)
    if mention.nations and not mention.nouns:  # the Kenyan
        return SAME_ROLE * bool(shared)
    if mention.nouns & member.nouns:
        return SAME_ROLE + shared
    if any(DESCRIBES.get(noun) in member.classes for noun in mention.nouns):
        return SAME_CLASS + shared
    if _is_generic(mention) and (mention.nouns <= ANYBODY or not member.nouns):
        return GENERIC + shared
    return 0.0


def is_person(member: Member) -> bool:
    """Whether the member is a person, and no document that speaks."""
    if member.kind is AgentKind.UNNAMED:
        return bool(member.classes)
    return member.kind is AgentKind.PERSON


def body_agreement(member: Member, mention: Mention) -> float:
    """The same for a body: by words of its name, or as "the company" of any.

    Whatever else tells the kind must be in the name, too: the finance ministry is no
    Health Ministry.
    """
    if member.kind is not AgentKind.ORGANIZATION:
        return 0.0
    name = words_of(member)
    told = set(mention.text.lower().split()) - DETERMINERS
    if told <= name:
        return SAME_ROLE
    return UNTOLD if told <= ANY_BODY else 0.0


def words_of(member: Member) -> set[str]:
    """The words of its name, for comparison."""
    return set(member.name.lower().split())


ANY_BODY = frozenset(
    {"company", "firm", "group", "organization", "organisation", "agency", "charity"}
)
"""Nouns for a body whose name need not hold them."""


def _is_generic(mention: Mention) -> bool:
    """Whether the description says no more than that it is a person."""
    known = roles()
    return all(known[noun].classes <= {"person"} for noun in mention.nouns & set(known))


ANYBODY = frozenset(
    {"man", "woman", "boy", "girl", "guy", "gentleman", "lady", "person", "individual"}
)
"""Nouns that fit whoever has a role, too; a student is no minister."""


def is_associate(mention: Mention) -> bool:
    """Whether it is somebody's ally or aide, told by the owner: "one of his aides"."""
    return "aide" in mention.classes and mention.owner is not None
