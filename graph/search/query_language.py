"""The short query syntax for people, as a ClaimFilter.

`speaker:Russia stance:demands,seeks topic:neutrality since:2025-03 "exact words"`

Terms side by side must all match; `OR` stands between alternatives, `-` before
what must not match, parentheses group. A value with a space is quoted, commas
part alternatives. Words without a field are sought in the content.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.search.filters import ClaimFilter, month_day_number
from ontology.errors import BadInput, UnknownTerm

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<open>-?\() | (?P<close>\)) | (?P<or>OR(?=[\s()]|$))
    | (?P<term>-?(?:(?P<field>\w+):)?(?P<value>(?:"[^"]*"|[^\s()"])*))
    )""",
    re.VERBOSE,
)

_PIECE = re.compile(r'"([^"]*)"|([^,"]+)')

DEEPEST = 20
"""How many parentheses may be open at once."""

Fields = dict[str, object]


class QueryError(BadInput):
    """A query that cannot be read; `position` counts characters from 0."""

    def __init__(self, problem: str, position: int) -> None:
        super().__init__(f"at character {position + 1}: {problem}")
        self.position = position


def _several(field: str) -> Callable[[str], Fields]:
    return lambda value: {field: _pieces(value)}


def _one(field: str) -> Callable[[str], Fields]:
    return lambda value: {field: value.replace('"', "")}


def _during(value: str) -> Fields:
    """From the start of the first to the end of the second: `in:2022-03..2022-05`."""
    first, _, last = value.replace('"', "").partition("..")
    return {"since": first, "until": last or first}


def _on(value: str) -> Fields:
    """`on:03-11`: that day of any year."""
    day = value.replace('"', "")
    try:
        month_day_number(day)
    except UnknownTerm:
        raise BadInput(
            f"on: {day!r} is no day of any year, MM-DD; in: takes YYYY-MM-DD"
        ) from None
    return {"month_day": day}


def _confidence(value: str) -> Fields:
    """`confidence:0.8` and above, `confidence:<0.6` below."""
    number = value.lstrip("<>=")
    try:
        share = float(number)
    except ValueError:
        raise BadInput(f"confidence: {value!r} is not a number from 0 to 1") from None
    return {"max_confidence" if value.startswith("<") else "min_confidence": share}


FIELDS: dict[str, Callable[[str], Fields]] = {
    "speaker": _several("speaker"),
    "addressee": _several("addressee"),
    "target": _several("target"),
    "agent": _several("agent"),
    "role": _one("role"),
    "stance": _several("stance"),
    "polarity": _several("polarity"),
    "topic": _several("topic"),
    "since": _one("since"),
    "until": _one("until"),
    "in": _during,
    "on": _on,
    "quote": _several("quote"),
    "outlet": _several("outlet"),
    "article": _several("article"),
    "modality": _several("modality"),
    "basis": _several("basis"),
    "precision": _several("precision"),
    "kind": _several("kind"),
    "extractor": _one("extractor"),
    "confidence": _confidence,
}
"""What may stand before a colon, and what of a filter its value fills."""


def parse(query: str) -> ClaimFilter:
    """The filter that a query means; an empty query means every claim.

    Raises QueryError, which says where and what is accepted.

    >>> parse('speaker:Arland -stance:asserts "no truce"').text
    '"no truce"'
    """
    tokens = _tokens(query)
    found, rest = _alternatives(tokens, 0)
    if rest:
        raise QueryError("')' without '('", rest[0].position)
    return found


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    position: int
    field: str | None = None
    value: str = ""

    @property
    def negated(self) -> bool:
        return self.text.startswith("-")


def _tokens(query: str) -> list[_Token]:
    tokens, at, end = [], 0, len(query.rstrip())
    while at < end:
        found = _TOKEN.match(query, at)
        start = at + len(query[at:]) - len(query[at:].lstrip())
        if found is None or found.end() <= start:
            raise QueryError("a quotation mark that is not closed", start)
        kind = found.lastgroup if found.lastgroup in ("open", "close", "or") else "term"
        text = query[start : found.end()]
        tokens.append(
            _Token(kind or "term", text, start, found["field"], found["value"] or "")
        )
        at = found.end()
    return tokens


def _alternatives(tokens: list[_Token], depth: int) -> tuple[ClaimFilter, list[_Token]]:
    first, tokens = _all(tokens, depth)
    several = [first]
    while tokens and tokens[0].kind == "or":
        position, tokens = tokens[0].position, tokens[1:]
        if first == ClaimFilter() or not tokens or tokens[0].kind in ("or", "close"):
            raise QueryError("OR stands between two terms", position)
        after, tokens = _all(tokens, depth)
        several.append(after)
    return (first if len(several) == 1 else ClaimFilter(any_of=tuple(several))), tokens


def _all(tokens: list[_Token], depth: int) -> tuple[ClaimFilter, list[_Token]]:
    parts = []
    while tokens and tokens[0].kind in ("term", "open"):
        head = tokens[0]
        if head.kind == "open":
            part, tokens = _group(tokens, depth)
        else:
            part, tokens = _term(head), tokens[1:]
        parts.append(ClaimFilter(none_of=(part,)) if head.negated else part)
    return merged(parts), tokens


def _group(tokens: list[_Token], depth: int) -> tuple[ClaimFilter, list[_Token]]:
    start = tokens[0].position
    if depth >= DEEPEST:
        raise QueryError(f"more than {DEEPEST} parentheses within another", start)
    inner, rest = _alternatives(tokens[1:], depth + 1)
    if not rest:
        raise QueryError("'(' that is not closed", start)
    if inner == ClaimFilter():
        raise QueryError("nothing between the parentheses", start)
    return inner, rest[1:]


def _term(token: _Token) -> ClaimFilter:
    if token.field is None:
        if not re.search(r"\w", token.value):
            raise QueryError(f"{token.text!r} holds no word to seek", token.position)
        return ClaimFilter(text=token.value)
    fill = FIELDS.get(token.field)
    if fill is None:
        known = ", ".join(FIELDS)
        raise QueryError(
            f"{token.field!r} is not a field; accepted: {known}", token.position
        )
    if not token.value.strip('",'):
        raise QueryError(f"{token.field}: has no value", token.position)
    try:
        return ClaimFilter.of(**fill(token.value))
    except BadInput as error:
        raise QueryError(str(error), token.position) from error


def merged(parts: list[ClaimFilter]) -> ClaimFilter:
    """One filter that matches where all do: flat where no field is given twice."""
    whole: Fields = {}
    several: list[ClaimFilter] = []
    for part in parts:
        given = {name: getattr(part, name) for name in part.model_fields_set}
        if "none_of" in given and set(given) == {"none_of"}:
            whole["none_of"] = (*_tuple(whole, "none_of"), *part.none_of)
        elif set(given) == {"text"} and "text" in whole:
            whole["text"] = f"{whole['text']} {part.text}"
        elif given.keys() & whole.keys():
            several.append(part)
        else:
            whole |= given
    if several:
        whole["all_of"] = (*_tuple(whole, "all_of"), *several)
    return ClaimFilter.of(**whole)


def _tuple(fields: Fields, name: str) -> tuple[object, ...]:
    found = fields.get(name, ())
    return found if isinstance(found, tuple) else ()


def _pieces(value: str) -> tuple[str, ...]:
    found = (quoted or plain for quoted, plain in _PIECE.findall(value))
    return tuple(piece.strip() for piece in found if piece.strip())
