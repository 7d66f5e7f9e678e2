"""Contents that ask for their topic to end: who is for that is against the topic.

"They demanded an end to the fees" is a demand that goes against the fees.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from extract.agents.lexicon import singular
from extract.attributions import Attribution
from extract.modality import NEGATIONS
from extract.stances import Stanced
from extract.topics.candidates import TYING
from ontology.stances import Polarity, Stance

WANTING = frozenset(
    {Stance.ACCEPTS, Stance.DEMANDS, Stance.PROMISES, Stance.PROPOSES, Stance.SEEKS,
     Stance.SUPPORTS}
)  # fmt: skip
"""The stances that want what the content tells."""

VERBS = frozenset(
    {"abandon", "abolish", "annul", "avert", "avoid", "axe", "ban", "block", "cancel",
     "cease", "dismantle", "ditch", "drop", "eliminate", "end", "forbid", "forgo",
     "forsake", "halt", "lift", "outlaw", "overturn", "prevent", "prohibit", "reject",
     "remove", "renounce", "repeal", "rescind", "reverse", "revoke", "rid", "scrap",
     "stop", "suspend", "waive"}
)  # fmt: skip

NOUNS = frozenset(
    {"abandonment", "abolition", "ban", "cancellation", "cessation", "end", "halt",
     "lifting", "moratorium", "prohibition", "removal", "renunciation", "repeal",
     "scrapping", "stop", "suspension", "withdrawal"}
)  # fmt: skip

STEM = 5
"""Letters of a word by which its noun or verb is known: eliminate, elimination."""

_WITH_PARTICLE = {
    "call": {"off"},
    "phase": {"down", "out"},
    "pull": {"down"},
    "shut": {"down"},
    "strike": {"down"},
    "tear": {"down", "up"},
    "throw": {"out"},
    "vote": {"down"},
}
"""Verbs that end things by the particle after them: "phase in" begins something."""

_TIED = re.compile(f" (?:into|{'|'.join(sorted(TYING))}) ")
"""What parts the head of a topic's name from the rest."""

_GOVERNED = frozenset({"nmod", "nsubj:pass", "obj", "obl", "xcomp"})
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})

_CEASING = frozenset({"cease", "end"})
"""Verbs whose subject ends, where they have no object."""

_ASIDE = frozenset({"acl:relcl", "advcl", "advcl:relcl"})
"""Clauses that tell only when or which: "until the term ends"."""

_COMING = frozenset({"bring", "come"})
"""Verbs before "to an end": what they bring, or what comes, ends."""

_OF_WHAT = frozenset({"of", "on", "to"})
"""Prepositions from an end to what ends: "an end to", "a ban on"."""

_WHEN = frozenset(
    {"after", "at", "before", "by", "from", "in", "since", "till", "until"}
)
"""Prepositions before an end that is a time or place: "by the end of the road"."""

_ACTS = frozenset(
    {"build", "burn", "buy", "construction", "deploy", "deployment", "existence",
     "export", "fund", "import", "issue", "make", "manufacture", "operate", "operation",
     "practice", "presence", "produce", "production", "purchase", "sale", "sell",
     "supply", "use"}
)  # fmt: skip
"""Ways in which a thing is there or comes about: who ends the use of it is against it;
who ends its destruction is not."""


_TURNING_DOWN = frozenset(
    {"against", "decline", "fight", "oppose", "refuse", "reject", "resist"}
)
"""Words of a cue by which its content, an end to something, is not to be."""


def turned(stanced: Stanced, attribution: Attribution, names: Sequence[str]) -> Stanced:
    """The stance with its attitude to the topic of these names, should the content ask
    for its end, or for none of it, or the cue turn its end down."""
    contents = attribution.content
    wanted = stanced.stance in WANTING and stanced.polarity is Polarity.FOR
    if not (wanted or _is_turned_down(stanced, attribution.cue)):
        return stanced
    word = ending(contents, names)
    if word is None and wanted:
        word = _none_of(contents, names)
    if word is None:
        return stanced
    polarity = Polarity.AGAINST if wanted else Polarity.FOR
    side = "against" if wanted else "for"
    detail = f"{stanced.reason.detail}; {word.text!r}: {side} the topic"
    reason = stanced.reason.model_copy(update={"detail": detail})
    return stanced._replace(polarity=polarity, reason=reason)


