"""Phrases without a person's name: bodies, descriptions, groups, documents."""

from extract.agents.behalf import behalf
from extract.agents.body_phrases import body_at_head
from extract.agents.lexicon import (
    BODIES,
    DOCUMENTS,
    GROUPS,
    INDEFINITE,
    QUANTIFIERS,
    singular,
)
from extract.agents.mention import (
    AGED,
    Form,
    Mention,
    classes_of,
    gender_of,
    is_definite,
    is_plural,
    nations_of,
    nouns_of,
)
from extract.agents.named import mentioned
from extract.agents.names import person
from extract.agents.phrases import (
    Stretch,
    bare,
    first_preposition,
    head,
    leader,
    owner,
)
from extract.agents.titles import own_words
from extract.agents.tokens import Tokens


def nominal(tokens: Tokens, span: Stretch, inner: Stretch) -> Mention:
    """A phrase without a person's name at its head."""
    start = inner[0]
    body = body_at_head(tokens, span, inner)
    if body is not None:
        return body
    members = _members(tokens, *inner)
    at = head(tokens, *members)
    words = own_words(tokens, members)
    nouns = nouns_of(words) | _kinds_of_body(tokens, at)
    classes = classes_of(words)
    refs = tuple(behalf(tokens, *members, skip=(0, 0)))
    spoken_for = "spokesperson" in classes and not refs
    ties = AUTHORS | {"for"} if spoken_for else AUTHORS
    plural = is_plural(tokens, *inner)
    mention = Mention(
        *span,
        at,
        _form(tokens.lowers[at], tokens.lowers[start], nouns=nouns, plural=plural),
        tokens.text(*inner),
        nouns=nouns,
        classes=classes,
        gender=gender_of(tokens.lowers[at : at + 1]),
        plural=plural,
        definite=is_definite(tokens, *inner),
        behalf=refs,
        nations=nations_of(tokens, [inner]),
        owner=owner(tokens, *members)
        or leader(tokens, *members)
        or _tied(tokens, *members, ties),
    )
    if AGED.search(mention.text):
        mention = mention._replace(form=Form.DESCRIPTION, classes=frozenset({"person"}))
    return (
        _authored(tokens, mention, inner) if mention.form is Form.DOCUMENT else mention
    )


def _kinds_of_body(tokens: Tokens, at: int) -> frozenset[str]:
    """What sort of bodies a plural noun means: club of "the clubs"."""
    kind = singular(tokens.lowers[at])
    return frozenset({kind} & BODIES) if kind != tokens.lowers[at] else frozenset()


def _members(tokens: Tokens, start: int, end: int) -> Stretch:
    """What follows a partitive's "of": the close associates in "one of the ..."."""
    stop = first_preposition(tokens, start + 1, end)
    quantity = {tokens.lowers[start], tokens.lowers[stop - 1]} & QUANTIFIERS
    partitive = stop < end - 1 and tokens.lowers[stop] == "of" and quantity
    return bare(tokens, stop + 1, end) if partitive else (start, end)


def _authored(tokens: Tokens, document: Mention, inner: Stretch) -> Mention:
    """The document with its owner or author, where a name says who that is."""
    if document.owner and document.owner[1] <= document.head:
        return document
    before = mentioned(tokens, inner[0], document.head)
    if before:
        return document._replace(owner=before[0].span)
    named = document.owner and (
        person(tokens, *document.owner) or mentioned(tokens, *document.owner)
    )
    return document if named else document._replace(owner=None)


def _form(word: str, first: str, *, nouns: frozenset[str], plural: bool) -> Form:
    """How a phrase refers, by its head, its first word and its role nouns."""
    if word in GROUPS or (plural and (nouns or word not in DOCUMENTS)):
        return Form.GROUP
    if nouns:
        return Form.DESCRIPTION
    if word in DOCUMENTS or singular(word) in DOCUMENTS:
        return Form.DOCUMENT
    return Form.GROUP if first in INDEFINITE and first != "one" else Form.OTHER


def _tied(tokens: Tokens, start: int, end: int, ties: frozenset[str]) -> Stretch | None:
    """What follows one of the prepositions after the head."""
    at = first_preposition(tokens, start, end)
    tied = at < end - 1 and tokens.lowers[at] in ties
    return (at + 1, end) if tied else None


AUTHORS = frozenset({"of", "by", "from"})
"""Prepositions before whoever a document, or an ally, is of."""
