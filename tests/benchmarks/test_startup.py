"""How long it takes from the start of the process to the first painted window, beside an empty window."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from gui.workspace.samples import sample_release
from tests.benchmarks.conftest import Report

STARTER = Path(__file__).with_name("starter.py")
ROUNDS = 9


def _spawn_to_paint(data: Path, *arguments: str) -> float:
    places = {"DAEJO_DATA": str(data), "XDG_CONFIG_HOME": str(data), "PYTHONPATH": str(STARTER.parents[2])}
    started = time.time()
    painted = subprocess.run(
        [sys.executable, str(STARTER), *arguments],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **places},
    )
    return float(painted.stdout.split()[-1]) - started


def test_spawn_to_first_paint(tmp_path: Path, report: Report) -> None:
    sample = str(sample_release())
    empty, ours = [], []
    for _ in range(ROUNDS):
        empty.append(_spawn_to_paint(tmp_path))
        ours.append(_spawn_to_paint(tmp_path, sample))
    bare, full = statistics.median(empty), statistics.median(ours)
    report("start to first paint, empty window", f"{bare * 1000:.0f} ms")
    report("start to first paint, sample open", f"{full * 1000:.0f} ms = {full / bare:.2f} x empty (bound 1.8 x)")
