"""The on-line engines: one wrapper around all services.

The wrapper asks permission before each request, sends one at a time and not too fast, waits no longer than the user
does, tries again where that helps, verifies every answer and delivers each segment as it comes.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from gui.document.edit import TargetEdit
from gui.document.errors import EngineError, EngineUnavailable, Message, note
from gui.document.project import Snapshot
from gui.document.work import Cancelled, Progress
from gui.engines import calls, delivery, pieces, verify
from gui.engines.base import DraftRequest, Engine, EngineStatus
from gui.engines.calls import Failure, Outcome, Stopped, Trouble
from gui.engines.consent import Consents, Recipient, consent_missing, require_permission
from gui.engines.deepl import DeepL, DeepLSettings
from gui.engines.google import Google, GoogleSettings
from gui.engines.libretranslate import LibreTranslate, LibreTranslateSettings
from gui.engines.microsoft import Microsoft, MicrosoftSettings
from gui.engines.mymemory import MyMemory, MyMemorySettings
from gui.engines.pacing import Patience, Traffic, wait
from gui.engines.verify import Fault


class Service(Protocol):
    """A translation service: what it is called, what it takes, and one request to it."""

    name: str
    label: Message
    online: bool
    host: str
    per_second: float

    def missing(self) -> Message | None:
        """What the user has still to enter before the service can be used."""
        ...

    def fits(self, text: str) -> bool:
        """Whether ``text`` can go in one request."""
        ...

    def translate(self, text: str) -> object:
        """The answer to one request, made with a translator of its own: shared ones mix up parallel answers."""
        ...


@dataclass(frozen=True, slots=True)
class OnlineSettings:
    """The settings of all on-line engines. Keys and e-mail stay out of every ``repr``."""

    google: GoogleSettings = field(default_factory=GoogleSettings)
    mymemory: MyMemorySettings = field(default_factory=MyMemorySettings)
    deepl: DeepLSettings = field(default_factory=DeepLSettings)
    microsoft: MicrosoftSettings = field(default_factory=MicrosoftSettings)
    libretranslate: LibreTranslateSettings = field(default_factory=LibreTranslateSettings)
    patience: Patience = field(default_factory=Patience)


def online_engines(settings: OnlineSettings, consents: Consents, traffic: Traffic) -> tuple[Engine, ...]:
    """The on-line engines, ready or not. Loads nothing heavy and touches no network."""
    services: tuple[Service, ...] = (
        LibreTranslate(settings.libretranslate),
        Google(settings.google),
        DeepL(settings.deepl),
        Microsoft(settings.microsoft),
        MyMemory(settings.mymemory),
    )
    return tuple(OnlineEngine(service, settings.patience, consents, traffic) for service in services)


_TROUBLES = {
    Trouble.NO_CONNECTION: note("{engine} cannot be reached: check the network connection and the server address."),
    Trouble.BROKEN: note("{engine} broke off its answers; try again later or choose another engine."),
    Trouble.TIMEOUT: note("{engine} did not answer in time; try again later or choose another engine."),
    Trouble.TOO_MANY: note("{engine} takes no more requests for now; try again later or choose another engine."),
    Trouble.SERVER: note("{engine} reports an error of its own; try again later or choose another engine."),
    Trouble.REFUSED: note("{engine} refused the request: check its address, key, region and quota in the preferences."),
    Trouble.UNREADABLE: note(
        "{engine} sent a page that is no translation, perhaps a consent page; try again later or choose another engine."
    ),
}


class OnlineEngine:
    """Drafts with one service, in the lane that ``traffic`` has for it (one of its own if there is none)."""

    def __init__(
        self, service: Service, patience: Patience, consents: Consents, traffic: Traffic | None = None
    ) -> None:
        self.name = service.name
        self.label = service.label
        self.online = service.online
        self._service = service
        self._recipient = Recipient(service.name, service.label, service.host)
        self._patience = patience
        self._consents = consents
        traffic = Traffic() if traffic is None else traffic
        self._lane = traffic.lane(service.name, service.host, service.per_second, patience)

    @property
    def host(self) -> str:
        """Where the text would go: shown when asking for consent, and part of it; empty if it stays here."""
        return self._recipient.host if self.online else ""

    def status(self) -> EngineStatus:
        """What is missing (address, key, consent), or that the service is left in peace after failures."""
        entry = self._service.missing()
        consent = None if entry else self._missing_consent()
        reason = entry or consent or self._pause()
        return EngineStatus(reason is None, reason, needs_consent=consent is not None)

    def draft(self, request: DraftRequest, progress: Progress, cancelled: Cancelled) -> Iterator[TargetEdit]:
        """One edit for each segment with Korean in it that got a usable answer, as it arrives.

        Raises:
            ConsentNeeded: the user has not allowed the engine; nothing was sent.
            EmbargoLocked: the release is under embargo; nothing was sent.
            EngineUnavailable: the service failed; what was yielded before holds.
            EngineError: something is missing in the settings, or, at the end, some answers were not usable.
        """
        known: dict[str, str | Fault | None] = {}  # a repetition is not sent twice
        faults: Counter[Fault] = Counter()
        segments = delivery.wanted(request)
        try:
            for done, segment in enumerate(segments, start=1):
                if cancelled():
                    return
                source = segment.source.text
                if source not in known:
                    known[source] = self._english(source, request.snapshot, cancelled)
                english = known[source]
                if isinstance(english, Fault):
                    faults[english] += 1
                elif english is not None:
                    yield delivery.machine_edit(segment, english, self.name)
                progress(done, len(segments))
        except Stopped:
            return
        delivery.report(faults, len(segments), self._recipient.label)

    def _english(self, source: str, snapshot: Snapshot, cancelled: Cancelled) -> str | Fault | None:
        """The English of a segment, what was wrong with it, or ``None`` where there is nothing to translate."""
        prepared = pieces.prepare(source, self._service.fits)
        if prepared is None:
            return None
        if not all(self._service.fits(piece) for piece in prepared.pieces):
            return Fault.TOO_LONG
        answers = []
        for piece in prepared.pieces:
            answer = self._ask(piece, snapshot, cancelled)
            if isinstance(answer, Fault):
                return answer
            answers.append(answer)
        return prepared.joined(answers)

    def _ask(self, text: str, snapshot: Snapshot, cancelled: Cancelled) -> str | Fault:
        """A verified answer, tried for as often as patience allows."""
        attempt = 1
        while isinstance(outcome := self._send(text, snapshot, cancelled), Failure):
            if outcome.trouble is not Trouble.REFUSED:  # a wrong key is ours to mend, and is tried again once it is
                self._lane.breaker.failed()
            if not self._worth_another(outcome, attempt):
                raise EngineUnavailable(_TROUBLES[outcome.trouble].text, engine=self._recipient.label)
            wait(self._patience.pause_before(attempt, outcome.retry_after), cancelled)
            attempt += 1
        fault = verify.fault(text, outcome)
        if fault is Fault.SERVICE:
            self._lane.breaker.failed()
        else:
            self._lane.breaker.succeeded()
        return fault or outcome

    def _worth_another(self, failure: Failure, attempt: int) -> bool:
        bearable = failure.retry_after <= self._patience.longest_pause
        return failure.trouble.passing and bearable and attempt < self._patience.attempts

    def _send(self, text: str, snapshot: Snapshot, cancelled: Cancelled) -> Outcome:
        """One request. The only way to the service, so the permission is asked for here and nowhere else."""
        with self._lane.pace.turn(cancelled):
            self._require_permission(snapshot)
            return calls.run(lambda: self._exchange(text), self._patience.limits, cancelled)

    def _exchange(self, text: str) -> Outcome:
        from gui.engines import transport  # slow to import, and already on the thread of the call

        return transport.ask(self._service.translate, text)

    def _require_permission(self, snapshot: Snapshot) -> None:
        if missing := self._service.missing():
            raise EngineError(missing.text, **dict(missing.values))
        if self.online:
            require_permission(self._recipient, self._consents, snapshot)
        if pause := self._pause():
            raise EngineUnavailable(pause.text, **dict(pause.values))

    def _missing_consent(self) -> Message | None:
        return consent_missing(self._recipient, self._consents) if self.online else None

    def _pause(self) -> Message | None:
        seconds = math.ceil(self._lane.breaker.pause)
        if not seconds:
            return None
        return note(
            "{engine} failed several times in a row and is left alone for now; try again in {seconds} seconds.",
            engine=self._recipient.label,
            seconds=seconds,
        )
