"""The sample release: it has what real ones have, it is invented, and its memory covers it whole."""

import fnmatch
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from gui import assets
from gui.document.project import Project
from gui.document.release import BlockKind, ColumnRole, Release
from gui.document.richtext import Style
from gui.document.segment import Segment, Unit
from gui.readers import registry
from gui.workspace.segmenting import project_from

SAMPLE = "ocean-cluster-dialogue"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BY_RULE = frozenset({BlockKind.EMBARGO, BlockKind.DISTRIBUTION, BlockKind.END_MARK})
HANGUL = re.compile("[가-힣]")
MINISTER = "표다온"


def sample(suffix: str) -> Path:
    return assets.path("samples", SAMPLE + suffix)


def whole() -> str:
    return sample(".md").read_text(encoding="utf-8")


@cache
def release() -> Release:
    return registry.read(sample(".md"))


@cache
def project() -> Project:
    return project_from(release())


@cache
def memory() -> dict[str, str]:
    units = etree.parse(sample(".tmx")).iter("tu")
    pairs = [{variant.get(XML_LANG): variant.findtext("seg") or "" for variant in unit.iter("tuv")} for unit in units]
    return {pair["ko"]: pair["en-US"] for pair in pairs}


def segments() -> list[tuple[Unit, Segment]]:
    return [(unit, segment) for unit in project().snapshot().units for segment in unit.segments]


def is_name(unit: Unit, segment: Segment) -> bool:
    table, place = unit.block.table, segment.cell
    if table is None or place is None or not table.roles:
        return False
    return table.roles[place.column] is ColumnRole.NAME and HANGUL.search(segment.source.text) is not None


def names() -> list[str]:
    return [attendee.name for attendee in release().attendees] + ["설나래", "변한결", MINISTER]


def test_it_says_that_it_is_a_sample() -> None:
    first = release().blocks[0].whole
    assert "견본" in first
    assert "가상" in first


def test_it_has_the_parts_of_a_real_release() -> None:
    counts = {kind: len(release().of_kind(kind)) for kind in BlockKind}
    once = (BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.END_MARK, BlockKind.CAPTION, BlockKind.FOOTNOTE)
    assert [counts[kind] for kind in once] == [1] * len(once)
    assert [counts[kind] for kind in (BlockKind.ATTENDEE_TABLE, BlockKind.CONTACT_TABLE, BlockKind.TABLE)] == [1, 1, 1]
    assert counts[BlockKind.NOTE] == 3
    assert [block.level for block in release().of_kind(BlockKind.BULLET)] == [1, 2, 3, 2, 3, 2]


def test_its_embargo_waits_for_an_event_and_its_weekday_is_right() -> None:
    embargo = release().embargo
    assert embargo is not None
    assert embargo.lifts_at is None
    assert release().distributed == date(2026, 9, 17)
    assert "9월 17일(목)" in sample(".md").read_text(encoding="utf-8")
    assert date(2026, 9, 17).strftime("%a") == "Thu"


def test_reading_it_warns_only_of_the_page_break() -> None:
    assert ["page break" in str(warning) for warning in release().warnings] == [True]


def test_bold_stands_here_and_there_in_the_body() -> None:
    body = [block for block in release().blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)]
    bold = [mark for block in body for mark in block.text.marks if mark.style is Style.BOLD]
    assert len(bold) == 3
    assert not any("**" in block.whole for block in body)


def test_every_attendee_comes_out_with_position_and_background() -> None:
    assert [len(attendee.background) for attendee in release().attendees] == [3, 3, 2, 3, 3, 2, 3, 2, 2, 3]
    assert all(attendee.position for attendee in release().attendees)


def test_the_paragraph_broken_by_the_page_is_whole() -> None:
    assert any("총 6건의 해양 클러스터 협력 협약" in segment.source.text for _, segment in segments())


def test_the_figures_of_the_statistics_add_up() -> None:
    number = r" (△?[\d.]+) \|"
    rows = re.findall(r"^\| [가-힣 ]+ \|" + number * 4 + "$", whole(), re.MULTILINE)
    assert len(rows) == 5
    for year in range(3):
        tenths = [round(float(row[year]) * 10) for row in rows]
        assert sum(tenths[:-1]) == tenths[-1]
    for _, before, now, change in rows:
        assert (float(now) / float(before) - 1) * 100 == pytest.approx(float(change.replace("△", "-")), abs=0.06)


def test_the_memory_is_tmx_with_one_pair_for_each_unit() -> None:
    root = etree.parse(sample(".tmx")).getroot()
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    assert header is not None
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert required <= set(header.attrib)
    units = list(root.iter("tu"))
    assert len({unit.get("tuid") for unit in units}) == len(units) == len(memory())
    assert all([variant.get(XML_LANG) for variant in unit] == ["ko", "en-US"] for unit in units)


def test_the_memory_is_clean_english() -> None:
    for target in memory().values():
        assert target == target.strip() != ""
        assert not HANGUL.search(target)
        assert "  " not in target
        assert '"' not in target
        assert "'" not in target, "curly quotation marks throughout"


def test_the_memory_covers_all_that_rules_cannot_do() -> None:
    missing = [
        segment.source.text
        for unit, segment in segments()
        if HANGUL.search(segment.source.text)
        and unit.block.kind not in BY_RULE
        and not is_name(unit, segment)
        and segment.source.text not in memory()
    ]
    assert missing == []


def test_every_unit_of_the_memory_is_used() -> None:
    assert set(memory()) - {segment.source.text for _, segment in segments()} == set()


def test_the_faults_told_in_the_readme_are_there() -> None:
    told = assets.path("samples", "README.md").read_text(encoding="utf-8")
    for fault in ("추진할계획입니다", "태로비 파트너스", "Ferandeiro", "Harbuorwick"):
        assert fault in told
        assert whole().count(fault) == 1
        assert fault not in " ".join(memory().values())


def real_releases(folder: Path) -> Iterator[str]:
    for path in folder.glob("**/*.md"):
        yield path.read_text(encoding="utf-8")
    for path in folder.glob("**/*.hwpx"):
        with ZipFile(path) as archive:
            for name in fnmatch.filter(archive.namelist(), "Contents/section*.xml"):
                yield re.sub("<[^>]*>", "", archive.read(name).decode(errors="replace"))


def test_no_person_and_no_sentence_in_it_is_real(shared: Path) -> None:
    texts = list(real_releases(shared / "releases"))
    assert texts
    ours = whole()
    for text in texts:
        assert [name for name in names() if name in text] == []
        sentences = re.split(r"\n|</?li>|(?<=다)\.", text)
        assert [sentence for sentence in sentences if len(sentence.strip()) >= 15 and sentence.strip() in ours] == []
