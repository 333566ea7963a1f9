"""HWPX files as people have them: protected, damaged, harmful, and real."""

import zlib

import pytest

from gui.document.errors import ReadError
from gui.readers.hangul.reader import hangul_raws
from gui.readers.hwpx import HwpxReader
from gui.readers.raw import RawAside, RawLine, RawTable
from tests.readers.hwpx_files import at, hwpx, p, packed, run, section, sub_list, tbl, tc
from tests.readers.real.expectations import existing

DEEP = 5_000
NESTED = "<hp:rect><hp:drawText><hp:subList><hp:p><hp:run>" * DEEP
CLOSED = "</hp:run></hp:p></hp:subList></hp:drawText></hp:rect>" * DEEP


def real(name: str) -> bytes:
    return existing(*name.split(".")).read_bytes()


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        HwpxReader().read("release.hwpx", data)
    return str(caught.value)


def test_the_content_tells_the_format() -> None:
    assert HwpxReader().accepts("release.txt", hwpx(p("글")))
    assert not HwpxReader().accepts("release.hwpx", b"plain text")


def test_progress_is_told_for_each_section() -> None:
    steps: list[tuple[int, int]] = []
    HwpxReader().read(
        "release.hwpx", hwpx(sections=(p("하나"), p("둘"))), lambda done, total: steps.append((done, total))
    )
    assert steps == [(1, 2), (2, 2)]


def test_a_release_is_recognised() -> None:
    table = run(tbl((tc("보도시점", 0, 0), tc("2025. 5. 20.(화) 12:00", 0, 1)), place=at(inline=True)))
    release = HwpxReader().read("release.hwpx", hwpx(p("보도자료"), p(table), p("새 제도 시행"), p("□ 시작한다.")))
    assert release.format == "hwpx"
    assert release.embargo is not None


def test_a_password_is_named() -> None:
    assert "password" in refused(real("pw_12345.hwpx"))


def test_a_package_that_says_it_is_encrypted_is_not_opened() -> None:
    manifest = '<manifest><file-entry full-path="Contents/section0.xml"><encryption-data/></file-entry></manifest>'
    assert "password" in refused(hwpx(p("글"), parts={"META-INF/manifest.xml": manifest}))


def test_a_truncated_file_is_damaged() -> None:
    data = hwpx(p("글" * 500))
    assert "damaged" in refused(data[: len(data) // 2])


def test_a_package_without_sections_is_damaged() -> None:
    assert "damaged" in refused(packed({"mimetype": "application/hwp+zip"}))


def test_broken_xml_is_damaged() -> None:
    assert "damaged" in refused(hwpx(parts={"Contents/section0.xml": "<hs:sec"}))


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE sec [<!ENTITY a "&b;"><!ENTITY b "ha">]>',
        '<!DOCTYPE sec [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        f'<!--{"x" * 5000}--><!DOCTYPE sec [<!ENTITY a "b">]>',
    ],
)
def test_document_types_are_traps(declaration: str) -> None:
    assert "harm" in refused(hwpx(parts={"Contents/section0.xml": declaration + section(p("글"))}))


def test_deep_nesting_is_refused() -> None:
    assert "damaged" in refused(hwpx(p(run(NESTED + CLOSED))))


def test_a_part_outside_the_package_is_a_trap() -> None:
    assert "harm" in refused(hwpx(p("글"), parts={"../../outside.xml": "<a/>"}))


def test_a_zip_bomb_is_a_trap() -> None:
    assert "harm" in refused(hwpx(p("글"), parts={"BinData/image1.bmp": bytes(200 << 20)}))


def test_forty_boxes_in_boxes_are_read() -> None:
    inner = p("속")
    for _ in range(40):
        inner = p(run(f"<hp:rect><hp:drawText>{sub_list(inner)}</hp:drawText></hp:rect>"))
    raws, _ = hangul_raws("release.hwpx", hwpx(inner))
    assert [raw.text.text for raw in raws if isinstance(raw, RawLine)] == ["속"]


@pytest.mark.parametrize(
    "name",
    ["pr_fsc_household_loans_2025", "pr_moef_odi_2024q1", "pr_mois_innovation_2025"],
)
def test_an_hwp_file_gives_what_its_hwpx_twin_gives(name: str) -> None:
    assert hangul_raws(name, real(f"{name}.hwp")) == hangul_raws(name, real(f"{name}.hwpx"))


def test_the_release_line_of_a_real_release_comes_before_its_headline() -> None:
    raws, _ = hangul_raws("odi", real("pr_moef_odi_2024q1.hwpx"))
    texts = [raw.rows[0][0].whole if isinstance(raw, RawTable) else str(getattr(raw, "text", "")) for raw in raws]
    headline = next(place for place, text in enumerate(texts) if "해외직접투자는 150.9억" in text)
    assert texts.index("보도시점") < headline


def test_damaged_pictures_do_not_matter() -> None:
    picture = b"picture of a lake" * 9
    packed_picture = zlib.compress(picture)[2:-4]
    whole = hwpx(p("첫 글"), parts={"BinData/image1.png": picture})
    damaged = whole.replace(packed_picture, bytes(len(packed_picture)))
    assert damaged != whole
    raws, warnings = hangul_raws("release.hwpx", damaged)
    assert [raw.text.text for raw in raws if isinstance(raw, RawLine)] == ["첫 글"]
    assert not warnings


CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{content}</c:chartSpace>'
)
TITLE = "<a:p><a:r><a:t>분기별 </a:t></a:r><a:r><a:t>수출</a:t></a:r></a:p>"
AXIS = "<c:strCache><c:v>1분기</c:v><c:v>2분기</c:v></c:strCache><c:numCache><c:v>7</c:v></c:numCache>"


def test_the_labels_of_a_chart_are_set_aside() -> None:
    raws, _ = hangul_raws("release.hwpx", hwpx(p("글"), parts={"Chart/chart1.xml": CHART.format(content=TITLE + AXIS)}))
    assert [raw.text for raw in raws if isinstance(raw, RawAside)] == ["분기별 수출\n1분기\n2분기"]


@pytest.mark.parametrize("content", ["<c:chart", CHART.format(content="")])
def test_a_chart_without_labels_is_only_a_picture(content: str) -> None:
    raws, _ = hangul_raws("release.hwpx", hwpx(p("글"), parts={"Chart/chart1.xml": content}))
    assert not [raw for raw in raws if isinstance(raw, RawAside)]
