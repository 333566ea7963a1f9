"""Code and catalogue say the same things."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import assets, i18n
from gui.document import errors

ERRORS = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
SAYERS = {"tr", "note", *ERRORS}
GAP = re.compile(r"\{(\w+)[^}]*\}")


def _sources() -> list[Path]:
    return sorted(Path(i18n.__file__).parent.rglob("*.py"))


def _said(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in SAYERS:
            yield from _literals(node.args[0])


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literals(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _literals(argument.body)
        yield from _literals(argument.orelse)


@pytest.fixture(scope="module")
def catalogue() -> dict[str, str]:
    result: dict[str, str] = json.loads(assets.path("i18n", "ko.json").read_text(encoding="utf-8"))
    return result


@pytest.fixture(scope="module")
def said() -> set[str]:
    return {text for path in _sources() for text in _said(path)}


def test_everything_said_has_its_korean(said: set[str], catalogue: dict[str, str]) -> None:
    assert sorted(said - catalogue.keys()) == []


def test_nothing_is_translated_that_nobody_says(said: set[str], catalogue: dict[str, str]) -> None:
    assert sorted(catalogue.keys() - said) == []


def test_gaps_are_the_same(catalogue: dict[str, str]) -> None:
    different = [text for text, korean in catalogue.items() if set(GAP.findall(text)) != set(GAP.findall(korean))]
    assert different == []


def test_the_korean_is_korean(catalogue: dict[str, str]) -> None:
    same = {text for text, korean in catalogue.items() if not re.search("[가-힣]", korean)}
    names = {"Microsoft Translator", "MyMemory", "Google", "LibreTranslate", "DeepL", "Shift+Enter"}
    assert {text for text in same if re.search("[A-Za-z]{5,}", GAP.sub("", text))} <= names


@pytest.fixture
def korean() -> Iterator[None]:
    before = i18n.current()
    i18n.use("ko")
    yield
    i18n.use(before)


@pytest.mark.usefixtures("korean")
def test_tr_speaks_korean_and_fills_the_gaps() -> None:
    assert i18n.tr("Saved.") == "저장했습니다."
    assert i18n.say(errors.note("{count} issues", count=3)) == "검사 결과 3건"


def test_system_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert i18n.system_language() == "ko"
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert i18n.system_language() == "en"
