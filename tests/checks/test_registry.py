from gui.checks.registry import CHECKS, run_checks, run_on_segment
from gui.document.project import Snapshot
from gui.document.release import Block, BlockKind, Release
from gui.document.richtext import RichText
from gui.document.segment import Segment, Translation, Unit


def project(*pairs: tuple[str, str]) -> Snapshot:
    block = Block(BlockKind.PARAGRAPH, RichText(" ".join(source for source, _ in pairs)))
    segments = tuple(
        Segment(f"s{n}", RichText(source), Translation(target)) for n, (source, target) in enumerate(pairs, 1)
    )
    return Snapshot(Release("text", "sample.txt", (block,)), (Unit("u1", block, segments),))


def found(*pairs: tuple[str, str]) -> list[tuple[str, str | None, str]]:
    return [(issue.check, issue.segment, issue.severity.value) for issue in run_checks(project(*pairs))]


def test_ids_are_unique() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)


def test_empty_english_is_reported_where_there_is_something_to_say() -> None:
    assert found(("회의를 열었다.", " "), ("-", ""), ("끝", "End")) == [("untranslated", "s1", "warning")]


def test_hangul_and_hanja_are_errors_but_in_brackets_warnings() -> None:
    assert found(("가", "the 클러스터 plan"), ("나", "美 firms"), ("다", "Hangeul (한글)")) == [
        ("residue", "s1", "error"),
        ("residue", "s2", "error"),
        ("residue", "s3", "warning"),
    ]


def test_wide_characters_come_with_their_english_form() -> None:
    (issue,) = run_checks(project(("「안」", "「Plan")), {"residue"})
    assert (issue.target_span, issue.suggestion) == ((0, 1), "“")


def test_checks_can_be_switched_off() -> None:
    snapshot = project(("가", ""), ("나", "한"))
    assert [issue.check for issue in run_checks(snapshot, {"residue"})] == ["residue"]


def test_one_segment_can_be_checked_alone() -> None:
    snapshot = project(("가", ""), ("나", "한"))
    assert [issue.segment for issue in run_on_segment(snapshot, "s2")] == ["s2"]
    assert run_on_segment(snapshot, "nowhere") == ()
