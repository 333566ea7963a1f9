"""MyMemory: a public translation memory with machine translation behind it; an e-mail address raises its quota."""

import html
from dataclasses import dataclass, field

from gui.document.errors import Message, note
from gui.engines.addresses import host_of

_LONGEST = 499
"""Bytes of UTF-8: the service takes 500, deep-translator fewer than 500 characters."""


@dataclass(frozen=True, slots=True)
class MyMemorySettings:
    """Where the service is (by https, where deep-translator has http), the optional e-mail, and the pace."""

    url: str = "https://api.mymemory.translated.net/get"
    email: str = field(default="", repr=False)
    per_second: float = 1.0


class MyMemory:
    """The service as the wrapper sees it."""

    name = "mymemory"
    label = note("MyMemory")
    online = True

    def __init__(self, settings: MyMemorySettings) -> None:
        self._url = settings.url
        self._email = settings.email.strip()
        self.host = host_of(settings.url)
        self.per_second = settings.per_second

    def missing(self) -> Message | None:
        """Nothing has to be entered."""
        return None

    def fits(self, text: str) -> bool:
        """Whether ``text`` can go in one request."""
        return len(text.encode()) <= _LONGEST

    def translate(self, text: str) -> object:
        """The answer to one request, its HTML entities resolved."""
        from gui.engines.transport import MyMemoryTranslator

        translator = MyMemoryTranslator(source="ko-KR", target="en-US", email=self._email or None)
        translator._base_url = self._url
        try:
            return html.unescape(translator.translate(text))
        except StopIteration:  # no translation and no match: how deep-translator says "empty"
            return None
