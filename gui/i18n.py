"""The one catalogue of everything the program says, in English and Korean.

The English sentence is the key; ``resources/i18n/ko.json`` holds the Korean. A test keeps code and catalogue equal, so
every literal passed to :func:`tr`, :func:`note` or an error of :mod:`gui.document.errors` has its Korean.
"""

import os
from functools import cache

from gui import assets
from gui.document.errors import Message

LANGUAGES = ("en", "ko")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

_current = "en"


def use(language: str) -> None:
    """Choose the language of the program: ``"en"``, ``"ko"`` or ``"system"``."""
    global _current
    _current = system_language() if language == "system" else language


def current() -> str:
    """The language in use, ``"en"`` or ``"ko"``."""
    return _current


def system_language() -> str:
    """``"ko"`` on a Korean system, else ``"en"``."""
    name = next((value for name in _VARIABLES if (value := os.environ.get(name))), None) or _locale()
    return "ko" if name.lower().startswith("ko") else "en"


def _locale() -> str:
    import locale  # only Windows and macOS have no variable to ask

    return locale.getlocale()[0] or ""


@cache
def _korean() -> dict[str, str]:
    import json  # the English is in the code

    with assets.path("i18n", "ko.json").open(encoding="utf-8") as file:
        catalogue: dict[str, str] = json.load(file)
    return catalogue


def tr(text: str, /, **values: object) -> str:
    """``text`` in the current language with its ``{placeholders}`` filled; a message among ``values`` is translated."""
    template = _korean().get(text, text) if _current == "ko" else text
    said = {name: say(value) if isinstance(value, Message) else value for name, value in values.items()}
    return template.format(**said) if said else template


def say(message: Message) -> str:
    """A message from the layers below, in the current language."""
    return tr(message.text, **dict(message.values))
