"""The parts of a Word file around its content.

The package is put together from python-docx's part classes instead of its template, which carries an author, dates of
2013, a thumbnail and over a hundred styles that no release uses.
"""

import io
from datetime import UTC, datetime
from typing import cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from lxml import etree

from gui.exporters.content import Content, Paragraph, Run
from gui.exporters.setup import font_table_xml, settings_xml, theme_xml
from gui.exporters.styles import numbering_xml, styles_xml
from gui.exporters.text import printable
from gui.exporters.wordml import Writer, append_field, append_runs, append_section, root, w

_TITLE_LIMIT = 255
"""Characters that a core property may have in Word."""


def document(content: Content) -> bytes:
    """A whole .docx file."""
    package = Package()
    root_element = root("document")
    # A plain element serves as well as one of python-docx's own: the part only serialises it.
    main = XmlPart(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, cast("BaseOxmlElement", root_element), package)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    header_id = _relate(main, "header1", CT.WML_HEADER, RT.HEADER, _serialised(_header(content)))
    footer_id = _relate(main, "footer1", CT.WML_FOOTER, RT.FOOTER, _serialised(_footer()))
    _relate(main, "styles", CT.WML_STYLES, RT.STYLES, _declared(styles_xml()))
    _relate(main, "numbering", CT.WML_NUMBERING, RT.NUMBERING, _declared(numbering_xml()))
    _relate(main, "settings", CT.WML_SETTINGS, RT.SETTINGS, _declared(settings_xml()))
    _relate(main, "fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, _declared(font_table_xml()))
    _relate(main, "theme/theme1", CT.OFC_THEME, RT.THEME, _declared(theme_xml()))
    body = etree.SubElement(root_element, w("body"))
    Writer().append(body, content.body)
    append_section(body, header_id, footer_id)
    _set_core_properties(package, content.title)
    file = io.BytesIO()
    package.save(file)
    return file.getvalue()


def _relate(main: XmlPart, name: str, content_type: str, relationship: str, data: bytes) -> str:
    part = Part(PackURI(f"/word/{name}.xml"), content_type, data, main.package)
    return main.relate_to(part, relationship)


def _serialised(element: etree._Element) -> bytes:
    return etree.tostring(element, encoding="UTF-8", standalone=True)


def _declared(xml: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()


def _header(content: Content) -> etree._Element:
    header = root("hdr")
    Writer().append(header, content.header)
    return header


def _footer() -> etree._Element:
    footer = root("ftr")
    Writer().append(footer, (Paragraph("Footer"),))
    paragraph = footer[0]
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        append_runs(paragraph, (Run(words),))
        append_field(paragraph, field)
    return footer


def _set_core_properties(package: Package, title: str) -> None:
    """Title, language and times; nobody's name."""
    element = CT_CoreProperties.new()
    part = CorePropertiesPart(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, element, package)
    package.relate_to(part, RT.CORE_PROPERTIES)
    properties = part.core_properties
    properties.title = " ".join(printable(title).split())[:_TITLE_LIMIT]
    properties.language = "en-US"
    now = datetime.now(UTC)
    properties.created = now
    properties.modified = now