def _is_turned_down(stanced: Stanced, cue: Span) -> bool:
    against = stanced.polarity is Polarity.AGAINST
    opposed = stanced.stance is Stance.OPPOSES and against
    return opposed and any(token.lemma_ in _TURNING_DOWN for token in cue)


def _none_of(contents: Sequence[Span], names: Sequence[str]) -> Token | None:
    """The "no" of a topic that is to be absent: "no fees", "there must be no fees".

    The subject of another verb is not: "that no patient be turned away".
    """
    called = frozenset(map(_head, names))
    for word in (token for span in contents for token in span if token.lower_ == "no"):
        noun = word.head
        missing = word.dep_ == "det" and singular(noun.lower_) in called
        acting = noun.dep_ in _SUBJECTS and noun.head.lemma_ != "be"
        if missing and not acting:
            return word
    return None


def ending(contents: Sequence[Span], names: Sequence[str]) -> Token | None:
    """The word by which a topic of these names, the first its label, is to end, where
    the topic is not that end itself."""
    called = frozenset(map(_head, names))
    label = names[0].lower().split()
    for word in (token for span in contents for token in span if _ends(token)):
        stem = word.lemma_[:STEM]
        if any(own.startswith(stem) for own in label):  # "the ban", "tax elimination"
            return None
        if any(singular(what.lower_) in called for what in _ended(word)):
            return word
    return None


def _head(name: str) -> str:
    """The noun that heads a topic's name: "claim" of "claims over land"."""
    return singular(_TIED.split(name.lower())[0].rpartition(" ")[2])


def _ends(token: Token) -> bool:
    """Whether it is such a word, neither negated nor itself ended: "lift the ban"."""
    if not _is_listed(token):
        return False
    denied = any(child.lower_ in NEGATIONS for child in token.children)
    ended = token.dep_ in _GOVERNED and token.head != token and _is_listed(token.head)
    return not (denied or ended)


def _is_listed(token: Token) -> bool:
    listed = NOUNS if token.pos_ == "NOUN" else VERBS
    return token.lemma_ in listed or _is_called_off(token)


def _is_called_off(token: Token) -> bool:
    particles = _WITH_PARTICLE.get(token.lemma_, ())
    return bool(particles) and any(t.lower_ in particles for t in token.rights)


def _ended(word: Token) -> Iterator[Token]:
    """The heads of what is ended, and of what they do with: "the use of nets"."""
    for head in _done_to(word):
        yield head
        if head.lemma_ in _ACTS:
            yield from _done_to(head)


def _done_to(word: Token) -> Iterator[Token]:
    """What a verb or noun is about, and what is joined to that."""
    for head in _by_noun(word) if word.pos_ == "NOUN" else _by_verb(word):
        yield head
        yield from (child for child in head.rights if child.dep_ == "conj")


def _by_verb(verb: Token) -> Iterator[Token]:
    """Its objects, or what one stops doing; its subject, if that ceases."""
    objects = [child for child in verb.children if child.dep_ in _OBJECTS]
    if not objects and _is_called_off(verb):  # the parse: "called off" the strike
        objects = [child for child in verb.rights if _is_bare_oblique(child)]
    objects += [token for token in _after(verb) if token.pos_ == "VERB"]
    if objects or verb.lemma_ not in _CEASING or verb.dep_ in _ASIDE:
        return iter(objects)
    ceasing = [child for child in verb.lefts if child.dep_ in _SUBJECTS]
    return iter(ceasing or [verb.head])


def _is_bare_oblique(token: Token) -> bool:
    return token.dep_ == "obl" and all(t.dep_ != "case" for t in token.lefts)


def _by_noun(noun: Token) -> Iterator[Token]:
    """What it is of; or what is brought, or comes, "to an end"."""
    cases = {child.lower_ for child in noun.lefts if child.dep_ == "case"}
    if not cases.isdisjoint(_WHEN):
        return
    if "to" in cases and noun.head.lemma_ in _COMING:
        yield from (t for t in noun.head.children if t.dep_ in _SUBJECTS | _OBJECTS)
    for token in _after(noun):
        if token.lower_ in _OF_WHAT:
            yield token.head
            yield from (child for child in noun.rights if child.left_edge == token)


def _after(token: Token) -> Span:
    return token.doc[token.i + 1 : token.i + 2]
