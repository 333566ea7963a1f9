"""Segments, issues and engines as the JSON of the command line."""

from collections import Counter
from collections.abc import Mapping, Sequence

from gui.document.edit import Json
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Origin, Segment, Unit
from gui.engines.base import Engine
from gui.i18n import say


def segments(snapshot: Snapshot) -> dict[str, Json]:
    """The JSON of ``segments --json``; ``table`` counts the tables of the release from 1, the rest of a cell from 0."""
    tables = [unit.key for unit in snapshot.units if unit.block.kind.is_table]
    numbers = {key: number for number, key in enumerate(tables, 1)}
    return {
        "segments": [
            _segment(unit, segment, numbers.get(unit.key)) for unit in snapshot.units for segment in unit.segments
        ]
    }


def _segment(unit: Unit, segment: Segment, table: int | None) -> Json:
    fields: dict[str, Json] = {
        "key": segment.key,
        "block": unit.key,
        "kind": unit.kind_of_segments,
        "source": segment.source.text,
        "target": segment.target,
        "state": segment.state.value,
        "origin": _origin(segment.translation.origin),
        "marks": list(segment.translation.open_marks),
    }
    place = segment.cell
    if place is not None:
        fields["cell"] = {"table": table, "row": place.row, "column": place.column, "item": place.item}
    return fields


def _origin(origin: Origin | None) -> Json:
    """Engine and match; a text that no engine made names its kind (``human``, ``memory`` …) as the engine."""
    return None if origin is None else {"engine": origin.engine or origin.kind.value, "match": origin.match}


def issues(
    snapshot: Snapshot, found: Sequence[Issue], labels: Mapping[str, int | str] | None = None, ignored: int = 0
) -> dict[str, Json]:
    """The JSON of ``check --json``.

    Args:
        snapshot: what was checked.
        found: the issues that are open.
        labels: what to call a segment where its key is not what the user knows it by.
        ignored: how many more there are that the project ignores.
    """
    by_key = {segment.key: segment for segment in snapshot.segments()}
    return {
        "issues": [_issue(issue, by_key, labels or {}) for issue in found],
        "counts": dict(counts(found)),
        "ignored": ignored,
    }


def counts(found: Sequence[Issue]) -> dict[str, int]:
    """How many issues there are of each severity, by its word."""
    numbers = Counter(issue.severity for issue in found)
    return {severity.value: numbers[severity] for severity in Severity}


def _issue(issue: Issue, by_key: Mapping[str, Segment], labels: Mapping[str, int | str]) -> Json:
    segment = by_key.get(issue.segment) if issue.segment is not None else None
    return {
        "check": issue.check,
        "severity": issue.severity.value,
        "segment": None if issue.segment is None else labels.get(issue.segment, issue.segment),
        "source": segment.source.text if segment else None,
        "target": segment.target if segment else None,
        "message": say(issue.message),
        "source_span": list(issue.source_span) if issue.source_span else None,
        "target_span": list(issue.target_span) if issue.target_span else None,
        "suggestion": issue.suggestion,
    }


def engines(known: Sequence[Engine]) -> dict[str, Json]:
    """The JSON of ``engines --json``."""
    return {"engines": [_engine(engine) for engine in known]}


def _engine(engine: Engine) -> Json:
    status = engine.status()
    return {
        "name": engine.name,
        "label": say(engine.label),
        "online": engine.online,
        "host": engine.host,
        "ready": status.ready,
        "reason": say(status.reason) if status.reason else None,
    }
