"""What the process that reads a file measures of itself; see test_reading.py."""

import re
import time
from contextlib import suppress
from pathlib import Path

from gui.document.errors import ReadError
from gui.document.work import Progress
from gui.readers import registry


def nothing(path: Path, progress: Progress) -> None:
    """The least that a process can do."""


def read(path: Path, progress: Progress) -> tuple[float, int]:
    """Seconds and peak memory in MB; a file that is refused takes its time too."""
    start = time.perf_counter()
    with suppress(ReadError):
        registry.read_apart(path, progress)
    return time.perf_counter() - start, _peak()


def _peak() -> int:
    """Of this process alone: ``ru_maxrss`` would count what the process that started it had."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) >> 10
