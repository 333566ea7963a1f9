"""Every character of a real file stands in a block or among what was set aside, and none was invented or doubled.

The files are read a second time by ``independent.py``, which shares no code with the readers.
"""

from collections import Counter
from collections.abc import Callable

import pytest
from rapidfuzz.distance import Indel

from gui.document.release import Release
from tests.readers.real.expectations import cases, existing, load, real_file, real_release, squeezed
from tests.readers.real.independent import extract

RECALL = {"hwpx": 0.999, "hwp": 0.999, "pdf": 0.97}
PRECISION = 0.995
ORDER = 0.9
"""Columns of a table may come out in another order in a PDF; whole paragraphs may not."""

_SHORTEST = 500
"""Characters that each of the files has at the least."""


def _text(release: Release) -> str:
    """All that the reader gives, in its order, text set aside at the end."""
    blocks = (block.whole for block in release.blocks)
    return squeezed("\n".join([*blocks, *(aside.text for aside in release.set_aside)]))


@pytest.mark.parametrize(("stem", "fmt"), cases())
def test_every_character_is_accounted_for(stem: str, fmt: str, record_property: Callable[[str, object], None]) -> None:
    path = real_file(stem, fmt)
    source, got = extract(path), _text(real_release(path))
    wanted = squeezed(source.text)
    assert len(wanted) > _SHORTEST, "a parser that finds nothing would prove nothing"
    assert _misquoted(stem, wanted) == []
    lost = Counter(wanted) - Counter(got)
    invented = Counter(got) - Counter(wanted) - Counter(source.overlaid)
    recall = 1 - lost.total() / len(wanted)
    precision = 1 - invented.total() / len(got)
    order = Indel.normalized_similarity(wanted, got)
    for name, value in (("recall", recall), ("precision", precision), ("order", order)):
        record_property(name, f"{value:.4f}")
    assert recall >= RECALL[fmt], f"lost {lost.most_common(20)}"
    assert precision >= PRECISION, f"invented {invented.most_common(20)}"
    assert order >= ORDER


@pytest.mark.parametrize("stem", dict.fromkeys(stem for stem, _ in cases()))
def test_independent_extractions_agree(stem: str) -> None:
    """The second opinion is worth something: twins hold the same characters by two unrelated parsers.

    Not in the same order: HWP puts the text of a paragraph before the tables that are anchored in it.
    """
    twins = [existing(stem, fmt) for fmt in load(stem)["formats"] if fmt != "pdf"]
    characters = [Counter(squeezed(extract(path).text)) for path in twins]
    assert all(found == characters[0] for found in characters)


def _misquoted(stem: str, text: str) -> list[str]:
    """What ``expected/`` says was typed by hand: a slip of the pen there is no fault of a reader."""
    expected = load(stem)
    quoted = [expected["headline"], *(block[2] for block in expected["blocks"])]
    return [quote for quote in quoted if squeezed(quote).lstrip("~?") not in text]
