"""Signatures of deliveries, as Standard Webhooks has them: for both ends.

A receiver checks with `verified`, over the bytes of the body as they came.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Mapping

from ontology.errors import BadInput

PREFIX = "whsec_"
"""What secrets begin with, so that tools find one that went astray."""

TOLERANCE = 300
"""Seconds that a delivery may be old: one that was caught cannot be sent again."""


def new_secret() -> str:
    """The secret of a new subscription."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def signed(secret: str, id: str, seconds: int, body: bytes) -> dict[str, str]:
    """The headers of a delivery that is sent at a time (Unix seconds).

    >>> headers = signed(PREFIX + "AAAA", "d1", 1735689600, b"{}")
    >>> verified(PREFIX + "AAAA", headers, b"{}", now=1735689600)
    True
    """
    return {
        "webhook-id": id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": f"v1,{_signature(secret, id, str(seconds), body)}",
    }


def verified(secret: str, headers: Mapping[str, str], body: bytes, now: float) -> bool:
    """Whether a delivery was signed with the secret, a short while ago.

    `headers` by their lower-case names.
    """
    id, sent = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not sent.isdecimal() or abs(now - int(sent)) > TOLERANCE:
        return False
    expected = _signature(secret, id, sent, body)
    given = headers.get("webhook-signature", "").split(" ")
    return any(hmac.compare_digest(f"v1,{expected}", each) for each in given)


def _signature(secret: str, id: str, sent: str, body: bytes) -> str:
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        raise BadInput("the secret of a webhook is whsec_ and base64") from None
    content = f"{id}.{sent}.".encode() + body
    return base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
