"""What the encoder reads of a document and says of it, kept on the `Doc`."""

from spacy.tokens import Doc, Span

from extract.encoding.encoder import Outputs
from extract.encoding.words import Words, break_before, words

WORDS = "onrecord_words"
"""Key of `doc.user_data`: the words with their features, and their token indices."""

TEXT = "onrecord_text"
"""Key of `doc.user_data`: the document's text."""

OUTPUTS = "onrecord_outputs"
"""Key of `doc.user_data`: the heads' outputs, one row a word."""


def doc_words(doc: Doc) -> tuple[Words, list[int]]:
    """The words of a document with their features, and their token indices."""
    if WORDS not in doc.user_data:
        doc.user_data[WORDS] = _read(doc)
    found: tuple[Words, list[int]] = doc.user_data[WORDS]
    return found


def doc_text(doc: Doc) -> str:
    """The text of a document, put together once: spaCy does so at every call."""
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def span_text(span: Span) -> str:
    """The text of a span, out of its document's: spaCy joins its words."""
    return doc_text(span.doc)[span.start_char : span.end_char]


def word_tokens(doc: Doc) -> list[int]:
    """The token index of each word (whitespace tokens are no words)."""
    return doc_words(doc)[1]


def outputs(doc: Doc) -> Outputs:
    """What the encoder said of each word; nothing if it has not read the document."""
    found: Outputs = doc.user_data.get(OUTPUTS, {})
    return found


def _read(doc: Doc) -> tuple[Words, list[int]]:
    texts: list[str] = []
    indices: list[int] = []
    breaks: list[int] = []
    text, end = doc_text(doc), 0
    for token in doc:
        if token.is_space:
            continue
        texts.append(token.text)
        indices.append(token.i)
        breaks.append(break_before(text[end : token.idx]))
        end = token.idx + len(token)
    return words(texts, breaks), indices
