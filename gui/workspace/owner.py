"""Which process holds something: a project's lock, a journal."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Owner:
    """A process: its number, its computer, and when it was born, since numbers are used again."""

    pid: int
    host: str
    birth: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it ran on this computer."""
        return self.host == _host()

    def is_alive(self) -> bool:
        """Whether it still runs. Only for an owner that :attr:`is_here`."""
        return _runs(self.pid) and (not self.birth or self.birth == _birth(self.pid))


def this_process() -> Owner:
    """The owner that we are."""
    return Owner(os.getpid(), _host(), _birth(os.getpid()))


def _host() -> str:
    return os.uname().nodename if sys.platform != "win32" else os.environ.get("COMPUTERNAME", "")


def _birth(pid: int) -> str:
    """Start time in ticks since boot, field 22 of proc(5) stat; empty where there is no such file."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return text.rpartition(")")[2].split()[19]  # the name, field 2, may hold spaces and brackets


if sys.platform == "win32":

    def _runs(pid: int) -> bool:
        """Asks for a handle: ``os.kill(pid, 0)`` would send Ctrl+C on Windows."""
        import ctypes  # only here

        still_active, query_limited = 259, 0x1000
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(query_limited, 0, pid)
        if not handle:
            return False
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == still_active

else:

    def _runs(pid: int) -> bool:
        if pid <= 0:
            return False
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True
