"""Keys: where they are kept, that they are gone when removed, and that they are nowhere else."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import pytest

from gui.bridge.key_stores import Keeping, KeyStoreError, store
from gui.bridge.secrets import Secrets
from tests.bridge.keyrings import KEY, MemoryKeyring, used
from tests.conftest import CHECKOUT


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    with used(MemoryKeyring()) as made:
        yield made


@pytest.fixture(params=[keyring.backends.fail.Keyring, keyring.backends.null.Keyring], ids=["fail", "null"])
def no_ring(request: pytest.FixtureRequest) -> Iterator[None]:
    with used(request.param()):
        yield


def kept_in(where: Keeping) -> Secrets:
    """What the next start of the program knows."""
    secrets = Secrets({})
    secrets.load(where)
    return secrets


@pytest.mark.parametrize("where", [Keeping.KEYRING, Keeping.FILE])
def test_keys_are_there_at_the_next_start_until_they_are_removed(ring: MemoryKeyring, where: Keeping) -> None:
    secrets = Secrets({})
    secrets.set("microsoft", KEY)
    secrets.set("deepl", "other")
    secrets.keep(where, Keeping.SESSION)
    assert (kept_in(where).get("microsoft"), kept_in(where).get("deepl")) == (KEY, "other")
    secrets.set("microsoft", "")
    secrets.keep(where, where)
    assert (kept_in(where).get("microsoft"), kept_in(where).get("deepl")) == ("", "other")


def test_keys_of_a_session_are_kept_nowhere(ring: MemoryKeyring, data_folder: Path) -> None:
    secrets = Secrets({})
    secrets.set("deepl", KEY)
    secrets.keep(Keeping.SESSION, Keeping.SESSION)
    assert kept_in(Keeping.SESSION).get("deepl") == ""
    assert not ring.entries
    assert not list(data_folder.iterdir())


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (Keeping.KEYRING, Keeping.FILE),
        (Keeping.FILE, Keeping.KEYRING),
        (Keeping.FILE, Keeping.SESSION),
        (Keeping.KEYRING, Keeping.SESSION),
    ],
)
def test_keys_move_and_leave_nothing_behind(
    ring: MemoryKeyring, data_folder: Path, first: Keeping, then: Keeping
) -> None:
    secrets = Secrets({})
    secrets.set("deepl", KEY)
    secrets.keep(first, Keeping.SESSION)
    secrets.keep(then, first)
    assert secrets.get("deepl") == KEY
    assert kept_in(first).get("deepl") == ""
    assert bool(ring.entries) is (then is Keeping.KEYRING)
    assert any(data_folder.iterdir()) is (then is Keeping.FILE)


@pytest.mark.parametrize("then", [Keeping.KEYRING, Keeping.FILE])
def test_a_key_that_could_not_be_had_at_the_start_is_not_lost(ring: MemoryKeyring, then: Keeping) -> None:
    store(Keeping.KEYRING).write("microsoft", KEY)
    secrets = Secrets({})  # the key store was locked, so nothing was loaded
    secrets.set("deepl", "other")
    secrets.keep(then, Keeping.KEYRING)
    assert (kept_in(then).get("microsoft"), kept_in(then).get("deepl")) == (KEY, "other")


@pytest.mark.skipif(os.name == "nt", reason="no file modes")
def test_only_the_user_may_read_the_file(data_folder: Path) -> None:
    old = os.umask(0)
    try:
        store(Keeping.FILE).write("deepl", KEY)
        (file,) = data_folder.iterdir()
        assert file.stat().st_mode & 0o777 == 0o600
        file.chmod(0o644)
        store(Keeping.FILE).write("microsoft", KEY)
    finally:
        os.umask(old)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b'{"deepl": '])
def test_a_damaged_file_is_told_and_not_overwritten(data_folder: Path, content: bytes) -> None:
    (data_folder / "keys.json").write_bytes(content)
    for act in (lambda: store(Keeping.FILE).read("deepl"), lambda: store(Keeping.FILE).write("deepl", KEY)):
        with pytest.raises(KeyStoreError, match=r"delete keys\.json and enter them again"):
            act()
    assert (data_folder / "keys.json").read_bytes() == content


def test_a_file_that_cannot_be_written_is_told(data_folder: Path) -> None:
    (data_folder / "keys.json").mkdir()
    with pytest.raises(KeyStoreError):
        store(Keeping.FILE).write("deepl", KEY)


def test_no_key_store_is_told_at_once_and_the_keys_go_on_working(no_ring: None) -> None:
    secrets = Secrets({})
    secrets.set("deepl", KEY)
    with pytest.raises(KeyStoreError, match="missing or locked"):
        secrets.keep(Keeping.KEYRING, Keeping.SESSION)
    assert secrets.get("deepl") == KEY


def test_a_locked_key_store_tells_nothing(ring: MemoryKeyring, caplog: pytest.LogCaptureFixture) -> None:
    ring.locked = True
    secrets = Secrets({})
    secrets.set("deepl", KEY)
    with caplog.at_level(logging.DEBUG), pytest.raises(KeyStoreError) as raised:
        secrets.keep(Keeping.KEYRING, Keeping.SESSION)
    assert raised.value.__context__ is None
    assert KEY not in str(raised.value) + caplog.text + repr(secrets)


def test_keys_stay_where_they_were_if_the_new_place_fails(ring: MemoryKeyring) -> None:
    secrets = Secrets({})
    secrets.set("deepl", KEY)
    secrets.keep(Keeping.FILE, Keeping.SESSION)
    ring.locked = True
    with pytest.raises(KeyStoreError):
        secrets.keep(Keeping.KEYRING, Keeping.FILE)
    assert kept_in(Keeping.FILE).get("deepl") == KEY


def test_a_machine_without_d_bus() -> None:
    """In a process of its own, as the program starts on such a machine."""
    probe = (
        "import sys, time\n"
        "from gui.bridge.key_stores import Keeping, KeyStoreError, store\n"
        "assert 'keyring' not in sys.modules\n"
        "start = time.monotonic()\n"
        "try: store(Keeping.KEYRING).write('deepl', 'x')\n"
        "except KeyStoreError: print('told', time.monotonic() - start < 5)\n"
    )
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("DBUS", "DISPLAY", "PYTHON_KEY"))}
    bare |= {"XDG_RUNTIME_DIR": "/nonexistent", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=CHECKOUT, env=bare, capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.stderr) == (["told", "True"], "")


def test_a_key_of_the_environment_is_used_and_never_kept(ring: MemoryKeyring) -> None:
    secrets = Secrets({"DAEJO_DEEPL_KEY": KEY})
    assert secrets.get("deepl") == KEY
    secrets.keep(Keeping.KEYRING, Keeping.SESSION)
    assert not ring.entries
    secrets.set("deepl", "entered")
    assert secrets.get("deepl") == "entered"


def test_what_was_entered_before_loading_ended_stays(ring: MemoryKeyring) -> None:
    ring.entries["Daejo", "deepl"] = "kept"
    secrets = Secrets({})
    secrets.set("deepl", "entered")
    secrets.load(Keeping.KEYRING)
    assert secrets.get("deepl") == "entered"
