"""The program as a process: first start, a file, a file that cannot be opened, a picture."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.workspace.samples import sample_release

pytestmark = pytest.mark.usefixtures("data_folder")

WATCHED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from gui import app

complete = app._complete

def watch(window, context, left, *, first_start):
    complete(window, context, left, first_start=first_start)
    print("painted", first_start, window.windowTitle())
    wait = QTimer(window, interval=20)
    wait.timeout.connect(lambda: finish(window))
    wait.start()

def finish(window):
    if window._context.tasks.running:
        return
    page = window.page
    if page is None:
        print("start page:", [label.text() for label in window.centralWidget().findChildren(QLabel)])
    else:
        drafted = sum(bool(segment.target) for segment in page.session.segments())
        print("drafted", drafted, "of", len(page.session.segments()))
        print("notice:", page.notice.text.splitlines()[:1])
        window.commands.files.forget()
    window.close()

app._complete = watch
sys.exit(app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
"""


def _run(*arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"},
    )
    errors = [line for line in ran.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (ran.returncode, errors) == (0, []), ran.stderr
    return ran.stdout


def test_a_first_start_opens_the_sample_with_a_full_draft() -> None:
    told = _run()
    assert "painted True ocean-cluster-dialogue.md[*] — Daejo" in told
    assert "drafted 125 of 125" in told
    assert "This is a sample" in told


def test_a_file_is_opened_and_the_next_start_is_no_first_one(tmp_path: Path) -> None:
    release = tmp_path / "release.md"
    release.write_bytes(sample_release().read_bytes())
    assert "painted False release.md[*] — Daejo" in _run(str(release))


def test_a_file_that_cannot_be_opened_is_explained_on_the_start_page(tmp_path: Path) -> None:
    told = _run(str(tmp_path / "missing.md"))
    assert "painted False Daejo" in told
    assert "missing.md" in told.partition("start page:")[2]


def test_render_draws_the_window(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    code = "import sys; from pathlib import Path; from gui import app; app.render(Path(sys.argv[1]), Path(sys.argv[2]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, str(sample_release()), str(picture)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ran.stderr == ""
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 50_000
