"""The finished release as pages: beside the editor while typing, and as a PDF."""

from pathlib import Path

import pdfplumber
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.bridge.pages import HEIGHT, WIDTH
from gui.widgets.preview_panel import PreviewPanel
from gui.window.panes import PREVIEW
from gui.window.print_controller import PrintController
from tests.widgets.keys import type_text
from tests.widgets.opened import draft
from tests.window.conftest import Desk


def preview(desk: Desk) -> PreviewPanel:
    panel = desk.bring_up(PREVIEW)
    assert isinstance(panel, PreviewPanel)
    desk.qtbot.waitUntil(lambda: panel._pages is not None, timeout=10_000)
    return panel


def shown(panel: PreviewPanel) -> str:
    assert panel._pages is not None
    return panel._pages.body.toPlainText()


def test_the_pages_follow_what_is_typed(desk: Desk) -> None:
    panel = preview(desk)
    type_text(desk.page.view.editor, "A sample of our own")
    desk.qtbot.waitUntil(lambda: "A sample of our own" in shown(panel), timeout=10_000)


def test_a_click_goes_to_the_segment(desk: Desk) -> None:
    draft(desk.session)
    panel = preview(desk)
    desk.qtbot.waitUntil(lambda: "Draft text" in shown(panel), timeout=10_000)
    pages = panel._pages
    assert pages is not None
    keys = [segment.key for segment in desk.session.segments() if segment.target and segment.cell is None]
    place = pages.place_of(keys[6])
    assert place is not None
    page, down = divmod(place, HEIGHT)
    assert pages.segment_at(int(page), QPointF(WIDTH / 2, down + 20)) == keys[6]
    panel.reveal(keys[6])
    scale = panel._scale()
    at = QPointF(panel.viewport().width() / 2, 14 + page * panel._step() + (down + 20) * scale)
    at -= QPointF(0, panel.verticalScrollBar().value())
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert desk.page.current == keys[6]


def test_the_pdf_holds_every_word_and_the_merges_of_tables(desk: Desk, tmp_path: Path) -> None:
    draft(desk.session)
    part = next(part for part in desk.window.commands.parts if isinstance(part, PrintController))
    part.write_pdf(desk.page, tmp_path / "out.pdf")
    desk.settle()
    with pdfplumber.open(tmp_path / "out.pdf") as document:
        words = "".join("".join((page.extract_text() or "").split()) for page in document.pages)
        assert (round(document.pages[0].width), round(document.pages[0].height)) == (595, 842)
        assert len(document.pages) > 1
    units = desk.session.project.snapshot().units
    for unit in units:
        for segment in unit.segments:
            assert "".join(segment.target.split())[:20] in words, segment.key


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(desk: Desk, tmp_path: Path) -> None:
    part = next(part for part in desk.window.commands.parts if isinstance(part, PrintController))
    part.write_pdf(desk.page, tmp_path / "nowhere" / "out.pdf")
    desk.settle()
    assert desk.failed == ["out.pdf cannot be written there. Choose another place."]
