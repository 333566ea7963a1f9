from collections.abc import Callable, Iterator

import pytest

from gui.document.edit import TargetEdit
from gui.document.errors import EngineError, EngineUnavailable, note
from gui.document.project import Project
from gui.document.segment import HUMAN, Origin, OriginKind, State, Translation
from gui.document.work import Cancelled, Progress
from gui.engines.base import DraftRequest, EngineStatus
from gui.workspace.drafting import choose_keys, draft_all, engines_for, known_engines, pre_translate, summary

MACHINE = Origin(OriginKind.MACHINE, "test")


class Counting:
    """Drafts the segments whose place in the request it can divide, and can give up after some."""

    name = "test"
    label = note("On this computer")
    host = ""

    def __init__(self, every: int = 1, *, online: bool = False, fails_after: int | None = None) -> None:
        self.online = online
        self.asked: list[tuple[str, ...]] = []
        self._every = every
        self._fails_after = fails_after

    def status(self) -> EngineStatus:
        return EngineStatus(ready=True)

    def draft(self, request: DraftRequest, progress: Progress, cancelled: Cancelled) -> Iterator[TargetEdit]:
        self.asked.append(request.keys)
        for done, key in enumerate(request.keys):
            if cancelled():
                return
            if done == self._fails_after:
                raise EngineUnavailable("The service does not answer.")
            if done % self._every == 0:
                yield TargetEdit(key, Translation(), Translation("draft", State.DRAFT, MACHINE))
            progress(done + 1, len(request.keys))


@pytest.fixture
def project(make_project: Callable[[int], Project]) -> Project:
    return make_project(3)


KEYS = ("b1.1", "b1.2", "b2.1", "b2.2", "b3.1", "b3.2")


def put(project: Project, key: str, translation: Translation) -> None:
    assert project.apply(TargetEdit(key, project.segment(key).translation, translation))


def test_what_a_person_typed_or_confirmed_is_never_drafted(project: Project) -> None:
    put(project, "b1.1", Translation("typed", State.DRAFT, HUMAN))
    put(project, "b1.2", Translation("confirmed", State.TRANSLATED, MACHINE))
    put(project, "b2.1", Translation("drafted", State.DRAFT, MACHINE))
    assert choose_keys(project.snapshot()) == KEYS[2:]
    assert choose_keys(project.snapshot(), ["b3.1", "b1.1"]) == ("b3.1",)
    assert choose_keys(project.snapshot(), []) == ()


def test_each_engine_does_what_the_earlier_ones_left_the_one_on_this_computer_first(project: Project) -> None:
    online, here = Counting(online=True), Counting(every=3)
    seen: list[tuple[int, int]] = []
    edits = list(
        pre_translate(project.snapshot(), KEYS, (online, here), lambda *step: seen.append(step), lambda: False)
    )
    assert here.asked == [KEYS]
    assert online.asked == [("b1.2", "b2.1", "b3.1", "b3.2")]
    assert sorted(edit.key for edit in edits) == sorted(KEYS)
    assert seen == sorted(seen)
    assert seen[-1] == (6, 6)


def test_cancelling_stops_between_segments(project: Project) -> None:
    edits = pre_translate(project.snapshot(), KEYS, (Counting(),), lambda *_: None, lambda: len(got) == 2)
    got: list[TargetEdit] = []
    for edit in edits:
        got.append(edit)
    assert len(got) == 2


def test_what_came_before_an_engine_gave_up_holds(project: Project) -> None:
    with pytest.raises(EngineUnavailable):
        draft_all(project.snapshot(), (Counting(fails_after=2),), project.apply)
    assert [project.segment(key).target for key in KEYS] == ["draft", "draft", "", "", "", ""]


def test_a_late_draft_does_not_replace_typing(project: Project) -> None:
    snapshot = project.snapshot()
    put(project, "b1.1", Translation("typed", State.DRAFT, HUMAN))
    draft_all(snapshot, (Counting(),), project.apply)
    assert project.segment("b1.1").target == "typed"


def test_the_summary_tells_what_came_from_where() -> None:
    def edit(origin: Origin, *marks: str) -> TargetEdit:
        return TargetEdit("b1.1", Translation(), Translation("Hong Gildong", State.DRAFT, origin, marks))

    exact, context = Origin(OriginKind.MEMORY, match=100), Origin(OriginKind.MEMORY, match=101)
    alike, rule = Origin(OriginKind.MEMORY, match=84), Origin(OriginKind.RULE, "embedded")
    edits = [
        edit(MACHINE),
        edit(exact),
        edit(context),
        edit(alike),
        edit(rule, "Hong"),
        edit(rule, "gone"),
        edit(MACHINE),
    ]
    result = summary(edits, 9)
    assert (result.remembered, result.alike, result.ruled, result.machine) == (2, 1, 2, ((MACHINE.engine or "", 2),))
    assert (result.drafted, result.to_confirm, result.left) == (7, 1, 2)


def test_the_embedded_engine_is_always_there_and_first() -> None:
    embedded = known_engines()[0]
    assert not embedded.online
    assert [engine.name for engine in engines_for(None)] == [embedded.name]
    assert [engine.name for engine in engines_for(embedded.name)] == [embedded.name]
    with pytest.raises(EngineError, match="babelfish"):
        engines_for("babelfish")
