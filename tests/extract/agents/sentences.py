"""Documents by hand: a sentence with brackets round its names and tags where needed.

    [PER Ana Souza] , a biologist , said/VBD it

Words get the tag after their slash, else one by their shape. A sentence ends at a
full stop; a `¶` starts a paragraph. Arcs (`dependent relation head`) are optional.
"""

import re

import spacy
from spacy.tokens import Doc, Span

from extract.attributions import Attribution, register

VOCAB = spacy.blank("en").vocab
LABELS = {
    "PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "LOCATION", "DAY": "DATE",
    "MSC": "MISC",
}  # fmt: skip
CLOSED = {
    **dict.fromkeys(("the", "a", "an", "some", "this", "another"), "DT"),
    **dict.fromkeys(("of", "for", "in", "at", "on", "by", "with", "from"), "IN"),
    **dict.fromkeys(("'s", "’s"), "POS"),
    **dict.fromkeys(("he", "she", "they", "it", "i", "we", "him"), "PRP"),
    **dict.fromkeys(("his", "her", "their"), "PRP$"),
    **dict.fromkeys(("said", "told", "added", "warned", "urged", "wrote"), "VBD"),
    "to": "TO",
    "and": "CC",
    "who": "WP",
}
POS = {
    "DT": "DET", "IN": "ADP", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "TO": "ADP",
    "CC": "CCONJ", "WP": "PRON", "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN",
    "NNS": "NOUN", "JJ": "ADJ", "CD": "NUM", "VBD": "VERB", "VBZ": "VERB", "VB": "VERB",
    "VBG": "VERB", "RB": "ADV", "MD": "AUX",
}  # fmt: skip


def build(text: str, *arcs: tuple[str, str, str]) -> Doc:
    """The document of a notated text."""
    pieces = re.findall(r"\[(?:PER|ORG|LOC|DAY|MSC) |\]|¶|[^\s\[\]¶]+", text)
    words: list[str] = []
    tags: list[str] = []
    names: list[tuple[int, int, str]] = []
    for piece in pieces:
        if piece.startswith("["):
            names.append((len(words), 0, LABELS[piece[1:4]]))
        elif piece == "]":
            names[-1] = (names[-1][0], len(words), names[-1][2])
        elif piece == "¶":
            words.append("\n\n")
            tags.append("_SP")
        else:
            word, _, tag = piece.rpartition("/") if "/" in piece else (piece, "", "")
            words.append(word)
            tags.append(tag or _tag(word))
    heads, deps = _parse(words, arcs)
    doc = Doc(
        VOCAB,
        words=words,
        spaces=[word != "\n\n" for word in words],
        tags=tags,
        pos=["SPACE" if tag == "_SP" else POS.get(tag, "PUNCT") for tag in tags],
        lemmas=[LEMMAS.get(word.lower(), word.lower()) for word in words],
        heads=heads,
        deps=deps,
        sent_starts=None if arcs else _starts(words),
    )
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in names]
    return doc


LEMMAS = {
    "said": "say", "told": "tell", "added": "add", "warned": "warn", "urged": "urge",
    "called": "call", "accused": "accuse", "demanded": "demand", "blamed": "blame",
    "disagreed": "disagree", "denied": "deny", "agreed": "agree",
    "warns": "warn",
}  # fmt: skip


def _tag(word: str) -> str:
    if word.lower() in CLOSED:
        return CLOSED[word.lower()]
    if not word[0].isalnum():
        return word
    if word[0].isdigit():
        return "CD"
    if word[0].isupper():
        return "NNP"
    return "NNS" if word.endswith("s") else "NN"


def _parse(
    words: list[str], arcs: tuple[tuple[str, str, str], ...]
) -> tuple[list[int] | None, list[str] | None]:
    """Heads and relations; words without an arc hang on the first head."""
    if not arcs:
        return None, None
    root = words.index(arcs[0][2])
    heads, deps = [root] * len(words), ["dep"] * len(words)
    for dependent, relation, head in arcs:
        at = words.index(dependent)
        heads[at], deps[at] = words.index(head), relation
    deps[root] = "ROOT"
    return heads, deps


def _starts(words: list[str]) -> list[bool | int | None]:
    before = [".", *words]
    return [last in (".", "\n\n", ".”") for last in before[: len(words)]]


def attribute(doc: Doc, *parts: tuple[str, str, str]) -> Doc:
    """The document with attributions: source, cue and content by their words."""
    register()
    found = [
        Attribution(_spans(doc, source), _spans(doc, cue)[0], _spans(doc, content), 0.9)
        for source, cue, content in parts
    ]
    doc._.attributions = tuple(found)
    return doc


def _spans(doc: Doc, words: str) -> tuple[Span, ...]:
    """Where the words stand; `#2` after them means their second place."""
    if not words:
        return ()
    text, _, place = words.partition("#")
    wanted, texts = text.split(), [token.text for token in doc]
    places = [
        start
        for start in range(len(texts))
        if texts[start : start + len(wanted)] == wanted
    ]
    start = places[int(place or 1) - 1]
    return (doc[start : start + len(wanted)],)
