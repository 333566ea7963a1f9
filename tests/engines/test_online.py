"""The whole way: a request for a draft, the wrapper, deep-translator, sockets, a server."""

import logging
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from gui.document.errors import EngineUnavailable
from gui.document.project import Project
from gui.document.segment import Origin, OriginKind, State, Translation
from gui.engines import registry
from gui.engines.base import DraftRequest
from gui.engines.calls import Limits
from gui.engines.consent import GivenConsents
from gui.engines.google import GoogleSettings
from gui.engines.libretranslate import LibreTranslate, LibreTranslateSettings
from gui.engines.online import OnlineEngine, OnlineSettings
from gui.engines.pacing import Patience
from gui.engines.registry import EngineSettings
from tests.engines.conftest import (
    Play,
    TranslationServer,
    busy,
    consent_page,
    correct,
    cut_body,
    echo,
    english_for,
    hang,
    label,
    reset,
    saying,
    slow,
    status,
    trickle,
)
from tests.engines.drafting import (
    ALLOWED,
    KEY,
    MAKERS,
    QUICK,
    TEXTS,
    Draft,
    chain,
    every_service,
    make_engine,
    request_of,
    snapshot_of,
)


@every_service
def test_drafts_every_segment_as_machine_draft(server: TranslationServer, name: str) -> None:
    before = datetime.now(UTC)
    draft = Draft(make_engine(server, name), request_of(*TEXTS))
    assert draft.error is None
    assert draft.english == {f"s{number}": english_for(text) for number, text in enumerate(TEXTS)}
    assert draft.progress == [(1, 3), (2, 3), (3, 3)]
    edit = draft.edits[0]
    assert edit.old == Translation()
    assert edit.new.state is State.DRAFT
    assert edit.new.origin is not None
    assert edit.new.origin == Origin(OriginKind.MACHINE, name, None, edit.new.origin.at)
    assert edit.new.origin.at is not None
    assert before <= edit.new.origin.at <= datetime.now(UTC)
    assert [request.text for request in server.requests] == list(TEXTS)


@every_service
def test_one_request_for_one_segment(server: TranslationServer, name: str) -> None:
    Draft(make_engine(server, name), request_of(TEXTS[0]))
    assert server.connections == 1


def test_edits_fit_the_project_they_were_made_for(server: TranslationServer) -> None:
    snapshot = snapshot_of(*TEXTS)
    project = Project(snapshot.release, snapshot.units)
    typed = Translation("Typed by hand.", State.DRAFT)
    for edit in make_engine(server).draft(request_of(*TEXTS), lambda *_: None, lambda: False):
        if edit.key == "s1":
            project.apply(type(edit)("s1", Translation(), typed))
        assert project.apply(edit) is (edit.key != "s1")
    assert project.segment("s1").translation == typed


def test_only_asked_for_segments_and_only_korean_is_sent(server: TranslationServer) -> None:
    snapshot = snapshot_of(
        "□ 첫 문장을 적는다.", "2,726억 → 120", "☎ 02-123-4567", "KAIST", "※ 둘째 문장을 적는다.", "남은 글"
    )
    draft = Draft(make_engine(server), DraftRequest(snapshot, ("s0", "s2", "s3", "s4", "gone")))
    assert [request.text for request in server.requests] == ["첫 문장을 적는다.", "둘째 문장을 적는다."]
    assert draft.english["s0"] == "□ " + english_for("첫 문장을 적는다.")
    assert draft.english["s4"].startswith("※ The ministry")
    assert draft.progress[-1] == (4, 4)


def test_a_repetition_is_sent_once(server: TranslationServer) -> None:
    draft = Draft(make_engine(server), request_of("직위", TEXTS[0], "직위", "1", "직위"))
    assert [request.text for request in server.requests] == ["직위", TEXTS[0]]
    assert draft.english == {"s0": english_for("직위"), "s1": english_for(TEXTS[0])} | dict.fromkeys(
        ("s2", "s4"), english_for("직위")
    )


