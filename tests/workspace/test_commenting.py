"""Comments are written, answered, settled and removed by edits that can be taken back."""

from collections.abc import Callable
from datetime import UTC, datetime

from gui.document.project import Project
from gui.workspace import commenting

NOW = datetime.now(UTC)


def test_a_comment_is_answered_and_settled(make_project: Callable[[int], Project]) -> None:
    project = make_project(1)
    edit = commenting.writing("b1.1", "Sure?", "Kim", NOW, "minister", 4)
    project.apply(edit)
    (comment,) = project.comments()
    project.apply(commenting.settling(comment, resolved=True))
    (comment,) = project.comments()
    project.apply(commenting.answering(comment, "Yes.", "Lee", NOW))
    (comment,) = project.comments()
    assert [(reply.author, reply.text) for reply in comment.replies] == [("Lee", "Yes.")]
    assert not comment.resolved


def test_removing_is_taken_back(make_project: Callable[[int], Project]) -> None:
    project = make_project(1)
    project.apply(commenting.writing("b1.1", "Sure?", "Kim", NOW))
    (comment,) = project.comments()
    edit = commenting.removing(comment)
    assert project.apply(edit)
    assert project.comments() == ()
    assert project.apply(edit.inverse())
    assert project.comments() == (comment,)
