"""Where a list parts into its items: at line ends, semicolons, commas and "and"."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from spacy.tokens import Span, Token

_BULLET = re.compile(r"(?:[-–—•*·▪‣◦●○■□▶►➤➜→✓✔✗✘★⦁]|\(?(?:\d{1,2}|[a-z])[.)])\s+")

_JOINING = frozenset({"and", "or", "nor", "but", "plus", "also", "finally"})

_GOES_ON = frozenset(
    {
        "which", "who", "whom", "whose", "where", "when", "including", "such", "as",
        "excluding", "especially", "particularly", "notably", "rather", "not",
        "because", "while", "although", "though", "if", "unless", "after", "before",
        "so", "in", "at", "on", "with", "by", "under", "over", "from", "during",
        "despite", "until", "according", "followed", "said", "says", "among", "even",
    }
)  # fmt: skip
"""Words with which what follows a comma goes on with the item before it."""

_NAMES = frozenset({"PROPN", "DET", "PUNCT", "NUM"})
_SAYS_SOMETHING = frozenset({"NOUN", "VERB", "PROPN"})
_OPENED, _CLOSED = "([“«", ")]”»"


def items(stretch: Span) -> list[Span]:
    """The items of a list in prose, their conjunctions and stops left out; the
    whole stretch where it is none."""
    for parted in (_at_semicolons, _at_commas):
        found = [_bare(piece) for piece in parted(stretch)]
        found = [piece for piece in found if len(piece)]
        if len(found) > 1:
            return found
    return [_bare(stretch)]


def lines(found: Iterable[Span]) -> list[Span]:
    """The items of the lines up to the first without a bullet or number."""
    listed = takewhile(len, map(_after_bullet, found))
    return [item for item in map(_bare, listed) if len(item)]


def _after_bullet(line: Span) -> Span:
    """The line after its bullet; empty where it has none."""
    bullet = _BULLET.match(line.text)
    if bullet is None:
        return line[:0]
    start = line.start_char + bullet.end()
    return line[sum(token.idx < start for token in line) :]


def _at_semicolons(stretch: Span) -> list[Span]:
    return _cut(stretch, lambda token: token.text == ";")


def _at_commas(stretch: Span) -> list[Span]:
    outside = _outside(stretch)
    pieces = _cut(stretch, lambda token: token.text == "," and token.i in outside)
    joined = _joined([piece for piece in pieces if len(piece)])
    if joined and joined[-1][0].lower_ not in _JOINING:
        joined[-1:] = _at_conjunction(joined[-1], last=len(joined) > 1)
    return joined


def _cut(stretch: Span, parts: Callable[[Token], bool]) -> list[Span]:
    doc, start = stretch.doc, stretch.start
    found = []
    for token in stretch:
        if parts(token):
            found.append(doc[start : token.i])
            start = token.i + 1
    return [*found, doc[start : stretch.end]]


def _outside(stretch: Span) -> set[int]:
    """The tokens that stand in no brackets and no curly quotation marks."""
    found, depth = set(), 0
    for token in stretch:
        depth += (token.text in _OPENED) - (token.text in _CLOSED)
        if depth <= 0:
            found.add(token.i)
    return found


def _joined(pieces: list[Span]) -> list[Span]:
    """The pieces with each that only goes on put back to the one before it."""
    found: list[Span] = []
    for piece in pieces:
        if found and _goes_on(found[-1], piece):
            found[-1] = piece.doc[found[-1].start : piece.end]
        else:
            found.append(piece)
    return found


def _goes_on(before: Span, piece: Span) -> bool:
    words = [t for t in piece if not t.is_space and t.lower_ not in _JOINING]
    if not words or words[0].lower_ in _GOES_ON:
        return True
    if not any(token.pos_ in _SAYS_SOMETHING for token in words):
        return True
    return _is_name(before, words) or _qualifies(before, words)


def _is_name(before: Span, words: list[Token]) -> bool:
    """A bare name after a comma, as in "Crimea, Donbas", or what follows one there."""
    if all(token.pos_ in _NAMES for token in words):
        return True
    joined = (t.head for t in words if t.dep_ == "conj" and t.head in before)
    return any(token.pos_ == "PROPN" for token in joined)


def _qualifies(before: Span, words: list[Token]) -> bool:
    """An adjective after another, or "the editor" after a name."""
    if before[-1].pos_ == words[0].pos_ == "ADJ":
        return True
    named = _name_at_end(before)
    return any(t.dep_ == "appos" and t.head.i in named for t in words)


def _name_at_end(piece: Span) -> range:
    """The tokens of the proper name that ends the piece."""
    start = piece.end
    while start > piece.start and piece.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return range(start, piece.end)


def _at_conjunction(piece: Span, *, last: bool) -> list[Span]:
    """The piece cut at the "and" that joins its head, or what governs it, to more.

    The `last` of several holds the list's own "and": an only one is it.
    """
    joining = [t for t in piece[1:] if t.dep_ == "cc" or t.lower_ in ("and", "or")]
    for token in joining:
        if (last and len(joining) == 1) or _joins_heads(token, piece):
            return [piece.doc[piece.start : token.i], piece.doc[token.i : piece.end]]
    return [piece]


def _joins_heads(conjunction: Token, piece: Span) -> bool:
    joined = conjunction.head
    above = joined.head
    outside = not piece.start <= above.i < piece.end
    return joined.dep_ == "conj" and (above == piece.root or outside)


def _bare(piece: Span) -> Span:
    """The item without blanks, stops and conjunctions around it."""
    start, end = piece.start, piece.end
    while start < end and _is_edge(piece.doc[start], first=True):
        start += 1
    while end > start and _is_edge(piece.doc[end - 1], first=False):
        end -= 1
    return piece.doc[start:end]


def _is_edge(token: Token, *, first: bool) -> bool:
    if token.is_space or token.text in ",;.:-–—•*":
        return True
    return token.lower_ in _JOINING and (first or token.dep_ == "cc")


def in_prose(stretch: Span) -> Iterator[Span]:
    """The items that say something: of two words, one of them a noun or verb."""
    for item in items(stretch):
        telling = any(token.pos_ in _SAYS_SOMETHING for token in item)
        if len(item) > 1 and telling:
            yield item
