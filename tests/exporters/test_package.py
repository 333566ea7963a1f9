"""The file itself: valid, ours alone, and in the right languages."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import docx
import docx_integrity
import openxml_audit
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.project import Snapshot
from gui.document.release import BlockKind
from gui.exporters.registry import EXPORTERS, exporter
from tests.exporters.releases import Builder, people, versioned, whole_release, without_english

NAMES = [member.name for member in EXPORTERS if member.suffix == ".docx"]
SNAPSHOTS: dict[str, Callable[[], Snapshot]] = {
    "whole": whole_release,
    "untranslated": lambda: without_english(whole_release()),
    "long table": lambda: Builder().attendees(people(40)).snapshot(),
    "empty": lambda: Builder().snapshot(),
}


@pytest.fixture(params=NAMES)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return exporter(request.param).export(versioned(whole_release()), tmp_path / "release.docx").path


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("snapshot", SNAPSHOTS)
def test_validators_find_nothing(tmp_path: Path, name: str, snapshot: str) -> None:
    path = exporter(name).export(versioned(SNAPSHOTS[snapshot]()), tmp_path / "release.docx").path
    assert [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors] == []
    assert [str(finding) for finding in docx_integrity.check(str(path))] == []


def test_no_trace_of_a_template(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert not any(re.search("python-docx|2013|thumbnail|customXml", name + text) for name, text in parts.items())
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="(\w+)"', "".join(parts.values())))
    defined = set(re.findall(r'w:styleId="(\w+)"', parts["word/styles.xml"]))
    assert used <= defined


def test_core_properties_name_nobody(path: Path) -> None:
    properties = docx.Document(str(path)).core_properties
    assert properties.title.startswith("Minister Kim Hae-sol")
    assert properties.language == "en-US"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    for moment in (properties.created, properties.modified):
        assert moment is not None
        assert abs(datetime.now(UTC) - moment.replace(tzinfo=UTC)) < timedelta(minutes=1)


def test_page_is_a4_with_page_numbers(path: Path) -> None:
    (section,) = docx.Document(str(path)).sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert abs(section.page_width - Mm(210)) < Mm(0.1)
    assert abs(section.page_height - Mm(297)) < Mm(0.1)
    (footer,) = section.footer.paragraphs
    fields = [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))]
    assert fields == [" PAGE ", " NUMPAGES "]
    assert "".join(text.text or "" for text in footer._p.iter(qn("w:t"))) == "Page 1 of 1"


def test_languages_and_fonts(path: Path) -> None:
    defaults = docx.Document(str(path)).styles.element.find(qn("w:docDefaults"))
    language = next(defaults.iter(qn("w:lang")))
    assert (language.get(qn("w:val")), language.get(qn("w:eastAsia"))) == ("en-US", "ko-KR")
    fonts = next(defaults.iter(qn("w:rFonts")))
    assert (fonts.get(qn("w:ascii")), fonts.get(qn("w:eastAsia"))) == ("Arial", "Malgun Gothic")


def test_styles_that_word_knows_carry_its_names(path: Path) -> None:
    styles = docx.Document(str(path)).styles
    names = {style.name for style in styles if style.type is WD_STYLE_TYPE.PARAGRAPH}
    expected = {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Body Text", "List Bullet", "List Bullet 4"}
    assert expected | {"Note", "Foot-note", "Caption", "Embargo", "Header", "Footer"} <= names


XML_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff").filter(
        lambda character: character >= " " or character in "\t\n"
    ),
    min_size=1,
    max_size=80,
).filter(str.strip)


@settings(max_examples=60)
@given(korean=XML_TEXT, english=XML_TEXT)
@pytest.mark.parametrize("name", NAMES)
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, name: str, korean: str, english: str) -> None:
    snapshot = Builder().add(BlockKind.PARAGRAPH, (korean, english)).snapshot()
    path = exporter(name).export(versioned(snapshot), tmp_path_factory.mktemp("any") / "any.docx").path
    document = docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert english in texts


FORBIDDEN = st.text(
    st.one_of(st.characters(categories=["Cc", "Cs"]), st.sampled_from("\ufffe\uffff\r\n\t가a ")),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60)
@given(korean=FORBIDDEN, english=FORBIDDEN)
@pytest.mark.parametrize("name", NAMES)
def test_forbidden_characters_never_crash(
    tmp_path_factory: pytest.TempPathFactory, name: str, korean: str, english: str
) -> None:
    snapshot = Builder().add(BlockKind.HEADLINE, (korean, english)).snapshot(f"{korean}.md")
    path = exporter(name).export(versioned(snapshot), tmp_path_factory.mktemp("any") / "any.docx").path
    assert zipfile.is_zipfile(io.BytesIO(path.read_bytes()))


def test_a_control_character_is_visible_and_reported(tmp_path: Path) -> None:
    snapshot = Builder().add(BlockKind.PARAGRAPH, ("원문", "A\x0cB\ud800C")).snapshot()
    report = exporter("english").export(snapshot, tmp_path / "release.docx")
    assert [paragraph.text for paragraph in docx.Document(str(report.path)).paragraphs] == ["A\ufffdB\ufffdC"]
    assert [str(warning) for warning in report.warnings] == [
        "Control characters that a Word document cannot hold: 2. Each stands as \ufffd."
    ]
