"""Opens a document of Hangul, HWPX or HWP 5, and makes raws of it."""

from typing import TYPE_CHECKING, cast

from gui.document.errors import Message
from gui.readers.base import Progress, unheard
from gui.readers.owpml import OwpmlWalk
from gui.readers.owpml_looks import Looks, read_looks
from gui.readers.raw import Raw

if TYPE_CHECKING:
    from lxml import etree


def hangul_raws(data: bytes, progress: Progress = unheard) -> tuple[list[Raw], tuple[Message, ...]]:
    """The raws of an HWPX or HWP 5 file, and what the user should know."""
    from hwpx.document import HwpxDocument  # heavy

    document = HwpxDocument.open(data)
    headers = [_element(header) for header in document.parts.headers]
    walk = OwpmlWalk(read_looks(headers[0]) if headers else Looks())
    raws: list[Raw] = []
    sections = document.sections
    for index, section in enumerate(sections):
        raws += walk.section(_element(section), first=index == 0)
        progress(index + 1, len(sections))
    for page in document.parts.master_pages:
        raws += walk.master_page(_element(page))
    return raws, walk.warnings


def _element(part: object) -> "etree._Element":
    """The root of a part. python-hwpx declares it as of the standard library, but parses with lxml."""
    return cast("etree._Element", part.element)
