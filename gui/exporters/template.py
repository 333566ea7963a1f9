"""A user's own Word file as the look of ours: its styles, lists, page, headers and footers.

Only what has to do with looks is taken, part by part: macros, custom XML, the text and the settings stay behind.
"""

import re
import zipfile
import zlib
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from gui.document.errors import ExportError
from gui.exporters.setup import font_table_xml, theme_xml
from gui.exporters.styles import MARGIN_SIDE, NAMESPACE, PAGE_WIDTH
from gui.exporters.template_styles import merged
from gui.exporters.wordml import FOOTER_ID, HEADER_ID, page_number, part

_W = f"{{{NAMESPACE}}}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAIN_TYPES = frozenset(
    {
        CT.WML_DOCUMENT_MAIN,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    }
)
_OF_THE_PAGE = frozenset({"pgSz", "pgMar", "paperSrc", "pgBorders", "pgNumType", "titlePg", "docGrid"})
_LARGEST = 200_000_000
"""Bytes that a template may unpack to."""

_NARROWEST = 2835
"""Twips of text width, 5 cm, below which no table can be read."""


class Template:
    """What a template decides."""

    def __init__(self, main: Part) -> None:
        """From the main part of the template's package.

        Raises:
            etree.XMLSyntaxError, KeyError, ValueError: a part of it is damaged.
        """
        self._parts = {kind: _only(main, kind) for kind in (RT.STYLES, RT.NUMBERING, RT.THEME, RT.FONT_TABLE)}
        settings = _only(main, RT.SETTINGS)
        self.two_sided = settings is not None and _is_on(etree.fromstring(settings.blob), "evenAndOddHeaders")
        styles, numbering = (_root(self._parts[kind]) for kind in (RT.STYLES, RT.NUMBERING))
        self._styles, self._numbering, self._ids = merged(styles, numbering)
        sections = list(etree.fromstring(main.blob).iter(f"{_W}sectPr"))
        page = sections[-1] if sections else etree.Element(f"{_W}sectPr")
        self._furniture = _furniture(sections, main)
        self._wanted = [kind for kind, on in (
            ("default", True), ("first", _is_on(page, "titlePg")), ("even", self.two_sided)) if on]  # fmt: skip
        self.text_width = _text_width(page)
        self.section = self._section(page)

    def styled(self, xml: str) -> str:
        """XML of ours with the template's ids of the styles."""
        return _STYLE.sub(lambda found: found[1] + self._ids.get(found[2], found[2]), xml)

    def _section(self, page: etree._Element) -> str:
        """The last section's page, with headers and footers of all kinds that it shows; ours where it has none."""
        references = [
            f'<w:{where}Reference w:type="{kind}" r:id="{identifier}"/>'
            for where, own in _WHERE
            for kind in self._wanted
            for identifier in [_identifier(where, kind) if (where, kind) in self._furniture else own]
        ]
        kept = [child for child in page if etree.QName(child).localname in _OF_THE_PAGE]
        look = "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in kept)
        return f"<w:sectPr>{''.join(references)}{look}</w:sectPr>"

    def add_to(self, main: Part, package: Package, header: str) -> None:
        """Give a document the template's parts. ``header`` are paragraphs that every page has to show at its head."""
        for kind, name, content_type, blob in (
            (RT.STYLES, "styles", CT.WML_STYLES, etree.tostring(self._styles)),
            (RT.NUMBERING, "numbering", CT.WML_NUMBERING, etree.tostring(self._numbering)),
        ):
            main.relate_to(Part(PackURI(f"/word/{name}.xml"), content_type, blob, package), kind)
        for kind, name, content_type, usual in (
            (RT.FONT_TABLE, "fontTable", CT.WML_FONT_TABLE, font_table_xml()),
            (RT.THEME, "theme/theme1", CT.OFC_THEME, theme_xml()),
        ):
            own = self._parts[kind] or Part(PackURI(f"/word/{name}.xml"), content_type, usual.encode(), package)
            main.relate_to(own, kind)
        self._add_furniture(main, package, self.styled(header))

    def _add_furniture(self, main: Part, package: Package, header: str) -> None:
        """Headers and footers. Ours stand in where the template leaves a page without one."""
        empty = self.styled('<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>')
        for where, relation, own, content_type, xml in (
            ("header", RT.HEADER, HEADER_ID, CT.WML_HEADER, part("hdr", header or empty)),
            ("footer", RT.FOOTER, FOOTER_ID, CT.WML_FOOTER, part("ftr", self.styled(page_number()))),
        ):
            for kind in self._wanted:
                theirs = self._furniture.get((where, kind))
                if theirs is not None:
                    lines = header if where == "header" else ""
                    main.load_rel(relation, _with_lines(theirs, lines, package), _identifier(where, kind))
            if any((where, kind) not in self._furniture for kind in self._wanted):
                uri = PackURI(f"/word/{where}OfRelease.xml")
                main.load_rel(relation, Part(uri, content_type, xml.encode(), package), own)


