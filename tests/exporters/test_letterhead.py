"""What stands above a release, and DRAFT at the head of every page."""

from pathlib import Path

import docx
import pytest
from docx.shared import Inches

from gui.document.errors import ExportError
from gui.document.release import BlockKind
from gui.exporters.base import ExportOptions, Letterhead
from gui.exporters.registry import exporter
from tests.exporters.parts import faults
from tests.exporters.pictures import png
from tests.exporters.releases import Builder, versioned, whole_release

NAME = "Ministry of <Seas> & Ports"


@pytest.mark.parametrize("layout", ["english", "side-by-side", "tracked"])
def test_logo_and_words(tmp_path: Path, layout: str) -> None:
    head = Letterhead(NAME, "Press Release", png(tmp_path / "logo.png", 400, 100))
    path = tmp_path / "a.docx"
    build = Builder().add(BlockKind.PARAGRAPH, ("글", "Text"))
    exporter(layout).export(versioned(build.snapshot()), path, ExportOptions(letterhead=head))
    assert faults(path) == []
    document = docx.Document(str(path))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["", f"{NAME}\nPress Release"]
    (shape,) = document.inline_shapes
    assert (shape.width, shape.height) == (Inches(2.2), Inches(0.55))


def test_a_release_that_says_what_it_is_does_not_say_it_twice(tmp_path: Path) -> None:
    options = ExportOptions(letterhead=Letterhead(NAME, "Press Release"))
    exporter("english").export(whole_release(), tmp_path / "a.docx", options)
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert texts[0] == NAME
    assert texts.count("Press Release") == 1


def test_no_letterhead_without_a_name_or_a_logo() -> None:
    assert not Letterhead(kind="Press Release")
    assert Letterhead(NAME)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a\x01\x00\x01\x00\x00\x00\x00", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"no"]
)
def test_a_logo_that_is_none(tmp_path: Path, data: bytes) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(data)
    with pytest.raises(ExportError, match="no PNG or JPEG"):
        exporter("english").export(
            whole_release(), tmp_path / "a.docx", ExportOptions(letterhead=Letterhead(NAME, logo=logo))
        )
    assert not (tmp_path / "a.docx").exists()


def test_a_logo_that_is_gone(tmp_path: Path) -> None:
    options = ExportOptions(letterhead=Letterhead(NAME, logo=tmp_path / "gone.png"))
    with pytest.raises(ExportError, match=r"“gone[.]png” cannot be read"):
        exporter("english").export(whole_release(), tmp_path / "a.docx", options)


@pytest.mark.parametrize("layout", ["english", "bilingual", "side-by-side", "tracked"])
def test_draft_stands_at_the_head_of_every_page(tmp_path: Path, layout: str) -> None:
    path = tmp_path / "a.docx"
    exporter(layout).export(versioned(whole_release()), path, ExportOptions(draft=True))
    assert faults(path) == []
    (section,) = docx.Document(str(path)).sections
    lines = [paragraph.text for paragraph in section.header.paragraphs]
    assert lines[0] == "DRAFT"
    assert lines[-1] == "Embargoed until the event ends (separate notice)"
