"""Claims as small blobs of bytes, and back."""

import json
import zlib

from ontology.claim import Claim

_COMMON_PARTS = (
    b'{"speaker":{"id":"","name":"","kind":"person","kind":"country",'
    b'"kind":"organization","kind":"unnamed","mention":"","role":"minister",'
    b'"represents":[{"id":"","name":""}]},"addressee":{"id":"","name":"","kind":"'
    b'"},"target":{"id":"","name":"","kind":""},"cue":{"text":"said","spans":[['
    b']]},"stance":"asserts","polarity":"0","reason":{"signal":"model","detail":'
    b'"","probability":0.9},"modality":["negated"],"topics":[{"id":"","label":""}'
    b'],"content":{"text":"that ","spans":[[","]]},"source":{"spans":[['
    b']]},"quote":"indirect","date":{"text":"","edtf":"2025-","earliest":"2025-",'
    b'"latest":"2025-","basis":"article"},"repeats":[{"source":[],"cue":[['
    b'],"content":[[]]}],"confidence":0.9,"extractor":{"name":"onrecord",'
    b'"version":""}}'
)
"""zlib's preset dictionary. Part of the read model's format: a change of it needs
a new FORMAT in graph/read_model/file.py."""


def pack(claim: Claim) -> bytes:
    """The claim without its id and article, small: one blob a claim."""
    plain = claim.model_dump_json(exclude={"id", "article"}, exclude_defaults=True)
    packer = zlib.compressobj(level=6, wbits=-15, zdict=_COMMON_PARTS)
    return packer.compress(plain.encode()) + packer.flush()


def unpack(id: str, reference: str, packed: bytes) -> Claim:
    """The pair of `pack`; `reference` is the article's, as JSON.

    The parts are put together as JSON, which is validated in one go, twice as fast
    as by way of Python's own values.
    """
    plain = zlib.decompressobj(wbits=-15, zdict=_COMMON_PARTS).decompress(packed)
    head = f'{{"id":{json.dumps(id)},"article":{reference},'
    return Claim.model_validate_json(head.encode() + plain[1:])
