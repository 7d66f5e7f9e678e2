"""How well a description fits somebody: by role, class, nation and kind."""

from functools import lru_cache

from extract.agents.cast import Member
from extract.agents.gazetteer import Sense, gazetteer
from extract.agents.lexicon import (
    DETERMINERS,
    NOT_FOR,
    OWN_BODIES,
    STATE_BODIES,
    roles,
    word_class,
)
from extract.agents.mention import Mention
from extract.agents.phrases import segments
from extract.agents.tokens import Tokens
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
    "commander": "military",
    "chief": "leader",
    "head": "leader",
}
"""Nouns that take up a whole class of roles: a foreign minister is a diplomat."""

SAME_ROLE, SAME_CLASS, SAME_NATION, SAME_WORDS = 2.0, 1.2, 1.0, 1.0
"""What a shared role noun, a class that covers the role, a shared nation and the role
in no other words weigh: "the president" for whom the article called no more."""

UNTOLD, GENERIC, FOREIGN, UNLIKE = 0.3, 0.8, -0.5, -1.5
"""What speaks for somebody whose role the article never tells and for "the man", and
against whose nation it never tells, for the Kenyan, and whom it has called otherwise:
the climber, for a nurse."""

PRIVATE = frozenset(
    {"person", "worker", "relation", "expert", "scientist", "police", "military"}
)
"""Classes that a person can have besides others, and in no office."""


ANY_LIFE = frozenset({"person", "relation"})
"""Those of them that fit whoever the article told nothing of: the mother of four."""


def agreement(member: Member, mention: Mention) -> float:
    """How much the description speaks for the member; 0 where it cannot mean it.

    A title tells more than the person needs: the prime minister is no other minister.
    """
    foreign = mention.nations.isdisjoint(member.nations) and bool(member.nations)
    if not is_person(member) or (mention.nations and foreign):
        return 0.0
    apart = _set_apart(mention.text)
    if apart and not apart <= _set_apart(member.role or member.name):
        return 0.0
    shared = SAME_NATION * bool(mention.nations & member.nations)
    if mention.nations and not mention.nouns:  # the Kenyan
        return SAME_ROLE if shared else FOREIGN * (not member.nations)
    if mention.nouns & member.nouns:
        return SAME_ROLE + shared + SAME_WORDS * _is_role_alone(member, mention)
    if any(DESCRIBES.get(noun) in member.classes for noun in mention.nouns):
        return SAME_CLASS + shared
    if _is_generic(mention) and (mention.nouns <= ANYBODY or not member.nouns):
        return GENERIC + shared
    if "-year-old" in mention.text:
        return GENERIC + shared
    private = mention.classes <= PRIVATE and member.classes <= PRIVATE
    private = private and (bool(member.nouns) or mention.classes <= ANY_LIFE)
    return UNLIKE + shared if private and member.kind is AgentKind.PERSON else 0.0


@lru_cache(maxsize=1000)
def _set_apart(title: str) -> frozenset[str]:
    """The words of a title that set its holder apart: opposition, former."""
    return NOT_FOR.intersection(title.lower().split())


def has_role(member: Member, mention: Mention) -> bool:
    """Whether all words of a description are of the role that somebody was named with:
    the minister, and no justice minister, for a minister."""
    words = set(mention.text.lower().split()) - DETERMINERS
    role = member.role or ""
    return member.kind is AgentKind.PERSON and words <= set(role.lower().split())


def _is_role_alone(member: Member, mention: Mention) -> bool:
    written = mention.text.lower().removeprefix("the ")
    return member.role is not None and member.role.lower() == written


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
    kept = (word for word in mention.text.split() if not _tells_place(word))
    words = set(map(str.lower, kept)) - DETERMINERS
    if words <= FIRMS and not NO_FIRMS.isdisjoint(name | member.nouns):
        return 0.0
    if words <= name | member.nouns:
        return SAME_ROLE
    trading = not TRADING.isdisjoint(member.nouns - name)
    if words <= FIRMS and trading:
        return SAME_ROLE
    if words <= NEWSPAPERS and not NEWSPAPERS.isdisjoint(name | member.nouns):
        return SAME_ROLE
    return UNTOLD if words <= ANY_BODY and name.isdisjoint(STATE_BODIES) else 0.0


def _tells_place(word: str) -> bool:
    """Whether an adjective says only where a body is: German, Augsburg-based."""
    known = gazetteer().find(word, Sense.DEMONYM) if word[:1].isupper() else None
    return known is not None or word.endswith("-based")


def words_of(member: Member) -> set[str]:
    """The words of its name, for comparison."""
    return set(member.name.lower().split())


NEWSPAPERS = frozenset({"newspaper", "paper", "daily", "tabloid", "weekly"})
"""Nouns for the same body."""

FIRMS = frozenset({"company", "firm"})
"""Nouns for a body that earns."""

TRADING = word_class("trading")
"""Nouns beside a name that tell a company: "the company" for the airline Acme."""

NO_FIRMS = (STATE_BODIES | OWN_BODIES) - FIRMS - {"startup"}
"""What a name that tells another kind of body holds: Union, Council."""

ANY_BODY = frozenset(
    {"company", "firm", "group", "organization", "organisation", "agency", "charity"}
)
"""Nouns for a body whose name need not hold them."""


def _is_generic(mention: Mention) -> bool:
    """Whether the description says no more than that it is a person."""
    known = (roles().get(noun) for noun in mention.nouns)
    return all(one.classes <= {"person"} for one in known if one)


ANYBODY = frozenset(
    {"man", "woman", "boy", "girl", "guy", "gentleman", "lady", "person", "individual"}
)
"""Nouns that fit whoever has a role, too; a student is no minister."""


def is_introduced(tokens: Tokens, mention: Mention) -> bool:
    """Whether an apposition tells who somebody new is: its witness, a boy of nine."""
    parts = segments(tokens, mention.start, mention.end)
    return any(tokens.lowers[start] in ("a", "an") for start, _ in parts[1:2])


def is_associate(mention: Mention) -> bool:
    """Whether it is somebody's ally or aide, told by the owner: "one of his aides"."""
    return "aide" in mention.classes and mention.owner is not None
