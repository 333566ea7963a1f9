"""deep-translator, made fit for release texts: the only module that imports it.

deep-translator 1.11.4 sets no timeout anywhere, follows redirects, lets raw ``requests`` errors escape with the text
and the key in their URL, and puts the text for LibreTranslate into the URL. Its modules' name ``requests`` is therefore
bound to :class:`_Requests` here, once, when this module is first imported; that sends through
:mod:`gui.engines.exchange`, which has the limits.

Slow to import (150 ms): import it where a request is about to be made.
"""

from collections.abc import Callable, Mapping
from typing import Any

import deep_translator.exceptions
import deep_translator.google
import deep_translator.libre
import deep_translator.microsoft
import deep_translator.mymemory
import requests
from bs4.builder import ParserRejectedMarkup
from deep_translator import GoogleTranslator, LibreTranslator, MyMemoryTranslator

from gui.engines.calls import Failure, Outcome, Trouble
from gui.engines.exchange import Answer, NoAnswer, send

__all__ = ["GoogleTranslator", "LibreTranslator", "MicrosoftTranslator", "MyMemoryTranslator", "ask"]

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
"""What the services' libraries and their HTML parser make of an answer of an unexpected shape."""


class _Requests:
    """The part of ``requests`` that deep-translator uses, with limits."""

    exceptions = requests.exceptions

    def get(self, url: str, params: Mapping[str, str], **_others: Any) -> Answer:
        return send("GET", url, params=params)

    def post(self, url: str, params: Mapping[str, str], json: object = None, **others: Any) -> Answer:
        """Without JSON (LibreTranslate) the parameters become a form, which keeps text and key out of server logs."""
        if json is None:
            return send("POST", url, data=params)
        return send("POST", url, params=params, json=json, headers=others["headers"])


class MicrosoftTranslator(deep_translator.microsoft.MicrosoftTranslator):  # type: ignore[misc]  # library has no types
    """Without the request for the list of languages that the constructor makes otherwise, each time."""

    def _get_supported_languages(self) -> dict[str, str]:
        return {"korean": "ko", "english": "en"}


def ask(translate: Callable[[str], object], text: str) -> Outcome:
    """``text`` in English as ``translate`` gives it, ``""`` where it gives nothing, or why it failed.

    An answer that a service's library cannot take apart (a consent page, JSON of another shape) is ``UNREADABLE``.
    """
    try:
        answer = translate(text)
    except NoAnswer as error:
        return error.failure
    except _LIBRARY_ERRORS:
        return Failure(Trouble.UNREADABLE)
    return answer if isinstance(answer, str) else ""


def _install() -> None:
    bounded = _Requests()
    for module in (
        deep_translator.google,
        deep_translator.libre,
        deep_translator.microsoft,
        deep_translator.mymemory,
    ):
        module.requests = bounded


_install()
