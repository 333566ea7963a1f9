"""Runs to WordprocessingML: text, foot-note references, comments, tracked changes, pictures."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from gui.document.richtext import Style
from gui.exporters.content import UNMARKED, Change, Marking, Picture, Run
from gui.exporters.styles import COMMENT_REFERENCE, NOTE_REFERENCE, UNTRANSLATED

_BREAKS = re.compile("([\n\t])")


def runs(sequence: Sequence[Run], numbers: Iterator[int]) -> str:
    """The runs of a paragraph. ``numbers`` are for tracked changes, each given once in a document."""
    if all(run.marking is None for run in sequence):  # nearly every paragraph
        return "".join(map(_run, sequence))
    return "".join(_marked(sequence, numbers))


def changed(change: Change, numbers: Iterator[int], content: str = "") -> str:
    """A tracked change around ``content``, or about the row or paragraph that holds it."""
    return (
        f'<w:{change.turn} w:id="{next(numbers)}" w:author={quoteattr(change.author)} '
        f'w:date="{moment(change.at)}">{content}</w:{change.turn}>'
    )


def moment(at: datetime) -> str:
    """A moment as Word writes it, to the second, in UTC."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _marked(sequence: Sequence[Run], numbers: Iterator[int]) -> Iterator[str]:
    """A comment's range reaches from the first run that carries it to the last."""
    last = {remark: place for place, run in enumerate(sequence) for remark in (run.marking or UNMARKED).remarks}
    begun: set[int] = set()
    for place, run in enumerate(sequence):
        marking = run.marking or UNMARKED
        for remark in marking.remarks:
            if remark not in begun:
                begun.add(remark)
                yield f'<w:commentRangeStart w:id="{remark}"/>'
        written = _run(run)
        yield changed(marking.change, numbers, written) if marking.change else written
        for remark in marking.remarks:
            if last[remark] == place:
                yield f'<w:commentRangeEnd w:id="{remark}"/>{_reference(remark)}'


def _reference(remark: int) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{COMMENT_REFERENCE}"/></w:rPr><w:commentReference w:id="{remark}"/></w:r>'


def _run(run: Run) -> str:
    properties = _properties(run) if run.styles or run.character_style else ""
    if run.marking is not None and (special := _special(run.marking)):
        return special
    text = _text(run.text)
    if run.marking is not None and run.is_deleted:
        text = text.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    written = f"<w:r>{properties}{text}</w:r>"
    return f'<w:hyperlink w:anchor="{run.link}" w:history="1">{written}</w:hyperlink>' if run.link else written


def _special(marking: Marking) -> str:
    """What stands in place of text."""
    if marking.note:
        style = f'<w:rPr><w:rStyle w:val="{NOTE_REFERENCE}"/></w:rPr>'
        return f'<w:r>{style}<w:footnoteReference w:id="{marking.note}"/></w:r>'
    return f"<w:r>{_drawing(marking.picture)}</w:r>" if marking.picture else ""


def _properties(run: Run) -> str:
    """In the order of the schema."""
    style = f'<w:rStyle w:val="{run.character_style}"/>' if run.character_style else ""
    bold = "<w:b/>" if Style.BOLD in run.styles else ""
    italic = "<w:i/>" if Style.ITALIC in run.styles else ""
    highlight = '<w:highlight w:val="yellow"/>' if run.character_style == UNTRANSLATED else ""
    underline = '<w:u w:val="single"/>' if Style.UNDERLINE in run.styles else ""
    return f"<w:rPr>{style}{bold}{italic}{highlight}{underline}</w:rPr>"


def _text(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return _plain_text(text)
    return "".join(map(_break_or_text, _BREAKS.split(text)))


def _break_or_text(part: str) -> str:
    return "<w:br/>" if part == "\n" else "<w:tab/>" if part == "\t" else _plain_text(part)


def _plain_text(text: str) -> str:
    if not text:
        return ""
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


LOGO_ID = "rIdLogo"
"""The relationship by which the letterhead finds its picture, the only one of a document."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


_PICTURE_NUMBER = 20_000_001
"""Drawings are numbered throughout a document, headers of a template included, whose numbers are small."""


def _drawing(picture: Picture) -> str:
    size = f'cx="{picture.width}" cy="{picture.height}"'
    description = quoteattr(picture.description)
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{_PICTURE_NUMBER}" name="Logo" descr={description}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="Logo"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{LOGO_ID}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
