from dataclasses import replace

from gui.checks.ignoring import IGNORED_ISSUES, fingerprint, split_ignored
from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.segment import Translation
from tests.checks.findings import release

SNAPSHOT = release(("총 4건", "a total of four"), ("끝", "End"))
SEGMENT = next(SNAPSHOT.segments())
ISSUE = Issue("c", Severity.INFO, "s1", note("{x} is odd."), (2, 4), (11, 15))


def test_typing_before_and_after_leaves_the_fingerprint() -> None:
    longer = replace(SEGMENT, translation=Translation("In sum, a total of four deals"))
    moved = replace(ISSUE, target_span=(19, 23))
    assert fingerprint(moved, longer) == fingerprint(ISSUE, SEGMENT)


def test_other_words_or_segments_or_checks_are_other_findings() -> None:
    other_words = replace(SEGMENT, translation=Translation("a total of nine"))
    prints = {
        fingerprint(ISSUE, SEGMENT),
        fingerprint(ISSUE, other_words),
        fingerprint(replace(ISSUE, check="d"), SEGMENT),
        fingerprint(replace(ISSUE, segment="s2"), SEGMENT),
        fingerprint(replace(ISSUE, segment=None, source_span=None, target_span=None), None),
    }
    assert len(prints) == 5


def test_half_surrogates_do_no_harm() -> None:
    assert fingerprint(ISSUE, replace(SEGMENT, translation=Translation("a total of \ud800\ud800")))


def test_ignored_findings_are_set_aside() -> None:
    other = replace(ISSUE, check="d")
    ignored = replace(SNAPSHOT, properties=((IGNORED_ISSUES, {fingerprint(ISSUE, SEGMENT): "a list of examples"}),))
    assert split_ignored((ISSUE, other), ignored) == ((other,), (ISSUE,))
    assert split_ignored((ISSUE,), SNAPSHOT) == ((ISSUE,), ())
    assert split_ignored((ISSUE,), replace(SNAPSHOT, properties=((IGNORED_ISSUES, 7),))) == ((ISSUE,), ())
