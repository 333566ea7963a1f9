"""Small releases and projects for the tests of this folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gui.document.project import Project
from gui.document.release import Block, BlockKind, Release
from gui.document.richtext import RichText
from gui.workspace.open_project import Opened, OpenProject
from gui.workspace.segmenting import project_from

RELEASE = """보도자료

## 해양 클러스터 대화 개최

장관은 오늘 회의를 열었습니다. 모두 120억원을 지원한다고 밝혔습니다.

※ 참고: 사업은 3년 동안 이어짐

<끝>
"""


@pytest.fixture
def release_file(tmp_path: Path) -> Path:
    """A small release on disk."""
    path = tmp_path / "보도자료.md"
    path.write_text(RELEASE, encoding="utf-8")
    return path


@pytest.fixture
def make_project() -> Callable[[int], Project]:
    """Makes a project of so many paragraphs of two sentences each."""

    def make(paragraphs: int) -> Project:
        text = "장관은 오늘 회의를 열었습니다. 모두 {}억원을 지원한다고 밝혔습니다."
        blocks = tuple(Block(BlockKind.PARAGRAPH, RichText(text.format(number))) for number in range(1, paragraphs + 1))
        return project_from(Release("markdown", "release.md", blocks))

    return make


@pytest.fixture
def opened(make_project: Callable[[int], Project]) -> Iterator[OpenProject]:
    """An open project of six segments that was never saved."""
    project = OpenProject(make_project(3), Opened("release.md"))
    yield project
    project.close(discard=True)
