"""A label, a long run of spaces and a letter: no pattern tries every way to share the spaces between its parts."""

import time

import pytest

from gui.document.release import Cell, CellItem, Table
from gui.document.richtext import RichText
from gui.readers.recognition.contacts import is_labelled
from gui.readers.recognition.headers import label_rows
from gui.readers.recognition.line_kinds import classify, is_masthead
from gui.readers.recognition.releaseline import embargo_block, is_release_label, is_release_line

LABELS = (
    "", "(", "[", "<", "-", "*", "※", "1", "1.", "끝", "붙임", "참고", "제목", "단위", "(단위", "표", "보도자료",
    "총 3쪽", "배포", "보도", "보도시점", "제공", "엠바고", "담당", "담당부서", "책임자", "문의", "△",
    "□ 붙임", "홍길동",
)  # fmt: skip
SECONDS = 0.2
"""The slowest takes a hundredth of that; what tried every way took minutes."""


@pytest.mark.parametrize("fill", [" ", "\t", " -"])
@pytest.mark.parametrize("label", LABELS)
def test_long_runs_end_soon(label: str, fill: str) -> None:
    start = time.process_time()
    for length in (290, 390, 5_000):
        text = (label + fill * length)[:length] + "x"
        classify(text)
        is_masthead(text)
        is_release_line(text)
        is_release_label(text)
        is_labelled(text)
        embargo_block(RichText(text))
        cell = Cell((CellItem(RichText(text)),))
        label_rows(Table(((cell,), (cell,))))
    assert time.process_time() - start < SECONDS
