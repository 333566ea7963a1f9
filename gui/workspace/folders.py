"""Where the program keeps its own files."""

import os
from pathlib import Path


def data_folder(*parts: str) -> Path:
    """A folder inside the program's data folder, made if need be. ``DAEJO_DATA`` puts all of it elsewhere.

    Raises:
        OSError: it cannot be made.
    """
    base = os.environ.get("DAEJO_DATA") or _usual()
    folder = Path(base).joinpath(*parts)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _usual() -> str:
    import platformdirs  # only where a file is written

    return platformdirs.user_data_dir("daejo", appauthor=False)
