"""The names of a release as rows: what is proposed, typed and confirmed, and what cannot be a spelling."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.bridge import theme
from gui.document.errors import note
from gui.models.name_model import ENGLISH, GROUNDS, KOREAN, PLACES, NameModel
from gui.workspace.naming import NameEntry

ROLE = Qt.ItemDataRole
HONG = NameEntry("홍길동", "Hong Gil-dong", False, note("as the release spells it"), ("a", "b"))
PYO = NameEntry("표다온", "Pyo Da-on", True, note("confirmed in this project"), ("c",))


@pytest.fixture
def model(qapp: object) -> NameModel:
    made = NameModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    made.show_names([HONG, PYO])
    return made


def row(model: NameModel, number: int) -> list[str]:
    return [model.index(number, column).data() for column in (KOREAN, ENGLISH, PLACES, GROUNDS)]


def test_what_is_not_confirmed_bears_a_question_mark(model: NameModel) -> None:
    assert row(model, 0) == ["홍길동", "Hong Gil-dong ?", "2", "as the release spells it"]
    assert row(model, 1) == ["표다온", "Pyo Da-on", "1", "confirmed in this project"]
    assert model.index(0, ENGLISH).data(ROLE.ForegroundRole) == theme.warning()
    assert model.index(1, ENGLISH).data(ROLE.ForegroundRole) == theme.good()
    assert model.index(0, ENGLISH).data(ROLE.AccessibleTextRole) == "Hong Gil-dong, not confirmed"


def test_what_is_typed_waits_for_its_confirmation(model: NameModel) -> None:
    assert model.setData(model.index(1, ENGLISH), "  Pyo  Daon ")
    assert row(model, 1) == ["표다온", "Pyo Daon ?", "1", "typed here"]
    assert not model.is_confirmed(1)
    model.forget_typed(1)
    assert row(model, 1)[1] == "Pyo Da-on"


def test_the_old_spelling_typed_again_is_nothing_new(model: NameModel) -> None:
    assert model.setData(model.index(1, ENGLISH), "Pyo Da-un")
    assert model.setData(model.index(1, ENGLISH), "Pyo Da-on")
    assert model.is_confirmed(1)


@pytest.mark.parametrize("text", ["", "  ", "홍길동", "Hong 길동", "123"])
def test_a_spelling_has_latin_letters(model: NameModel, text: str) -> None:
    told: list[str] = []
    model.refused.connect(told.append)
    assert not model.setData(model.index(0, ENGLISH), text)
    assert told == ["Write the name of 홍길동 in Latin letters."]
    assert model.english(0) == "Hong Gil-dong"


def test_only_the_english_is_edited_and_only_where_the_project_can_be(model: NameModel) -> None:
    editable = [bool(model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable) for column in range(4)]
    assert editable == [False, True, False, False]
    model.set_editable(editable=False)
    assert not model.flags(model.index(0, ENGLISH)) & Qt.ItemFlag.ItemIsEditable
