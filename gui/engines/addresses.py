"""Where a server stands: on this machine, or somewhere that text would have to travel to."""

import ipaddress
import re

_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[\w.-]+)(?P<port>:\d{1,5})?(?P<path>/[\w./~-]*)?",
    re.IGNORECASE,
)
"""Deliberately narrow: no user name, query or backslash, on whose meaning two parsers could disagree."""


def normalised(address: str) -> str | None:
    """A server's address with its closing ``/``, or ``None`` where it is not one."""
    match = _ADDRESS.fullmatch(address.strip())
    if match is None:
        return None
    return f"{match[0].rstrip('/')}/"


def host_of(address: str) -> str:
    """The host of an address, in lower case and without port or brackets; empty where it is not an address."""
    match = _ADDRESS.match(address.strip())
    return match["host"].strip("[]").lower() if match else ""


def is_loopback(host: str) -> bool:
    """Whether text sent to ``host`` stays on this machine, told without asking a name server.

    Only ``localhost`` and loopback addresses in their usual form count. A short or mapped form, ``0.0.0.0`` or any
    other name counts as another machine, and so does a private-network address: the office server is not this one.
    """
    if host == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback and getattr(address, "ipv4_mapped", None) is None


_OWN_NETWORK = (".local", ".internal", ".home.arpa")
"""Endings that no public name server answers for (RFC 6762, ICANN resolution of 29 July 2024, RFC 8375)."""


_PRIVATE = tuple(
    ipaddress.ip_network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10")
)


def is_private(host: str) -> bool:
    """Whether text sent to ``host`` stays on this machine or in its network, told without asking a name server.

    The addresses of RFC 1918 and RFC 4193, link-local ones, and names that only the own network knows.
    """
    if is_loopback(host) or host.endswith(_OWN_NETWORK):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return any(address.version == network.version and address in network for network in _PRIVATE)
