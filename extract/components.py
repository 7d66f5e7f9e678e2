"""spaCy components that write to a `Doc` what the encoder's heads say.

`onrecord_encoder` reads the text once and keeps the outputs on the document; the
others each write one layer from them: syntax, entities, attributions.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract import attributions
from extract.attributions import LEAST
from extract.encoding.encoded import OUTPUTS, doc_words, outputs, word_tokens
from extract.encoding.encoder import Encoder, Outputs
from extract.encoding.labels import ENTITY_TAGS, ROLES, spans_of
from extract.encoding.viterbi import best_path, legal
from extract.forms import formed
from extract.interviews import interviewed
from extract.lemmas import apply
from extract.linking import link
from extract.lists import listed
from extract.mending import without_nameless
from extract.tellings import tells
from extract.text_batches import batches
from extract.trees import sentence_starts, tree
from extract.verbs import verb_lemma

ENTITY_LEGAL = legal(ENTITY_TAGS)

ENCODER, SYNTAX = "onrecord_encoder", "onrecord_syntax"
ENTITIES, ATTRIBUTIONS = "onrecord_entities", "onrecord_attributions"
"""Names of the components."""


class EncoderComponent:
    """Runs the encoder over batches of documents."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """One document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:
        """The documents in their order; the next batch is encoded meanwhile.

        Batches go by BATCH characters, whatever `batch_size` says.
        """
        del batch_size
        with ThreadPoolExecutor(1) as ahead:
            waiting: Future[list[Doc]] | None = None
            for batch in batches(stream):
                encoding = ahead.submit(self._encode, batch)
                if waiting:
                    yield from waiting.result()
                waiting = encoding
            if waiting:
                yield from waiting.result()

    def _encode(self, batch: list[Doc]) -> list[Doc]:
        encoded = self.encoder.encode([doc_words(doc)[0] for doc in batch])
        for doc, values in zip(batch, encoded, strict=True):
            doc.user_data[OUTPUTS] = values
        return batch


class SyntaxComponent:
    """Writes dependencies, sentence starts and, if asked, tags and lemmas."""

    def __init__(self, labels: dict[str, Any], *, tags: bool) -> None:
        self._labels, self._tags = labels, tags

    def __call__(self, doc: Doc) -> Doc:
        """The document with its syntax; whitespace hangs on the word before it."""
        values, indices = outputs(doc), word_tokens(doc)
        if indices:
            if self._tags:
                self._tag(doc, values, indices)
            self._parse(doc, values, indices)
        return doc

    def _tag(self, doc: Doc, values: Outputs, indices: list[int]) -> None:
        names = {name: self._labels[name] for name in ("upos", "xpos", "lemmas")}
        for token in doc:
            token.pos_, token.tag_, token.lemma_ = "SPACE", "_SP", token.text
        for row, index in enumerate(indices):
            token = doc[index]
            token.pos_ = names["upos"][values["upos"][row]]
            token.tag_ = names["xpos"][values["xpos"][row]]
            known = verb_lemma(token.text) if token.pos_ == "VERB" else None
            rule = names["lemmas"][values["lemma"][row]]
            token.lemma_ = known or apply(rule, token.text)

    def _parse(self, doc: Doc, values: Outputs, indices: list[int]) -> None:
        heads = list(range(len(doc)))
        relations = ["dep"] * len(doc)
        starts = sentence_starts(values, doc_words(doc)[0].breaks)
        for start, end in zip(starts, [*starts[1:], len(indices)], strict=True):
            found = tree(values, start, end)
            for row, (head, relation) in enumerate(found, start):
                heads[indices[row]] = indices[head]
                relations[indices[row]] = self._labels["relations"][relation]
        attach_spaces(doc, heads, indices)
        set_parse(doc, heads, relations)


def attach_spaces(doc: Doc, heads: list[int], indices: list[int]) -> None:
    """Hang every whitespace token on the word before it (or the first word)."""
    known = set(indices)
    last = indices[0]
    for index in range(len(doc)):
        if index in known:
            last = index
        else:
            heads[index] = last


def set_parse(doc: Doc, heads: list[int], relations: list[str]) -> None:
    """Write heads (token indices, itself at a root) and relations to the document."""
    relations = ["ROOT" if r == "root" else r for r in relations]
    offsets = np.array([head - i for i, head in enumerate(heads)], dtype=np.int64)
    names = np.array([doc.vocab.strings.add(r) for r in relations], dtype=np.uint64)
    columns = np.stack([offsets.astype(np.uint64), names], axis=1)
    doc.from_array(["HEAD", "DEP"], cast(Any, columns))


class EntityComponent:
    """Writes `doc.ents`: PERSON, ORGANIZATION, LOCATION, MISC and DATE."""

    def __call__(self, doc: Doc) -> Doc:
        """The document with its entities."""
        indices = word_tokens(doc)
        if not indices:
            return doc
        scores = outputs(doc)["entities"]
        start = np.zeros(len(ENTITY_TAGS), dtype=np.float32)
        path = best_path(scores, ENTITY_LEGAL, start)
        found = spans_of([ENTITY_TAGS[tag] for tag in path])
        doc.set_ents(
            [
                Span(doc, indices[a], indices[b - 1] + 1, label=kind)
                for a, b, kind in found
            ]
        )
        return doc


class AttributionComponent:
    """Writes `doc.spans` for each role and `doc._.attributions`."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        attributions.register()

    def __call__(self, doc: Doc) -> Doc:
        """The document with its attributions."""
        transitions = self._encoder.transitions
        read = doc_words(doc)
        linked = link(doc, outputs(doc), read, transitions) if read[1] else ()
        heard = [each for each in linked if tells(each) and each.confidence >= LEAST]
        whole = formed(doc, interviewed(doc, heard))
        found = without_nameless(listed(doc, whole))
        doc._.set(attributions.EXTENSION, found)
        parts = {
            "source": [span for a in found for span in a.source],
            "cue": [a.cue for a in found],
            "content": [span for a in found for span in a.content],
        }
        for role in ROLES:
            doc.spans[role] = parts[role]
        return doc


def encoder_of(nlp: Language) -> Encoder:
    """The encoder of a pipeline that has the component `onrecord_encoder`."""
    component = cast(EncoderComponent, nlp.get_pipe(ENCODER))
    return component.encoder


@Language.factory(ENCODER, assigns=["doc.user_data"])
def _encoder(nlp: Language, name: str, threads: int | None = None) -> EncoderComponent:
    return EncoderComponent(Encoder(threads=threads))


@Language.factory(SYNTAX, assigns=["token.pos", "token.tag", "token.dep", "token.head"])
def _syntax(nlp: Language, name: str, tags: bool = True) -> SyntaxComponent:
    return SyntaxComponent(encoder_of(nlp).labels, tags=tags)


@Language.factory(ENTITIES, assigns=["doc.ents"])
def _entities(nlp: Language, name: str) -> EntityComponent:
    return EntityComponent()


@Language.factory(ATTRIBUTIONS, assigns=["doc.spans"])
def _attributions(nlp: Language, name: str) -> AttributionComponent:
    return AttributionComponent(encoder_of(nlp))