@every_service
def test_long_segments_go_in_parts_at_sentence_ends(server: TranslationServer, name: str) -> None:
    text = " ".join(
        f"제{number}차 회의에서 위원들은 새로운 협력 방안을 논의하고 그 결과를 발표하였다." for number in range(120)
    )
    draft = Draft(make_engine(server, name), request_of(text))
    sent = [request.text for request in server.requests]
    assert len(sent) > 1 or name in ("microsoft", "deepl")
    assert " ".join(sent) == text
    assert all(part.endswith("발표하였다.") for part in sent)
    assert draft.english["s0"] == " ".join(english_for(part) for part in sent)
    if name == "mymemory":
        assert max(len(part.encode()) for part in sent) <= 500
    if name == "google":
        assert max(sum("가" <= character <= "힣" for character in part) for part in sent) <= 1500


def test_a_sentence_that_cannot_be_cut_is_left_and_reported(server: TranslationServer) -> None:
    draft = Draft(make_engine(server, "mymemory"), request_of("아주 " * 200 + "길다.", TEXTS[0]))
    assert list(draft.english) == ["s1"]
    assert len(server.requests) == 1
    assert "1 of 2 segments are too long for MyMemory" in str(draft.error)


@every_service
@pytest.mark.parametrize("passing", [status(429), status(500), status(503), reset, cut_body], ids=label)
def test_passing_trouble_is_tried_again(server: TranslationServer, name: str, passing: Play) -> None:
    server.play(passing, correct)
    draft = Draft(make_engine(server, name), request_of(TEXTS[0]))
    assert draft.error is None
    assert draft.english == {"s0": english_for(TEXTS[0])}
    assert len(server.requests) == 2


@every_service
@pytest.mark.parametrize(
    ("play", "attempts", "sentence"),
    [
        (status(429), 3, "takes no more requests"),
        (status(500), 3, "reports an error of its own"),
        (reset, 3, "broke off"),
        (status(403), 1, "refused the request"),
        (status(302, Location="http://127.0.0.1:1/elsewhere"), 1, "a page that is no translation"),
        (consent_page, 1, "a page that is no translation"),
        (status(429, Retry_After="3600"), 1, "takes no more requests"),
    ],
    ids=["429", "500", "reset", "403", "redirect", "consent page", "429 for an hour"],
)
def test_what_came_before_a_failure_is_kept(
    server: TranslationServer, name: str, play: Play, attempts: int, sentence: str
) -> None:
    server.play(correct, correct, play)
    draft = Draft(make_engine(server, name), request_of(*TEXTS))
    assert list(draft.english) == ["s0", "s1"]
    assert isinstance(draft.error, EngineUnavailable)
    assert sentence in str(draft.error)
    assert len(server.requests) == 2 + attempts


def test_refused_port_is_told_at_once(server: TranslationServer) -> None:
    engine = make_engine(server)
    server.socket.close()
    draft = Draft(engine, request_of(TEXTS[0]))
    assert "cannot be reached" in str(draft.error)
    assert draft.seconds < 1


@pytest.mark.parametrize("play", [hang, trickle])
def test_no_answer_in_time(server: TranslationServer, play: Play) -> None:
    server.play(play)
    patience = Patience(Limits(connect=1, read=0.2, total=0.3), attempts=2, pause=0.01)
    draft = Draft(make_engine(server, patience=patience), request_of(TEXTS[0]))
    assert "did not answer in time" in str(draft.error)
    assert draft.seconds < 1.5


