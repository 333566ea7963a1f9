"""deep-translator, made fit for release texts: the only module that imports it, and its only way to the network.

deep-translator 1.11.4 sets no timeout anywhere, follows redirects, lets raw ``requests`` errors escape with the text
and the key in their URL, and puts the text for LibreTranslate into the URL. Its modules' name ``requests`` is therefore
bound to :class:`_Requests` here, once, when this module is first imported. Outside a call of :mod:`gui.engines.calls`
that object refuses to work, so nothing can be sent past the gate.

Slow to import (150 ms): import it where a request is about to be made.
"""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import deep_translator.exceptions
import deep_translator.google
import deep_translator.libre
import deep_translator.microsoft
import deep_translator.mymemory
import requests
import urllib3.exceptions
from bs4.builder import ParserRejectedMarkup
from deep_translator import GoogleTranslator, LibreTranslator, MyMemoryTranslator

from gui.engines import calls
from gui.engines.addresses import host_of, is_loopback
from gui.engines.calls import Call, Failure, Outcome, Trouble

__all__ = ["GoogleTranslator", "LibreTranslator", "MicrosoftTranslator", "MyMemoryTranslator", "ask"]

_LARGEST = 2_000_000
"""Bytes; no translation of one segment is longer, whatever page is wrapped around it."""

_CHUNK = 1_024
"""Bytes between two looks at whether anybody still waits."""

_LIBRARY_ERRORS = (
    deep_translator.exceptions.BaseError,
    deep_translator.exceptions.MicrosoftAPIerror,
    deep_translator.exceptions.RequestError,
    deep_translator.exceptions.ServerException,
    ParserRejectedMarkup,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
)
"""What deep-translator and its HTML parser make of an answer of an unexpected shape."""


class _NoAnswer(Exception):
    """Carries a failure out through deep-translator."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.trouble)
        self.failure = failure


@dataclass(frozen=True, slots=True)
class _Answer:
    """The part of a ``requests`` response that deep-translator looks at."""

    status_code: int
    text: str

    def json(self) -> Any:
        return json.loads(self.text)

    def close(self) -> None:
        """The answer is already here whole."""


class _Requests:
    """The part of ``requests`` that deep-translator uses, with limits."""

    exceptions = requests.exceptions

    def get(self, url: str, params: Mapping[str, str], **_others: Any) -> _Answer:
        return _send("GET", url, params=params)

    def post(self, url: str, params: Mapping[str, str], json: object = None, **others: Any) -> _Answer:
        """Without JSON (LibreTranslate) the parameters become a form, which keeps text and key out of server logs."""
        if json is None:
            return _send("POST", url, data=params)
        return _send("POST", url, params=params, json=json, headers=others["headers"])


def _send(method: str, url: str, **content: Any) -> _Answer:
    call = calls.current.get()
    if call.abandoned.is_set():  # while this module was being imported, say
        raise _NoAnswer(Failure(Trouble.UNREADABLE))
    try:
        with requests.Session() as session:
            # A proxy from the environment would carry even a loopback request off the machine.
            session.trust_env = not is_loopback(host_of(url))
            return _exchange(session, method, url, call, content)
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        failure = Failure(_trouble(error))
    raise _NoAnswer(failure)


def _exchange(session: requests.Session, method: str, url: str, call: Call, content: dict[str, Any]) -> _Answer:
    timeout = (call.limits.connect, call.limits.read)
    # A redirect would take the text to a host that nobody consented to.
    with session.request(method, url, timeout=timeout, allow_redirects=False, stream=True, **content) as response:
        if failure := _refusal(response):
            raise _NoAnswer(failure)
        return _Answer(response.status_code, _read(response, call))


def _read(response: requests.Response, call: Call) -> str:
    body = bytearray()
    for chunk in response.iter_content(_CHUNK):
        body += chunk
        if len(body) > _LARGEST or call.abandoned.is_set():
            raise _NoAnswer(Failure(Trouble.UNREADABLE))
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


class MicrosoftTranslator(deep_translator.microsoft.MicrosoftTranslator):  # type: ignore[misc]  # library has no types
    """Without the request for the list of languages that the constructor makes otherwise, each time."""

    def _get_supported_languages(self) -> dict[str, str]:
        return {"korean": "ko", "english": "en"}


def ask(translate: Callable[[str], object], text: str) -> Outcome:
    """``text`` in English as ``translate`` gives it, ``""`` where it gives nothing, or why it failed.

    An answer that deep-translator cannot take apart (a consent page, JSON of another shape) is ``UNREADABLE``.
    """
    try:
        answer = translate(text)
    except _NoAnswer as error:
        return error.failure
    except _LIBRARY_ERRORS:
        return Failure(Trouble.UNREADABLE)
    return answer if isinstance(answer, str) else ""


def _outside_calls(_record: logging.LogRecord) -> bool:
    return calls.current.get(None) is None


def _install() -> None:
    bounded = _Requests()
    for module in (
        deep_translator.google,
        deep_translator.libre,
        deep_translator.microsoft,
        deep_translator.mymemory,
    ):
        module.requests = bounded
    for name in ("urllib3.connectionpool", "urllib3.connection", "urllib3.util.retry"):
        # They log whole URLs, in which the text stands.
        logging.getLogger(name).addFilter(_outside_calls)


_install()
