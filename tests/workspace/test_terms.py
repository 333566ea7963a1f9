"""The user's terms: kept in one file, in force at once, and what taking over a file would change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gui.document.errors import ProjectError
from gui.engines.cells import translate_cell
from gui.engines.fixed_forms import label
from gui.engines.rendering import Rendering
from gui.language import termbase
from gui.language.termbase import Term, Termbase
from gui.workspace import terms
from gui.workspace.facts import facts
from gui.workspace.term_import import ChangeKind, Policy, plan


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    termbase.use(())


def mine(korean: str, english: str, start: date | None = None, end: date | None = None) -> Term:
    return Term(korean, english, "", valid_from=start, valid_to=end, by_user=True)


ONE, TWO = mine("누리 파도", "Nuripado"), mine("새벽 나루", "Dawn Ferry")


def test_a_new_term_is_in_force_at_once_and_after_the_next_start(data_folder: Path) -> None:
    assert facts("누리 파도를 열었다.", None) == ()
    terms.add(Term("누리  파도", " Nuripado ", "event"))
    assert [fact.english for fact in facts("누리 파도를 열었다.", None)] == ["Nuripado"]
    assert "누리 파도\tNuripado" in (data_folder / "terms.tsv").read_text(encoding="utf-8-sig")
    termbase.use(())
    assert terms.mine() == ()
    assert terms.install() is None
    assert terms.mine() == (replace(ONE, domain="event"),)


def test_drafts_of_tables_know_a_term_at_once() -> None:
    assert drafted("새벽나루연구원 나루지기") is None
    terms.add(mine("새벽나루연구원", "Dawn Ferry Research Institute"))
    terms.add(replace(mine("나루지기", "Ferry Keeper"), domain="title"))
    terms.add(mine("나루공학", "Ferry Engineering"))
    assert drafted("새벽나루연구원 나루지기") == Rendering("Ferry Keeper, Dawn Ferry Research Institute")
    assert drafted("서울대 나루공학과 교수") == Rendering("Professor of Ferry Engineering, Seoul National University")
    assert label("새벽나루연구원", None) == Rendering("Dawn Ferry Research Institute")


def drafted(cell: str) -> Rendering | None:
    return translate_cell(cell, 2023)


def test_adding_the_same_korean_again_takes_its_place() -> None:
    terms.add(ONE)
    terms.add(mine("누리파도", "Nuri Wave"))
    assert terms.mine() == (mine("누리파도", "Nuri Wave"),)
    found = Termbase.load().lookup("누리 파도")
    assert found
    assert found.english == "Nuri Wave"


def test_a_list_is_changed_without_losing_what_another_window_added() -> None:
    terms.change((), [ONE])
    shown = terms.mine()
    terms.add(TWO)  # in another window
    changed = replace(ONE, english="Nuri Wave")
    terms.change(shown, [changed])
    assert set(terms.mine()) == {changed, TWO}
    terms.change(terms.mine(), [])
    assert terms.mine() == ()


def test_a_damaged_file_is_kept_aside_and_what_can_be_read_stays(data_folder: Path) -> None:
    terms.add(ONE)
    path = data_folder / "terms.tsv"
    damaged = path.read_text(encoding="utf-8-sig") + "가나\t\n"
    path.write_text(damaged, encoding="utf-8")
    remark = terms.install()
    assert remark
    kept = data_folder / str(dict(remark.values)["kept"])
    assert kept.read_text(encoding="utf-8") == damaged
    assert terms.mine() == (ONE,)
    path.write_bytes(b"\0\1\2" * 50)
    assert terms.install()
    assert terms.mine() == ()


def test_a_file_that_cannot_be_written_changes_nothing(data_folder: Path) -> None:
    terms.add(ONE)
    (data_folder / "terms.tsv").unlink()
    (data_folder / "terms.tsv").mkdir()
    with pytest.raises(ProjectError, match="cannot be written"):
        terms.add(TWO)
    assert terms.mine() == (ONE,)


# -- taking over a file


def test_a_plan_tells_what_is_new_changed_in_conflict_and_the_same() -> None:
    three = mine("가나", "Gana")
    noted = replace(TWO, note="seen")
    new, rival = mine("다라", "Dara"), mine("누리파도", "Nuri Wave")
    made = plan([ONE, TWO, three], [rival, noted, three, new, new])
    assert [(change.kind, change.old) for change in made.changes] == [
        (ChangeKind.CONFLICT, ONE),
        (ChangeKind.CHANGED, TWO),
        (ChangeKind.SAME, three),
        (ChangeKind.ADDED, None),
    ]
    assert made.count(ChangeKind.ADDED) == 1
    assert made.result(Policy.SKIP) == (ONE, TWO, three, new)
    assert made.result(Policy.REPLACE) == (rival, noted, three, new)
    assert made.result(Policy.BOTH) == (ONE, TWO, three, rival, noted, new)


def test_names_of_different_times_are_no_conflict() -> None:
    old, new = mine("가나부", "Ministry A", None, date(2023, 1, 31)), mine("가나부", "Ministry B", date(2023, 2, 1))
    assert plan([old], [new]).changes[0].kind is ChangeKind.ADDED
    assert plan([old], [replace(new, valid_from=date(2023, 1, 31))]).changes[0].kind is ChangeKind.CONFLICT
