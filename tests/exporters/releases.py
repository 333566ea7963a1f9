"""Builds snapshots by hand, so that these tests need no reader and no workspace. All content is invented."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from gui.document.project import Project, Snapshot
from gui.document.release import Block, BlockKind, Cell, CellItem, ColumnRole, Embargo, Release, Table
from gui.document.review import Layout, Version
from gui.document.richtext import Mark, RichText, Style
from gui.document.segment import HUMAN, CellPosition, Segment, State, Translation, Unit

Pair = tuple[str, str]
"""Korean and English; an empty English is an untranslated segment."""

ROLES = (ColumnRole.NAME, ColumnRole.POSITION, ColumnRole.BACKGROUND)
HEADINGS = (("이름", "Name"), ("현직", "Position"), ("주요 학·경력", "Background"))


def translated(text: str) -> Translation:
    return Translation(text, State.TRANSLATED, HUMAN) if text else Translation()


def bold(text: str) -> RichText:
    return RichText(text, (Mark(0, len(text), Style.BOLD),))


class Builder:
    """Collects blocks with their segments."""

    def __init__(self) -> None:
        self._units: list[Unit] = []
        self._embargo: Embargo | None = None

    def add(self, kind: BlockKind, *pairs: Pair, lead: str = "", tail: str = "", level: int = 0) -> "Builder":
        key = f"b{len(self._units) + 1}"
        block = Block(kind, RichText(lead + " ".join(ko for ko, _ in pairs) + tail), level, lead, tail)
        if kind is BlockKind.EMBARGO:
            self._embargo = Embargo(block.content.text)
        segments = (
            Segment(f"{key}.{number}", RichText(ko), translated(en)) for number, (ko, en) in enumerate(pairs, 1)
        )
        self._units.append(Unit(key, block, tuple(segments)))
        return self

    def unit(self, unit: Unit) -> "Builder":
        self._units.append(unit)
        return self

    def table(
        self,
        rows: Sequence[Sequence[tuple[Cell, Sequence[str]]]],
        kind: BlockKind = BlockKind.TABLE,
        header_rows: int = 0,
        roles: tuple[ColumnRole, ...] = (),
    ) -> "Builder":
        """Rows of cells, each with the English of its items."""
        key = f"b{len(self._units) + 1}"
        table = Table(tuple(tuple(cell for cell, _ in row) for row in rows), header_rows, roles)
        english = [texts for row in rows for _, texts in row]
        segments = [
            Segment(
                f"{key}.r{row}.c{column}.i{number}",
                item.text,
                translated(text),
                CellPosition(row, column, number),
                item.lead,
            )
            for (row, column, cell), texts in zip(table.positions(), english, strict=True)
            for number, (item, text) in enumerate(zip(cell.items, texts, strict=True))
        ]
        return self.unit(Unit(key, Block(kind, table=table), tuple(segments)))

    def attendees(self, people: Sequence[tuple[Pair, Pair, Sequence[Pair]]]) -> "Builder":
        """A row a person: name, position (bold, as sources have it), background items with their bullet or star."""
        rows = [[cell(pair) for pair in HEADINGS]]
        for name, position, background in people:
            items = tuple(
                CellItem(RichText(ko.lstrip("○* ")), "* " if ko.startswith("*") else "○ ") for ko, _ in background
            )
            bold_position = (Cell((CellItem(bold(position[0])),)), (position[1],))
            rows.append([cell(name), bold_position, (Cell(items), tuple(en for _, en in background))])
        return self.table(rows, BlockKind.ATTENDEE_TABLE, 1, ROLES)

    def snapshot(self, name: str = "release.md") -> Snapshot:
        release = Release("markdown", name, tuple(unit.block for unit in self._units), self._embargo)
        return Project(release, self._units).snapshot()


def cell(pair: Pair, columns: int = 1, rows: int = 1) -> tuple[Cell, Sequence[str]]:
    return Cell((CellItem(RichText(pair[0])),), columns, rows), (pair[1],)


def versioned(snapshot: Snapshot, *earlier: Snapshot) -> Snapshot:
    """With versions that are kept: how it is now, or each of the earlier ones, the latest last."""
    versions = (
        Version(
            f"v{number}", f"Version {number}", layouts=tuple(Layout(unit.key, unit.segments) for unit in kept.units)
        )
        for number, kept in enumerate(earlier or (snapshot,), 1)
    )
    return replace(snapshot, versions=tuple(versions))


def with_english(snapshot: Snapshot, change: Callable[[Segment], str]) -> Snapshot:
    """The same release with other English."""
    return replace(
        snapshot,
        units=tuple(
            replace(unit, segments=tuple(replace(item, translation=translated(change(item))) for item in unit.segments))
            for unit in snapshot.units
        ),
    )


def without_english(snapshot: Snapshot) -> Snapshot:
    """The same release with nothing translated."""
    return replace(
        snapshot, units=tuple(replace(unit, segments=tuple(map(_bare, unit.segments))) for unit in snapshot.units)
    )


def _bare(segment: Segment) -> Segment:
    return replace(segment, translation=Translation())


def people(count: int) -> list[tuple[Pair, Pair, Sequence[Pair]]]:
    return [
        (
            (f"홍길동{number}", f"Hong Gil-dong {number}"),
            ("한빛대학교 의료원 원장", "President and Chief Executive Officer, Hanbit University Health System"),
            (
                ("○ 한빛의대 교수", "Professor, Hanbit University College of Medicine"),
                ("○ 누리허브* 창업자", "Founder, NuriHub*"),
                ("* 생명과학 분야 민간 육성기관", "A private incubator for the life sciences"),
            ),
        )
        for number in range(1, count + 1)
    ]


def whole_release() -> Snapshot:
    """Every kind of block."""
    kind = BlockKind
    build = Builder()
    build.add(kind.MASTHEAD, ("보도자료", "Press Release"))
    build.add(kind.SLOGAN, ("함께 여는 바닷길", "Opening the sea routes together"))
    build.add(
        kind.EMBARGO,
        ("행사 종료 이후 보도 가능(별도 공지)", "Embargoed until the event ends (separate notice)"),
        lead="※엠바고 : ",
    )
    build.add(kind.DISTRIBUTION, ("2024년 6월 14일(금)", "Friday, June 14, 2024"), lead="배포 : ")
    build.add(
        kind.HEADLINE,
        (
            "김해솔 장관, ‘푸른 항구 라운드 테이블’에서 협력 논의",
            "Minister Kim Hae-sol Discusses Cooperation on Clean Shipping at ‘Blue Harbor Round Table’",
        ),
    )
    build.add(
        kind.SUBHEADLINE,
        (
            "항만 기술과 연구 역량의 결합 강조",
            "Minister stresses combining Korea’s port technology with the research strength of its partners",
        ),
        lead="- ",
        tail=" -",
    )
    build.add(
        kind.PARAGRAPH,
        (
            "김해솔 장관은 오늘(14일, 금) 부산에서 라운드 테이블을 개최했습니다.",
            "Minister Kim Hae-sol hosted the ‘Blue Harbor Round Table’ in Busan on Friday, June 14, and discussed with "
            "port operators, shipbuilders and researchers how to bring zero-carbon ships into regular service.",
        ),
        (
            "장관은 협력을 강조했습니다.",
            "She said that combining Korea’s port technology with the research strength of its partners would be a "
            "win-win for both economies.",
        ),
    )
    build.add(
        kind.NOTE,
        (
            "푸른 항구는 무탄소 항만을 뜻함",
            "A “blue harbor” is a port whose cranes, tugs and trucks run without carbon emissions.",
        ),
        lead="※ ",
    )
    build.add(kind.HEADING, ("추진 배경", "Background"), lead="1. ", level=1)
    build.add(
        kind.BULLET,
        (
            "정부는 120억원을 투자한다.",
            "The Government will invest KRW 12 billion in shore power over the next three years, of which half goes to "
            "the ports of Busan and Ulsan.",
        ),
        lead="□ ",
        level=1,
    )
    build.add(
        kind.BULLET,
        ("부산항에 우선 적용한다.", "Busan goes first; Ulsan and Incheon follow in 2025."),
        lead=" ㅇ ",
        level=2,
    )
    build.add(
        kind.BULLET, ("세부 일정은 추후 공지한다.", "The schedule will be announced later."), lead="  - ", level=3
    )
    build.add(kind.BULLET, ("지방비 포함", "Including local budgets"), lead="   ▪ ", level=4)
    build.add(kind.BULLET, ("육상전원 설비를 늘린다.", "Extend shore power."), lead="① ", level=2)
    build.add(kind.BULLET, ("연구 인력을 교류한다.", ""), lead="② ", level=2)
    build.add(
        kind.FOOTNOTE,
        ("육상전원: 정박 중인 선박에 공급하는 전기", "Shore power: electricity supplied to ships at berth"),
        lead="* ",
    )
    build.add(kind.HEADING, ("기대 효과", "Expected effects"), lead="가. ", level=2)
    build.add(kind.PARAGRAPH, ("오늘 논의된 내용은 정책에 반영됩니다.", ""))
    build.add(
        kind.CAPTION, ("연도별 투자 계획(단위: 억원)", "Investment by year (KRW 100 million)"), lead="< ", tail=" >"
    )
    build.table(
        [
            [cell(("구분", "Item"), rows=2), cell(("투자", "Investment"), columns=2), cell(("계", "Total"), rows=2)],
            [cell(("2024", "2024")), cell(("2025", "2025"))],
            [cell(("부산", "Busan")), cell(("60", "60")), cell(("1,020.5", "1,020.5")), cell(("1,080.5", "1,080.5"))],
            [cell(("울산", "Ulsan")), cell(("△3", "△3")), cell(("미정", ""), columns=2)],
        ],
        header_rows=2,
    )
    build.add(kind.ATTACHMENT, ("관련 사진 2매(별첨).", "Attachment: two photographs"), lead="붙임  ")
    build.add(kind.END_MARK, ("끝", "End"), lead="<", tail=">")
    contact = (ColumnRole.DEPARTMENT, ColumnRole.POSITION, ColumnRole.NAME, ColumnRole.PHONE)
    build.table(
        [
            [
                cell(("담당 부서", "Responsible department"), rows=2),
                cell(("과장", "Director")),
                cell(("박누리", "Park Nu-ri")),
                cell(("(02-000-0000)", "(+82-2-000-0000)")),
            ],
            [
                cell(("사무관", "Deputy Director")),
                cell(("이가람", "Lee Ga-ram")),
                cell(("(02-000-0001)", "(+82-2-000-0001)")),
            ],
        ],
        BlockKind.CONTACT_TABLE,
        roles=contact,
    )
    build.add(kind.ANNEX_HEADING, ("참고", "Annex"))
    build.add(kind.ANNEX_HEADING, ("라운드 테이블 참석자", "Attendees at the Round Table"))
    build.attendees(people(14))
    return build.snapshot()
