"""How long it takes to read each real file, with the process that does it, and how much memory that process takes."""

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from gui.document.errors import ReadError
from gui.readers import isolation, registry
from tests.benchmarks import measured
from tests.benchmarks.conftest import Report

REAL = Path(__file__).parents[2].parent / "shared" / "releases" / "real"
FILES = sorted(path for path in REAL.glob("*") if path.suffix in (".hwp", ".hwpx", ".pdf", ".docx"))
SECONDS_BOUND = 5.0
MEMORY_BOUND = 256
START_BOUND = 0.5


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def read(path: Path) -> None:
    with suppress(ReadError):
        registry.read(path)


def test_a_process_of_its_own(report: Report, tmp_path: Path) -> None:
    start = min(seconds(lambda: isolation.run(measured.nothing, tmp_path)) for _ in range(5))
    report("process that reads a file, start to end", f"{start * 1000:.0f} ms (bound {START_BOUND * 1000:.0f} ms)")
    assert start < START_BOUND


@pytest.mark.skipif(not FILES, reason="the real files are not beside this checkout")
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_time_and_memory(path: Path, report: Report) -> None:
    whole = min(seconds(lambda: read(path)) for _ in range(2))
    inside, memory = isolation.run(measured.read, path)
    figures = f"{whole:.2f} s, {inside:.2f} s of it in the process, {memory} MB"
    report(f"read {path.name}", f"{figures} (bounds {SECONDS_BOUND:.0f} s, {MEMORY_BOUND} MB)")
    assert whole < SECONDS_BOUND
    assert memory < MEMORY_BOUND
