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
