"""Findings that the user has looked at and wants to hear no more of, each with a reason.

They are kept in the project under :data:`IGNORED_ISSUES`: a mapping from the fingerprint of a finding to the reason.
"""

import hashlib
from collections.abc import Iterable

from gui.document.issue import Issue
from gui.document.project import Snapshot
from gui.document.segment import Segment

IGNORED_ISSUES = "ignored_issues"
"""Property: fingerprint of an ignored finding to the user's reason."""

_DIGITS = 20


def fingerprint(issue: Issue, segment: Segment | None) -> str:
    """What tells this finding from all others, the same after edits elsewhere.

    It is made of the check, the segment, what the finding says and the words it points at, not of their place, so that
    it survives typing before or after them. Where those words change, the finding is a new one.

    Args:
        issue: The finding.
        segment: The segment it is about, ``None`` for one about the release as a whole.
    """
    words = [issue.check, issue.segment or "", issue.message.text]
    if segment is not None and (issue.source_span or issue.target_span):
        words += _pointed_at(issue, segment)
    else:
        words += [f"{name}={value}" for name, value in issue.message.values]
    return hashlib.sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _pointed_at(issue: Issue, segment: Segment) -> list[str]:
    texts = ((segment.source.text, issue.source_span), (segment.target, issue.target_span))
    return [text[slice(*span)] if span else "" for text, span in texts]


def split_ignored(issues: Iterable[Issue], snapshot: Snapshot) -> tuple[tuple[Issue, ...], tuple[Issue, ...]]:
    """The findings still open and those that the project ignores, each in their order."""
    ignored = snapshot.property(IGNORED_ISSUES)
    if not isinstance(ignored, dict) or not ignored:
        return tuple(issues), ()
    segments = {segment.key: segment for segment in snapshot.segments()}
    still_open: list[Issue] = []
    set_aside: list[Issue] = []
    for issue in issues:
        known = fingerprint(issue, segments.get(issue.segment or "")) in ignored
        (set_aside if known else still_open).append(issue)
    return tuple(still_open), tuple(set_aside)
