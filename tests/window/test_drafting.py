"""Drafting from the window: consent, embargo, cancel, and a real server on loopback."""

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.bridge.services import StoredConsents
from gui.bridge.settings import Settings
from gui.document.project import ALLOWED_ENGINES
from gui.document.segment import OriginKind
from gui.engines.embedded import EmbeddedEngine
from gui.engines.online import OnlineEngine
from tests.dialogs.buttons import press_button
from tests.engines.conftest import TranslationServer, correct, english_for, slow
from tests.engines.drafting import MAKERS, QUICK
from tests.widgets.keys import type_text
from tests.widgets.opened import lift_embargo, segment_with
from tests.window.conftest import Desk, MakeDesk

ENGINE = "google"


RELEASE = """보도자료

※엠바고 : 행사 종료 이후 보도 가능

## 등대 음악회 개최

섬마을 주민들이 어젯밤 등대 아래에서 작은 음악회를 열었습니다. 주민들은 내년에도 다시 모이기로 했습니다.

마을 이장은 파도 소리와 함께하는 공연이 관광객을 부를 것이라고 기대했습니다.

<끝>
"""
"""Nothing that a memory or a rule knows."""


@pytest.fixture
def desk(make_desk: MakeDesk, server: TranslationServer, settings: Settings, tmp_path: Path) -> Desk:
    """A release under embargo, and Google (played by the server on this machine) chosen for the rest."""
    path = tmp_path / "등대.md"
    path.write_text(RELEASE, encoding="utf-8")
    server.play(correct)
    google = OnlineEngine(MAKERS[ENGINE](server, 1000), QUICK, StoredConsents(settings))
    made = make_desk(lambda: (EmbeddedEngine(), google))
    made.show(path)
    made.window.commands.drafts.use_engine(ENGINE)
    return made


def consent_to_the_engine(desk: Desk) -> None:
    engine = desk.window.commands.drafts.engine()
    assert engine is not None
    desk.context.settings.set_consent(ENGINE, engine.host)


def machine_texts(desk: Desk) -> list[str]:
    return [
        segment.target
        for segment in desk.session.segments()
        if segment.translation.origin and segment.translation.origin.kind is OriginKind.MACHINE
    ]


def test_nothing_is_sent_without_consent(desk: Desk, server: TranslationServer) -> None:
    lift_embargo(desk.session)
    press_button("Cancel")
    desk.trigger("draft_all")
    desk.settle()
    assert server.connections == 0
    assert ENGINE not in desk.context.settings.consents


def test_nothing_is_sent_under_embargo_unless_allowed_for_this_release(desk: Desk, server: TranslationServer) -> None:
    consent_to_the_engine(desk)
    press_button("Cancel")
    desk.trigger("draft_all")
    desk.settle()
    assert server.connections == 0
    assert desk.session.project.property(ALLOWED_ENGINES) is None


def test_an_embargo_is_broken_for_one_engine_by_the_user_alone(desk: Desk, server: TranslationServer) -> None:
    consent_to_the_engine(desk)
    press_button("Allow for this release")
    desk.trigger("draft_all")
    desk.settle()
    assert desk.session.project.property(ALLOWED_ENGINES) == [ENGINE]
    assert machine_texts(desk)


def test_with_consent_the_open_segment_is_drafted(desk: Desk, server: TranslationServer) -> None:
    lift_embargo(desk.session)
    segment = segment_with(desk.session, "섬마을")
    desk.page.go_to(segment.key)
    press_button("Send from now on")
    desk.trigger("draft_segment")
    desk.settle()
    assert [request.text for request in server.requests] == [segment.source.text]
    assert machine_texts(desk) == [english_for(segment.source.text)] == [desk.page.view.editor.toPlainText()]
    assert ENGINE in desk.context.settings.consents
    desk.trigger("undo")
    assert machine_texts(desk) == []


def test_a_late_answer_never_overwrites_typing(desk: Desk, server: TranslationServer) -> None:
    lift_embargo(desk.session)
    consent_to_the_engine(desk)
    server.play(slow(0.2))
    segment = segment_with(desk.session, "섬마을")
    desk.page.go_to(segment.key)
    desk.trigger("draft_segment")
    type_text(desk.page.view.editor, "typed")
    desk.settle()
    assert len(server.requests) == 1
    assert desk.session.project.segment(segment.key).target == desk.page.view.editor.toPlainText() == "typed"


def test_a_slow_engine_is_stopped_from_the_status_bar(desk: Desk, server: TranslationServer, qtbot: QtBot) -> None:
    lift_embargo(desk.session)
    consent_to_the_engine(desk)
    server.play(correct, correct, slow(5))
    desk.trigger("draft_all")
    qtbot.waitUntil(lambda: len(server.requests) == 3)
    start = time.monotonic()
    desk.window.busy._stop.click()
    desk.settle()
    assert time.monotonic() - start < 3
    assert desk.window.busy.isHidden()
    assert len(machine_texts(desk)) == 2
    assert desk.failed == []


def test_a_draft_of_one_release_never_lands_in_another(
    desk: Desk, server: TranslationServer, qtbot: QtBot, tmp_path: Path
) -> None:
    lift_embargo(desk.session)
    consent_to_the_engine(desk)
    server.play(slow(0.3), slow(0.3), slow(0.3), correct)
    desk.trigger("draft_all")
    qtbot.waitUntil(lambda: len(server.requests) == 1)
    other = tmp_path / "항구.md"
    other.write_text(RELEASE.replace("등대", "항구"), encoding="utf-8")
    press_button("Discard")
    desk.window.open(other)
    qtbot.waitUntil(lambda: desk.window.page is not None and desk.session.opened.name == "항구.md")
    desk.settle()
    assert machine_texts(desk) == []
    lift_embargo(desk.session)
    desk.trigger("draft_all")  # nothing of the old draft stands in the way
    desk.settle()
    assert len(machine_texts(desk)) == 4


def test_taking_a_permission_back_ends_the_draft(desk: Desk, server: TranslationServer, qtbot: QtBot) -> None:
    consent_to_the_engine(desk)
    desk.session.set_property("Allow", ALLOWED_ENGINES, [ENGINE])
    server.play(correct, slow(0.4), correct)
    desk.trigger("draft_all")
    qtbot.waitUntil(lambda: len(server.requests) == 2)
    desk.session.set_property("Forbid", ALLOWED_ENGINES, None)
    desk.settle()
    assert len(server.requests) == 2


def test_undo_during_a_draft_ends_it_and_takes_it_back(desk: Desk, server: TranslationServer, qtbot: QtBot) -> None:
    lift_embargo(desk.session)
    consent_to_the_engine(desk)
    server.play(correct, slow(0.4), correct)
    desk.trigger("draft_all")
    qtbot.waitUntil(lambda: bool(machine_texts(desk)))
    desk.trigger("undo")
    desk.settle()
    assert machine_texts(desk) == []
