"""kill -9 in the middle of typing: at most the last second is lost, and no file is damaged."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gui.workspace import opening
from gui.workspace.journal_files import abandoned
from gui.workspace.open_project import OpenProject

TYPIST = Path(__file__).with_name("typist.py")
CHECKOUT = Path(__file__).parents[2]
EDITS_A_SECOND = 20


def type_and_kill(path: Path, seconds: float, *options: str) -> int:
    """Let the typist type for a while, kill it, and return the number of its last edit."""
    command = [sys.executable, str(TYPIST), str(path), *options]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    return int((rest.split() or ["0"])[-1])


def first_target(opened: OpenProject) -> int:
    return int(next(opened.project.snapshot().segments()).target.removeprefix("edit "))


def test_an_unsaved_project_loses_at_most_a_second(release_file: Path) -> None:
    last = type_and_kill(release_file, 2.0)
    (recovery,) = opening.recoverable()
    assert (recovery.name, recovery.project) == (release_file.name, None)
    recovered = opening.recover(recovery)
    assert last - first_target(recovered) <= EDITS_A_SECOND
    assert recovered.dirty
    assert opening.recoverable() == ()
    recovered.close(discard=True)


def test_a_saved_project_loses_at_most_a_second(release_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.daejo"
    saved = opening.open_path(release_file)
    saved.save(path)
    saved.close(discard=True)
    before = path.read_bytes()
    last = type_and_kill(path, 1.5)
    assert path.read_bytes() == before
    (recovery,) = opening.recoverable()
    recovered = opening.recover(recovery)
    assert last - first_target(recovered) <= EDITS_A_SECOND
    recovered.save()
    recovered.close(discard=False)
    again = opening.open_path(path)
    assert last - first_target(again) <= EDITS_A_SECOND
    again.close(discard=True)


@pytest.mark.parametrize("seed", range(4))
def test_a_kill_while_saving_leaves_a_whole_file_and_all_edits(release_file: Path, tmp_path: Path, seed: int) -> None:
    path = tmp_path / "a.daejo"
    saved = opening.open_path(release_file)
    saved.save(path)
    saved.close(discard=True)
    last = type_and_kill(path, random.Random(seed).uniform(0.3, 1.0), "save")
    opening.load(path)
    opened = opening.recover(abandoned()[0]) if abandoned() else opening.open_path(path)
    assert last - first_target(opened) <= EDITS_A_SECOND
    opened.save()
    opened.close(discard=False)
    assert opening.recoverable() == ()
