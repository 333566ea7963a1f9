"""Google Translate, through the page it serves to old mobile browsers; no key."""

from dataclasses import dataclass
from urllib.parse import quote

from gui.document.errors import Message, note
from gui.engines.addresses import host_of

_LONGEST_QUERY = 13_500
"""Characters of percent-encoded text: 1,500 Hangul syllables. Measured: HTTP 400 above about 1,800 syllables."""

_LONGEST_TEXT = 4_999
"""Characters; deep-translator's own limit."""


@dataclass(frozen=True, slots=True)
class GoogleSettings:
    """Where the page is, and how many requests a second it gets."""

    url: str = "https://translate.google.com/m"
    per_second: float = 1.0


class Google:
    """The service as the wrapper sees it."""

    name = "google"
    label = note("Google Translate")
    online = True

    def __init__(self, settings: GoogleSettings) -> None:
        self._url = settings.url
        self.host = host_of(settings.url)
        self.per_second = settings.per_second

    def missing(self) -> Message | None:
        """Nothing has to be entered."""
        return None

    def fits(self, text: str) -> bool:
        """Whether ``text`` can go in one request."""
        return len(text) <= _LONGEST_TEXT and len(quote(text)) <= _LONGEST_QUERY

    def translate(self, text: str) -> object:
        """The answer to one request."""
        from gui.engines.transport import GoogleTranslator

        translator = GoogleTranslator(source="ko", target="en")
        translator._base_url = self._url
        return translator.translate(text)
