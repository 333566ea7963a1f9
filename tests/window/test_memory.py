"""Translation memories at work in the window."""

import pytest

from gui.document.segment import OriginKind, Segment, State
from gui.widgets.segment_panel import SegmentPanel
from gui.window.memory_controller import MemoryController
from gui.workspace.memories import Match, Memories, TranslationUnit
from tests.window.conftest import Desk

ENGLISH = "An English sentence that somebody wrote."


@pytest.fixture
def controller(desk: Desk) -> MemoryController:
    """The one of the window, or one of our own where it has none yet."""
    made = desk.window.findChild(MemoryController)
    if made is None:
        made = MemoryController(desk.context, desk.window)
        made.matches_found.connect(desk.window.facts.show_matches)
        desk.window.facts.match_chosen.connect(made.insert)
        made.set_page(desk.page)
    return made


def memories(desk: Desk) -> Memories:
    return desk.context.memories.get()


def long_segments(desk: Desk) -> list[Segment]:
    return [one for one in desk.session.segments() if len(one.source.text) > 30 and one.cell is None]


def panel(desk: Desk) -> SegmentPanel:
    return desk.window.facts


def offered(desk: Desk) -> list[str]:
    offers = panel(desk)._list
    return [offers.item(row).text() for row in range(offers.count())]


@pytest.mark.usefixtures("controller")
def test_matches_follow_the_caret_and_stand_before_facts(desk: Desk) -> None:
    first, second = long_segments(desk)[1:3]
    memories(desk).add("memory", [TranslationUnit(first.source.text, ENGLISH)])
    desk.page.go_to(second.key)
    desk.settle()
    facts = offered(desk)
    desk.page.go_to(first.key)
    desk.settle()
    assert offered(desk)[0] == f"memory 100 % {first.source.text}  →  {ENGLISH}    Ctrl+1"
    desk.page.go_to(second.key)
    desk.settle()
    assert offered(desk) == facts


@pytest.mark.usefixtures("controller")
def test_a_match_replaces_the_english_as_one_step(desk: Desk) -> None:
    segment = long_segments(desk)[1]
    memories(desk).add("memory", [TranslationUnit(segment.source.text, ENGLISH)])
    desk.session.type_target(segment.key, "Half a thought", 3)
    desk.page.go_to(segment.key)
    desk.settle()
    panel(desk).insert(1)
    desk.settle()
    found = desk.session.project.segment(segment.key).translation
    assert (found.text, found.state) == (ENGLISH, State.DRAFT)
    assert found.origin
    assert (found.origin.kind, found.origin.match) == (OriginKind.MEMORY, 100)
    unit = memories(desk).exact(segment.source.text)
    assert unit
    assert unit.unit.used == 1
    desk.session.stack.undo()
    assert desk.session.project.segment(segment.key).target == "Half a thought"


def known(desk: Desk, segment: Segment) -> Match | None:
    return memories(desk).exact(segment.source.text)


def test_what_is_confirmed_is_remembered_and_replaced(desk: Desk, controller: MemoryController) -> None:
    desk.session.author = "kim"
    segment = long_segments(desk)[1]
    desk.session.type_target(segment.key, ENGLISH, 0)
    controller._remember()
    desk.settle()
    assert known(desk, segment) is None
    desk.session.confirm([segment.key])
    controller._remember()
    desk.settle()
    found = known(desk, segment)
    assert found
    assert (found.target, found.unit.author, found.unit.project) == (ENGLISH, "kim", desk.session.opened.name)
    desk.session.type_target(segment.key, "Better words.", 0)
    desk.session.confirm([segment.key])
    controller._remember()
    desk.settle()
    found = known(desk, segment)
    assert found
    assert found.target == "Better words."
    assert memories(desk).statuses()[0].units == 1


def test_what_is_opened_again_before_it_was_written_is_not_remembered(desk: Desk, controller: MemoryController) -> None:
    segment = long_segments(desk)[1]
    desk.session.type_target(segment.key, ENGLISH, 0)
    desk.session.confirm([segment.key])
    desk.session.stack.undo()
    controller._remember_now()
    assert known(desk, segment) is None


def test_at_the_end_what_waits_is_written(desk: Desk, controller: MemoryController) -> None:
    segment = long_segments(desk)[1]
    desk.session.type_target(segment.key, ENGLISH, 0)
    desk.session.set_state([segment.key], State.FINAL)
    controller._remember_now()
    assert known(desk, segment)


def test_a_selection_is_looked_for_in_the_memories(desk: Desk, controller: MemoryController) -> None:
    segment = long_segments(desk)[1]
    memories(desk).add("memory", [TranslationUnit("새누리 항구를 연다.", "It opens the port of Saenuri.")])
    desk.page.go_to(segment.key)
    desk.session.type_target(segment.key, "Saenuri", 0)
    desk.page.view.editor.selectAll()
    controller.actions()["concordance"]()
    desk.settle()
    dialog = controller._concordance
    assert dialog
    assert dialog._search.text() == "Saenuri"
    assert dialog._model.hit(0).unit.source == "새누리 항구를 연다."
    dialog._insert.click()
    assert desk.page.view.editor.toPlainText() == "It opens the port of Saenuri."
    dialog.close()
