"""Background work: nothing is lost, failures arrive, cancelling is quick, the window stays responsive."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from pytestqt.qtbot import QtBot

from gui.bridge.messages import Messages, report
from gui.bridge.settings import Settings
from gui.bridge.tasks import TaskRunner
from gui.document.errors import EngineUnavailable, ProjectError, note
from gui.document.work import Cancelled, Progress


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shut_down()
    qtbot.waitUntil(lambda: made.running == 0)


def count_to(number: int, pause: float = 0) -> Callable[[Progress, Cancelled], Iterator[int]]:
    def work(progress: Progress, cancelled: Cancelled) -> Iterator[int]:
        for item in range(number):
            if cancelled():
                return
            time.sleep(pause)
            progress(item + 1, number)
            yield item

    return work


def test_a_result_arrives_on_the_thread_of_the_window(runner: TaskRunner, qtbot: QtBot) -> None:
    arrived: list[tuple[int, bool]] = []
    task = runner.run(lambda: 41 + 1, lambda value: arrived.append((value, is_main_thread())))
    with qtbot.waitSignal(task.ended):
        pass
    assert arrived == [(42, True)]
    qtbot.waitUntil(lambda: runner.running == 0)


def is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def test_two_thousand_items_arrive_in_order(runner: TaskRunner, qtbot: QtBot) -> None:
    task = runner.stream(count_to(2_000))
    arrived: list[int] = []
    steps: list[int] = []
    task.delivered.connect(arrived.extend)
    task.progressed.connect(lambda done, _total: steps.append(done))
    with qtbot.waitSignal(task.ended, timeout=20_000):
        pass
    assert arrived == list(range(2_000))
    assert steps == list(range(1, 2_001))


def test_many_tasks_at_once_all_end(runner: TaskRunner, qtbot: QtBot) -> None:
    results: list[int] = []
    for number in range(200):
        runner.run(lambda number=number: number, results.append)  # type: ignore[misc]  # mypy cannot infer the default
    qtbot.waitUntil(lambda: runner.running == 0, timeout=10_000)
    assert sorted(results) == list(range(200))


def test_a_failure_keeps_what_came_before(runner: TaskRunner, qtbot: QtBot) -> None:
    def work(_progress: Progress, _cancelled: Cancelled) -> Iterator[int]:
        yield 1
        yield 2
        raise EngineUnavailable("The service is closed.")

    task = runner.stream(work)
    arrived: list[int] = []
    failed: list[EngineUnavailable] = []
    task.delivered.connect(arrived.extend)
    task.failed.connect(failed.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert arrived == [1, 2]
    assert [str(error) for error in failed] == ["The service is closed."]


@pytest.mark.expects_log
def test_a_crash_is_reported_and_the_runner_goes_on(runner: TaskRunner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.crashed) as blocker:
        runner.run(lambda: 1 / 0)
    assert blocker.args is not None
    assert isinstance(blocker.args[0], ZeroDivisionError)
    results: list[str] = []
    runner.run(lambda: "on", results.append)
    qtbot.waitUntil(lambda: results == ["on"])


def test_cancelling_is_quick_and_keeps_what_came(runner: TaskRunner, qtbot: QtBot) -> None:
    task = runner.stream(count_to(10_000, pause=0.002))
    arrived: list[int] = []
    task.delivered.connect(arrived.extend)
    qtbot.waitUntil(lambda: len(arrived) > 20)
    start = time.monotonic()
    task.cancel()
    with qtbot.waitSignal(task.ended):
        pass
    assert time.monotonic() - start < 5  # measured 0.01 s; all 10,000 would take 20 s
    assert arrived == list(range(len(arrived)))


def test_what_came_is_delivered_even_if_the_window_was_busy_while_cancelling(runner: TaskRunner, qtbot: QtBot) -> None:
    made: list[int] = []

    def work(_progress: Progress, cancelled: Cancelled) -> Iterator[int]:
        while not cancelled():
            made.append(len(made))
            yield made[-1]
            time.sleep(0.001)

    task = runner.stream(work)
    arrived: list[int] = []
    task.delivered.connect(arrived.extend)
    qtbot.waitUntil(lambda: len(arrived) > 10)
    time.sleep(0.3)  # the window handles something long
    task.cancel()
    time.sleep(0.3)
    qtbot.waitUntil(lambda: runner.running == 0)
    assert arrived == made


def test_a_fast_worker_leaves_the_window_time(runner: TaskRunner, qtbot: QtBot) -> None:
    """Back-pressure: items come no faster than the window takes them, so timers (and keys) get their turn."""
    gaps: list[float] = []
    last = time.monotonic()

    def tick() -> None:
        nonlocal last
        now = time.monotonic()
        gaps.append(now - last)
        last = now

    timer = QTimer(interval=5)
    timer.timeout.connect(tick)
    task = runner.stream(count_to(3_000))
    task.delivered.connect(lambda items: time.sleep(0.0002 * len(items)))
    timer.start()
    with qtbot.waitSignal(task.ended, timeout=20_000):
        pass
    timer.stop()
    assert len(gaps) > 20


def test_shutting_down_cancels_and_waits(runner: TaskRunner, qtbot: QtBot) -> None:
    task = runner.stream(count_to(100_000, pause=0.001))
    with qtbot.waitSignal(task.progressed):
        pass
    start = time.monotonic()
    runner.shut_down()
    assert time.monotonic() - start < 2


# -- messages


def test_messages_are_said_in_the_language_of_the_user(qtbot: QtBot) -> None:
    messages = Messages()
    told: list[str] = []
    messages.told.connect(told.append)
    messages.failed.connect(told.append)
    messages.tell("Saved.")
    messages.warn(note("{count} segments", count=3))
    messages.fail(ProjectError("There is no file called {name}.", name="x.md"))
    assert told == ["Saved.", "3 segments", "There is no file called x.md."]


def test_a_report_names_places_but_no_text_and_no_folder() -> None:
    def fail() -> None:
        raise RuntimeError("대외비 문장")

    with pytest.raises(RuntimeError) as caught:
        fail()
    text = report(caught.value)
    assert "test_tasks.py" in text
    assert "RuntimeError" in text
    assert "대외비" not in text
    assert str(Path(__file__).parent) not in text


# -- settings


def test_settings_come_back_as_they_were(tmp_path: Path, qtbot: QtBot) -> None:
    path = str(tmp_path / "settings.ini")
    settings = Settings(QSettings(path, QSettings.Format.IniFormat))
    assert (settings.language, settings.zoom, settings.recent, settings.hint_dismissed) == ("system", 100, [], False)
    settings.language, settings.zoom, settings.engine, settings.hint_dismissed = "ko", 125, "google", True
    settings.set_consent("google", "translate.google.com")
    settings.set_shortcut("confirm", "")
    for number in range(12):
        settings.add_recent(f"/x/보도자료 {number}.md")
    settings.add_recent("/x/보도자료 5.md")
    settings._store.sync()
    again = Settings(QSettings(path, QSettings.Format.IniFormat))
    assert (again.language, again.zoom, again.engine, again.hint_dismissed) == ("ko", 125, "google", True)
    assert again.consents == {"google": "translate.google.com"}
    assert (again.shortcut("confirm"), again.shortcut("approve")) == ("", None)
    assert again.recent[:2] == ["/x/보도자료 5.md", "/x/보도자료 11.md"]
    assert len(again.recent) == 10
    again.set_consent("google", None)
    again.clear_recent()
    again.set_shortcut("confirm", None)
    assert (again.consents, again.recent, again.shortcut("confirm")) == ({}, [], None)


def test_what_was_about_to_start_is_done_before_the_end(qtbot: QtBot) -> None:
    made, done = TaskRunner(), list[str]()
    made.run(lambda: done.append("kept"))
    made.shut_down()
    assert done == ["kept"]
    qtbot.waitUntil(lambda: made.running == 0)
