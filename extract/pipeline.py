"""From articles to claims: the spaCy pipeline and the rooms that follow it."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract import components, version
from extract.agents.addressees import addressees, targets
from extract.agents.speakers import speakers
from extract.antecedents import with_antecedent
from extract.attributions import LEAST, attributions
from extract.claims import Place, Reading, about, claim, split
from extract.dates import article_date, dates
from extract.furniture import furniture
from extract.lists.announced import announced
from extract.quotes import quote_types
from extract.repeats import merged
from extract.segments import Segment, segments
from extract.silence import is_silent
from extract.splitting import sentences
from extract.stances import stances
from extract.topics import TopicLinker
from ontology import topics as schemes
from ontology.claim import Article, Claim, Span
from ontology.claim import Extractor as Program
from ontology.stances import Stance


def language(*, threads: int | None = None, tagger: str | None = None) -> Language:
    """The spaCy pipeline: encoder, syntax, entities, attributions.

    `tagger` names an installed spaCy pipeline (such as `en_core_web_trf`) whose
    tags and entities then stand in place of the encoder's own.
    """
    nlp = spacy.load(tagger) if tagger else spacy.blank("en")
    nlp.add_pipe(components.ENCODER, config={"threads": threads})
    nlp.add_pipe(components.SYNTAX, config={"tags": tagger is None})
    if tagger is None:
        nlp.add_pipe(components.ENTITIES)
    nlp.add_pipe(components.ATTRIBUTIONS)
    return nlp


def load(
    *,
    threads: int | None = None,
    tagger: str | None = None,
    topics: Iterable[Path] = (),
) -> "Extractor":
    """The extractor, ready to read; `topics` are SKOS files in place of ours."""
    return Extractor(language(threads=threads, tagger=tagger), schemes.load(*topics))


AIMED = frozenset({Stance.ACCUSES, Stance.DEMANDS, Stance.SEEKS, Stance.THREATENS})
"""The stances that are aimed at somebody, a wish at who is to act: no other claim has a
target."""


class Piece(NamedTuple):
    """A segment of an article, and the page furniture of the whole article."""

    article: Article
    segment: Segment
    furniture: tuple[Span, ...]

    @property
    def last(self) -> bool:
        """Whether the article ends with this segment."""
        return self.segment.offset + len(self.segment.text) == len(self.article.text)

    def place(self) -> Place:
        """Where the segment stands."""
        return Place(self.article, self.segment.offset, self.furniture)


class Extractor:
    """Articles in, claims out."""

    def __init__(self, nlp: Language, scheme: schemes.TopicScheme) -> None:
        self.nlp = nlp
        self._encoder = components.encoder_of(nlp)
        self.linker = TopicLinker(nlp, self._encoder, scheme)
        self._scheme = scheme

    @cached_property
    def program(self) -> Program:
        """Name and version as every claim carries them."""
        full = version.full(self._encoder.version, self._scheme)
        if components.ENTITIES not in self.nlp.pipe_names:  # a user's own tagger
            full += f".{self.nlp.meta['name']}-{self.nlp.meta['version']}"
        return Program(name="onrecord", version=full)

    def extract(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """Each article with its claims, in order; memory holds two batches."""
        pieces = (piece for own in articles for piece in _pieces(_dated(own)))
        texts = ((piece.segment.text, piece) for piece in pieces)
        found: list[Claim] = []
        for doc, piece in self.nlp.pipe(texts, as_tuples=True):
            found.extend(self._claims(piece, doc))
            doc.user_data.clear()  # its spans hold the document: a circle
            if piece.last:
                yield piece.article, tuple(merged(found))
                found = []

    def _claims(self, piece: Piece, doc: Doc) -> list[Claim]:
        readings = list(split(self._readings(piece.article, doc)))
        topics = self.linker.topics(doc, [r.attribution for r in readings])
        filed = map(about, readings, topics, repeat(self._scheme))
        return [claim(piece.place(), reading, self.program) for reading in filed]

    def _readings(self, article: Article, doc: Doc) -> Iterator[Reading]:
        """What is known of each sentence of each attribution, but for its topics."""
        found = attributions(doc)
        known = zip(
            speakers(doc, article),
            addressees(doc, article),
            targets(doc, article),
            dates(doc, article),
            strict=True,
        )
        each = zip(found, known, strict=True)
        heard = ((own, known) for own, known in each if not is_silent(own))
        whole = ((with_antecedent(own), known) for own, known in heard)
        parts = [(part, known) for own, known in whole for part in sentences(own)]
        spoken = [part for part, _ in parts]
        read = zip(
            parts,
            stances(doc, spoken, self._encoder),
            quote_types(doc, spoken),
            strict=True,
        )
        for (part, (speaker, addressee, target, date)), stanced, quote in read:
            if part.confidence * speaker.confidence < LEAST:
                continue
            own = announced(part, stanced)
            aimed = target if own.stance in AIMED else None
            yield Reading(part, speaker, addressee, aimed, own, (), date, quote)


def _dated(article: Article) -> Article:
    """The article with its date from its text, where nothing else gave one."""
    if article.published:
        return article
    known = {"url": article.url, "modified": article.modified}
    return article.model_copy(update={"published": article_date(article.text, known)})


def _pieces(article: Article) -> Iterator[Piece]:
    """The article in segments, page furniture blanked out: offsets stay as they are."""
    text = article.text
    left_out = tuple(furniture(text))
    parts: list[str] = []
    end = 0
    for start, stop in left_out:
        parts += [text[end:start], "\n" * (stop - start)]
        end = stop
    for segment in segments("".join([*parts, text[end:]])):
        yield Piece(article, segment, left_out)
