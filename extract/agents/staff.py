"""Who speaks for somebody or for a body by a description that names whose it is."""

from extract.agents.behalf import speaks_for
from extract.agents.cast import Member
from extract.agents.lexicon import NOT_FOR
from extract.agents.mention import Form, Mention
from extract.agents.tokens import Tokens
from ontology.claim import AgentKind


def speaks_for_owner(
    tokens: Tokens, mention: Mention, owner: Member, meant: Member
) -> bool:
    """Whether a mention that names its owner means somebody who speaks for them."""
    return _is_officer(tokens, mention, owner) or _is_staff(
        tokens, mention, owner, meant
    )


def _is_officer(tokens: Tokens, mention: Mention, owner: Member) -> bool:
    """Whether the mention tells somebody who speaks for the owner: its president."""
    words = tokens.lowers[mention.start : mention.end]
    one = mention.form in (Form.PERSON, Form.DESCRIPTION) and not mention.plural
    return (
        one
        and NOT_FOR.isdisjoint(words)
        and speaks_for(owner.kind, mention.classes, words)
    )


def _is_staff(tokens: Tokens, mention: Mention, owner: Member, meant: Member) -> bool:
    """Whether a person's own people are meant, and nobody by name: the Roe campaign,
    Roe aides; allies and supporters speak for themselves, and "his campaign" may be of
    several people in one article."""
    if owner.kind is not AgentKind.PERSON or meant.kind is AgentKind.PERSON:
        return False
    if mention.owner is None or tokens.tags[mention.owner[0]] == "PRP$":
        return False
    staff = tokens.lowers[mention.head] in STAFFS
    return staff or {"office", "aide"} <= mention.classes


STAFFS = frozenset(
    {"administration", "camp", "campaign", "government", "office", "team"}
)
"""Bodies called by whom they work for."""
