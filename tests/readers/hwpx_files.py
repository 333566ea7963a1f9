"""Makes small HWPX files: only the parts that a reader needs, with the markup a test asks for."""

import io
import zipfile
from collections.abc import Mapping, Sequence

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://www.hancom.co.kr/hwpml/2011/{name}"'
    for prefix, name in (("hp", "paragraph"), ("hs", "section"), ("hc", "core"), ("hh", "head"), ("hm", "master-page"))
)
_CONTAINER = (
    '<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container"><ocf:rootfiles>'
    '<ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/>'
    "</ocf:rootfiles></ocf:container>"
)
_VERSION = (
    '<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version" tagetApplication="WORDPROCESSOR" '
    'major="5" minor="1" micro="1" buildNumber="0" xmlVersion="1.5"/>'
)
_MANIFEST = '<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'

PLAIN, BOLD, TINY, WHITE, UNDERLINED = range(5)
"""The letter looks that every file has."""

LEFT, CENTRED, NUMBERED, BULLETED, OUTLINED, SUBNUMBERED = range(6)
"""The paragraph looks that every file has."""

FILLED = 2
"""The border and fill with a blue ground."""

_CHARS = (
    '<hh:charPr id="0" height="1400" textColor="#000000" shadeColor="none"/>'
    '<hh:charPr id="1" height="1500" textColor="#000000" shadeColor="none"><hh:bold/></hh:charPr>'
    '<hh:charPr id="2" height="100" textColor="#000000" shadeColor="none"/>'
    '<hh:charPr id="3" height="1400" textColor="#FFFFFF" shadeColor="none"/>'
    '<hh:charPr id="4" height="1400" textColor="#000000" shadeColor="none"><hh:underline type="BOTTOM"/></hh:charPr>'
)
_PARAS = (
    '<hh:paraPr id="0"><hh:align horizontal="JUSTIFY"/><hh:heading type="NONE" idRef="0" level="0"/></hh:paraPr>'
    '<hh:paraPr id="1"><hh:align horizontal="CENTER"/></hh:paraPr>'
    '<hh:paraPr id="2"><hh:heading type="NUMBER" idRef="7" level="0"/></hh:paraPr>'
    '<hh:paraPr id="3"><hh:heading type="BULLET" idRef="1" level="0"/></hh:paraPr>'
    '<hh:paraPr id="4"><hh:heading type="OUTLINE" idRef="0" level="0"/></hh:paraPr>'
    '<hh:paraPr id="5"><hh:heading type="NUMBER" idRef="7" level="1"/></hh:paraPr>'
)
_LISTS = (
    '<hh:numbering id="1" start="0"><hh:paraHead level="1" start="1" numFormat="ROMAN_CAPITAL">^1.</hh:paraHead>'
    '</hh:numbering><hh:numbering id="7" start="0">'
    '<hh:paraHead level="1" start="3" numFormat="HANGUL_SYLLABLE">^1.</hh:paraHead>'
    '<hh:paraHead level="2" start="1" numFormat="DIGIT">^1-^2)</hh:paraHead></hh:numbering>'
    '<hh:bullet id="1" char="&#xF06E;" useImage="0"/>'
)
_FILLS = (
    '<hh:borderFill id="1"/><hh:borderFill id="2"><hc:fillBrush><hc:winBrush faceColor="#0000FF"/></hc:fillBrush>'
    "</hh:borderFill>"
)


def sized(size: int, *, bold: bool = False) -> int:
    """The letter look of so many points; every file has those from 8 to 32."""
    return 10 + size * 2 + bold


_SIZES = "".join(
    f'<hh:charPr id="{sized(size, bold=bold)}" height="{size}00" textColor="#000000" shadeColor="none">'
    f"{'<hh:bold/>' * bold}</hh:charPr>"
    for size in range(8, 33)
    for bold in (False, True)
)


def t(text: str) -> str:
    """A text node; ``text`` may hold in-line elements."""
    return f"<hp:t>{text}</hp:t>"


