"""A user's own Word file decides the look."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt, Twips
from lxml import etree

from gui.document.errors import ExportError
from gui.document.review import Comment
from gui.exporters.base import ExportOptions, Letterhead
from gui.exporters.registry import exporter
from tests.exporters.parts import W, faults, names, part
from tests.exporters.pictures import png
from tests.exporters.releases import versioned, whole_release

WIDTH, HEIGHT = Twips(8391), Twips(11906)
EMBARGO = "Embargoed until the event ends (separate notice)"
TYPES = {
    ".dotx": "openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ".docm": "ms-word.document.macroEnabled.main+xml",
    ".dotm": "ms-word.template.macroEnabledTemplate.main+xml",
}


def make(path: Path, change: Callable[[Document], object] = lambda _: None) -> Path:
    """A5, with a header that has a logo, a footer, and body text of its own."""
    document = docx.Document()
    (section,) = document.sections
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin = section.right_margin = Mm(16)
    section.header.paragraphs[0].add_run("Newsroom ").add_picture(str(png(path.with_suffix(".png"))), height=Mm(8))
    section.footer.paragraphs[0].text = "Own footer"
    document.styles["Body Text"].font.size = Pt(13)
    document.add_paragraph("Text of the template")
    change(document)
    document.save(str(path))
    return path


def written(tmp_path: Path, template: Path, layout: str = "english", **options: object) -> Document:
    path = tmp_path / f"{layout}.docx"
    chosen = ExportOptions(template=template, **options)  # type: ignore[arg-type]  # as given
    exporter(layout).export(versioned(whole_release()), path, chosen)
    assert faults(path) == []
    return docx.Document(str(path))


@pytest.mark.parametrize("layout", ["english", "bilingual", "side-by-side", "tracked"])
def test_page_header_and_footer_are_kept(tmp_path: Path, layout: str) -> None:
    document = written(tmp_path, make(tmp_path / "own.docx"), layout, draft=True)
    (section,) = document.sections
    assert (section.page_width, section.page_height) == (WIDTH, HEIGHT)
    lines = [paragraph.text for paragraph in section.header.paragraphs]
    assert lines[0] == "Newsroom "
    assert [line for line in lines if line in ("DRAFT", EMBARGO)] == ["DRAFT", EMBARGO]
    assert len(list(section.header.part.blob.split(b"<pic:pic"))) == 2
    assert section.footer.paragraphs[0].text == "Own footer"
    assert not any("Text of the template" in paragraph.text for paragraph in document.paragraphs)


def test_its_styles_decide_and_missing_ones_are_added(tmp_path: Path) -> None:
    document = written(tmp_path, make(tmp_path / "own.docx"))
    assert document.styles["Body Text"].font.size == Pt(13)
    assert document.styles["Embargo"].font.bold
    used = {mark.get(f"{W}val") for name in ("document", "header1") for mark in _marks(tmp_path / "english.docx", name)}
    assert used <= {style.style_id for style in document.styles}


def _marks(path: Path, name: str) -> list[etree._Element]:
    return list(part(path, name).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"))


def test_styles_are_told_by_their_names(tmp_path: Path) -> None:
    """Word of another language has other ids for the same styles."""

    def rename(document: Document) -> None:
        for element in document.styles.element.iter():
            for name, value in element.items():
                if value == "BodyText":
                    element.set(name, "a3")

    document = written(tmp_path, make(tmp_path / "own.docx", rename))
    ids = [paragraph.style.style_id for paragraph in document.paragraphs if paragraph.style is not None]
    assert "a3" in ids
    assert "BodyText" not in ids


def test_an_id_that_means_something_else_is_left_alone(tmp_path: Path) -> None:
    def take(document: Document) -> None:
        style = document.styles.add_style("Something else", 1)
        style.element.set(f"{W}styleId", "Embargo")

    document = written(tmp_path, make(tmp_path / "own.docx", take))
    assert document.styles["Embargo"].style_id == "ReleaseEmbargo"
    assert document.sections[0].header.paragraphs[-1].style == document.styles["Embargo"]


def test_a_first_page_without_a_header_shows_the_embargo_too(tmp_path: Path) -> None:
    def first(document: Document) -> None:
        document.sections[0].different_first_page_header_footer = True

    section = written(tmp_path, make(tmp_path / "own.docx", first)).sections[0]
    assert section.first_page_header.paragraphs[-1].text == EMBARGO
    assert section.header.paragraphs[-1].text == EMBARGO


def test_even_pages_show_it_too(tmp_path: Path) -> None:
    def even(document: Document) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        document.sections[0].even_page_header.paragraphs[0].text = "Even"

    section = written(tmp_path, make(tmp_path / "own.docx", even)).sections[0]
    assert [paragraph.text for paragraph in section.even_page_header.paragraphs] == ["Even", EMBARGO]


def test_a_bare_template_gets_our_header_and_page_numbers(tmp_path: Path) -> None:
    path = tmp_path / "bare.docx"
    bare = docx.Document()
    bare.sections[0].orientation = WD_ORIENT.LANDSCAPE
    bare.save(str(path))
    section = written(tmp_path, path).sections[0]
    assert section.header.paragraphs[-1].text == EMBARGO
    assert section.footer.paragraphs[0].text.startswith("Page ")


@pytest.mark.parametrize("suffix", TYPES)
def test_templates_and_macros(tmp_path: Path, suffix: str) -> None:
    """The types of Word's four files; macros stay behind."""
    plain = make(tmp_path / "plain.docx")
    path = tmp_path / f"own{suffix}"
    with zipfile.ZipFile(plain) as archive, zipfile.ZipFile(path, "w") as changed:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "[Content_Types].xml":
                main = b"openxmlformats-officedocument.wordprocessingml.document.main+xml"
                vba = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
                data = data.replace(main, TYPES[suffix].encode()).replace(b"</Types>", vba)
            elif name == "word/_rels/document.xml.rels":
                relation = b'<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/'
                data = data.replace(
                    b"</Relationships>", relation + b'vbaProject" Target="vbaProject.bin"/></Relationships>'
                )
            changed.writestr(name, data)
        changed.writestr("word/vbaProject.bin", b"macros")
    assert written(tmp_path, path).sections[0].page_width == WIDTH
    assert not any("vba" in name for name in names(tmp_path / "english.docx"))


