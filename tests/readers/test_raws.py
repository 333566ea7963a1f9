"""Whatever a reader hands over, no text is lost, each block has its reason, and every table is a true grid."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import Cell
from gui.readers.raw import Gap, Raw, RawAside, RawLine, RawTable, Role
from tests.readers.raws import PICTURE, cell, line, read

WORDS = [
    *("보도자료", "보도시점", "배포 : 2025. 5. 20.(화)", "가상부, 창업 공간 연다", "- 임대료는 절반 -", "제목 : 가"),
    *("□ 본문이다.", "ㅇ 둘째", "• 점", "* 별표", "※ 주의", "< 제목 >", "(단위 : 원)", "〈 요약 〉", "1. 제목", "Ⅰ"),
    *("참고 1", "붙임 1부. 끝.", "<끝>", "끝.  끝.", "- 3 -", "`", "▲ 사진", "12.5"),
    *("담당 부서", "홍길동", "과장", "02-000-1111", "홍길동(02-000-1111)", "이름", "현직"),
]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join)
lines = st.builds(
    line,
    texts,
    st.sampled_from([0, 1, 4, 14, 14, 24]),
    centred=st.booleans(),
    box=st.integers(0, 2),
    gap=st.sampled_from(Gap),
    role=st.sampled_from([None, None, *Role]),
)
cells = st.builds(cell, st.sampled_from([*WORDS, "", "가\n나"]), st.integers(1, 2), st.integers(1, 2))
rows = st.lists(cells, max_size=4).map(tuple[Cell, ...])
tables = st.builds(RawTable, st.lists(rows, min_size=1, max_size=4).map(tuple), size=st.sampled_from([0, 12, 30]))
raws = st.lists(st.one_of(lines, lines, tables, st.just(PICTURE)), min_size=1, max_size=14)


def written(raw: Raw) -> str:
    if isinstance(raw, RawTable):
        return "".join(part.whole for row in raw.rows for part in row)
    if isinstance(raw, RawLine):
        return raw.text.text
    return raw.text if isinstance(raw, RawAside) else ""


@settings(max_examples=150, deadline=None)
@given(raws)
def test_nothing_is_lost(document: list[Raw]) -> None:
    release = read(*document)
    blocks = [block.whole for block in release.blocks]
    found = "".join([*blocks, *(aside.text for aside in release.set_aside)])
    assert sorted("".join(found.split())) == sorted("".join("".join(map(written, document)).split()))
    for block in release.blocks:
        assert block.evidence
        if block.table:
            assert len(block.table.roles) in (0, block.table.width)
            assert block.table.header_rows <= len(block.table.rows)
        else:
            assert block.text.text == block.lead + block.content.text + block.tail
