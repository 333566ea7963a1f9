"""``python -m gui``, and the ``daejo`` command."""

import sys

from gui.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
