"""The door to all readers: bad files, large files, formats of other programs."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.errors import ReadError
from gui.readers.registry import LARGEST_MB, READERS, read, suffixes

REAL = Path(__file__).parents[2].parent / "shared" / "releases" / "real"


def refusal(path: Path) -> str:
    with pytest.raises(ReadError) as error:
        read(path)
    sentence = str(error.value)
    assert str(path.parent) not in sentence
    return sentence


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("data", [b"", b"\n \t\n", b"\xef\xbb\xbf", b"\xfe\xff", b"\0\0\0\0", "\u3000\n".encode()])
def test_empty(tmp_path: Path, data: bytes) -> None:
    assert "is empty" in refusal(written(tmp_path, "a.md", data))


def test_binary_named_md(tmp_path: Path) -> None:
    data = bytes(range(256)) * 64
    assert "is not a text file" in refusal(written(tmp_path, "a.md", data))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("old_hwp3.hwp", "HWP 3"),
        ("dist_hwp5_council.hwp", "HWP"),
        ("pw_12345.hwpx", "HWPX"),
        ("pr_molit_taxi_rebuttal_2024.hwpx", "HWPX"),
        ("pr_moef_odi_2024q1.pdf", "PDF"),
    ],
)
def test_formats_of_other_programs(name: str, word: str) -> None:
    if not REAL.exists():
        pytest.skip(f"{REAL.name} is not on this machine")
    assert f"in the {word} format" in refusal(REAL / name)


def test_document_of_word(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "release.md"
    docx.Document().save(str(path))
    assert "in the DOCX format" in refusal(path)


def test_rich_text_of_other_programs(tmp_path: Path) -> None:
    assert "in the RTF format" in refusal(written(tmp_path, "a.txt", b"{\\rtf1\\ansi text}"))


def test_picture(tmp_path: Path) -> None:
    assert "is not a text file" in refusal(written(tmp_path, "a.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0" + bytes(99)))


def test_missing_and_folder(tmp_path: Path) -> None:
    assert "is not there" in refusal(tmp_path / "none.md")
    assert "is not there" in refusal(tmp_path)


def test_line_of_100_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    start = time.perf_counter()
    assert f"larger than {LARGEST_MB} MB" in refusal(path)
    assert time.perf_counter() - start < 3


LONG_LINES = [
    "가나 다라",
    "**가 ",
    "**가**",
    "<b",
    "<li>",
    "(",
    "* ",
    "[가](",
    "&amp;",
    "\t가",
    "가.(",
    "- ",
    " ",
    "　",
    "# ",
    "|",
]
LONG_TABLES = [
    "<table><tr>",
    "<td>",
    "<li><b>가</b></li>",
    "<td colspan=1000 rowspan=9999>",
    "<tr><td>",
    "<!--",
    "○ 가 ",
]
MANY_LINES = [
    "가\n",
    "- 1 -\n",
    "가\t나\t- 다\n",
    "- 다\n",
    "\f",
    "가|\n-|-\n",
    "|가\n",
    "※ 가\n",
    "참고\n",
    "가 \n\n총 4\n\n건의\n\n",
]


@pytest.mark.parametrize("unit", LONG_LINES + LONG_TABLES + MANY_LINES)
def test_one_long_line_ends_soon(tmp_path: Path, unit: str) -> None:
    start_of_table = "<table><tr><td>이름<td>현직<td>경력<tr><td>홍길동<td>" if unit in LONG_TABLES else "1\t2\t- 3\n가"
    path = written(tmp_path, "long.md", (start_of_table + unit * (100_000 // len(unit)) + "끝").encode())
    start = time.perf_counter()
    read(path)
    assert time.perf_counter() - start < 3


def test_five_thousand_paragraphs_under_a_second(tmp_path: Path) -> None:
    paragraph = "정부는 오늘 새로운 지원 방안을 발표하고, 현장의 의견을 반영해 제도를 고쳐 나가겠다고 밝혔습니다."
    text = "보도자료\n\n# 정부, 새로운 지원 방안을 발표\n\n" + "\n\n".join(f"{paragraph} ({n})." for n in range(5000))
    for name in ("a.md", "a.txt"):
        path = written(tmp_path, name, text.encode())
        start = time.perf_counter()
        release = read(path)
        assert time.perf_counter() - start < 1
        assert len(release.blocks) > 5000


@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=600), name=st.sampled_from(["a.md", "a.txt", "a.hwp", "a"]))
def test_any_bytes_give_a_release_or_a_read_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    with suppress(ReadError):
        assert read(path).name == name


def test_suffixes() -> None:
    assert {".md", ".txt"} <= set(suffixes())
    assert len({reader.format for reader in READERS}) == len(READERS)
