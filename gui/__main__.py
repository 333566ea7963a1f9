"""``python -m gui``, and the ``daejo`` command.

Processes that parse files import this module too, so it imports nothing that they have no use for.
"""

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line and return its exit code."""
    from gui.cli import main as run

    return run()


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a bundle has no Python to start for a new process, so it starts itself
    sys.exit(main())
