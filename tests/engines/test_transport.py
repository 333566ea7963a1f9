"""The one way from deep-translator to the network."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import deep_translator
import pytest
import requests

from gui.engines import calls, exchange, transport
from gui.engines.calls import Call, Failure, Limits, Outcome, Stopped, Trouble
from gui.engines.google import Google, GoogleSettings
from tests.engines.conftest import Handler, Play, TranslationServer, correct, english_for


def google(server: TranslationServer) -> Callable[[str], object]:
    return Google(GoogleSettings(f"http://127.0.0.1:{server.port}/m")).translate


def ask(server: TranslationServer, text: str = "글", limits: Limits | None = None) -> Outcome:
    limits = limits or Limits(1, 1, 5)
    return calls.run(lambda: transport.ask(google(server), text), limits, lambda: False)


def page(body: bytes, kind: str) -> Play:
    def play(handler: Handler, _text: str) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.end_headers()
        handler.wfile.write(body)

    return play


def test_deep_translator_cannot_be_used_past_the_wrapper(server: TranslationServer) -> None:
    translator = deep_translator.GoogleTranslator(source="ko", target="en")
    translator._base_url = f"http://127.0.0.1:{server.port}/m"
    with pytest.raises(LookupError):
        translator.translate("글")
    assert server.connections == 0


def test_a_call_that_nobody_waits_for_any_more_sends_nothing(server: TranslationServer) -> None:
    """Cancelled while its thread was still importing what it sends with, say."""
    abandoned = threading.Event()
    abandoned.set()

    def work() -> Outcome:
        calls.current.set(Call(Limits(), abandoned))
        return transport.ask(google(server), "글")

    with ThreadPoolExecutor(1) as pool:
        assert isinstance(pool.submit(work).result(), Failure)
    assert server.connections == 0


def test_a_call_cancelled_before_it_starts_is_not_begun() -> None:
    begun = threading.Event()

    def work() -> Outcome:
        begun.set()
        return ""

    with pytest.raises(Stopped):
        calls.run(work, Limits(), lambda: True)
    assert not begun.wait(0.1)


def test_requests_itself_is_left_as_it_is() -> None:
    assert requests.get.__module__ == "requests.api"


def test_sixteen_parallel_calls_never_mix_up_their_answers(server: TranslationServer) -> None:
    server.play(correct)
    texts = [f"{number}번째 문장을 여기에 적어 둔다." for number in range(64)]
    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(lambda text: ask(server, text), texts)) == [english_for(text) for text in texts]


@pytest.mark.parametrize("kind", ["text/html", "text/html; charset=utf-8"])
def test_utf_8_unless_another_charset_is_named(server: TranslationServer, kind: str) -> None:
    server.play(page('<div class="result-container">“Café”</div>'.encode(), kind))
    assert ask(server) == "“Café”"
    server.play(page('<div class="result-container">Café</div>'.encode("latin-1"), "text/html; charset=iso-8859-1"))
    assert ask(server) == "Café"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b'<div class="result-container">ok</div>' + b" " * 2_000_000,
        b"<![x",
        b"<div><table>" * 5000,
        b'<?xml version="1.0"?><a/>',
        b"\xff\xfe\x00",
    ],
    ids=["nothing", "endless", "broken mark-up", "deep", "xml", "binary"],
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_any_other_page_is_unreadable(server: TranslationServer, body: bytes) -> None:
    server.play(page(body, "text/html"))
    assert ask(server) == Failure(Trouble.UNREADABLE)


def test_a_call_left_behind_ends_by_itself(server: TranslationServer) -> None:
    def flood(handler: Handler, _text: str) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not handler.server.released.is_set():
            handler.wfile.write(b" " * 100)
            handler.server.released.wait(0.01)

    server.play(flood)
    before = set(threading.enumerate())
    assert ask(server, limits=Limits(1, 1, 0.2)) == Failure(Trouble.TIMEOUT)
    (left,) = (thread for thread in set(threading.enumerate()) - before if thread.name == "engine call")
    left.join(2)
    assert not left.is_alive()


def test_no_proxy_of_the_environment_gets_what_stays_in_the_own_network(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(variable, "http://proxy.example.org:3128")
    monkeypatch.delenv("NO_PROXY", raising=False)
    for url in ("http://192.168.0.7:5000/translate", "https://mt.local/translate"):
        with requests.Session() as session:
            settings = session.merge_environment_settings(url, dict(exchange._DIRECT), None, None, None)
        assert not requests.utils.select_proxy(url, settings["proxies"])
