"""Which network addresses are public, so that no page makes us ask a private one."""

import ipaddress
import socket
from collections.abc import Iterable
from typing import TypeAlias

from extract.reading.decoding import Refused
from ontology.errors import BadInput

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses behind a translator (RFC 6052): the last 32 bits count."""


def resolved(host: str, port: int, networks: Iterable[Network] = ()) -> str:
    """The one address of a host to connect to. Raises Refused, naming the address.

    All that the name resolves to must be public or in one of the networks, and the
    answer is what is connected to: no second resolution can give another (DNS
    rebinding).
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused(f"no host {host:.80} is known") from None
    addresses = [str(place[0]).partition("%")[0] for *_, place in found]
    for address in map(ipaddress.ip_address, addresses):
        if not may_be_asked(address, networks):
            raise Refused(f"{host:.80} is at {address}, which is not a public address")
    return addresses[0]


def literal(host: str) -> Address | None:
    """The address that a host is already, however it is written; None of a name.

    >>> literal("2130706433"), literal("news.example")
    (IPv4Address('127.0.0.1'), None)
    """
    try:
        found = socket.getaddrinfo(host or "-", None, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return None
    return ipaddress.ip_address(str(found[0][4][0]).partition("%")[0])


def may_be_asked(address: Address, networks: Iterable[Network]) -> bool:
    """Whether an address is public, or in one of the networks."""
    return is_public(address) or any(address in net for net in networks)


def network(text: str) -> Network:
    """The network of a flag: `127.0.0.1`, `10.0.0.0/8`. Raises BadInput."""
    try:
        return ipaddress.ip_network(text)
    except ValueError:
        raise BadInput(
            f"{text!r} is not a network; accepted: 127.0.0.1, 10.0.0.0/8, fd00::/8"
        ) from None


def is_public(address: Address) -> bool:
    """Whether anyone on the internet reaches the same host under this address.

    >>> [is_public(ipaddress.ip_address(text)) for text in
    ...     ("93.184.216.34", "10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1")]
    [True, False, False, False]
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = _embedded(address)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo is not None:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour
