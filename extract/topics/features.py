"""What speaks for or against a phrase as the topic of a content, as numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from extract.agents.lexicon import BODIES, role
from extract.encoding.encoder import Outputs
from extract.encoding.viterbi import Floats
from extract.topics.actors import is_actor
from extract.topics.candidates import Candidate

Features = dict[str, float]
"""Values by name; what is not there is 0."""

_RELATIONS = frozenset({"nsubj", "obj", "obl", "nmod", "appos"})
_SUBORDINATE = ("acl", "advcl", "csubj")

DEEPEST = 5
"""Steps up to the content's root that are told apart."""

OFTENEST = 8
"""Times that a word stands in the article that are told apart."""

FIRST = 5
"""Words that open a content: who acts is named there more often than the topic."""


class Page(NamedTuple):
    """What is known of the document: the encoder's values, counts of lemmas."""

    values: Outputs
    rows: dict[int, int]
    lemmas: Mapping[str, int]

    def logit(self, index: int) -> float:
        """Of a token: whether it names the topic, by the encoder."""
        row = self.rows.get(index)
        return 0.0 if row is None else float(self.values["topic"][row, 0])

    def embedding(self, span: Span) -> Floats:
        """The mean of the words' vectors [384]."""
        own = [self.rows[token.i] for token in span if token.i in self.rows]
        mean: Floats = self.values["embedding"][own].mean(0)
        return mean


def page(doc: Doc, values: Outputs, tokens: Sequence[int]) -> Page:
    """The document's page; the encoder's values belong to the words at `tokens`."""
    lemmas: dict[str, int] = defaultdict(int)
    keys: list[int] = doc.to_array("LEMMA").tolist()
    for lemma, count in Counter(keys).items():
        lemmas[doc.vocab.strings[lemma].lower()] += count
    return Page(values, {token: row for row, token in enumerate(tokens)}, lemmas)


def features(found: Candidate, contents: Sequence[Span], page: Page) -> Features:
    """The values of one candidate of an attribution's contents."""
    return dict((*_of_words(found, page), *_of_place(found, contents)))


def _of_words(found: Candidate, page: Page) -> Iterator[tuple[str, float]]:
    span, head = found.span, found.head
    logits = [page.logit(token.i) for token in span]
    yield "logit mean", sum(logits) / len(logits)
    yield "logit most", max(logits)
    yield "logit least", min(logits)
    yield "logit head", page.logit(head.i)
    yield f"form {found.form}", 1.0
    yield f"label {head.ent_type_ or 'none'}", 1.0
    yield "person by role", float(role(head.lower_) is not None)
    yield "body by noun", float(head.lower_ in BODIES)
    lemma = head.lemma_.lower()
    yield "one word", float(len(span) == 1)
    yield "words", float(len(span))
    yield "often", float(min(page.lemmas[lemma], OFTENEST)) ** 0.5
    yield "number", float(any(token.pos_ == "NUM" for token in found.kept))


def _of_place(
    found: Candidate, contents: Sequence[Span]
) -> Iterator[tuple[str, float]]:
    head = found.head
    relation = head.dep_.split(":")[0]
    yield f"relation {relation if relation in _RELATIONS else 'other'}", 1.0
    own = next(piece for piece in contents if _is_in(head, piece))
    length = sum(map(len, contents))
    at = sum(len(p) for p in contents if p.end <= own.start) + head.i - own.start
    yield "late", at / length
    yield "opening", float(at < FIRST)
    rest = own.end - max(found.span.end, head.i + 1)
    yield "somebody with more", float(at < FIRST < rest and is_actor(head))
    yield "share", len(found.span) / length
    above = steps(head, own)
    yield "depth", float(min(len(above), DEEPEST))
    yield "subordinate", float(any(t.dep_.startswith(_SUBORDINATE) for t in above))
    yield "of a pronoun", float(any(token.tag_ == "PRP$" for token in head.lefts))
    yield "owned", float(any(token.dep_ == "nmod:poss" for token in head.lefts))
    yield "tied", float(any(token.dep_ == "nmod" for token in head.rights))


def steps(token: Token, content: Span) -> list[Token]:
    """The words from the token up to the content's root, itself the first."""
    found: list[Token] = []
    while token.head.i != token.i and _is_in(token.head, content):
        found.append(token)
        token = token.head
    return found


def _is_in(token: Token, span: Span) -> bool:
    """As `in`, by place: that would look at each token of the span."""
    return span.start <= token.i < span.end
