"""Whatever happens to the process that reads a file, here it is one sentence, soon, and nothing is left running."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from gui.document.errors import ReadCancelled, ReadError
from gui.document.work import unheard
from gui.readers.isolation import Limits, run
from tests.readers import works

LINES = "첫째 줄\n둘째 줄\n"
SMALL = Limits(silence=1, total=2, memory=256 << 20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "보도자료.bin"
    path.write_text(LINES, encoding="utf-8")
    return path


def readers() -> list[psutil.Process]:
    """The processes that were started from here, but for the one that Python itself keeps beside them."""
    return [child for child in psutil.Process().children() if not any("resource_tracker" in a for a in child.cmdline())]


def refusal(work: Callable[..., Any], path: Path, limits: Limits | None = None) -> str:
    began = time.monotonic()
    with pytest.raises(ReadError) as raised:
        run(work, path, limits=limits)
    assert time.monotonic() - began < 10
    assert readers() == []
    sentence = str(raised.value)
    assert sentence.startswith(path.name)
    assert "줄" not in sentence
    return sentence


def gone(pid: int) -> bool:
    for _ in range(200):
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False


def test_the_result_comes_back(file: Path) -> None:
    release = run(works.read_lines, file)
    assert [block.whole for block in release.blocks] == LINES.splitlines()
    assert readers() == []


def test_a_large_result_comes_back(file: Path) -> None:
    file.write_text("한 줄의 글\n" * 20_000, encoding="utf-8")
    assert len(run(works.read_lines, file).blocks) == 20_000


def test_a_refusal_is_the_same_sentence_here(file: Path) -> None:
    assert refusal(works.refuse, file) == f"{file.name} says {{no}}."


def test_an_unexpected_exception_tells_its_place_but_not_its_words(file: Path) -> None:
    assert "is damaged" in refusal(works.raise_something, file)
    with pytest.raises(ReadError) as raised:
        run(works.raise_something, file)
    assert str(raised.value.__cause__).startswith("KeyError in works.py, line ")


@pytest.mark.parametrize("work", [works.crash, works.abort, works.leave])
def test_a_process_that_ends_without_a_word(file: Path, work: Callable[..., Any]) -> None:
    assert "is damaged" in refusal(work, file)


def test_nesting_without_end(file: Path) -> None:
    assert "nested deeper" in refusal(works.nest, file)


@pytest.mark.parametrize("work", [works.hang, works.be_busy])
def test_a_hang_is_ended(file: Path, work: Callable[..., Any]) -> None:
    assert "takes longer" in refusal(work, file, SMALL)


def test_progress_puts_the_end_off_but_not_for_ever(file: Path) -> None:
    assert "takes longer" in refusal(works.count_for_ever, file, Limits(silence=0.5, total=1.5))


@pytest.mark.parametrize("work", [works.eat_slowly, works.eat_at_once])
def test_memory_has_a_limit(file: Path, work: Callable[..., Any]) -> None:
    assert "needs more memory" in refusal(work, file, Limits(memory=256 << 20))


def test_progress_is_told_now_and_then(file: Path) -> None:
    heard: list[tuple[int, int]] = []
    assert run(works.count, file, lambda done, total: heard.append((done, total))) == 200
    assert 3 <= len(heard) <= 30
    assert heard == sorted(heard)
    assert {total for _, total in heard} == {200}


def test_cancelling_is_heard_at_once(file: Path) -> None:
    stop = threading.Event()
    threading.Timer(0.5, stop.set).start()
    began = time.monotonic()
    with pytest.raises(ReadCancelled):
        run(works.hang, file, unheard, stop.is_set)
    assert time.monotonic() - began < 1.5
    assert readers() == []


def test_what_a_listener_raises_ends_the_process(file: Path) -> None:
    def burst(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        run(works.count_for_ever, file, burst)
    assert readers() == []


def test_nothing_is_printed(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(works.talk, file) == "quiet"
    assert capfd.readouterr() == ("", "")


def test_many_threads_at_once(file: Path) -> None:
    outcomes: list[object] = []

    def read(number: int) -> None:
        try:
            outcomes.append(run(works.crash if number % 2 else works.read_lines, file))
        except ReadError as error:
            outcomes.append(str(error))

    threads = [threading.Thread(target=read, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(outcomes) == 8
    assert sum(isinstance(outcome, str) for outcome in outcomes) == 4
    assert readers() == []


PARENT = """
import sys
from pathlib import Path
from gui.readers.isolation import run
from tests.readers import works
run(getattr(works, sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("work", ["hang", "be_busy"])
def test_the_process_does_not_outlive_this_one(file: Path, work: str) -> None:
    checkout = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", PARENT, work, str(file)], cwd=checkout) as parent:
        note = file.parent / "pid"
        for _ in range(500):
            if note.exists() and note.read_text():
                break
            time.sleep(0.02)
        os.kill(parent.pid, signal.SIGKILL)
    assert gone(int(note.read_text()))


def test_the_window_is_not_loaded_there(file: Path) -> None:
    assert run(works.loaded, file).isdisjoint({"PySide6", "gui.cli", "gui.app", "psutil"})