def run(content: str, look: int = PLAIN) -> str:
    """A run of any content."""
    return f'<hp:run charPrIDRef="{look}">{content}</hp:run>'


def p(*runs: str, look: int = LEFT, page_break: bool = False, lines: Sequence[tuple[int, int]] = ()) -> str:
    """A paragraph; a bare string is the text of a plain run. ``lines`` are top and height of each line of text."""
    content = "".join(each if each.startswith("<hp:run") else run(t(each)) for each in runs)
    segments = "".join(f'<hp:lineseg vertpos="{top}" vertsize="{height}"/>' for top, height in lines)
    layout = f"<hp:linesegarray>{segments}</hp:linesegarray>" if lines else ""
    return f'<hp:p paraPrIDRef="{look}" pageBreak="{int(page_break)}">{content}{layout}</hp:p>'


def sub_list(*paragraphs: str) -> str:
    """A list of paragraphs in a cell, box or note."""
    return f"<hp:subList>{''.join(paragraphs)}</hp:subList>"


def control(content: str) -> str:
    """A control."""
    return f"<hp:ctrl>{content}</hp:ctrl>"


def at(relative: str = "PARA", top: int = 0, height: int = 1000, *, inline: bool = False) -> str:
    """The position and size of an object."""
    return (
        f'<hp:sz width="7200" height="{height}"/>'
        f'<hp:pos treatAsChar="{int(inline)}" vertRelTo="{relative}" vertAlign="TOP" vertOffset="{top}"/>'
    )


def tc(content: str, row: int, column: int, spans: tuple[int, int] = (1, 1), fill: int = 1) -> str:
    """A cell; ``content`` is one paragraph of text, or paragraphs. ``spans`` are rows and columns."""
    paragraphs = content if content.startswith("<hp:p ") else p(content)
    return (
        f'<hp:tc borderFillIDRef="{fill}">{sub_list(paragraphs)}'
        f'<hp:cellAddr rowAddr="{row}" colAddr="{column}"/>'
        f'<hp:cellSpan rowSpan="{spans[0]}" colSpan="{spans[1]}"/></hp:tc>'
    )


def tbl(*rows: Sequence[str], place: str = "", caption: str = "") -> str:
    """A table of rows of cells; ``place`` as from :func:`at`."""
    content = "".join(f"<hp:tr>{''.join(row)}</hp:tr>" for row in rows)
    return f'<hp:tbl borderFillIDRef="1" textWrap="TOP_AND_BOTTOM">{place}{caption}{content}</hp:tbl>'


def hwpx(*paragraphs: str, sections: Sequence[str] = (), parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A file with the paragraphs in one section, or with ``sections`` as they are; ``parts`` replace or add others."""
    bodies = sections or ("".join(paragraphs),)
    names = [f"section{number}" for number in range(len(bodies))]
    items = "".join(
        f'<opf:item id="{name}" href="Contents/{name}.xml" media-type="application/xml"/>' for name in names
    )
    spine = "".join(f'<opf:itemref idref="{name}"/>' for name in names)
    content: dict[str, str | bytes] = {
        "mimetype": "application/hwp+zip",
        "version.xml": _VERSION,
        "META-INF/container.xml": _CONTAINER,
        "META-INF/manifest.xml": _MANIFEST,
        "Contents/content.hpf": (
            '<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:metadata/><opf:manifest>'
            '<opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>'
            f'{items}</opf:manifest><opf:spine><opf:itemref idref="header"/>{spine}</opf:spine></opf:package>'
        ),
        "Contents/header.xml": (
            f"<hh:head {_NAMESPACES}><hh:refList>{_FILLS}{_CHARS}{_SIZES}{_LISTS}{_PARAS}</hh:refList></hh:head>"
        ),
        **{f"Contents/{name}.xml": section(body) for name, body in zip(names, bodies, strict=True)},
        **(parts or {}),
    }
    return packed(content)


def section(body: str) -> str:
    """The XML of a section."""
    return f"<hs:sec {_NAMESPACES}>{body}</hs:sec>"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()
