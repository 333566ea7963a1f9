"""Libraries that are not part of the usual installation."""

import shlex
import subprocess
import sys
from importlib.util import find_spec

from gui.document.errors import Message, note


def missing(engine: Message, *packages: str) -> Message | None:
    """What to type so that an engine's libraries are there; ``None`` if they are. Loads none of them.

    Args:
        engine: the engine's name on screen.
        packages: names to install, which are also the names to import.
    """
    absent = [package for package in packages if find_spec(package) is None]
    if not absent:
        return None
    if getattr(sys, "frozen", False):
        return note("{engine} is not part of this build of Daejo; run Daejo from Python to add it.", engine=engine)
    words = [sys.executable, "-m", "pip", "install", *absent]
    command = subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)
    return note("{engine} needs libraries that are not installed. Type once: {command}", engine=engine, command=command)
