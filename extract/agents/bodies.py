"""The countries and organizations of an article, each under its fullest name."""

from extract.agents.cast import Member
from extract.agents.gazetteer import normal
from extract.agents.mention import Mention
from extract.agents.short_names import full_name
from extract.agents.tokens import Tokens
from ontology.claim import AgentKind


def body(tokens: Tokens, mention: Mention) -> Member:
    """The country or organization that a mention names."""
    if mention.entry is not None:
        name, kind = mention.entry.name, mention.entry.kind
    else:
        name, kind = full_name(tokens, mention.name), AgentKind.ORGANIZATION
    member = Member(name, kind, (normal(name),), plural=mention.plural)
    member.learn(mention)
    return member
