"""The translation memories that a start of the program opens."""

from functools import cache
from pathlib import Path

from gui import assets
from gui.memory.sqlite_memory import SqliteMemory
from gui.memory.tmx import read_tmx

_OWN = "memory.sqlite"


def memories(folder: Path | None = None, sample: str = "") -> tuple[SqliteMemory, ...]:
    """The user's own memory, then that of a sample release, which is read-only.

    Args:
        sample: The name of the release without its ending: the memory of a sample serves that sample alone, since what
            its short cells mean elsewhere is another matter.
        folder: Where the user's memory lies; it is made there if need be. ``None`` leaves it out.

    Raises:
        ReadError: the user's memory is damaged.
    """
    own = (SqliteMemory("memory", folder / _OWN),) if folder else ()
    return (*own, *(memory for memory in _samples() if memory.name == sample))


@cache
def _samples() -> tuple[SqliteMemory, ...]:
    """The memories beside the sample releases, in RAM: no start of the program writes into its own folder."""
    return tuple(_in_ram(path) for path in sorted(assets.path("samples").glob("*.tmx")))


def _in_ram(path: Path) -> SqliteMemory:
    memory = SqliteMemory(path.stem, writable=False)
    memory.add(read_tmx(path))
    return memory
