"""Nothing leaves the machine before it may: consent, embargo, settings."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from gui.document.errors import ConsentNeeded, EmbargoLocked
from gui.document.project import ALLOWED_ENGINES, EMBARGO_LIFTED
from gui.document.release import Embargo
from gui.engines.base import DraftRequest
from gui.engines.consent import GivenConsents
from gui.engines.deepl import DeepLSettings
from gui.engines.libretranslate import LibreTranslate, LibreTranslateSettings
from gui.engines.microsoft import Microsoft, MicrosoftSettings
from gui.engines.mymemory import MyMemorySettings
from gui.engines.online import OnlineEngine, OnlineSettings, online_engines
from gui.engines.pacing import Traffic
from tests.engines.conftest import (
    TranslationServer,
)
from tests.engines.drafting import (
    ALLOWED,
    CHECKOUT,
    KEY,
    MAKERS,
    QUICK,
    TEXTS,
    Draft,
    every_service,
    make_engine,
    request_of,
    snapshot_of,
)


@pytest.mark.parametrize("name", ["google", "mymemory", "microsoft", "deepl"])
@pytest.mark.parametrize("consents", [GivenConsents(), GivenConsents(dict.fromkeys(MAKERS, "other.example.org"))])
def test_nothing_is_sent_without_consent(server: TranslationServer, name: str, consents: GivenConsents) -> None:
    engine = OnlineEngine(MAKERS[name](server, 1000), QUICK, consents)
    draft = Draft(engine, request_of(*TEXTS))
    assert isinstance(draft.error, ConsentNeeded)
    assert not engine.status().ready
    assert server.connections == 0


def test_a_consent_taken_back_stops_the_draft(server: TranslationServer) -> None:
    hosts = dict(ALLOWED.hosts)
    drafting = OnlineEngine(MAKERS["google"](server, 1000), QUICK, GivenConsents(hosts)).draft(
        request_of(*TEXTS), lambda *_: None, lambda: False
    )
    assert next(drafting).key == "s0"
    hosts.clear()
    with pytest.raises(ConsentNeeded):
        next(drafting)
    assert server.connections == 1


@pytest.mark.parametrize("name", ["google", "mymemory", "microsoft", "deepl"])
@pytest.mark.parametrize("lifts_at", [None, datetime.now(UTC) + timedelta(hours=1)])
def test_nothing_is_sent_under_embargo(server: TranslationServer, name: str, lifts_at: datetime | None) -> None:
    snapshot = snapshot_of(*TEXTS, embargo=Embargo("행사 종료 후", lifts_at), allowed_engines=["other"])
    draft = Draft(make_engine(server, name), DraftRequest(snapshot, ("s0",)))
    assert isinstance(draft.error, EmbargoLocked)
    assert server.connections == 0


@pytest.mark.parametrize(
    ("lifts_at", "properties"),
    [
        (None, {ALLOWED_ENGINES: ["google"]}),
        (None, {EMBARGO_LIFTED: True}),
        (datetime.now(UTC) - timedelta(hours=1), {}),
    ],
)
def test_the_embargo_lock_opens(
    server: TranslationServer, lifts_at: datetime | None, properties: dict[str, list[str] | bool]
) -> None:
    snapshot = snapshot_of(*TEXTS, embargo=Embargo("행사 종료 후", lifts_at), **properties)
    draft = Draft(make_engine(server), DraftRequest(snapshot, ("s0",)))
    assert draft.error is None
    assert list(draft.english) == ["s0"]


def test_a_server_on_this_machine_needs_no_permission(server: TranslationServer) -> None:
    engine = OnlineEngine(MAKERS["libretranslate"](server, 1000), QUICK, GivenConsents())
    snapshot = snapshot_of(*TEXTS, embargo=Embargo("행사 종료 후"))
    assert (engine.online, engine.host) == (False, "")
    assert engine.status().ready
    assert Draft(engine, DraftRequest(snapshot, ("s0",))).error is None


@pytest.mark.parametrize("host", ["192.168.0.7", "10.1.2.3", "mt.example.org", "0.0.0.0", "[::ffff:127.0.0.1]"])
def test_the_office_server_needs_permission_like_any_other(host: str) -> None:
    service = LibreTranslate(LibreTranslateSettings(f"http://{host}:5000/"))
    engine = OnlineEngine(service, QUICK, GivenConsents())
    assert (engine.online, engine.host) == (True, host.strip("[]"))
    assert isinstance(Draft(engine, request_of(*TEXTS)).error, ConsentNeeded)
    allowed = OnlineEngine(service, QUICK, GivenConsents({"libretranslate": host.strip("[]")}))
    assert allowed.status().ready
    locked = DraftRequest(snapshot_of(*TEXTS, embargo=Embargo("행사 종료 후")), ("s0",))
    assert isinstance(Draft(allowed, locked).error, EmbargoLocked)


def test_listing_the_engines_loads_nothing_heavy() -> None:
    probe = (
        "import sys; from gui.engines.consent import GivenConsents\n"
        "from gui.engines.online import OnlineSettings, online_engines\n"
        "from gui.engines.pacing import Traffic\n"
        "[engine.status() for engine in online_engines(OnlineSettings(), GivenConsents(), Traffic())]\n"
        "print(*{'requests', 'urllib3', 'deep_translator', 'deepl', 'bs4', 'ssl'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == ([], "")


def test_status_tells_what_is_missing_without_network() -> None:
    engines = online_engines(OnlineSettings(), GivenConsents(), Traffic())
    reasons = {engine.name: str(engine.status().reason) for engine in engines}
    assert [engine.name for engine in engines if engine.status().needs_consent] == ["google", "mymemory"]
    assert not any(engine.status().ready for engine in engines)
    assert "address of your LibreTranslate server" in reasons["libretranslate"]
    assert "Enter your key" in reasons["microsoft"]
    assert reasons["google"].startswith("Google Translate is not allowed to receive text yet")
    assert reasons["mymemory"].startswith("MyMemory is not allowed to receive text yet")


@pytest.mark.parametrize(
    "address", ["localhost:5000", "ftp://localhost/", "http://a:b@localhost/", "http://127.0.0.1\\@example.org/", "?"]
)
def test_an_unclear_server_address_is_refused(address: str) -> None:
    service = LibreTranslate(LibreTranslateSettings(address))
    engine = OnlineEngine(service, QUICK, GivenConsents())
    assert "must look like" in str(engine.status().reason)
    assert "must look like" in str(Draft(engine, request_of(*TEXTS)).error)


def test_missing_key_is_told_by_draft_too(server: TranslationServer) -> None:
    service = Microsoft(MicrosoftSettings(f"http://127.0.0.1:{server.port}/microsoft"))
    draft = Draft(OnlineEngine(service, QUICK, ALLOWED), request_of(*TEXTS))
    assert "Enter your key" in str(draft.error)
    assert server.connections == 0


@every_service
def test_keys_are_not_in_any_repr(server: TranslationServer, name: str) -> None:
    settings = OnlineSettings(
        mymemory=MyMemorySettings(email="someone@example.org"),
        deepl=DeepLSettings(KEY),
        microsoft=MicrosoftSettings(key=KEY),
        libretranslate=LibreTranslateSettings(key=KEY),
    )
    engine = make_engine(server, name)
    assert KEY not in f"{settings!r}{engine!r}{MAKERS[name](server, 1)!r}"
    assert "someone" not in repr(settings)
