"""A real translation server on loopback that speaks the five services' protocols and misbehaves on demand."""

import html
import json
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeAlias
from urllib.parse import parse_qs, urlsplit

import pytest


@dataclass(frozen=True)
class Request:
    """What the server saw of one request."""

    path: str
    text: str
    body: str
    key: str
    at: float


Play: TypeAlias = "Callable[[Handler, str], None]"
"""Answers one request; gets the handler and the Korean text."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"
    server: "TranslationServer"

    def do_GET(self) -> None:
        self._serve("")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

    def _serve(self, body: str) -> None:
        fields = parse_qs(urlsplit(self.path).query) | parse_qs(body)
        text = _text_of(body) if body.startswith(("[", "{")) else fields.get("q", [""])[0]
        key = self.headers.get("Ocp-Apim-Subscription-Key") or fields.get("api_key", [""])[0]
        key = key or self.headers.get("Authorization", "").removeprefix("DeepL-Auth-Key ")
        play = self.server.record(Request(self.path, text, body, key, time.monotonic()))
        play(self, text)

    def translation(self, english: str) -> None:
        """Answer 200 in the service's own shape."""
        path = urlsplit(self.path).path
        if path == "/m":
            page = f'<html><body><div class="result-container">{html.escape(english)}</div></body></html>'
            self.answer(200, page, "text/html; charset=utf-8")
        elif path == "/get":
            self.answer(200, json.dumps({"responseData": {"translatedText": english}, "matches": []}))
        elif path == "/v2/translate":
            told = {"text": english, "detected_source_language": "KO", "billed_characters": 1, "model_type_used": ""}
            self.answer(200, json.dumps({"translations": [told]}))
        elif path == "/microsoft":
            self.answer(200, json.dumps([{"translations": [{"text": english, "to": "en"}]}]))
        else:
            self.answer(200, json.dumps({"translatedText": english}))

    def answer(self, status: int, body: str, kind: str = "application/json", **headers: str) -> None:
        data = body.encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        pass


def _text_of(body: str) -> str:
    """What Microsoft's JSON (a list) or DeepL's (an object) asks for."""
    content = json.loads(body)
    return str(content[0]["text"] if isinstance(content, list) else content["text"][0])


@dataclass
class Script:
    """What to play: one entry a request, the last one for ever."""

    plays: list[Play] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)


class TranslationServer(ThreadingHTTPServer):
    """Counts connections too, so that "nothing was sent" can be shown."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script = Script([correct])
        self.connections = 0
        self.busy = 0
        self.busiest = 0
        self.released = threading.Event()
        self._lock = threading.Lock()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def requests(self) -> list[Request]:
        return self.script.requests

    def play(self, *plays: Play) -> None:
        self.script = Script(list(plays))

    def record(self, request: Request) -> Play:
        with self._lock:
            number = len(self.script.requests)
            self.script.requests.append(request)
            return self.script.plays[min(number, len(self.script.plays) - 1)]

    def get_request(self) -> tuple[socket.socket, object]:
        with self._lock:
            self.connections += 1
        return super().get_request()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is what some tests are about."""


def english_for(korean: str) -> str:
    """A made-up translation of believable length that names its source without using Hangul."""
    code = format(zlib.crc32(korean.encode()), "x")
    body = f"The ministry said {code} " + "and more words " * (len(korean) // 12)
    return body.strip() + ("." if korean.rstrip().endswith(".") else "")


def label(play: Play) -> str:
    """A name for test ids, the same in every process."""
    return play.__name__


def correct(handler: Handler, text: str) -> None:
    handler.translation(english_for(text))


def saying(english: str) -> Play:
    def play(handler: Handler, _text: str) -> None:
        handler.translation(english)

    play.__name__ = "saying"
    return play


def echo(handler: Handler, text: str) -> None:
    handler.translation(text)


def status(code: int, **headers: str) -> Play:
    def play(handler: Handler, text: str) -> None:
        handler.answer(code, f"error about {text}", "text/plain; charset=utf-8", **headers)

    play.__name__ = f"status_{code}"
    return play


def slow(seconds: float) -> Play:
    def play(handler: Handler, text: str) -> None:
        time.sleep(seconds)
        correct(handler, text)

    play.__name__ = "slow"
    return play


def busy(handler: Handler, text: str) -> None:
    """Correct, and keeps count of how many are served at the same time."""
    server = handler.server
    server.busy += 1
    server.busiest = max(server.busiest, server.busy)
    time.sleep(0.01)
    server.busy -= 1
    correct(handler, text)


def hang(handler: Handler, _text: str) -> None:
    handler.server.released.wait(30)


def trickle(handler: Handler, _text: str) -> None:
    """Sends a byte now and then and never ends: no read timeout notices."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.released.wait(0.05):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def reset(handler: Handler, _text: str) -> None:
    """RST instead of an answer."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def cut_body(handler: Handler, text: str) -> None:
    """Promises more bytes than it sends."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(english_for(text).encode())


def consent_page(handler: Handler, text: str) -> None:
    handler.answer(200, f"<html><body><h1>Before you continue</h1><p>{text}</p></body></html>", "text/html")


@pytest.fixture
def server() -> Iterator[TranslationServer]:
    with TranslationServer() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield running
        running.released.set()
        running.shutdown()
        thread.join()
