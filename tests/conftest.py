"""Rules that hold for every test: no screen, no network, no folder of the user, no unexpected log line."""

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from gui import i18n

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

CHECKOUT = Path(__file__).parents[1]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if "CI" in os.environ else "local")


class NetworkReachedError(AssertionError):
    """A test tried to leave the machine. Not an OSError, so that no handling of network errors can swallow it."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: lets only loopback addresses through, whichever library asks."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else host
    if isinstance(name, str) and name not in ("", "localhost", "::1") and not name.startswith("127."):
        raise NetworkReachedError(f"a test tried to reach {name}")


def pytest_configure(config: pytest.Config) -> None:
    """Register what the rules need."""
    sys.addaudithook(_refuse_network)
    config.addinivalue_line("markers", "expects_log: the test makes the program log warnings or errors on purpose")
    # The offscreen platform says so whenever a shown window changes its minimum size; it tells nothing about us.
    config.addinivalue_line("qt_log_ignore", r"^This plugin does not support propagateSizeHints\(\)$")


class _Collector(logging.Handler):
    """Keeps the records that nobody should have logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning or error in the log fails the test, unless it is marked ``expects_log``."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if collector.records and request.node.get_closest_marker("expects_log") is None:
        lines = "\n".join(f"{record.levelname} {record.name}: {record.getMessage()}" for record in collector.records)
        pytest.fail(f"unexpected log lines (mark the test expects_log if they are meant):\n{lines}", pytrace=False)


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The app-data folder of this test (``DAEJO_DATA``); the XDG folders lie beside it. Subprocesses inherit them."""
    home = tmp_path_factory.mktemp("home")
    for variable, name in (
        ("DAEJO_DATA", "daejo"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ):
        (home / name).mkdir(mode=0o700)
        monkeypatch.setenv(variable, str(home / name))
    # One for all tests: it only saves time (fontconfig).
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    return home / "daejo"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test starts in English, whatever the machine speaks and the test before chose."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    i18n.use("en")


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """pytest-qt's application with a font for Hangul, as the program has it, also on machines without any font."""
    from gui.bridge import theme  # only the tests of the window need Qt

    theme.ensure_korean_font()
    return qapp


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real releases and measured cases that lies beside the checkout, not in it."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside the checkout")
    return folder


def _untracked() -> set[str]:
    git = shutil.which("git")
    if git is None or "CI" not in os.environ:  # elsewhere somebody may be writing new files while the tests run
        return set()
    listing = subprocess.run(
        [git, "ls-files", "--others", "--exclude-standard"], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    return set(listing.stdout.splitlines())


@pytest.fixture(scope="session", autouse=True)
def _clean_checkout() -> Iterator[None]:
    """Tests write into their own folders, never into the checkout."""
    before = _untracked()
    yield
    left = _untracked() - before
    assert not left, f"the tests left files in the checkout: {sorted(left)}"
