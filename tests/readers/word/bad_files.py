"""Files that no program should trip over. Each maker gives the bytes of one."""

import io
import zipfile
from collections.abc import Callable

from hwpx.hwp5.cfb import build_compound_file

from tests.readers import docx_files

_BOMB_MB = 49
_BODY = "<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"


def encrypted_office() -> bytes:
    """A Word document with a password."""
    streams = [("EncryptionInfo", b"\4\0\4\0\x40\0\0\0<encryption/>"), ("EncryptedPackage", bytes(range(256)) * 40)]
    return build_compound_file(streams)


def word_97() -> bytes:
    """A .doc: a compound file that is no HWP."""
    return build_compound_file([("WordDocument", b"\xec\xa5\xc1\0" + bytes(5000)), ("1Table", bytes(5000))])


def without_document() -> bytes:
    """A Word package whose main part is missing."""
    return _without(docx_files.docx(docx_files.paragraph("글")), "word/document.xml", keep="word/document.xml.bak")


def without_directory() -> bytes:
    """A zip cut off before its directory: a download that broke off."""
    whole = docx_files.docx(docx_files.paragraph("글이다. " * 2000))
    return whole[: len(whole) * 2 // 3]


def malformed() -> bytes:
    """A main part that is no XML."""
    return _with_document(b"<w:document><w:body>")


def not_deflated() -> bytes:
    """A main part whose compressed bytes are wrong."""
    whole = bytearray(docx_files.docx(docx_files.paragraph("글이다. " * 2000)))
    start = whole.find(b"word/document.xml") + 40
    whole[start : start + 40] = bytes(40)
    return bytes(whole)


def entity_bomb() -> bytes:
    """Entities that would grow to a billion characters."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return _with_type(f'<!DOCTYPE w:document [<!ENTITY e0 "가나다라">{entities}]>', "&e9;")


def external_entity(address: str = "file:///etc/passwd") -> bytes:
    """A document that asks for another file."""
    return _with_type(f'<!DOCTYPE w:document [<!ENTITY other SYSTEM "{address}">]>', "&other;")


def nested_tables(depth: int = 5000) -> bytes:
    """A table in a table in a table …."""
    opening, closing = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return docx_files.docx(opening * depth + docx_files.paragraph("글") + closing * depth)


def zip_bomb() -> bytes:
    """A document of some ten kB whose text unpacks to many MB of nothing."""
    return _with_document(b"<w:document>" + bytes(_BOMB_MB << 20))


def empty_document() -> bytes:
    """A document without a word."""
    return docx_files.docx("<w:p/><w:p/>")


BAD_DOCX: dict[str, Callable[[], bytes]] = {
    maker.__name__: maker
    for maker in (without_directory, malformed, not_deflated, entity_bomb, external_entity, nested_tables, zip_bomb)
}
"""Word packages that cannot be read."""


def renamed(data: bytes, old: str, new: str) -> bytes:
    """A zip with one member under another name."""
    return _without(data, old, keep=new)


def _with_document(xml: bytes) -> bytes:
    return docx_files.package(
        {"word/document.xml": xml, "_rels/.rels": docx_files.relations({"word/document.xml": "officeDocument"})}
    )


def _with_type(document_type: str, text: str) -> bytes:
    whole = docx_files.part("document", _BODY.format(text=text))
    return _with_document(f'<?xml version="1.0" encoding="UTF-8"?>{document_type}{whole}'.encode())


def _without(data: bytes, member: str, keep: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {keep if name == member else name: archive.read(name) for name in archive.namelist()}
    return docx_files.package({**members})
