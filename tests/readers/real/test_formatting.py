"""Bold and underline of the real files are kept, in text and in cells, to the character."""

from collections import Counter
from collections.abc import Iterator

import pytest

from gui.document.release import Release
from gui.document.richtext import RichText, Style
from tests.readers.real.expectations import cases, existing, real_file, real_release, squeezed
from tests.readers.real.independent import hwpx_styled

_HWPX = [stem for stem, fmt in cases() if fmt == "hwpx"]


def _texts(release: Release) -> Iterator[RichText]:
    for block in release.blocks:
        yield block.text
        for row in block.table.rows if block.table else ():
            yield from (item.text for cell in row for item in cell.items)


def _styled(release: Release, style: Style) -> Counter[str]:
    marked = (
        text.text[mark.start : mark.end] for text in _texts(release) for mark in text.marks if mark.style is style
    )
    return Counter(squeezed("".join(marked)))


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("stem", _HWPX)
def test_formatting_is_kept(stem: str, style: Style) -> None:
    path = real_file(stem, "hwpx")
    assert _styled(real_release(path), style) == Counter(squeezed(hwpx_styled(path, style)))


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("stem", [stem for stem, fmt in cases() if fmt == "hwp" and stem in _HWPX])
def test_formatting_of_hwp_is_that_of_its_twin(stem: str, style: Style) -> None:
    twin = real_release(real_file(stem, "hwpx"))
    assert _styled(real_release(existing(stem, "hwp")), style) == _styled(twin, style)
