"""All checks, and the ways to run them."""

from collections.abc import Collection, Iterator

from gui.checks.base import Check, ReleaseCheck, SegmentCheck
from gui.checks.consistency import ConsistencyCheck
from gui.checks.contacts import ContactCheck
from gui.checks.date_agreement import DateAgreementCheck
from gui.checks.dates import DateCheck
from gui.checks.embargo import EmbargoCheck
from gui.checks.names import NameCheck
from gui.checks.numbers import NumberCheck
from gui.checks.omission import OmissionCheck
from gui.checks.pairing import PairingCheck
from gui.checks.quotations import QuotationCheck
from gui.checks.release_style import ReleaseStyleCheck
from gui.checks.repeats import RepeatedWordCheck
from gui.checks.residue import ResidueCheck
from gui.checks.source_counts import SourceCountsCheck
from gui.checks.source_layout import SourceLayoutCheck
from gui.checks.source_names import SourceNamesCheck
from gui.checks.source_numbers import SourceNumbersCheck
from gui.checks.source_quotations import SourceQuotationCheck
from gui.checks.source_spelling import SourceSpellingCheck
from gui.checks.source_variants import SourceVariantsCheck
from gui.checks.source_wording import SourceWordingCheck
from gui.checks.spacing import SpacingCheck
from gui.checks.spelling import SpellingCheck
from gui.checks.structure import StructureCheck
from gui.checks.style import StyleCheck
from gui.checks.terms import TermCheck
from gui.checks.titles import TitleCheck
from gui.checks.today import TodayCheck
from gui.checks.untranslated import UntranslatedCheck
from gui.document.issue import Issue
from gui.document.project import Snapshot
from gui.document.segment import Unit
from gui.language.proofreading import prepare_proofreader

SEGMENT_CHECKS: tuple[SegmentCheck, ...] = (
    UntranslatedCheck(),
    ResidueCheck(),
    NumberCheck(),
    TermCheck(),
    TitleCheck(),
    OmissionCheck(),
    StructureCheck(),
    ContactCheck(),
    RepeatedWordCheck(),
    PairingCheck(),
    SpacingCheck(),
    SpellingCheck(),
    StyleCheck(),
    TodayCheck(),
    DateCheck(),
    SourceSpellingCheck(),
    SourceWordingCheck(),
    SourceNamesCheck(),
)
RELEASE_CHECKS: tuple[ReleaseCheck, ...] = (
    EmbargoCheck(),
    NameCheck(),
    QuotationCheck(),
    ConsistencyCheck(),
    ReleaseStyleCheck(),
    SourceVariantsCheck(),
    SourceQuotationCheck(),
    SourceCountsCheck(),
    SourceNumbersCheck(),
    SourceLayoutCheck(),
    DateAgreementCheck(),
)
CHECKS: tuple[Check, ...] = (*SEGMENT_CHECKS, *RELEASE_CHECKS)
"""Every check, in the order in which their findings are shown."""


def run_checks(snapshot: Snapshot, enabled: Collection[str] | None = None) -> tuple[Issue, ...]:
    """All findings in a project, segment by segment, then those about the release as a whole.

    Args:
        snapshot: The project.
        enabled: Ids of the checks to run; ``None`` means all.
    """
    if (enabled is None or SpellingCheck.id in enabled) and any(segment.target for segment in snapshot.segments()):
        prepare_proofreader()
    checks = [check for check in RELEASE_CHECKS if enabled is None or check.id in enabled]
    in_release = [issue for check in checks for issue in check.check_release(snapshot)]  # while Harper gets ready
    in_segments = (issue for unit in snapshot.units for issue in _in_unit(snapshot, unit, None, enabled))
    return (*in_segments, *in_release)


def run_on_segment(snapshot: Snapshot, key: str, enabled: Collection[str] | None = None) -> tuple[Issue, ...]:
    """The findings of the segment checks in one segment; none where the project has no such segment."""
    for unit in snapshot.units:
        if any(segment.key == key for segment in unit.segments):
            return tuple(_in_unit(snapshot, unit, key, enabled))
    return ()


def _in_unit(snapshot: Snapshot, unit: Unit, key: str | None, enabled: Collection[str] | None) -> Iterator[Issue]:
    for segment in unit.segments:
        if key is not None and segment.key != key:
            continue
        for check in SEGMENT_CHECKS:
            if enabled is None or check.id in enabled:
                yield from check.check_segment(snapshot, unit, segment)
