"""PDF files for tests, written byte by byte: Hangul by Adobe's own character maps, so that no font is needed."""

from dataclasses import dataclass, field

A4 = (595, 842)
EM = 1000
_LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>]" % (b"ab" * 32, b"cd" * 32)


@dataclass
class PdfPage:
    """The drawing operators of a page; coordinates in points from the lower left."""

    operators: list[str] = field(default_factory=list)
    size: tuple[int, int] = A4
    rotate: int = 0

    def text(
        self, x: float, y: float, text: str, size: float = 14, mode: int = 0, colour: str = "0 g", spread: float = 0
    ) -> "PdfPage":
        """A run of letters; each is ``size`` wide, a space half of it, with ``spread`` points after each."""
        code = text.encode("utf-16-be").hex()
        self.operators.append(f"{colour} BT /F1 {size} Tf {mode} Tr {spread} Tc 1 0 0 1 {x} {y} Tm <{code}> Tj ET 0 g")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> "PdfPage":
        """A ruled line."""
        self.operators.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, fill: str = "") -> "PdfPage":
        """A drawn or painted rectangle."""
        operator = (
            f"{fill} rg {x0} {y0} {x1 - x0} {y1 - y0} re f 0 g" if fill else f"{x0} {y0} {x1 - x0} {y1 - y0} re S"
        )
        self.operators.append(operator)
        return self

    def grid(self, columns: list[float], rows: list[float]) -> "PdfPage":
        """The lines of a table; ``rows`` falls."""
        for x in columns:
            self.line(x, rows[0], x, rows[-1])
        for y in rows:
            self.line(columns[0], y, columns[-1], y)
        return self

    def paragraph(
        self, lines: list[str], x: float = 57, y: float = 700, leading: float = 24, size: float = 14
    ) -> "PdfPage":
        """Lines one below the other."""
        for number, line in enumerate(lines):
            self.text(x, y - number * leading, line, size)
        return self


def pdf(*pages: PdfPage, locked: bool = False) -> bytes:
    """The file with these pages; ``locked``: by a password that nobody knows."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *_font("Batang")]
    kids = []
    for page in pages:
        stream = "\n".join(page.operators).encode("ascii")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        box = f"0 0 {page.size[0]} {page.size[1]}"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {page.rotate} "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects, _LOCK if locked else b"")


def _font(name: str) -> list[bytes]:
    font = f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /UniKS-UTF16-H /DescendantFonts [4 0 R] >>"
    inner = (
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) "
        f"/Ordering (Korea1) /Supplement 2 >> /FontDescriptor 5 0 R /DW {EM} /W [1 [{EM // 2}]] >>"
    )
    descriptor = (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        "/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    return [font.encode(), inner.encode(), descriptor.encode()]


def _file(objects: list[bytes], more: bytes) -> bytes:
    data, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, more, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer
