"""The memories that come with the program: those beside the sample releases."""

from functools import cache

from gui import assets
from gui.memory.sqlite_memory import SqliteMemory
from gui.memory.tmx import read_tmx


def memories(sample: str) -> tuple[SqliteMemory, ...]:
    """The memory of a sample release, which is read-only.

    Args:
        sample: The name of the release without its ending: the memory of a sample serves that sample alone, since what
            its short cells mean elsewhere is another matter.
    """
    return tuple(memory for memory in _samples() if memory.name == sample)


@cache
def _samples() -> tuple[SqliteMemory, ...]:
    """The memories beside the sample releases, in RAM: no start of the program writes into its own folder."""
    return tuple(_in_ram(path.stem) for path in sorted(assets.path("samples").glob("*.tmx")))


def _in_ram(name: str) -> SqliteMemory:
    memory = SqliteMemory(name, writable=False)
    memory.add(read_tmx(assets.path("samples", f"{name}.tmx")))
    return memory
