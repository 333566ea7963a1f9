"""The zip around a Word document, in the shapes that other programs write."""

import pytest

from gui.readers.docx import DocxReader
from gui.readers.word.package import MAIN_TYPES, Package
from tests.readers import docx_files
from tests.readers.docx_files import paragraph, part, relations

BODY = part("document", f"<w:body>{paragraph('글')}</w:body>")


def read(members: dict[str, str | bytes]) -> list[str]:
    data = docx_files.package(members)
    assert DocxReader().accepts("a.docx", data)
    return [block.whole for block in DocxReader().read("a.docx", data).blocks]


@pytest.mark.parametrize("target", ["word/document2.xml", "/word/document2.xml", "./word/Document2.xml"])
def test_the_main_part_is_found_by_its_relationship(target: str) -> None:
    assert read({"_rels/.rels": relations({target: "officeDocument"}), "word/document2.xml": BODY}) == ["글"]


@pytest.mark.parametrize("content_type", MAIN_TYPES)
def test_the_main_part_is_found_by_its_type(content_type: str) -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document9.xml" ContentType="{content_type}"/></Types>'
    )
    assert read({"[Content_Types].xml": types, "word/document9.xml": BODY}) == ["글"]


def test_relationships_that_lead_nowhere() -> None:
    nowhere = relations({"../NULL": "image", "missing.xml": "styles", "../../../etc/passwd": "header"})
    members: dict[str, str | bytes] = {"word/document.xml": BODY, "word/_rels/document.xml.rels": nowhere}
    assert read(members) == ["글"]
    package = Package("a.docx", docx_files.package(members))
    assert [*package.parts("header")] == []


def test_utf_16_and_a_byte_order_mark() -> None:
    for data in (BODY.encode("utf-16"), BODY.encode("utf-8-sig")):
        assert read({"word/document.xml": data}) == ["글"]
