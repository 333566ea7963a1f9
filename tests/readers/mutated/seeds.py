"""Sound files to damage: small ones made here, and real ones where they are there."""

import zlib
from io import BytesIO
from pathlib import Path

from hwpx.document import HwpxDocument

from tests.readers import docx_files
from tests.readers.word import release as docx_release

_REAL = Path(__file__).parents[3].parent / "shared" / "releases" / "real"
_SMALL_REAL = (
    "pr_mafra_petfood_2024.hwp",
    "tbl_attendees_seoul_consulting.hwpx",
    "tbl_public_forms_merged.hwpx",
    "pr_mois_innovation_2025.pdf",
    "dist_hwp5_council.hwp",
)


def seeds() -> dict[str, dict[str, bytes]]:
    """By format, the files by name."""
    found = [*_made().items(), *((name, (_REAL / name).read_bytes()) for name in _SMALL_REAL if _REAL.is_dir())]
    formats = sorted({name.rpartition(".")[2] for name, _ in found})
    return {word: {name: data for name, data in found if name.endswith(f".{word}")} for word in formats}


def _made() -> dict[str, bytes]:
    return {
        "release.docx": docx_release.release(),
        "everything.docx": everything(),
        "made.hwpx": _hwpx(),
        "made.pdf": _pdf(),
    }


def everything() -> bytes:
    """A Word document with a little of all that the reader knows."""
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate"))
    box = f"<w:txbxContent>{docx_files.paragraph('상자')}</w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="360000" cy="720000"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>{box}</v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    nested = docx_files.table((docx_files.cell("라"),))
    body = (
        docx_files.paragraph("번호", properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
        + docx_files.paragraph("글이다", '<w:r><w:footnoteReference w:id="2"/></w:r>', drawing)
        + docx_files.paragraph(f'{field}<w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + docx_files.paragraph(
            "<w:ins>" + docx_files.run("넣은") + "</w:ins><w:del><w:r><w:delText>뺀</w:delText></w:r></w:del>"
        )
        + docx_files.table(
            (docx_files.cell("가", merge="restart"), docx_files.cell("나", span=2)),
            (
                docx_files.cell(merge="continue"),
                docx_files.cell("다"),
                docx_files.cell(nested),
            ),
        )
        + docx_files.paragraph("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f></m:oMath>")
    )
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="ganada"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    return docx_files.docx(
        body,
        styles='<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>',
        numbering=f'<w:abstractNum w:abstractNumId="0">{level.format(0)}{level.format(1)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        footnotes=f'<w:footnote w:id="2">{docx_files.paragraph("주")}</w:footnote>',
        header=docx_files.paragraph("머리"),
    )


def _hwpx() -> bytes:
    document = HwpxDocument.new()
    for line in ("보도자료", "가상부, 새로운 제도를 내년에 시작", "□ 본문이다.", " ㅇ 둘째이다."):
        document.add_paragraph(line)
    table = document.add_table(2, 3)
    for place, text in enumerate(("이름", "현직", "경력", "홍길동", "소장", "박사")):
        table.set_cell_text(place // 3, place % 3, text)
    file = BytesIO()
    document.save_to_stream(file)
    return file.getvalue()


def _pdf() -> bytes:
    """A page of Hangul in a Latin font: what a code says stands in the font's table."""
    text = "".join(f"0 -20 Td ({line}) Tj " for line in ("ABCDE", "FGHIJ KLMNO PQRST", "UVWXY ABCDE FGHIJ."))
    shown = zlib.compress(f"BT /F1 12 Tf 72 760 Td {text}ET".encode())
    codes = "".join(f"<{0x41 + number:02X}> <{ord('가') + 28 * number:04X}>\n" for number in range(25))
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <FF> "
        f"endcodespacerange 25 beginbfchar\n{codes}endbfchar endcmap end end"
    ).encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(table), table),
    )
    file = b"%PDF-1.4\n"
    places = b"0000000000 65535 f \n"
    for number, content in enumerate(objects, 1):
        places += b"%010d 00000 n \n" % len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = len(objects) + 1
    return file + b"xref\n0 %d\n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size,
        places,
        size,
        len(file),
    )
