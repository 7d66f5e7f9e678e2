"""How often the resolution of speakers is right, on a treebank with gold chains.

The file is CoNLL-U with GUM's `Entity=` in MISC. The sources are the subjects of
verbs of speech; names are given. A speaker is right if the gold chain of the mention
is that of the member it is linked to, or if it opens its chain and is kept as written.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.phrases import NOUNS, noun_phrase
from extract.agents.reader import Reader
from extract.agents.tokens import Tokens
from extract.agents.vectors import vectors
from extract.components import ENCODER
from extract.evaluation.treebank import Document, documents
from extract.pipeline import Extractor

SPEECH = frozenset(
    {
        "say", "tell", "ask", "add", "note", "state", "explain", "claim", "argue",
        "believe", "think", "write", "report", "announce", "suggest", "insist", "warn",
        "deny", "reply", "answer", "admit", "agree", "confirm", "declare", "describe",
        "emphasize", "express", "mention", "propose", "reveal", "want", "hope", "know",
        "call", "demand", "promise", "recommend", "conclude", "respond", "comment",
    }
)  # fmt: skip
"""Verbs whose subjects stand for sources; a list for this evaluation only."""


@dataclass(frozen=True)
class Score:
    """Counts of one kind of mention."""

    right: int
    linked: int
    total: int

    def line(self, kind: str) -> str:
        """The counts as a line of the report."""
        share = self.right / self.total if self.total else 0.0
        return f"{kind:10} {self.right:4} of {self.total:4} right  {share:6.1%}"


def score(
    extractor: Extractor, path: Path, genres: Sequence[str] = ()
) -> dict[str, Score]:
    """Scores by kind of mention (pronoun, nominal, name), of all genres or of some."""
    encode: Callable[[Doc], Doc] = extractor.nlp.get_pipe(ENCODER)
    counts: Counter[tuple[str, str]] = Counter()
    for document in documents(path):
        if genres and document.genre not in genres:
            continue
        encode(document.doc)
        for kind, right, linked in _judged(document):
            counts[kind, "total"] += 1
            counts[kind, "right"] += right
            counts[kind, "linked"] += linked
    kinds = ("pronoun", "nominal", "name")
    fields = ("right", "linked", "total")
    return {kind: Score(*(counts[kind, field] for field in fields)) for kind in kinds}


def _judged(document: Document) -> Iterator[tuple[str, bool, bool]]:
    tokens = document.tokens
    sources = [read(tokens, *span) for span in subjects(tokens)]
    reader = Reader(tokens, sources, {}, vectors(document.doc))
    first: dict[int, int] = {}
    for head, link in sorted(reader.reading.links.items()):
        first.setdefault(id(link.member), head)
    for source in sources:
        gold = document.chains.get(source.head)
        if gold is None or source.form in (Form.DOCUMENT, Form.OTHER):
            continue
        link = reader.link(source)
        opened = first.get(id(link.member), source.head)
        opens = document.opens[gold] >= source.start
        if _kind(source) == "pronoun" and opens:
            continue  # nothing before it that it could mean
        right = document.chains.get(opened) == gold
        yield (
            _kind(source),
            right and (opens or opened < source.start),
            opened < source.start,
        )


def _kind(mention: Mention) -> str:
    if mention.form is Form.PRONOUN:
        return "pronoun"
    return "name" if mention.form in (Form.PERSON, Form.BODY) else "nominal"


def subjects(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The subjects of verbs of speech: noun phrases and third person pronouns."""
    for index, relation in enumerate(tokens.deps):
        if relation != "nsubj" or tokens.lemmas[tokens.heads[index]] not in SPEECH:
            continue
        if tokens.lowers[index] in ("he", "she", "they", "who"):
            yield index, index + 1
        elif tokens.pos[index] in NOUNS:
            entity = tokens.entity_at.get(index)
            start, end = noun_phrase(tokens, index)
            yield start, max(end, entity[1] if entity else end)


def report(scores: dict[str, Score]) -> str:
    """The scores, a line for each kind of mention."""
    return "\n".join(score.line(kind) for kind, score in scores.items())
