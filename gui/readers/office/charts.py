"""The words of a chart (DrawingML, ISO/IEC 29500-1, 21.2), which Word and Hangul store alike."""

from collections.abc import Iterator

from lxml import etree

from gui.document.errors import note
from gui.readers.raw import RawAside

_TEXT_OF_CHART = note("The labels of a chart, which stays a picture.")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def chart_labels(chart: etree._Element) -> Iterator[RawAside]:
    """Titles, then the words of the axes and the legend, set aside; the figures are data."""
    titles = ["".join(text.text or "" for text in line.iter(f"{_DRAWING}t")) for line in chart.iter(f"{_DRAWING}p")]
    words = [word.text or "" for cache in chart.iter(f"{_CHART}strCache") for word in cache.iter(f"{_CHART}v")]
    labels = dict.fromkeys(label for label in (*titles, *words) if label.strip())
    if labels:
        yield RawAside("\n".join(labels), _TEXT_OF_CHART)
