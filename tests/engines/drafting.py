"""Makes engines, requests and drafts for the tests of the on-line engines."""

import time
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

import gui.engines.transport  # noqa: F401 - its slow first import must not count against the short limits here
from gui.document.errors import EngineError
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Embargo, Release
from gui.document.richtext import RichText
from gui.document.segment import Segment, Unit
from gui.engines.base import DraftRequest, Engine
from gui.engines.calls import Limits
from gui.engines.consent import GivenConsents
from gui.engines.deepl import DeepL, DeepLSettings
from gui.engines.google import Google, GoogleSettings
from gui.engines.libretranslate import LibreTranslate, LibreTranslateSettings
from gui.engines.microsoft import Microsoft, MicrosoftSettings
from gui.engines.mymemory import MyMemory, MyMemorySettings
from gui.engines.online import OnlineEngine, Service
from gui.engines.pacing import Patience
from tests.engines.conftest import TranslationServer

CHECKOUT = Path(__file__).parents[2]
TEXTS = ("정부는 오늘 새 계획을 발표하였다.", "두 번째 문장을 여기에 적어 둔다.", "세 번째 문장도 여기에 적어 둔다.")
KEY = "s3cretkey0123456789"
QUICK = Patience(Limits(connect=1, read=1, total=2), attempts=3, pause=0.01, failures=50)
ALLOWED = GivenConsents(dict.fromkeys(("google", "mymemory", "microsoft", "libretranslate", "deepl"), "127.0.0.1"))

Make = Callable[[TranslationServer, float], Service]


def _deepl(server: TranslationServer, rate: float) -> Service:
    pytest.importorskip("deepl")
    return DeepL(DeepLSettings(KEY, f"http://127.0.0.1:{server.port}", rate))


MAKERS: dict[str, Make] = {
    "deepl": _deepl,
    "google": lambda server, rate: Google(GoogleSettings(f"http://127.0.0.1:{server.port}/m", rate)),
    "mymemory": lambda server, rate: MyMemory(
        MyMemorySettings(f"http://127.0.0.1:{server.port}/get", "someone@example.org", rate)
    ),
    "microsoft": lambda server, rate: Microsoft(
        MicrosoftSettings(f"http://127.0.0.1:{server.port}/microsoft?api-version=3.0", KEY, "koreacentral", rate)
    ),
    "libretranslate": lambda server, rate: LibreTranslate(
        LibreTranslateSettings(f"http://127.0.0.1:{server.port}", KEY, rate)
    ),
}
every_service = pytest.mark.parametrize("name", MAKERS)


def make_engine(server: TranslationServer, name: str = "google", patience: Patience = QUICK) -> OnlineEngine:
    return OnlineEngine(MAKERS[name](server, 1000), patience, ALLOWED)


def snapshot_of(*texts: str, embargo: Embargo | None = None, **properties: list[str] | bool) -> Snapshot:
    units = []
    for number, text in enumerate(texts):
        segment = Segment(f"s{number}", RichText(text))
        units.append(Unit(f"u{number}", Block(BlockKind.PARAGRAPH, RichText(text)), (segment,)))
    release = Release("text", "sample.txt", tuple(unit.block for unit in units), embargo)
    return Snapshot(release, tuple(units), tuple(properties.items()))  # type: ignore[arg-type] # Json is invariant


def request_of(*texts: str) -> DraftRequest:
    return DraftRequest(snapshot_of(*texts), tuple(f"s{number}" for number in range(len(texts))))


class Draft:
    """Runs a draft to its end and keeps all there is to know of it."""

    def __init__(self, engine: Engine, request: DraftRequest, cancelled: Callable[[], bool] | None = None) -> None:
        self.english: dict[str, str] = {}
        self.edits = []
        self.progress: list[tuple[int, int]] = []
        self.error: EngineError | None = None
        self.trace = ""
        started = time.monotonic()
        try:
            for edit in engine.draft(request, lambda *done: self.progress.append(done), cancelled or (lambda: False)):
                self.edits.append(edit)
                self.english[edit.key] = edit.new.text
        except EngineError as error:
            self.error = error
            self.trace = "".join(traceback.format_exception(error))
        self.seconds = time.monotonic() - started


def chain(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
