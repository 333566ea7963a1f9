"""Corrections as rows to decide on."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.document.review import Comment, Reply
from gui.models import correction_wording as wording
from gui.models.correction_model import DIFFERS, NEW, NUMBER, OLD, CorrectionModel, Decision
from gui.workspace.corrections.model import Change, Corrections, Doubt, Remark
from gui.workspace.corrections.returned import Hand

SURE = Change("a", 1, "가", "Old one.", "Old one.", "New one.")
ONE_WAY = Change("b", 2, "나", "Two.", "Two.", "Two, one way.", doubts=(Doubt.DOUBLED,))
OTHER_WAY = Change("b", 2, "나", "Two.", "Two.", "Two, another way.", doubts=(Doubt.DOUBLED,))
REMARK = Remark(1, Comment("", "a", "Sure?", "Jane", quote="one"))


@pytest.fixture
def model(qapp: object) -> CorrectionModel:
    corrections = Corrections("t.docx", changes=(SURE, ONE_WAY, OTHER_WAY), remarks=(REMARK,))
    return CorrectionModel(corrections, {"a": "가", "b": "나"})


def test_qt_accepts_the_model(model: CorrectionModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_what_is_in_doubt_stands_on_top_and_remarks_below_their_change(model: CorrectionModel) -> None:
    assert [entry.item for entry in model.entries] == [ONE_WAY, OTHER_WAY, SURE, REMARK]


def test_texts(model: CorrectionModel) -> None:
    change, remark = model.index(2, NEW), model.index(3, NEW)
    assert (model.index(2, OLD).data(), change.data(), change.data(DIFFERS)) == ("Old one.", "New one.", True)
    assert (model.index(3, OLD).data(), remark.data(), remark.data(DIFFERS)) == ("one", "💬 Jane: Sure?", False)
    assert change.data(Qt.ItemDataRole.AccessibleTextRole) == "deleted Old, inserted New"
    assert "choose one" in model.index(0, NUMBER).data(Qt.ItemDataRole.ToolTipRole)


def test_all_are_accepted_but_those_in_doubt(model: CorrectionModel) -> None:
    model.decide_all(Decision.ACCEPTED)
    assert (model.accepted_changes(), model.accepted_remarks()) == ([SURE], [REMARK])
    assert model.count(Decision.OPEN) == 2


def test_of_two_ways_one_is_accepted(model: CorrectionModel) -> None:
    model.decide([0], Decision.ACCEPTED)
    assert [entry.decision for entry in model.entries[:2]] == [Decision.ACCEPTED, Decision.REFUSED]
    model.decide([1], Decision.ACCEPTED)
    assert model.accepted_changes() == [OTHER_WAY]


def test_all_are_refused(model: CorrectionModel) -> None:
    model.decide_all(Decision.REFUSED)
    assert model.count(Decision.REFUSED) == 4


def test_words_for_hands_and_threads() -> None:
    at = datetime(2026, 3, 1, 9, 5, tzinfo=UTC)
    assert wording.hands((Hand("Jane", at), Hand("Kim"))) == "Tracked: Jane 2026-03-01 09:05, Kim"
    old = Comment("c", "a", "Sure?", "Kim", replies=(Reply("No.", "Desk"),))
    new = Comment("c", "a", "Sure?", "Kim", quote="one", replies=(*old.replies, Reply("Yes.", "Jane")), resolved=True)
    assert wording.remark(Remark(1, new, old)) == "💬 Jane: Yes. · resolved"
    assert wording.thread(Remark(1, new, old)) == "“one”\nKim: Sure?\n↳ Desk: No.\n↳ Jane: Yes.\n✓ resolved"


@pytest.mark.parametrize("doubt", Doubt)
def test_each_doubt_has_words(doubt: Doubt) -> None:
    assert wording.doubt(doubt).endswith(".")
