"""What long work is given to tell how far it is and to learn whether to stop: plain callbacks, whoever runs it."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Called with what is done and what there is in all, in the same measure (segments, bytes); 0 where it is not known."""

Cancelled: TypeAlias = Callable[[], bool]
"""Asked now and then, and while waiting: ``True`` stops the work."""


def unheard(_done: int, _total: int) -> None:
    """A :data:`Progress` to which nobody listens."""


def never() -> bool:
    """A :data:`Cancelled` that lets the work go on to its end."""
    return False
