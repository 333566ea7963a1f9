"""DeepL, through its own library (optional extra ``deepl``); needs the user's key.

A key that ends in ``:fx`` belongs to a free account, which has a server of its own. The library's own sending is
replaced: it repeats requests on its own for minutes, follows redirects and logs whole texts.
"""

from dataclasses import dataclass, field
from typing import Any

from gui.document.errors import Message, note
from gui.engines import extras
from gui.engines.addresses import host_of

_LONGEST = 5_000
"""Characters; the service takes 128 KiB, but a segment is never that long and a short request fails cheaply."""


@dataclass(frozen=True, slots=True)
class DeepLSettings:
    """The key, where the service is (empty: as the key says), and the pace."""

    key: str = field(default="", repr=False)
    url: str = ""
    per_second: float = 2.0


class DeepL:
    """The service as the wrapper sees it."""

    name = "deepl"
    label = note("DeepL")
    online = True

    def __init__(self, settings: DeepLSettings) -> None:
        self._key = settings.key.strip()
        free = self._key.endswith(":fx")
        self._url = settings.url or ("https://api-free.deepl.com" if free else "https://api.deepl.com")
        self.host = host_of(self._url)
        self.per_second = settings.per_second

    def missing(self) -> Message | None:
        """The library or the key."""
        return extras.missing(self.label, "deepl") or (
            None if self._key else note("Enter your key for DeepL in the preferences.")
        )

    def fits(self, text: str) -> bool:
        """Whether ``text`` can go in one request."""
        return len(text) <= _LONGEST

    def translate(self, text: str) -> object:
        """The answer to one request."""
        from deepl import DeepLClient

        client: Any = DeepLClient(self._key, server_url=self._url, send_platform_info=False)
        client._client = _Bounded()
        return client.translate_text(text, source_lang="KO", target_lang="EN-US").text


class _Bounded:
    """Stands in for the library's ``HttpClient``: the part of it that is used, with our limits."""

    def __init__(self) -> None:
        from gui.engines import exchange  # slow to import, and already on the thread of the call

        exchange.keep_out_of_logs("deepl")
        self._send = exchange.send

    def request_with_backoff(
        self, method: str, url: str, data: object, json: object, headers: dict[str, str], **_others: object
    ) -> tuple[int, str]:
        """One request, once: whether another one is worth while is for the engine to say."""
        answer = self._send(method, url, data=data, json=json, headers=headers)
        return answer.status_code, answer.text

    def close(self) -> None:
        """Nothing is open."""
