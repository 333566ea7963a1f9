"""Types into a project at 20 edits a second until it is killed; prints the number of each edit once it is applied.

Run by the tests: ``python typist.py FILE [save]``. With ``save``, it also saves ten times a second on another thread.
"""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from gui.document.edit import TargetEdit
from gui.workspace.opening import open_path


def main(path: Path, *, saves: bool) -> None:
    opened = open_path(path)
    key = next(opened.project.snapshot().segments()).key
    pool = ThreadPoolExecutor(1)
    job = None
    for number in range(100_000):
        old = opened.project.segment(key).translation
        opened.project.apply(TargetEdit(key, old, old.typed(f"edit {number}")))
        print(number, flush=True)
        if saves and job is not None and job[1].done():
            opened.finish_save(job[0])
            job = None
        if saves and job is None:
            prepared = opened.prepare_save()
            job = prepared, pool.submit(prepared.write)
        time.sleep(0.05)


if __name__ == "__main__":
    threading.current_thread().name = "typist"
    main(Path(sys.argv[1]), saves=len(sys.argv) > 2)
