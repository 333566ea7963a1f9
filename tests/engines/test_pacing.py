import time

import pytest

from gui.engines.calls import Stopped
from gui.engines.pacing import Breaker, Pace, Patience, Traffic, wait


def never() -> bool:
    return False


def test_pauses_double_and_vary_and_stay_bounded() -> None:
    patience = Patience(pause=1.0, longest_pause=5.0)
    for attempt, middle in ((1, 1.0), (2, 2.0), (3, 4.0)):
        pauses = {patience.pause_before(attempt) for _ in range(50)}
        assert len(pauses) > 1
        assert all(middle / 2 <= pause <= min(5.0, middle * 1.5) for pause in pauses)
    assert patience.pause_before(9) == 5.0


def test_a_pause_is_as_long_as_the_server_asks_for() -> None:
    assert Patience(pause=0.1).pause_before(1, asked=7.0) == 7.0


def test_waiting_ends_at_once_on_cancel() -> None:
    started = time.monotonic()
    with pytest.raises(Stopped):
        wait(60, lambda: time.monotonic() - started > 0.1)
    assert time.monotonic() - started < 0.3


def test_waiting_for_a_turn_ends_on_cancel() -> None:
    pace = Pace(1000)
    with pace.turn(never), pytest.raises(Stopped), pace.turn(lambda: True):
        pass


def test_a_turn_is_given_back_when_the_work_fails() -> None:
    pace = Pace(1000)
    with pytest.raises(ValueError, match="work"), pace.turn(never):
        raise ValueError("work")
    with pace.turn(never):
        pass


def test_the_first_turn_is_at_once_and_the_next_is_due_later() -> None:
    pace, times = Pace(20), []
    for _ in range(4):
        with pace.turn(never):
            times.append(time.monotonic())
    assert times[-1] - times[0] >= 0.14


def test_breaker_opens_closes_and_opens_again_at_the_first_failure() -> None:
    breaker = Breaker(failures=2, cooldown=0.1)
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.pause == 0
    breaker.failed()
    assert breaker.pause > 0
    time.sleep(0.11)
    assert breaker.pause == 0
    breaker.failed()
    assert breaker.pause > 0


def test_a_service_on_a_host_keeps_its_lane() -> None:
    traffic, patience = Traffic(), Patience()
    lane = traffic.lane("google", "a.example.org", 1.0, patience)
    assert traffic.lane("google", "a.example.org", 1.0, patience) is lane
    assert traffic.lane("google", "b.example.org", 1.0, patience) is not lane
    assert traffic.lane("mymemory", "a.example.org", 1.0, patience) is not lane
    assert Traffic().lane("google", "a.example.org", 1.0, patience) is not lane
