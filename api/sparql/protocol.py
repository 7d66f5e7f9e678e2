"""What a request asks for, as the SPARQL 1.1 Protocol has it (W3C, 2013)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from urllib.parse import parse_qsl

from ontology.errors import BadInput, OnRecordError

FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 1000
"""Parameters of one request; more are an attack or a mistake."""

LEAST_SECONDS = 0.1
"""The shortest time limit that a request may set."""


class Malformed(BadInput):
    """The request is not one of the protocol, or its query none of SPARQL."""


class WrongMediaType(OnRecordError):
    """The body is of a media type that is not accepted here."""


class Kind(StrEnum):
    """What is to be done; also the name of its parameter."""

    QUERY = "query"
    UPDATE = "update"


DIRECT = {
    "application/sparql-query": Kind.QUERY,
    "application/sparql-update": Kind.UPDATE,
}

_DATASET = {
    Kind.QUERY: ("default-graph-uri", "named-graph-uri"),
    Kind.UPDATE: ("using-graph-uri", "using-named-graph-uri"),
}


@dataclass(frozen=True)
class Operation:
    """A query or an update, and the graphs that the request itself names."""

    kind: Kind
    text: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    seconds: float | None = None

    @property
    def has_dataset(self) -> bool:
        """Whether the request names graphs: then those of the text do not count."""
        return bool(self.default or self.named)


IRI_SCHEMA = {"pattern": r"^[a-z]+:[A-Za-z0-9/.-]+(#[A-Za-z0-9/.-]*)?$"}
"""Told of parameters that take an IRI; `checked` takes more."""

_Fields = Sequence[tuple[str, str]]


def from_get(query_string: bytes) -> Operation | None:
    """The query of a GET request; None without any. Raises Malformed."""
    fields = _fields(query_string)
    if _values(fields, Kind.UPDATE):
        raise Malformed("update: an update is sent by POST, never by GET")
    if not _values(fields, Kind.QUERY):
        # a mistake is one without a query too
        _seconds(_values(fields, "timeout"))
        for iri in chain(*(_values(fields, name) for name in _DATASET[Kind.QUERY])):
            checked(iri)
        return None
    return _operation(Kind.QUERY, fields)


def from_post(query_string: bytes, content_type: str, body: bytes) -> Operation:
    """The operation of a POST request. Raises Malformed or WrongMediaType."""
    media, *parameters = (part.strip() for part in content_type.lower().split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name == "charset" and value.strip('"') not in ("utf-8", "utf8"):
            raise WrongMediaType(f"charset {value!r} is not accepted; accepted: UTF-8")
    fields = _fields(query_string)
    if media in DIRECT:
        kind = DIRECT[media]
        return _operation(kind, [*fields, (kind, _decoded(body))])
    if media == FORM:
        fields = [*fields, *_fields(body)]
        kinds = [kind for kind in Kind if _values(fields, kind)]
        if len(kinds) != 1:
            raise Malformed("query: give either query or update in the form, and one")
        return _operation(kinds[0], fields)
    accepted = ", ".join([FORM, *DIRECT])
    raise WrongMediaType(
        f"{media or 'no type'!r} is not accepted; accepted: {accepted}"
    )


def checked(iri: str) -> str:
    """The IRI. Raises Malformed if it is none, or could end its brackets."""
    if re.search(r'[\x00-\x20<>"{}|^`\\]', iri) or ":" not in iri:
        raise Malformed(f"{iri[:200]!r} is not an absolute IRI")
    return iri


def _fields(text: bytes) -> _Fields:
    try:
        return parse_qsl(
            _decoded(text),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as error:
        raise Malformed(f"the parameters cannot be read: {error}") from error


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Malformed(f"not UTF-8 at byte {error.start}") from None


def _values(fields: _Fields, name: str) -> tuple[str, ...]:
    return tuple(value for key, value in fields if key == name)


def _operation(kind: Kind, fields: _Fields) -> Operation:
    texts = _values(fields, kind)
    if len(texts) != 1:
        raise Malformed(f"{kind}: is given {len(texts)} times; one is accepted")
    default, named = _DATASET[kind]
    return Operation(
        kind,
        texts[0],
        _values(fields, default),
        _values(fields, named),
        _seconds(_values(fields, "timeout")),
    )


def _seconds(given: tuple[str, ...]) -> float | None:
    if not given:
        return None
    try:
        seconds = float(given[-1])
    except ValueError:
        seconds = 0.0
    if not LEAST_SECONDS <= seconds < float("inf"):
        accepted = f"seconds, at least {LEAST_SECONDS}"
        raise Malformed(f"timeout: {given[-1]!r} is not accepted; accepted: {accepted}")
    return seconds
