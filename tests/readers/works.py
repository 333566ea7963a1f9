"""What processes are asked to do in test_isolation.py: they import it from here."""

import ctypes
import os
import sys
import time
from pathlib import Path

from gui.document.errors import ReadError
from gui.document.release import Block, BlockKind, Release
from gui.document.richtext import RichText
from gui.document.work import Progress


def read_lines(path: Path, progress: Progress) -> Release:
    lines = path.read_text(encoding="utf-8").splitlines()
    return Release("lines", path.name, tuple(Block(BlockKind.PARAGRAPH, RichText(line)) for line in lines))


def refuse(path: Path, progress: Progress) -> None:
    raise ReadError("{name} says {what}.", name=path.name, what="{no}")


def raise_something(path: Path, progress: Progress) -> None:
    raise KeyError(path.read_text(encoding="utf-8"))


def nest(path: Path, progress: Progress) -> None:
    nest(path, progress)


def crash(path: Path, progress: Progress) -> None:
    ctypes.string_at(0)


def abort(path: Path, progress: Progress) -> None:
    os.abort()


def leave(path: Path, progress: Progress) -> None:
    sys.exit(0)


def hang(path: Path, progress: Progress) -> None:
    (path.parent / "pid").write_text(str(os.getpid()))
    while True:
        time.sleep(0.01)


def be_busy(path: Path, progress: Progress) -> None:
    (path.parent / "pid").write_text(str(os.getpid()))
    while True:
        pass


def count(path: Path, progress: Progress) -> int:
    for done in range(200):
        progress(done, 200)
        time.sleep(0.005)
    return 200


def count_for_ever(path: Path, progress: Progress) -> None:
    done = 0
    while True:
        progress(done := done + 1, 0)
        time.sleep(0.01)


def eat_slowly(path: Path, progress: Progress) -> None:
    eaten = []
    while True:
        eaten.append(b"x" * (8 << 20))
        time.sleep(0.002)


def eat_at_once(path: Path, progress: Progress) -> None:
    b"x" * (6 << 30)


def talk(path: Path, progress: Progress) -> str:
    print("the text of a release")
    os.system("echo the text of a release >&2")
    sys.stderr.write("the text of a release\n")
    return "quiet"


def loaded(path: Path, progress: Progress) -> set[str]:
    return set(sys.modules)
