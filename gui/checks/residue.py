"""Hangul, Hanja and full-width characters left in the English."""

import re
import unicodedata
from collections.abc import Iterator

from gui.document.errors import Message, note
from gui.document.issue import Issue, Severity
from gui.document.project import Snapshot
from gui.document.segment import Segment, Unit

_HANGUL = re.compile(r"[가-힣ᄀ-ᇿㄱ-ㅎㅏ-ㅣ]+(?:[ ,·]{1,2}[가-힣ㄱ-ㅎㅏ-ㅣ]+)*")
_HANJA = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_WIDE = re.compile(r"[\uff01-\uff5e\u3000-\u3003\u3008-\u3011\u3014-\u301b\uffe0-\uffe6※]+")
_ENGLISH_FOR = str.maketrans({"「": "“", "」": "”", "『": "“", "』": "”", "《": "“", "》": "”", "〈": "“", "〉": "”",
                              "、": ",", "。": ".", "【": "[", "】": "]", "〔": "[", "〕": "]", "※": "*"})  # fmt: skip


class ResidueCheck:
    """Characters that no English release holds.

    Hangul in brackets may be meant (a name in its own script after its English), so there it is only a warning.
    """

    id = "residue"
    label = note("Hangul, Hanja or full-width characters in the English")
    severity = Severity.ERROR

    def check_segment(self, snapshot: Snapshot, unit: Unit, segment: Segment) -> Iterator[Issue]:
        """One finding for each run of such characters."""
        text = segment.target
        if text.isascii():
            return
        for match in _HANGUL.finditer(text):
            yield self._issue(segment, match, note("Hangul left in the English: {text}", text=_short(match[0])))
        for match in _HANJA.finditer(text):
            yield self._issue(segment, match, note("Hanja left in the English: {text}", text=_short(match[0])))
        for match in _WIDE.finditer(text):
            message = note("East Asian characters in the English: {text}", text=_short(match[0]))
            fixed = unicodedata.normalize("NFKC", match[0].translate(_ENGLISH_FOR))
            yield Issue(self.id, Severity.WARNING, segment.key, message, None, match.span(), fixed)

    def _issue(self, segment: Segment, match: re.Match[str], message: Message) -> Issue:
        before, after = segment.target[: match.start()].rstrip(), segment.target[match.end() :].lstrip()
        in_brackets = before.endswith("(") and after.startswith(")")
        severity = Severity.WARNING if in_brackets else self.severity
        return Issue(self.id, severity, segment.key, message, None, match.span())


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"
