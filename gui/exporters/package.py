"""The parts of a Word file around its content.

The package is put together from python-docx's part classes instead of its template, which carries an author, dates of
2013, a thumbnail and over a hundred styles that no release uses.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from gui.exporters.content import Content, Picture, paragraphs_of
from gui.exporters.inline import LOGO_ID
from gui.exporters.remarks import comments_xml, extended_xml
from gui.exporters.setup import custom_properties_xml, font_table_xml, settings_xml, theme_xml
from gui.exporters.styles import numbering_xml, styles_xml
from gui.exporters.template import Template
from gui.exporters.text import printable
from gui.exporters.wordml import FOOTER_ID, HEADER_ID, Writer, page_number, part, section

_TITLE_LIMIT = 255
"""Characters that a core property may have in Word."""

_EXTENDED = "commentsExtended"
_EXTENDED_TYPE = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{_EXTENDED}+xml"
_EXTENDED_RELATION = f"http://schemas.microsoft.com/office/2011/relationships/{_EXTENDED}"
_CONTENT_TYPES = {"png": CT.PNG, "jpg": CT.JPEG}


def document(content: Content, template: Template | None = None) -> bytes:
    """A whole .docx file, in the look of a template or in our own."""
    package = Package()
    writer = Writer(template.text_width) if template else Writer()
    body = part("document", "<w:body>", *writer.items(content.body), template.section if template else section(),
                "</w:body>")  # fmt: skip
    main = _part(package, "document", CT.WML_DOCUMENT_MAIN, template.styled(body) if template else body)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    header = tuple(writer.items(content.header))
    for identifier, name, content_type, relationship, xml in (
        *(_look(header) if template is None else ()),
        ("rIdSettings", "settings", CT.WML_SETTINGS, RT.SETTINGS, _settings(content, template)),
        *_asides(content, writer),
    ):
        styled = template.styled(xml) if template else xml
        main.load_rel(relationship, _part(package, name, content_type, styled), identifier)
    if template is not None:
        has_header = any(paragraph.runs for paragraph in content.header)
        template.add_to(main, package, "".join(header) if has_header else "")
    _add_picture(main, package, content)
    _set_core_properties(package, content.title)
    if content.properties:
        data = _xml(custom_properties_xml(content.properties))
        custom = Part(PackURI("/docProps/custom.xml"), CT.OFC_CUSTOM_PROPERTIES, data, package)
        package.relate_to(custom, RT.CUSTOM_PROPERTIES)
    file = io.BytesIO()
    package.save(file)
    return file.getvalue()


_Entry = tuple[str, str, str, str, str]
"""Of a part: its relationship, name, content type, type of relationship, and XML."""


def _look(header: tuple[str, ...]) -> Iterator[_Entry]:
    """The parts that a template brings in its own form."""
    yield HEADER_ID, "header1", CT.WML_HEADER, RT.HEADER, part("hdr", *header)
    yield FOOTER_ID, "footer1", CT.WML_FOOTER, RT.FOOTER, part("ftr", page_number())
    yield "rIdStyles", "styles", CT.WML_STYLES, RT.STYLES, styles_xml()
    yield "rIdNumbering", "numbering", CT.WML_NUMBERING, RT.NUMBERING, numbering_xml()
    yield "rIdFonts", "fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, font_table_xml()
    yield "rIdTheme", "theme/theme1", CT.OFC_THEME, RT.THEME, theme_xml()


def _asides(content: Content, writer: Writer) -> Iterator[_Entry]:
    """Foot-notes and comments, where there are any."""
    if content.notes:
        yield "rIdNotes", "footnotes", CT.WML_FOOTNOTES, RT.FOOTNOTES, part("footnotes", *writer.notes(content))
    if content.remarks:
        yield "rIdComments", "comments", CT.WML_COMMENTS, RT.COMMENTS, comments_xml(content.remarks)
        yield "rIdExtended", _EXTENDED, _EXTENDED_TYPE, _EXTENDED_RELATION, extended_xml(content.remarks)


def _settings(content: Content, template: Template | None) -> str:
    return settings_xml(notes=bool(content.notes), two_sided=template is not None and template.two_sided)


def _part(package: Package, name: str, content_type: str, xml: str) -> Part:
    return Part(PackURI(f"/word/{name}.xml"), content_type, _xml(xml), package)


def _xml(text: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


def _add_picture(main: Part, package: Package, content: Content) -> None:
    picture = next(_pictures(content), None)
    if picture is not None:
        name = PackURI(f"/word/media/letterhead.{picture.suffix}")
        main.load_rel(RT.IMAGE, Part(name, _CONTENT_TYPES[picture.suffix], picture.data, package), LOGO_ID)


def _pictures(content: Content) -> Iterator[Picture]:
    """The logo, which stands in the first rows of the body if anywhere."""
    for paragraph in paragraphs_of(content.body[:1]):
        yield from (run.marking.picture for run in paragraph.runs if run.marking and run.marking.picture)


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
