"""What is DeepL's own: its servers, its missing library, and what its library would do by itself."""

import json
import sys
from importlib.util import find_spec

import pytest

from gui.document.errors import ConsentNeeded
from gui.engines.consent import GivenConsents
from gui.engines.deepl import DeepL, DeepLSettings
from gui.engines.online import OnlineEngine
from tests.engines.conftest import TranslationServer, status
from tests.engines.drafting import KEY, QUICK, TEXTS, Draft, make_engine, request_of

with_deepl = pytest.mark.skipif(find_spec("deepl") is None, reason="the extra deepl is not installed")


def test_a_free_key_goes_to_the_server_for_free_keys() -> None:
    assert DeepL(DeepLSettings("abc:fx")).host == "api-free.deepl.com"
    assert DeepL(DeepLSettings("abc")).host == "api.deepl.com"


@with_deepl
def test_a_key_of_another_kind_needs_a_new_consent() -> None:
    allowed = GivenConsents({"deepl": "api-free.deepl.com"})
    draft = Draft(OnlineEngine(DeepL(DeepLSettings("abc")), QUICK, allowed), request_of(*TEXTS))
    assert isinstance(draft.error, ConsentNeeded)


@with_deepl
def test_what_is_missing_is_the_key() -> None:
    assert str(DeepL(DeepLSettings()).missing()) == "Enter your key for DeepL in the preferences."
    assert DeepL(DeepLSettings("key")).missing() is None


def test_without_the_library_the_line_to_type_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deepl", None)  # how Python itself marks what cannot be imported
    told = str(DeepL(DeepLSettings("key")).missing())
    assert told.endswith(f"Type once: {sys.executable} -m pip install deepl")


@with_deepl
def test_a_request_tells_the_text_the_languages_and_the_key_alone(server: TranslationServer) -> None:
    Draft(make_engine(server, "deepl"), request_of(TEXTS[0]))
    (request,) = server.requests
    assert (request.path, request.key) == ("/v2/translate", KEY)
    body = json.loads(request.body)
    assert (body["text"], body["source_lang"], body["target_lang"]) == ([TEXTS[0]], "KO", "EN-US")


@with_deepl
@pytest.mark.parametrize("code", [429, 503, 456])
def test_its_library_repeats_nothing_by_itself(server: TranslationServer, code: int) -> None:
    server.play(status(code))
    draft = Draft(make_engine(server, "deepl", QUICK), request_of(TEXTS[0]))
    assert draft.error is not None
    assert len(server.requests) == (1 if code == 456 else QUICK.attempts)
