"""The parts of a Word file around its content.

The package is put together from python-docx's part classes instead of its template, which carries an author, dates of
2013, a thumbnail and over a hundred styles that no release uses.
"""

import io
from datetime import UTC, datetime

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from gui.exporters.content import Content
from gui.exporters.setup import custom_properties_xml, font_table_xml, settings_xml, theme_xml
from gui.exporters.styles import numbering_xml, styles_xml
from gui.exporters.text import printable
from gui.exporters.wordml import FOOTER_ID, HEADER_ID, items, page_number, part, section

_TITLE_LIMIT = 255
"""Characters that a core property may have in Word."""


def document(content: Content) -> bytes:
    """A whole .docx file."""
    package = Package()
    main = _part(
        package,
        "document",
        CT.WML_DOCUMENT_MAIN,
        part("document", "<w:body>", *items(content.body), section(), "</w:body>"),
    )
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    for identifier, name, content_type, relationship, xml in (
        (HEADER_ID, "header1", CT.WML_HEADER, RT.HEADER, part("hdr", *items(content.header))),
        (FOOTER_ID, "footer1", CT.WML_FOOTER, RT.FOOTER, part("ftr", page_number())),
        ("rIdStyles", "styles", CT.WML_STYLES, RT.STYLES, styles_xml()),
        ("rIdNumbering", "numbering", CT.WML_NUMBERING, RT.NUMBERING, numbering_xml()),
        ("rIdSettings", "settings", CT.WML_SETTINGS, RT.SETTINGS, settings_xml()),
        ("rIdFonts", "fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, font_table_xml()),
        ("rIdTheme", "theme/theme1", CT.OFC_THEME, RT.THEME, theme_xml()),
    ):
        main.load_rel(relationship, _part(package, name, content_type, xml), identifier)
    _set_core_properties(package, content.title)
    if content.properties:
        data = _xml(custom_properties_xml(content.properties))
        custom = Part(PackURI("/docProps/custom.xml"), CT.OFC_CUSTOM_PROPERTIES, data, package)
        package.relate_to(custom, RT.CUSTOM_PROPERTIES)
    file = io.BytesIO()
    package.save(file)
    return file.getvalue()


def _part(package: Package, name: str, content_type: str, xml: str) -> Part:
    return Part(PackURI(f"/word/{name}.xml"), content_type, _xml(xml), package)


def _xml(text: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


def _set_core_properties(package: Package, title: str) -> None:
    """Title, language and times; nobody's name."""
    element = CT_CoreProperties.new()
    core = CorePropertiesPart(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, element, package)
    package.relate_to(core, RT.CORE_PROPERTIES)
    properties = core.core_properties
    properties.title = " ".join(printable(title).split())[:_TITLE_LIMIT]
    properties.language = "en-US"
    now = datetime.now(UTC)
    properties.created = now
    properties.modified = now
