"""How Word is to treat a document: ``settings``, and the ``fontTable`` and ``theme`` that it expects beside them."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from gui.exporters.styles import INK, KOREAN_FONT, LATIN_FONT, NAMESPACE, TINT

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format identifier that every custom property has ([MS-OSHARED] 2.3.3.2.2)."""


def settings_xml(*, notes: bool = False, two_sided: bool = False) -> str:
    """The ``settings`` part, for a document with foot-notes, or with headers of its own on even pages.

    ``compatibilityMode`` 15 keeps Word from opening the file in its compatibility mode.
    """
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
        )
    )
    separators = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if notes else ""
    even = "<w:evenAndOddHeaders/>" if two_sided else ""
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>{even}'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{separators}'
        f"<w:compat>{modes}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="ko-KR"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table_xml() -> str:
    """The ``fontTable`` part: what to look for where a machine lacks our fonts."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:panose1 w:val="{panose}"/><w:charset w:val="{charset}"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name, panose, charset in (
            (LATIN_FONT, "020B0604020202020204", "00"),
            (KOREAN_FONT, "020B0503020000020004", "81"),
        )
    )
    return f'<w:fonts xmlns:w="{NAMESPACE}">{fonts}</w:fonts>'


def theme_xml() -> str:
    """The ``theme`` part: our ink and fonts in Word's pickers. No style of ours depends on it."""
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": INK, "lt2": TINT, "accent1": "1F5FA8", "accent2": "9B1C1C"}
    colours |= {"accent3": "3B7A57", "accent4": "B7791F", "accent5": "5F6670", "accent6": "6B4E9B"}
    colours |= {"hlink": "1F5FA8", "folHlink": "6B4E9B"}
    palette = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    font = f'<a:latin typeface="{LATIN_FONT}"/><a:ea typeface="{KOREAN_FONT}"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Release"><a:themeElements><a:clrScheme name="Release">{palette}'
        f'</a:clrScheme><a:fontScheme name="Release"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Release"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def custom_properties_xml(properties: Iterable[tuple[str, str]]) -> str:
    """The ``docProps/custom`` part. Its numbers begin at 2, as the format has it."""
    entries = "".join(
        f'<property fmtid="{_CUSTOM}" pid="{number}" name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr>'
        "</property>"
        for number, (name, value) in enumerate(properties, 2)
    )
    return f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{entries}</Properties>'