_STYLE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]*)')
_WHERE = (("header", HEADER_ID), ("footer", FOOTER_ID))


def load(path: Path) -> Template:
    """The look of a ``.docx``, ``.dotx``, ``.docm`` or ``.dotm``.

    Raises:
        ExportError: it cannot be read, or is no Word file.
    """
    refused = ExportError(
        "“{name}” is no Word template that can be read. Choose a .dotx or .docx file.", name=path.name
    )
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise refused
        main = OpcPackage.open(str(path)).part_related_by(RT.OFFICE_DOCUMENT)
        if main.content_type not in _MAIN_TYPES:
            raise refused
        template = Template(main)
    except OSError as error:
        raise ExportError("The template “{name}” cannot be opened. Choose it again.", name=path.name) from error
    except _DAMAGE as error:
        raise refused from error
    if template.text_width < _NARROWEST:
        raise ExportError(
            "The page of the template “{name}” leaves less than 5 cm for text. Choose another one.", name=path.name
        )
    return template


_DAMAGE = (zipfile.BadZipFile, zlib.error, PackageNotFoundError, etree.XMLSyntaxError, KeyError, ValueError,
           AttributeError, NotImplementedError, RuntimeError, EOFError)  # fmt: skip
"""What zipfile and python-docx raise on files that are damaged, encrypted or something else."""


def _identifier(where: str, kind: str) -> str:
    return f"rId{where.title()}{kind.title()}"


def _only(main: Part, kind: str) -> Part | None:
    found = (relation for relation in main.rels.values() if relation.reltype == kind and not relation.is_external)
    return next((relation.target_part for relation in found), None)


def _root(source: Part | None) -> etree._Element | None:
    return etree.fromstring(source.blob) if source is not None else None


def _is_on(root: etree._Element, name: str) -> bool:
    element = root.find(f"{_W}{name}")
    return element is not None and element.get(f"{_W}val", "true") not in ("0", "false", "off")


def _furniture(sections: list[etree._Element], main: Part) -> dict[tuple[str, str], Part]:
    """The headers and footers by where and on which pages; a section goes on with those of the one before."""
    found: dict[tuple[str, str], Part] = {}
    for section in sections:
        for where in ("header", "footer"):
            for reference in section.findall(f"{_W}{where}Reference"):
                target = main.rels[str(reference.get(f"{_R}id"))].target_part
                etree.fromstring(target.blob)  # damage is told now, not when half is written
                found[where, reference.get(f"{_W}type", "default")] = target
    return found


def _with_lines(source: Part, lines: str, package: Package) -> Part:
    """A header with more lines at its end, its pictures and links kept."""
    root = etree.fromstring(source.blob)
    root.extend(list(etree.fromstring(part("hdr", lines))))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    copy = Part(source.partname, source.content_type, blob, package)
    for relation in source.rels.values():
        target = relation.target_ref if relation.is_external else relation.target_part
        copy.load_rel(relation.reltype, target, relation.rId, relation.is_external)
    return copy


def _text_width(page: etree._Element) -> int:
    return _twips(page, "pgSz", "w", PAGE_WIDTH) - sum(
        _twips(page, "pgMar", side, usual) for side, usual in _SIDES
    )  # fmt: skip


_SIDES = (("left", MARGIN_SIDE), ("right", MARGIN_SIDE), ("gutter", 0))


def _twips(page: etree._Element, name: str, attribute: str, usual: int) -> int:
    element = page.find(f"{_W}{name}")
    return usual if element is None else round(float(element.get(f"{_W}{attribute}", usual)))
