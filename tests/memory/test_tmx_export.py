import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from gui.document.errors import ExportError
from gui.memory.base import Stopped
from gui.memory.pair import TranslationUnit
from gui.memory.sqlite_memory import SqliteMemory
from gui.memory.tmx import read_tmx
from gui.memory.tmx_export import Encoding, element, merged_headers, write_tmx

RICH = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Other" creationtoolversion="9" segtype="paragraph" o-tmf="x" adminlang="en" srclang="*all*"
          datatype="xml" o-encoding="utf-8"><note>about</note><prop type="domain">press</prop>
    <ude name="m" base="x"><map unicode="#xF8FF" code="#xF0"/></ude></header>
  <body>
    <tu tuid="7" creationdate="20200102T030405Z" creationid="kim" changedate="20230428T010203Z" changeid="lee"
        usagecount="3" lastusagedate="20230501T000000Z" srclang="*all*" o-encoding="x">
      <note xml:lang="ko">메모</note><prop type="client">moef</prop><prop type="x-context-pre">앞 문장</prop>
      <tuv xml:lang="ko-KR" changedate="20230428T010203Z"><prop type="p">v</prop>
        <seg>굵은 <bpt i="1" type="bold">&lt;b&gt;</bpt>글<ept i="1">&lt;/b&gt;</ept><ph x="1"/> 끝</seg></tuv>
      <tuv xml:lang="ja"><seg>太字</seg></tuv>
      <tuv xml:lang="en-GB"><seg>Bold <hi type="x"><it pos="begin">&lt;i&gt;</it>text</hi>
two <sub>lines</sub></seg></tuv>
      <tuv xml:lang="en-GB"><seg>Another</seg></tuv>
    </tu>
    <tu><tuv xml:lang="ja"><seg>日本</seg></tuv><tuv xml:lang="en"><seg>Japan</seg></tuv></tu>
    <tu><tuv xml:lang="ko"><seg> 공백  그대로 </seg></tuv><tuv xml:lang="en-US"><seg>Spaces  stay </seg></tuv></tu>
    <tu><tuv lang="KO"><seg>색</seg></tuv></tu>
  </body>
</tmx>
"""


def content(path: Path) -> list[str]:
    """Every unit in canonical XML, without the white space that indents it, attributes in order of the alphabet."""
    tree = etree.parse(str(path), etree.XMLParser(load_dtd=False, no_network=True))
    found = []
    for unit in [*tree.iter("header"), *tree.iter("tu")]:
        for part in unit.iter("header", "tu", "tuv", "ude"):
            part.text = (part.text or "").strip()
            for child in part:
                child.tail = (child.tail or "").strip()
        unit.tail = ""
        found.append(etree.tostring(unit, method="c14n").decode())
    return found


def through_a_memory(path: Path, out: Path, encoding: Encoding = "utf-8") -> SqliteMemory:
    memory = SqliteMemory("test")
    headers: list[str] = []
    memory.add(read_tmx(path, headers.append))
    memory.header = headers[0]
    write_tmx(out, (unit for _, unit in memory.units()), memory.header, encoding=encoding)
    return memory


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_nothing_of_a_rich_file_is_lost(tmp_path: Path, encoding: Encoding) -> None:
    path, out = tmp_path / "in.tmx", tmp_path / "out.tmx"
    path.write_text(RICH, encoding="utf-8")
    memory = through_a_memory(path, out, encoding)
    before, after = content(path), content(out)
    assert after[1:] == before[1:]
    assert set(etree.fromstring(before[0]).attrib.items()) <= set(etree.fromstring(after[0]).attrib.items())
    assert [etree.tostring(a) for a in etree.fromstring(before[0])] == [
        etree.tostring(a) for a in etree.fromstring(after[0])
    ]
    found = memory.exact("굵은 글 끝")
    assert found
    assert found.unit.author == "kim"
    assert (found.target, found.unit.used, found.unit.editor) == ("Bold text\ntwo lines", 3, "lee")
    assert memory.concordance("Japan") == ()  # kept to be written again, but no pair


def test_an_edited_target_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "in.tmx"
    path.write_text(RICH, encoding="utf-8")
    first = next(read_tmx(path))
    xml = etree.tostring(element(replace(first, target="New", editor="park")), encoding="unicode")
    assert "<seg>New</seg>" in xml
    assert 'changeid="park"' in xml
    assert "<seg>Another</seg>" in xml
    assert '<bpt i="1" type="bold">' in xml


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=12
)
moments = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001 - UTC is added
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)
units = st.builds(
    TranslationUnit,
    source=texts, target=texts, before=texts, after=texts, changed=moments, created=moments, author=texts,
    editor=texts, used=st.integers(0, 99), project=texts,
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(units, max_size=4), st.sampled_from(["utf-8", "utf-16"]))
def test_writing_and_reading_again_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, some: list[TranslationUnit], encoding: Encoding
) -> None:
    """From the second time on: the first brings letters into one form and dates onto the unit."""
    folder = tmp_path_factory.mktemp("tmx")
    write_tmx(folder / "a.tmx", some, encoding=encoding)
    first = list(read_tmx(folder / "a.tmx"))
    write_tmx(folder / "b.tmx", first, encoding=encoding)
    assert list(read_tmx(folder / "b.tmx")) == first
    assert [unit.source for unit in first] == [unicodedata.normalize("NFC", unit.source) for unit in some]


def test_two_headers_become_one() -> None:
    both = merged_headers("<header a='1'><prop type='x'>1</prop></header>",
                          "<header a='2'><prop type='x'>1</prop><note>n</note></header>")  # fmt: skip
    assert both == '<header a="1"><prop type="x">1</prop><note>n</note></header>'
    assert merged_headers("", "<header/>") == "<header/>"


def test_characters_that_xml_cannot_hold_are_left_out(tmp_path: Path) -> None:
    write_tmx(tmp_path / "a.tmx", [TranslationUnit("가\x0b나\x00", "A\x07B")])
    assert [(unit.source, unit.target) for unit in read_tmx(tmp_path / "a.tmx")] == [("가나", "AB")]


def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(Stopped):
        write_tmx(path, [TranslationUnit("가", "A")], cancelled=lambda: True)
    assert path.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"a\.tmx cannot be written"):
        write_tmx(tmp_path / "gone" / "a.tmx", [])


def test_progress_tells_how_far_it_is(tmp_path: Path) -> None:
    def many() -> Iterator[TranslationUnit]:
        return (TranslationUnit(f"말 {number}", "word") for number in range(1200))

    written, read = [], []
    write_tmx(tmp_path / "a.tmx", many(), total=1200, progress=lambda *step: written.append(step))
    assert written == [(0, 1200), (500, 1200), (1000, 1200)]
    assert len(list(read_tmx(tmp_path / "a.tmx", progress=lambda *step: read.append(step)))) == 1200
    assert [done <= total for done, total in read] == [True] * 3
    with pytest.raises(Stopped):
        list(read_tmx(tmp_path / "a.tmx", cancelled=lambda: True))
