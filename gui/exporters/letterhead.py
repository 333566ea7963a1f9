"""What stands above a release: logo, organisation, kind of release. The logo is the user's own file."""

from pathlib import Path

from gui.document.errors import ExportError
from gui.exporters.base import Letterhead
from gui.exporters.content import Grid, GridCell, Item, Marking, Paragraph, Picture, Run
from gui.exporters.styles import TEXT_WIDTH
from gui.exporters.text import printable

_EMU = 914_400
_HIGHEST, _WIDEST = 0.6 * _EMU, 2.2 * _EMU
"""The room of a logo, so that one of any size makes a letterhead and not a poster."""

_GAP = 0.25 * _EMU
_TEXT_WIDTH = TEXT_WIDTH * _EMU / 1440

_LARGEST = 20_000_000
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg"}


def items(head: Letterhead, *, with_kind: bool) -> tuple[Item, ...]:
    """The logo beside the words, and a rule below; nothing where no letterhead was chosen.

    ``with_kind`` is false where the release itself says what it is.

    Raises:
        ExportError: the logo cannot be read.
    """
    if not head:
        return ()
    lines = [Paragraph("Organisation", (Run(printable(head.organisation.strip())),))] if head.organisation else []
    if with_kind and head.kind.strip():
        lines.append(Paragraph("ReleaseKind", (Run(printable(head.kind.strip())),)))
    words = GridCell(tuple(lines) or (Paragraph("ReleaseKind"),))
    rule = Paragraph("LetterheadRule")
    if head.logo is None:
        return (*lines, rule)
    picture = load(head.logo, head.organisation)
    logo = GridCell((Paragraph("ReleaseKind", (Run("", marking=Marking(picture=picture)),)),))
    column = picture.width + _GAP
    return Grid(((logo, words),), (column, _TEXT_WIDTH - column), ruled=False), rule


def load(path: Path, description: str = "") -> Picture:
    """A logo, as large as its room allows.

    Raises:
        ExportError: it cannot be read, or is neither PNG nor JPEG.
    """
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image

    try:
        if path.stat().st_size > _LARGEST:
            raise ExportError("The logo “{name}” is larger than 20 MB. Choose a smaller picture.", name=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise ExportError("The logo “{name}” cannot be read. Choose it again.", name=path.name) from error
    try:
        image = Image.from_blob(data)
        suffix, width, height = _SUFFIXES[image.content_type], image.px_width, image.px_height
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, KeyError, ValueError) as error:
        raise ExportError("The logo “{name}” is no PNG or JPEG picture. Choose another one.", name=path.name) from error
    if not (width and height):
        raise ExportError("The logo “{name}” is no PNG or JPEG picture. Choose another one.", name=path.name)
    scale = min(_HIGHEST / height, _WIDEST / width)
    return Picture(data, suffix, round(width * scale), round(height * scale), printable(description))
