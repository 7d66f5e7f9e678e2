"""The organizations of an article by their short names, each under its full one."""

from collections.abc import Mapping
from functools import lru_cache

from extract.agents.acronyms import spelled_out
from extract.agents.gazetteer import normal
from extract.agents.lexicon import BODIES, role, singular
from extract.agents.offices import office_name
from extract.agents.phrases import bare
from extract.agents.tokens import Tokens


def full_name(tokens: Tokens, name: str) -> str:
    """A body's name as the article gives it in full; a ministry's by one form."""
    return office_name(fuller_names(tokens).get(normal(name), name))


@lru_cache(maxsize=2)
def fuller_names(tokens: Tokens) -> Mapping[str, str]:
    """The full name of every organization that the article also calls by a short one.

    Short is an acronym that the article spells out or of the full name's capitals, or
    its first or last words where no other name has them there.
    """
    full = sorted(_organizations(tokens), key=len, reverse=True)
    shorts: dict[str, str] = {}
    for short in {*full, *_ends(full)}:
        fitting = [name for name in full if _shortens(short, name)]
        if len(fitting) == 1 or (fitting and short.isupper()):
            shorts[normal(short)] = fitting[0]
    for index, name in spelled_out(tokens.texts):
        shorts[normal(tokens.texts[index])] = tokens.text(*name)
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
    """Whether a name stands for a longer one; "Police" for no Police Guild."""
    if len(short) >= len(name):
        return False
    acronym = short.replace(".", "")
    if acronym.isupper() and len(acronym) > 1 and acronym == _initials(name):
        return True
    first = name.startswith(short + " ") and short.lower() not in BODIES
    first = first and not any(map(_is_holder, name[len(short) :].split()[:1]))
    return short[0].isupper() and (first or name.endswith(" " + short))


def _initials(name: str) -> str:
    """The letters with which the words of a name in capitals begin."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_holder(word: str) -> bool:
    """Whether a word of a headline tells somebody of a body: CNN Reporter Caught."""
    return role(word) is not None and singular(word.lower()) == word.lower()
