"""Microsoft Translator (Azure): needs the user's own key and, for most keys, its region."""

from dataclasses import dataclass, field

from gui.document.errors import Message, note
from gui.engines.addresses import host_of

_LONGEST = 5_000
"""Characters; the service takes 50,000, but a segment is never that long and a short request fails cheaply."""


@dataclass(frozen=True, slots=True)
class MicrosoftSettings:
    """Where the service is, the key and its region, and the pace."""

    url: str = "https://api.cognitive.microsofttranslator.com/translate?api-version=3.0"
    key: str = field(default="", repr=False)
    region: str = ""
    per_second: float = 2.0


class Microsoft:
    """The service as the wrapper sees it."""

    name = "microsoft"
    label = note("Microsoft Translator")
    online = True

    def __init__(self, settings: MicrosoftSettings) -> None:
        self._url = settings.url
        self._key = settings.key.strip()
        self._region = settings.region.strip()
        self.host = host_of(settings.url)
        self.per_second = settings.per_second

    def missing(self) -> Message | None:
        """What the user has still to enter."""
        return None if self._key else note("Enter your key for Microsoft Translator in the preferences.")

    def fits(self, text: str) -> bool:
        """Whether ``text`` can go in one request."""
        return len(text) <= _LONGEST

    def translate(self, text: str) -> object:
        """The answer to one request."""
        from gui.engines.transport import MicrosoftTranslator

        translator = MicrosoftTranslator(source="ko", target="en", api_key=self._key, region=self._region or None)
        translator._base_url = self._url
        return translator.translate(text)
