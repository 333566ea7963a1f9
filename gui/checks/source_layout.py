"""What a file format or a page break left in the Korean."""

import re
from collections.abc import Iterator

from gui.document.errors import note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.document.segment import Segment, Unit

_MARKUP = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,200})?/?>|&(?:[a-z]{2,6}|#\d{2,5}|#x[0-9a-fA-F]{2,4});|(?<!\*)\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?!\*)|\ufffd|[\ue000-\uf8ff]"
)
_GOES_ON = re.compile(
    r"(?:건|명|개|곳|원|회|차례|년|월|일|억|만|천|개사|%)(?:의|을|를|이|가|은|는|에|으로|과|와)?(?=\s)"
)
_OPEN_END = re.compile(r"(?:\d|[,·‧]|(?<![가-힣])(?:총|약|및|또는|등))$")


class SourceLayoutCheck:
    """Tags and entities that are no text, and sentences that a page break has cut."""

    id = "source-layout"
    label = note("Markup and page breaks in the Korean")
    severity = Severity.WARNING

    def check_release(self, snapshot: Snapshot) -> Iterator[Issue]:
        """One finding for each tag, entity or broken sentence, and for what the reader mended or did not understand."""
        for warning in snapshot.release.warnings:
            yield Issue(self.id, Severity.INFO, None, warning)
        for segment in snapshot.segments():
            for match in _MARKUP.finditer(segment.source.text):
                message = note("{markup} is markup and not text.", markup=match[0])
                yield Issue(self.id, self.severity, segment.key, message, match.span())
        for before, after in zip(snapshot.units, snapshot.units[1:], strict=False):
            yield from self._cut(before, after)

    def _cut(self, before: Unit, after: Unit) -> Iterator[Issue]:
        if not before.segments or not after.segments:
            return
        if after.block.kind is not BlockKind.PARAGRAPH or before.block.kind is not BlockKind.PARAGRAPH:
            return
        last, first = before.segments[-1], after.segments[0]
        if _OPEN_END.search(last.source.text) and _continues(first):
            message = note("This sentence goes on in the next paragraph: a page break may have cut it.")
            yield Issue(self.id, self.severity, last.key, message, (0, len(last.source)))


def _continues(segment: Segment) -> bool:
    text = segment.source.text
    return bool(_GOES_ON.match(text)) and text.rstrip().endswith(("다.", "다", "음", "임", ".)"))
