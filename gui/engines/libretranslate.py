"""LibreTranslate on a server of the user's own: the private choice.

On this machine (a loopback address) no text leaves it, so neither consent nor the embargo lock applies and the service
counts as off-line. On the office network the text does leave the machine: the user decides, as for any other host.
"""

from dataclasses import dataclass, field

from gui.document.errors import Message, note
from gui.engines.addresses import host_of, is_loopback, normalised

_LONGEST = 2_000
"""Characters: the limit that many servers are started with."""


@dataclass(frozen=True, slots=True)
class LibreTranslateSettings:
    """The server's address, its key where it asks for one, and the pace (the user's own machine may be asked fast)."""

    url: str = ""
    key: str = field(default="", repr=False)
    per_second: float = 10.0


class LibreTranslate:
    """The service as the wrapper sees it."""

    name = "libretranslate"
    label = note("LibreTranslate (own server)")

    def __init__(self, settings: LibreTranslateSettings) -> None:
        self._entered = settings.url.strip()
        self._url = normalised(settings.url)
        self._key = settings.key.strip()
        self.host = host_of(self._url or "")
        self.online = not is_loopback(self.host)
        self.per_second = settings.per_second

    def missing(self) -> Message | None:
        """What the user has still to enter."""
        if not self._entered:
            return note("Enter the address of your LibreTranslate server in the preferences.")
        if self._url is None:
            return note("The address of the LibreTranslate server must look like http://localhost:5000/.")
        return None

    def fits(self, text: str) -> bool:
        """Whether ``text`` can go in one request."""
        return len(text) <= _LONGEST

    def translate(self, text: str) -> object:
        """The answer to one request."""
        from gui.engines.transport import LibreTranslator

        # The constructor insists on a key; a server without keys must not get an invented one.
        translator = LibreTranslator(source="ko", target="en", api_key="unused", custom_url=self._url)
        translator.api_key = self._key
        return translator.translate(text)
