"""Word documents from pieces of XML, for what python-docx cannot write."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def part(root: str, content: str) -> str:
    return f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"


def relations(targets: dict[str, str]) -> str:
    """By target, the last word of the type; the identifier of each is its target without folder and ending."""
    written = "".join(
        f'<Relationship Id="{target.rpartition("/")[2].partition(".")[0]}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for target, kind in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{written}</Relationships>'
    )


def package(members: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, parts: dict[str, str] | None = None, **more: str) -> bytes:
    """A document with this body; each further part by the kind of its relationship, which also names its file.

    ``parts`` are whole files by path under ``word``, with the kind of their relationship before a bar:
    ``{"chart|charts/chart1.xml": …}``.
    """
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    roots |= {"comments": "comments", "settings": "settings", "header": "hdr", "footer": "ftr"}
    named = {f"{kind}.xml": (kind, part(roots[kind], content)) for kind, content in more.items()}
    named |= {path: (kind, xml) for key, xml in (parts or {}).items() for kind, _, path in [key.partition("|")]}
    return package(
        {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": relations({"word/document.xml": "officeDocument"}),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations({path: kind for path, (kind, _) in named.items()}),
            **{f"word/{path}": xml for path, (_, xml) in named.items()},
        }
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """Runs, or plain text."""
    content = "".join(text if text.startswith("<") else run(text) for text in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(*content: str, span: int = 1, merge: str = "", properties: str = "") -> str:
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    paragraphs = "".join(text if text.startswith("<w:") else paragraph(text) for text in content) or "<w:p/>"
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{down}{properties}</w:tcPr>{paragraphs}</w:tc>'


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    written = "".join(f"<w:tr>{properties}{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{written}</w:tbl>"