def test_everything_at_once(tmp_path: Path) -> None:
    snapshot = whole_release()
    comments = tuple(Comment(f"c{n}", item.key, "?", "Kim") for n, item in enumerate(snapshot.segments()))
    snapshot = type(snapshot)(snapshot.release, snapshot.units, (), comments)
    head = Letterhead("Ministry", "Press Release", png(tmp_path / "logo.png"))
    options = ExportOptions(draft=True, comments=True, letterhead=head, template=make(tmp_path / "own.docx"))
    exporter("english").export(snapshot, tmp_path / "a.docx", options)
    assert faults(tmp_path / "a.docx") == []


BAD: dict[str, bytes] = {"empty": b"", "text": b"no document", "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 80}


@pytest.mark.parametrize("name", BAD)
def test_a_template_that_is_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.dotx"
    path.write_bytes(BAD[name])
    refused(tmp_path, path, "no Word template")


def refused(tmp_path: Path, template: Path, sentence: str) -> None:
    with pytest.raises(ExportError, match=sentence) as caught:
        exporter("english").export(whole_release(), tmp_path / "a.docx", ExportOptions(template=template))
    assert str(tmp_path) not in str(caught.value)
    assert not (tmp_path / "a.docx").exists()


def test_a_template_that_is_gone(tmp_path: Path) -> None:
    refused(tmp_path, tmp_path / "gone.dotx", "“gone.dotx” cannot be opened")


def test_a_template_cut_short_or_of_another_program(tmp_path: Path) -> None:
    plain = make(tmp_path / "plain.docx")
    (tmp_path / "half.docx").write_bytes(plain.read_bytes()[:9000])
    refused(tmp_path, tmp_path / "half.docx", "no Word template")
    shutil.make_archive(str(tmp_path / "other"), "zip", tmp_path, "plain.docx")
    refused(tmp_path, tmp_path / "other.zip", "no Word template")


@pytest.mark.parametrize("name", ["styles", "numbering", "document", "settings", "header1"])
def test_a_template_with_a_damaged_part(tmp_path: Path, name: str) -> None:
    plain, path = make(tmp_path / "plain.docx"), tmp_path / "own.docx"
    with zipfile.ZipFile(plain) as archive, zipfile.ZipFile(path, "w") as changed:
        for entry in archive.namelist():
            data = archive.read(entry)
            changed.writestr(entry, data[: len(data) // 2] if entry == f"word/{name}.xml" else data)
    refused(tmp_path, path, "no Word template")


def test_a_page_without_room(tmp_path: Path) -> None:
    def narrow(document: Document) -> None:
        document.sections[0].page_width = Mm(70)

    refused(tmp_path, make(tmp_path / "own.docx", narrow), "less than 5 cm")
