"""Words with which a condition begins: "if they pay", "provided that it lasts"."""

from spacy.tokens import Span, Token

_AS_LONG = frozenset({"as long", "so long"})
_PARTICIPLES = frozenset({"provided", "providing"})
_NO_CONDITION = frozenset({"as", "even"})
"""Words after which "if" compares, or concedes: "as if", "even if"."""

_OBJECTS = frozenset({"obj", "obl", "obl:agent"})
"""What the participles have that are none: "providing jobs", "provided by banks"."""

_CLAUSES = frozenset({"ccomp", "xcomp"})


def begins_condition(token: Token) -> bool:
    """Whether a condition begins with the word, or with a phrase that it ends: "unless
    they pay", "as long as they pay", "on condition that they pay"."""
    word = token.lower_
    if word == "if":
        return not (_is_whether(token) or _before(token).lower_ in _NO_CONDITION)
    if word in _PARTICIPLES:
        thing = any(child.dep_ in _OBJECTS for child in token.rights)
        return token.dep_ == "mark" or (token.dep_ == "advcl" and not thing)
    if word == "condition":
        return any(earlier.lower_ == "on" for earlier in _two_before(token))
    if word == "as":
        return _two_before(token).text.lower() in _AS_LONG
    return word == "unless"


def _two_before(token: Token) -> Span:
    return token.doc[max(token.i - 2, 0) : token.i]


def _is_whether(word: Token) -> bool:
    """Whether it opens what is asked or to be seen: "asked her if", "to see if"."""
    asking = word.head.head
    asked = word.head.dep_ in _CLAUSES and asking.i < word.i
    return asked and asking in (_before(word), _before(word).head)


def _before(token: Token) -> Token:
    return token.doc[max(token.i - 1, 0)]
