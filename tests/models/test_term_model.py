"""The termbase as rows and columns: the user's can be edited, the project's own are locked."""

import time
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.language.termbase import Term, built_in
from gui.models.term_model import TermFilter, TermModel

ONE = Term("누리 파도", "Nuripado", "event", by_user=True)
TWO = Term("새벽 나루", "Dawn Ferry", "", ("DF",), by_user=True)
LOCKED = Term("국세청", "National Tax Service", "agency")
_ROOT = QModelIndex()


@pytest.fixture
def model(qapp: object) -> TermModel:
    return made([ONE, TWO])


def made(mine: list[Term]) -> TermModel:
    model = TermModel(mine, [LOCKED])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    return model


def filtered(model: TermModel) -> TermFilter:
    shown = TermFilter(model, model)
    QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Warning, shown)
    return shown


def test_every_field_is_a_column(model: TermModel) -> None:
    names = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert names == ["Korean", "English", "Also right", "Wrong", "Subject", "From", "To", "Certainty", "Source", "Note"]
    assert [model.data(model.index(1, column)) for column in range(3)] == ["새벽 나루", "Dawn Ferry", "DF"]


def test_a_field_of_the_user_is_edited(model: TermModel, qtbot: object) -> None:
    assert model.setData(model.index(0, 5), "2024.5.17.")
    assert model.setData(model.index(0, 2), "Nuri Wave; NW;")
    assert model.mine()[0].valid_from == date(2024, 5, 17)
    assert model.mine()[0].accepted == ("Nuri Wave", "NW")


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        (0, " ", "A term needs its Korean and its English."),
        (5, "soon", "“soon” is no day; write it as 2024-05-17."),
        (7, "X", "Write V (looked up), A (generally used) or B (context decides)."),
    ],
)
def test_what_a_field_cannot_hold_is_refused(model: TermModel, column: int, text: str, sentence: str) -> None:
    told: list[str] = []
    model.refused.connect(told.append)
    assert not model.setData(model.index(0, column), text)
    assert told == [sentence]
    assert model.mine() == (ONE, TWO)


def test_built_in_rows_are_locked_and_say_so(model: TermModel) -> None:
    index = model.index(2, 1)
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "Tax Office")
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "National Tax Service, built in"
    assert "add a term of your own" in model.data(index, Qt.ItemDataRole.ToolTipRole)
    model.remove([0, 2])
    assert [model.term(row) for row in range(model.rowCount())] == [TWO, LOCKED]


def test_searching_adding_removing_and_sorting(model: TermModel) -> None:
    shown = filtered(model)
    shown.search("DAWN 나루", only_mine=False)
    assert shown.shown() == (TWO,)
    shown.search("", only_mine=True)
    assert shown.shown() == (ONE, TWO)
    model.add(Term("가나", "Gana", "", by_user=True))
    assert [term.english for term in shown.shown()] == ["Gana", "Nuripado", "Dawn Ferry"]
    shown.search("", only_mine=False)
    shown.sort(1)
    assert [term.english for term in shown.shown()] == ["Dawn Ferry", "Gana", "Nuripado", "National Tax Service"]
    shown.sort(1, Qt.SortOrder.DescendingOrder)
    assert [term.english for term in shown.shown()] == ["Nuripado", "Gana", "Dawn Ferry", "National Tax Service"]
    model.replace_mine([ONE])
    assert shown.shown() == (ONE, LOCKED)


def test_fifty_thousand_terms_are_searched_and_sorted_while_one_types(qapp: object) -> None:
    model = TermModel([Term(f"용어{n}호", f"Term {n}", "", by_user=True) for n in range(50_000)], built_in())
    shown = TermFilter(model, model)
    began = time.perf_counter()
    shown.search("term 4999", only_mine=False)
    assert shown.rowCount() == 15
    searched = time.perf_counter() - began
    shown.search("", only_mine=False)
    began = time.perf_counter()
    model.remove(range(40_000))
    assert time.perf_counter() - began < 2
    assert len(model.mine()) == 10_000
    began = time.perf_counter()
    shown.sort(1)
    assert searched < 1
    assert time.perf_counter() - began < 2
    print(f"search {searched:.3f} s, sort {time.perf_counter() - began:.3f} s")
