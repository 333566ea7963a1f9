"""Releases in the forms of many offices, in each format against the structure written for them by hand."""

from collections.abc import Callable

import pytest

from gui.document.release import BlockKind, Release
from gui.readers.base import Reader
from gui.readers.docx import DocxReader
from gui.readers.hwpx import HwpxReader
from gui.readers.markdown import MarkdownReader
from tests.readers.made.releases import Made, Text, as_docx, as_hwpx, as_markdown, collection, faults

COLLECTION = collection()
_MAKERS: dict[str, tuple[Reader, Callable[[Made], bytes]]] = {
    "docx": (DocxReader(), as_docx),
    "hwpx": (HwpxReader(), as_hwpx),
    "md": (MarkdownReader(), as_markdown),
}


def _read(made: Made, suffix: str) -> Release:
    reader, make = _MAKERS[suffix]
    return reader.read(f"{made.name}.{suffix}", make(made))


@pytest.mark.parametrize("suffix", ["docx", "hwpx"])
@pytest.mark.parametrize("made", COLLECTION, ids=lambda made: made.name)
def test_structure(made: Made, suffix: str) -> None:
    assert faults(made, _read(made, suffix)) == []


@pytest.mark.parametrize("made", COLLECTION, ids=lambda made: made.name)
def test_no_letter_is_lost_or_moved(made: Made) -> None:
    first, *others = ["".join(_letters(_read(made, suffix))) for suffix in _MAKERS]
    assert others == [first] * len(others)


def _letters(release: Release) -> list[str]:
    found = (block.whole for block in release.blocks if block.kind is not BlockKind.PICTURE)
    return ["".join(text.split()) for text in found]


@pytest.mark.parametrize("suffix", ["docx", "hwpx"])
def test_a_page_that_the_writer_began_never_goes_on_with_the_one_before(suffix: str) -> None:
    lines = [
        "새나루부는 이번 사업의 지원 대상을 넓히고 신청 절차를 간소화하여",
        None,
        "하반기부터 새로운 사업을 시작할 계획이라고 밝혔다.",
    ]
    made = Made("page", parts=[Text(line, 14, False, False) if line else None for line in lines])
    blocks = _read(made, suffix).blocks
    assert [block.text.text for block in blocks] == [line for line in lines if line]
