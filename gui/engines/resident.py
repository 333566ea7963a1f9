"""An object that lives on a thread of its own: for libraries whose objects must not be touched, or freed, elsewhere."""

import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

_Thing = TypeVar("_Thing")
_Answer = TypeVar("_Answer")
_Errand = tuple[Callable[[Any], Any], "Future[Any]"]


class Resident(Generic[_Thing]):
    """Made, asked and freed on one thread, which ends with this object, or with the program."""

    def __init__(self, make: Callable[[], _Thing]) -> None:
        """Whatever ``make`` raises is raised here."""
        self._errands: SimpleQueue[_Errand | None] = SimpleQueue()
        made: Future[None] = Future()
        threading.Thread(target=_live, args=(make, made, self._errands), name="daejo-resident", daemon=True).start()
        made.result()
        weakref.finalize(self, self._errands.put, None)

    def ask(self, work: Callable[[_Thing], _Answer]) -> _Answer:
        """What ``work`` makes of the object; one at a time, and whatever it raises is raised here."""
        answer: Future[_Answer] = Future()
        self._errands.put((work, answer))
        return answer.result()


def _live(make: Callable[[], Any], made: "Future[None]", errands: "SimpleQueue[_Errand | None]") -> None:
    """The life of the thread. Errors leave without their frames, which would take the object along."""
    try:
        thing = make()
    except BaseException as error:  # noqa: BLE001 - whatever it is belongs to who asked; panics are no Exception
        made.set_exception(error.with_traceback(None))
        return
    made.set_result(None)
    while (errand := errands.get()) is not None:
        work, answer = errand
        try:
            answer.set_result(work(thing))
        except BaseException as error:  # noqa: BLE001 - as above
            answer.set_exception(error.with_traceback(None))
        del errand, work, answer
