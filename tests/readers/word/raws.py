"""Reads the Word documents of :mod:`tests.readers.docx_files` and tells what came out."""

from gui.document.work import unheard
from gui.readers.raw import Raw, RawAside, RawLine, RawTable
from gui.readers.word.body import raw_pieces
from tests.readers.docx_files import docx, table

NAME = "보도자료.docx"


def raws(body: str, parts: dict[str, str] | None = None, **more: str) -> list[Raw]:
    return raw_pieces(NAME, docx(body, parts, **more), unheard)[0]


def lines(body: str, parts: dict[str, str] | None = None, **more: str) -> list[RawLine]:
    return [raw for raw in raws(body, parts, **more) if isinstance(raw, RawLine)]


def texts(body: str, parts: dict[str, str] | None = None, **more: str) -> list[str]:
    return [line.text.text for line in lines(body, parts, **more)]


def asides(body: str, **more: str) -> list[tuple[str, str]]:
    return [(raw.text, str(raw.reason)) for raw in raws(body, None, **more) if isinstance(raw, RawAside)]


def grid(*rows: tuple[str, ...], properties: str = "") -> RawTable:
    (found,) = [raw for raw in raws(table(*rows, properties=properties)) if isinstance(raw, RawTable)]
    return found


def warnings(body: str, parts: dict[str, str] | None = None) -> list[str]:
    return [str(message) for message in raw_pieces(NAME, docx(body, parts), unheard)[1]]


def drawing(content: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/><a:graphic><a:graphicData>'
        f"{content}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
