from pathlib import Path

import pytest

from gui.document.errors import ProjectError, ReadError
from gui.memory.align import Bead
from gui.workspace.aligning import Alignment, align_files

KOREAN = """보도자료

## 해양 협력 회의 개최

해양수산부는 4월 28일 부산에서 회의를 열었다. 회의에는 12개국에서 350명이 참석했다.

장관은 2030년까지 1조 2천억원을 투자하겠다고 밝혔다.
"""
ENGLISH = """PRESS RELEASE

Maritime cooperation meeting held

The Ministry of Oceans and Fisheries held a meeting in Busan on April 28. It drew 350 people from 12 countries.

The minister said 1.2 trillion won would be invested by 2030.
"""


def test_two_files(tmp_path: Path) -> None:
    (tmp_path / "ko.md").write_text(KOREAN, encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    found = align_files(tmp_path / "ko.md", tmp_path / "en.txt")
    pairs = {unit.source: unit for unit in found.units(user="kim")}
    unit = pairs["장관은 2030년까지 1조 2천억원을 투자하겠다고 밝혔다."]
    assert unit.target == "The minister said 1.2 trillion won would be invested by 2030."
    assert (unit.before, unit.project, unit.author) == ("회의에는 12개국에서 350명이 참석했다.", "ko.md", "kim")
    assert pairs["회의에는 12개국에서 350명이 참석했다."].target == "It drew 350 people from 12 countries."


def alignment() -> Alignment:
    beads = (Bead((0, 1), (0, 2), 0.4), Bead((1, 2), (2, 2), 0.3), Bead((2, 3), (2, 3), 0.9))
    return Alignment("a", ("가", "나", "다"), ("A", "B", "C"), beads)


def test_a_person_joins_and_cuts() -> None:
    joined = alignment().joined(0)
    assert [joined.texts(bead) for bead in joined.beads] == [("가 나", "A B"), ("다", "C")]
    cut = joined.cut(0, 1, 1)
    assert [(cut.texts(bead), bead.confidence) for bead in cut.beads[:2]] == [(("가", "A"), 1.0), (("나", "B"), 1.0)]
    assert [unit.source for unit in alignment().units(chosen={1, 2})] == ["다"]
    assert [unit.source for unit in alignment().units()] == ["가", "다"]


def test_a_person_moves_a_sentence() -> None:
    down = alignment().moved(0, korean=False, down=True)
    assert [down.texts(bead) for bead in down.beads] == [("가", "A"), ("나", "B"), ("다", "C")]
    assert [bead.confidence for bead in down.beads] == [1.0, 1.0, 0.9]
    up = alignment().moved(1, korean=True, down=False)
    assert [up.texts(bead) for bead in up.beads] == [("가 나", "A B"), ("다", "C")]
    for at, korean, down_ in ((0, True, False), (1, False, True), (2, True, True)):
        with pytest.raises(ProjectError, match="nothing here to move"):
            alignment().moved(at, korean=korean, down=down_)


def test_what_cannot_be_joined_or_cut() -> None:
    with pytest.raises(ProjectError, match="no pair below"):
        alignment().joined(2)
    with pytest.raises(ProjectError, match="between two sentences"):
        alignment().cut(0, 0, 0)
    with pytest.raises(ProjectError, match="between two sentences"):
        alignment().cut(0, 1, 3)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "ko.md").write_text(KOREAN, encoding="utf-8")
    with pytest.raises(ReadError):
        align_files(tmp_path / "ko.md", tmp_path / "en.txt")