@every_service
@pytest.mark.parametrize(
    "play",
    [
        echo,
        saying(""),
        saying("정부는 오늘 a new plan을 발표했다."),
        saying("The government will announce a new"),
        saying("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."),
        saying("Error 500 (Server Error)!!1500.That's an error."),
        saying("word " * 200 + "."),
    ],
    ids=["echo", "empty", "Hangul", "truncated", "quota", "error page", "endless"],
)
def test_bad_answers_are_counted_not_delivered(server: TranslationServer, name: str, play: Play) -> None:
    server.play(correct, play, correct)
    draft = Draft(make_engine(server, name), request_of(*TEXTS))
    assert list(draft.english) == ["s0", "s2"]
    assert "gave no usable English for 1 of 3 segments" in str(draft.error)
    assert draft.progress[-1] == (3, 3)


def test_html_entities_of_mymemory_are_resolved(server: TranslationServer) -> None:
    server.play(saying("The ministry&#39;s &quot;new&quot; plan was announced."))
    draft = Draft(make_engine(server, "mymemory"), request_of(TEXTS[0]))
    assert draft.english == {"s0": 'The ministry\'s "new" plan was announced.'}


@pytest.mark.parametrize("play", [hang, trickle, slow(5), status(429, Retry_After="5")], ids=label)
def test_cancel_is_prompt_whatever_the_server_does(server: TranslationServer, play: Play) -> None:
    server.play(correct, play)
    cancelled = threading.Event()
    at: list[float] = []

    def cancel() -> None:
        at.append(time.monotonic())
        cancelled.set()

    timer = threading.Timer(0.3, cancel)
    timer.start()
    draft = Draft(make_engine(server, patience=Patience()), request_of(*TEXTS), cancelled.is_set)
    assert time.monotonic() - at[0] < 0.2
    assert draft.error is None
    assert list(draft.english) == ["s0"]
    timer.join()


def test_cancelled_before_the_start_sends_nothing(server: TranslationServer) -> None:
    draft = Draft(make_engine(server), request_of(*TEXTS), lambda: True)
    assert draft.edits == []
    assert server.connections == 0


