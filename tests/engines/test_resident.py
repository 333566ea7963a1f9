"""What lives on a thread of its own is made, asked and freed there."""

import gc
import threading

import pytest

from gui.engines.resident import Resident


class Thing:
    def __init__(self, seen: list[int]) -> None:
        self.seen = seen
        seen.append(threading.get_ident())

    def __del__(self) -> None:
        self.seen.append(threading.get_ident())


def test_one_thread_from_the_beginning_to_the_end() -> None:
    seen: list[int] = []
    resident = Resident(lambda: Thing(seen))

    def ask(whom: Resident[Thing]) -> None:
        whom.ask(lambda thing: thing.seen.append(threading.get_ident()))

    asking = [threading.Thread(target=ask, args=(resident,)) for _ in range(3)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    own = next(thread for thread in threading.enumerate() if thread.ident == seen[0])
    del resident, asking, thread
    gc.collect()
    own.join(5)
    assert len(seen) == 5
    assert set(seen) == {own.ident}
    assert own.ident != threading.get_ident()


def test_errors_reach_whoever_asked() -> None:
    with pytest.raises(ValueError, match="no such thing"):
        Resident(_fail)
    resident = Resident(lambda: 7)
    with pytest.raises(ZeroDivisionError):
        resident.ask(lambda number: number // 0)
    assert resident.ask(lambda number: number + 1) == 8


def _fail() -> int:
    raise ValueError("no such thing")
