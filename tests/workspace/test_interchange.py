import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.document.errors import DaejoError, ProjectError, ReadError
from gui.workspace.interchange import PairFile, read_pairs


def pairs(file: PairFile) -> list[tuple[int | str, str, str]]:
    return [(file.labels[item.key], item.source.text, item.target) for item in file.snapshot.segments()]


def test_the_lines_of_a_tsv_are_counted_from_1_empty_ones_too() -> None:
    file = read_pairs("a.tsv", "하나\tone\r\n\r\n셋\tthree\tcomment\n넷\n".encode("utf-8-sig"))
    assert pairs(file) == [(1, "하나", "one"), (3, "셋", "three"), (4, "넷", "")]


def test_a_tsv_in_the_old_korean_encoding_is_read() -> None:
    assert pairs(read_pairs("a.tsv", "하나\tone\n".encode("cp949"))) == [(1, "하나", "one")]


def test_text_without_tabs_is_no_file_of_pairs() -> None:
    with pytest.raises(ProjectError, match=r"a\.txt holds no pairs"):
        read_pairs("a.txt", "그냥 글\n".encode())


@given(st.binary(max_size=200))
def test_whatever_the_bytes_it_is_pairs_or_one_clear_error(data: bytes) -> None:
    with contextlib.suppress(DaejoError):
        read_pairs("a.tsv", data)


TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header/><body>
<tu tuid="x1"><tuv xml:lang="ko-KR"><seg>하나<bpt i="1">&lt;b&gt;</bpt>둘<ept i="1">&lt;/b&gt;</ept></seg></tuv>
<tuv xml:lang="EN-us"><seg>one <hi>two</hi></seg></tuv></tu>
<tu><tuv lang="ko"><seg>셋</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>quatre</seg></tuv></tu>
</body></tmx>"""


def test_tmx_gives_korean_and_english_by_tuid() -> None:
    assert pairs(read_pairs("a.tmx", TMX.encode())) == [("x1", "하나둘", "one two"), ("2", "셋", "")]
    assert pairs(read_pairs("a.tmx", TMX.replace("UTF-8", "UTF-16").encode("utf-16")))[0][0] == "x1"


def test_xliff_1_2_gives_its_units_and_not_its_alternatives() -> None:
    text = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file><body>
    <trans-unit id="u1"><source>하나</source><target>one</target>
    <alt-trans><source>하나</source><target>ONE</target></alt-trans></trans-unit>
    <trans-unit id="u2"><source>둘</source></trans-unit></body></file></xliff>"""
    assert pairs(read_pairs("a.xlf", text.encode())) == [("u1", "하나", "one"), ("u2", "둘", "")]


def test_xliff_2_gives_the_segments_of_its_units() -> None:
    text = """<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="u1">
    <segment><source>하나</source><target>one</target></segment>
    <segment><source>둘<ph id="1"/></source><target>two</target></segment></unit></file></xliff>"""
    assert pairs(read_pairs("a.xlf", text.encode())) == [("u1", "하나", "one"), ("u1", "둘", "two")]


def test_xml_cut_short_is_one_clear_error() -> None:
    with pytest.raises(ReadError, match=r"a\.tmx is damaged"):
        read_pairs("a.tmx", TMX.encode()[:-30])
    with pytest.raises(ProjectError, match=r"a\.xlf is damaged: line \d+"):
        read_pairs("a.xlf", b"<xliff><file><body>\n<trans-unit>")


def test_xliff_from_english_gives_korean_and_english_too() -> None:
    text = """<xliff version="2.0" srcLang="en-US" trgLang="ko-KR" xmlns="urn:oasis:names:tc:xliff:document:2.0">
    <file id="f"><group id="g"><unit id="u1"><segment><source>one <pc id="1">two</pc></source>
    <target>하나 <mrk id="m">둘</mrk></target></segment></unit></group></file></xliff>"""
    assert pairs(read_pairs("a.xlf", text.encode())) == [("u1", "하나 둘", "one two")]
    older = """<xliff version="1.2"><file source-language="en" target-language="ko"><body><group>
    <trans-unit id="7"><source>one<x id="1"/><g id="2"> two</g></source><target>하나 둘</target></trans-unit>
    </group></body></file></xliff>"""
    assert pairs(read_pairs("a.xliff", older.encode())) == [("7", "하나 둘", "one two")]


def test_tmx_of_other_tools_keeps_its_text() -> None:
    text = """<!DOCTYPE tmx [<!ENTITY corp "x">]><tmx version="1.4"><header/><body><tu>
    <tuv xml:lang="ja-JP"><seg>一</seg></tuv>
    <tuv xml:lang="ko_KR"><seg>하나&corp;<ph>&lt;br/&gt;<sub>주</sub></ph><!-- c -->둘</seg></tuv>
    <tuv xml:lang="en-GB"><seg>colour</seg></tuv><tuv xml:lang="en-US"><seg>color</seg></tuv></tu></body></tmx>"""
    assert pairs(read_pairs("a.tmx", text.encode())) == [("1", "하나&corp;주둘", "color")]


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + TMX.split("?>")[1].split(">", 1)[1]
    text = bomb.replace("하나", "&b;")
    assert all("aaaa" not in source for _, source, _ in pairs(read_pairs("a.tmx", text.encode())))
