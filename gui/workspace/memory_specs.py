"""Which translation memories the user has, in order of trust, kept in the program's data folder."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from gui.files import replace_file
from gui.workspace.folders import data_folder

DEFAULT_NAME = "memory"
_SETTINGS = "memories.json"
_MOST_PENALTY = 100


@dataclass(frozen=True, slots=True)
class MemorySpec:
    """A translation memory of the user.

    Attributes:
        path: its file.
        name: what the user calls it; no two have the same.
        writable: whether confirmed segments go into it; those of the first writable one do.
        penalty: percent taken off the value of its matches, for memories that are trusted less.
    """

    path: Path
    name: str
    writable: bool = True
    penalty: int = 0


def memory_folder() -> Path:
    """Where the user's own memories lie.

    Raises:
        OSError: the folder cannot be made.
    """
    return data_folder("memories")


def default_spec() -> MemorySpec:
    """The memory that everybody has: it is made when it is first opened.

    Raises:
        OSError: its folder cannot be made.
    """
    return MemorySpec(memory_folder() / f"{DEFAULT_NAME}.sqlite", DEFAULT_NAME)


def load_specs() -> tuple[MemorySpec, ...]:
    """The memories of the user; only the default one where nothing, or nothing readable, is kept.

    Raises:
        OSError: the data folder cannot be made.
    """
    try:
        kept = json.loads((memory_folder() / _SETTINGS).read_text(encoding="utf-8"))
        specs = tuple(_spec(entry) for entry in kept)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        specs = ()
    own = default_spec()
    return specs if any(spec.path == own.path for spec in specs) else (own, *specs)


def save_specs(specs: Iterable[MemorySpec]) -> None:
    """Keep the list of memories, in order of trust.

    Raises:
        OSError: it cannot be written.
    """
    kept = [{**asdict(spec), "path": str(spec.path)} for spec in specs]
    data = json.dumps(kept, ensure_ascii=False, indent=1).encode()
    replace_file(memory_folder() / _SETTINGS, lambda file: file.write(data))


def _spec(entry: dict[str, object]) -> MemorySpec:
    penalty = entry.get("penalty", 0)
    amount = penalty if isinstance(penalty, int) else 0
    name = str(entry["name"])
    return MemorySpec(Path(str(entry["path"])), name, entry.get("writable") is True, min(max(amount, 0), _MOST_PENALTY))