@every_service
@pytest.mark.parametrize(
    "play",
    [status(429), status(400), status(403), reset, cut_body, consent_page, echo, hang, saying("고장")],
    ids=label,
)
def test_errors_and_logs_tell_no_text_key_or_address(
    server: TranslationServer, name: str, play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    server.play(play)
    patience = Patience(Limits(1, 0.2, 0.5), attempts=1)
    with caplog.at_level(logging.DEBUG):
        draft = Draft(make_engine(server, name, patience), request_of(*TEXTS[:1]))
    assert draft.error is not None
    told = [draft.trace, caplog.text, *(repr(error) for error in chain(draft.error))]
    for secret in (TEXTS[0], "발표", "%EB%B0%9C", KEY, "someone@", f"{server.port}", "127.0.0.1"):
        assert not any(secret in text for text in told), secret
    assert chain(draft.error) == [draft.error]


def test_text_and_key_for_libretranslate_stay_out_of_the_address(server: TranslationServer) -> None:
    Draft(make_engine(server, "libretranslate"), request_of(TEXTS[0]))
    (request,) = server.requests
    assert (request.path, request.key) == ("/translate", KEY)


def test_no_invented_key_for_a_libretranslate_without_keys(server: TranslationServer) -> None:
    service = LibreTranslate(LibreTranslateSettings(f"http://127.0.0.1:{server.port}/"))
    assert Draft(OnlineEngine(service, QUICK, GivenConsents()), request_of(TEXTS[0])).error is None
    assert "api_key" not in server.requests[0].body


def test_a_proxy_does_not_get_what_is_meant_for_this_machine(
    server: TranslationServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert Draft(make_engine(server, "libretranslate"), request_of(TEXTS[0])).error is None


def test_requests_are_spaced(server: TranslationServer) -> None:
    engine = OnlineEngine(MAKERS["google"](server, 10), QUICK, ALLOWED)
    Draft(engine, request_of(*TEXTS))
    times = [request.at for request in server.requests]
    assert times[2] - times[0] > 0.15


def test_one_request_at_a_time_and_no_mixed_up_answers_from_many_threads(server: TranslationServer) -> None:
    server.play(busy)
    engine = make_engine(server)
    texts = [f"{number}번째 문장을 여기에 적어 둔다." for number in range(48)]
    request = request_of(*texts)
    english: dict[str, str] = {}

    def draft(start: int) -> None:
        part = DraftRequest(request.snapshot, request.keys[start::8])
        english.update({edit.key: edit.new.text for edit in engine.draft(part, lambda *_: None, lambda: False)})

    threads = [threading.Thread(target=draft, args=(start,)) for start in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert english == {f"s{number}": english_for(text) for number, text in enumerate(texts)}
    assert server.busiest == 1


def test_the_breaker_leaves_a_failing_service_alone(server: TranslationServer) -> None:
    server.play(status(500))
    patience = Patience(QUICK.limits, attempts=2, pause=0.01, failures=3, cooldown=0.5)
    engine = make_engine(server, patience=patience)
    for _ in range(5):
        assert isinstance(Draft(engine, request_of(TEXTS[0])).error, EngineUnavailable)
    assert len(server.requests) == 3
    assert not engine.status().ready
    time.sleep(0.5)
    server.play(correct)
    assert engine.status().ready
    assert Draft(engine, request_of(*TEXTS)).error is None


def test_service_messages_open_the_breaker_too(server: TranslationServer) -> None:
    server.play(saying("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY."))
    engine = make_engine(server, "mymemory", Patience(QUICK.limits, failures=2))
    draft = Draft(engine, request_of(*TEXTS))
    assert "failed several times in a row" in str(draft.error)
    assert len(server.requests) == 2


def settings_for(server: TranslationServer, patience: Patience, per_second: float = 1000) -> EngineSettings:
    google = GoogleSettings(f"http://127.0.0.1:{server.port}/m", per_second)
    return EngineSettings(online=OnlineSettings(google=google, patience=patience), consents=ALLOWED)


def test_a_failing_service_is_left_alone_by_engines_made_anew_too(server: TranslationServer) -> None:
    server.play(status(500))
    settings = settings_for(server, replace(QUICK, attempts=1, failures=2))
    for _ in range(2):
        assert "error of its own" in str(Draft(registry.engine("google", settings), request_of(TEXTS[0])).error)
    again = registry.engine("google", replace(settings, memories=()))
    assert "left alone for now" in str(again.status().reason)
    assert "left alone for now" in str(Draft(again, request_of(TEXTS[0])).error)
    assert len(server.requests) == 2
    assert registry.engine("google", settings_for(server, QUICK)).status().ready


def test_a_key_that_was_put_right_is_used_at_once(server: TranslationServer) -> None:
    settings = settings_for(server, replace(QUICK, failures=2))
    server.play(status(403))
    for _ in range(3):
        assert "refused the request" in str(Draft(registry.engine("google", settings), request_of(TEXTS[0])).error)
    server.play(correct)
    assert Draft(registry.engine("google", settings), request_of(TEXTS[0])).error is None


def test_engines_made_anew_keep_the_pace(server: TranslationServer) -> None:
    settings = settings_for(server, QUICK, per_second=10)
    for text in TEXTS:
        assert Draft(registry.engine("google", settings), request_of(text)).error is None
    times = [request.at for request in server.requests]
    assert all(later - sooner > 0.08 for sooner, later in pairwise(times))


@pytest.mark.parametrize("play", [correct, status(503)], ids=label)
def test_nothing_more_is_sent_once_the_user_has_cancelled(server: TranslationServer, play: Play) -> None:
    """Whether the next request is due at once, after a pause for the pace, or after one for a failure."""
    for per_second in (1000.0, 2.0):
        server.play(play)
        engine = OnlineEngine(MAKERS["google"](server, per_second), replace(QUICK, pause=5), ALLOWED)
        draft = Draft(engine, request_of(*TEXTS), lambda: bool(server.requests))
        assert draft.error is None
        assert draft.seconds < 0.5
        time.sleep(0.1)
        assert len(server.requests) == 1
