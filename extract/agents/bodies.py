"""The countries and organizations of an article, each under its fullest name."""

from extract.agents.cast import Member
from extract.agents.gazetteer import normal
from extract.agents.mention import Mention
from extract.agents.offices import office_name
from extract.agents.phrases import bare
from extract.agents.tokens import Tokens
from ontology.claim import AgentKind


def body(mention: Mention, names: dict[str, str]) -> Member:
    """The country or organization that a mention names.

    `names` are the article's fuller names (see `fuller_names`).
    """
    if mention.entry is not None:
        name, kind = mention.entry.name, mention.entry.kind
    else:
        name = office_name(names.get(normal(mention.name), mention.name))
        kind = AgentKind.ORGANIZATION
    member = Member(name, kind, (normal(name),), plural=mention.plural)
    member.learn(mention)
    return member


def fuller_names(tokens: Tokens) -> dict[str, str]:
    """The full name of every organization that the article also calls by a short one.

    Short is an acronym of the full name's capitals, or its first or last words where
    no other name has them there.
    """
    full = sorted(_organizations(tokens), key=len, reverse=True)
    shorts: dict[str, str] = {}
    for short in {*full, *_ends(full)}:
        fitting = [name for name in full if _shortens(short, name)]
        if len(fitting) == 1 or (fitting and short.isupper()):
            shorts[normal(short)] = fitting[0]
    return shorts


def _ends(names: list[str]) -> set[str]:
    """The last words of names, which stand for them after "the": the Post."""
    return {name.rpartition(" ")[2] for name in names if name.count(" ") > 0}


def _organizations(tokens: Tokens) -> set[str]:
    labelled = (
        bare(tokens, start, end)
        for start, end, label in tokens.entities
        if label == "ORGANIZATION"
    )
    return {tokens.text(start, end) for start, end in labelled}


def _shortens(short: str, name: str) -> bool:
    if len(short) >= len(name):
        return False
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    acronym = short.replace(".", "")
    if acronym.isupper() and len(acronym) > 1 and initials == acronym:
        return True
    part = name.startswith(short + " ") or name.endswith(" " + short)
    return part and short[0].isupper()
