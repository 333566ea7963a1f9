"""One HTTP exchange with a translation service, with limits: the only way from here to the network.

Outside a call of :mod:`gui.engines.calls` it refuses to work, so nothing can be sent past the gate.
Slow to import (``requests``): import it where a request is about to be made.
"""

import json
import logging
from dataclasses import dataclass
from typing import Any

import requests
import urllib3.exceptions

from gui.engines import calls
from gui.engines.addresses import host_of, is_loopback, is_private
from gui.engines.calls import Call, Failure, Trouble

_LARGEST = 2_000_000
"""Bytes; no translation of one segment is longer, whatever page is wrapped around it."""

_CHUNK = 1_024
"""Bytes between two looks at whether anybody still waits."""

_DIRECT = {"http": "", "https": ""}
"""What keeps ``requests`` from taking a proxy from the environment, which stands elsewhere than the server."""


class NoAnswer(Exception):
    """Carries a failure out through a service's library."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.trouble)
        self.failure = failure


@dataclass(frozen=True, slots=True)
class Answer:
    """The part of a ``requests`` response that the libraries look at."""

    status_code: int
    text: str

    def json(self) -> Any:
        """The answer's JSON.

        Raises:
            ValueError: it is none.
        """
        return json.loads(self.text)

    def close(self) -> None:
        """The answer is already here whole."""


def send(method: str, url: str, **content: Any) -> Answer:
    """Make one request; ``content`` is what :meth:`requests.Session.request` takes (``params``, ``json``, …).

    Raises:
        LookupError: nobody made a call of it (:func:`gui.engines.calls.run`).
        NoAnswer: there was none, or one that cannot be a translation.
    """
    call = calls.current.get()
    if call.abandoned.is_set():  # while this module was being imported, say
        raise NoAnswer(Failure(Trouble.UNREADABLE))
    try:
        with requests.Session() as session:
            # A proxy from the environment would carry even a loopback request off the machine.
            session.trust_env = not is_loopback(host_of(url))
            return _exchange(session, method, url, call, content)
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        failure = Failure(_trouble(error))
    raise NoAnswer(failure)


def _exchange(session: requests.Session, method: str, url: str, call: Call, content: dict[str, Any]) -> Answer:
    # A redirect would take the text to a host that nobody consented to, and so would a proxy out of the own network.
    options: dict[str, Any] = {
        "timeout": (call.limits.connect, call.limits.read),
        "allow_redirects": False,
        "stream": True,
        "proxies": _DIRECT if is_private(host_of(url)) else None,
    }
    with session.request(method, url, **options, **content) as response:
        if failure := _refusal(response):
            raise NoAnswer(failure)
        return Answer(response.status_code, _read(response, call))


def _read(response: requests.Response, call: Call) -> str:
    body = bytearray()
    for chunk in response.iter_content(_CHUNK):
        body += chunk
        if len(body) > _LARGEST or call.abandoned.is_set():
            raise NoAnswer(Failure(Trouble.UNREADABLE))
    named = "charset" in response.headers.get("Content-Type", "") and response.encoding
    return body.decode(named or "utf-8", errors="replace")


def _refusal(response: requests.Response) -> Failure | None:
    status = response.status_code
    if status < 300:
        return None
    if status < 400:
        return Failure(Trouble.UNREADABLE)
    asked = response.headers.get("Retry-After", "")
    pause = float(asked) if asked.isdecimal() else 0.0
    if status == 429:
        return Failure(Trouble.TOO_MANY, pause)
    return Failure(Trouble.SERVER, pause) if status >= 500 or status == 408 else Failure(Trouble.REFUSED)


def _trouble(error: Exception) -> Trouble:
    inner = error.args[0] if error.args else None
    if isinstance(error, requests.Timeout) or isinstance(inner, urllib3.exceptions.ReadTimeoutError):
        return Trouble.TIMEOUT
    broken = (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError)
    if isinstance(error, broken) or isinstance(inner, urllib3.exceptions.ProtocolError):
        return Trouble.BROKEN
    return Trouble.NO_CONNECTION


def _outside_calls(_record: logging.LogRecord) -> bool:
    return calls.current.get(None) is None


def keep_out_of_logs(*loggers: str) -> None:
    """Silence loggers during calls: they write whole addresses and bodies, in which the text stands."""
    for name in loggers:
        logging.getLogger(name).addFilter(_outside_calls)


keep_out_of_logs("urllib3.connectionpool", "urllib3.connection", "urllib3.util.retry")
