"""The door to all readers: bad files, large files, formats of other programs."""

import os
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.errors import ReadCancelled, ReadError
from gui.readers.registry import LARGEST_APART_MB, LARGEST_MB, read, read_apart, readers, suffixes

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


def real(name: str) -> Path:
    if not REAL.exists():
        pytest.skip(f"{REAL.name} is not on this machine")
    return REAL / name


def zipped(folder: Path, *parts: str) -> Path:
    path = folder / "a.hwpx"
    with zipfile.ZipFile(path, "w") as archive:
        for part in parts:
            archive.writestr(part, "x" * 99)
    return path


def test_hwp_3(tmp_path: Path) -> None:
    assert "save it as HWPX" in refusal(real("old_hwp3.hwp"))
    assert "save it as HWPX" in refusal(written(tmp_path, "a.md", b"HWP Document File V2.10 \x1a\1\2"))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"{\\rtf1\\ansi text}", "RTF"),
        (b'<?xml version="1.0"?>\n<HWPML Version="2.8">', "XML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "Office 97"),
    ],
)
def test_documents_of_other_programs(tmp_path: Path, data: bytes, word: str) -> None:
    assert f"in the {word} format" in refusal(written(tmp_path, "a.md", data))


@pytest.mark.parametrize(
    ("mimetype", "word"), [("application/vnd.oasis.opendocument.text", "ODT"), ("application/epub+zip", "EPUB")]
)
def test_zips_that_say_what_they_are(tmp_path: Path, mimetype: str, word: str) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", mimetype)
    assert f"in the {word} format" in refusal(path)


def test_zips_that_show_what_they_are(tmp_path: Path) -> None:
    assert "in the XLSX format" in refusal(zipped(tmp_path, "[Content_Types].xml", "xl/workbook.xml"))
    assert "in the PPTX format" in refusal(zipped(tmp_path, "[Content_Types].xml", "ppt/presentation.xml"))
    assert "is an archive" in refusal(zipped(tmp_path, "사진.jpg", "보도자료.txt"))
    assert "is an archive" in refusal(zipped(tmp_path))


def test_word_that_is_protected(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert "protected with a password" in refusal(written(tmp_path, "a.docx", data))


@pytest.mark.parametrize(
    "data", [b"Rar!\x1a\x07\1\0", b"7z\xbc\xaf\x27\x1c", b"ALZ\x01\x0a", b"EGGA\0", b"\x1f\x8b\x08\0"]
)
def test_archives(tmp_path: Path, data: bytes) -> None:
    assert "is an archive" in refusal(written(tmp_path, "a.hwp", data + bytes(99)))


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xd8\xff\xe0\0\x10JFIF", b"GIF89a\1\0"])
def test_pictures(tmp_path: Path, data: bytes) -> None:
    assert "is a picture" in refusal(written(tmp_path, "a.md", data + bytes(99)))


def test_text_that_looks_a_little_like_a_picture(tmp_path: Path) -> None:
    assert read(written(tmp_path, "a.txt", "BM 상사, 새 공장을 열다\n".encode())).blocks


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"%PDF-1.7\n", b"\xef\xbb\xbf\n%PDF-1.4\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_nothing_but_a_signature(tmp_path: Path, start: bytes) -> None:
    assert "cut.hwp" in refusal(written(tmp_path, "cut.hwp", start))


@pytest.mark.parametrize(
    "name", ["pr_mois_innovation_2025.hwpx", "pr_mois_innovation_2025.hwp", "pr_mois_innovation_2025.pdf"]
)
def test_a_wrong_name_is_no_matter(tmp_path: Path, name: str) -> None:
    original = real(name)
    blocks = read_apart(original).blocks
    for other in ("a.md", "b"):
        path = tmp_path / other
        path.write_bytes(original.read_bytes())
        assert read(path).blocks == blocks


def test_missing_and_folder(tmp_path: Path) -> None:
    assert "is not there" in refusal(tmp_path / "none.md")
    assert "is a folder" in refusal(tmp_path)
    dangling = tmp_path / "dangling.hwpx"
    dangling.symlink_to(tmp_path / "none.hwpx")
    assert "is not there" in refusal(dangling)
    endless = tmp_path / "endless.hwpx"
    endless.symlink_to(endless)
    assert "endless.hwpx" in refusal(endless)
    refusal(tmp_path / ("가" * 100 + ".hwp"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe to wait at")
def test_a_pipe_is_not_waited_at(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.hwp")
    assert "is not a file" in refusal(tmp_path / "a.hwp")
    assert "is not a file" in refusal(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.hwp", b"text")
    path.chmod(0)
    assert "may not be read" in refusal(path)


def test_a_container_of_more_than_256_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "a.hwpx", b"PK\x03\x04")
    with path.open("r+b") as file:
        file.truncate((LARGEST_APART_MB << 20) + 1)
    assert f"larger than {LARGEST_APART_MB} MB" in refusal(path)


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    with pytest.raises(ReadCancelled):
        read(written(tmp_path, "a.pdf", b"%PDF-1.7\n"), cancelled=lambda: True)


def test_text_needs_no_other_process(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "한 줄".encode())
    probe = f"import sys; from pathlib import Path; from gui.readers.registry import read; read(Path({str(path)!r}));"
    heavy = "{'multiprocessing', 'psutil', 'hwpx', 'dochan', 'lxml', 'docx', 'pypdfium2', 'pdfplumber', 'zipfile'}"
    code = f"{probe} print(sorted({heavy} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=Path(__file__).parents[2])
    assert told.stdout.strip() == b"[]"


def test_line_of_100_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    start = time.process_time()
    assert f"larger than {LARGEST_MB} MB" in refusal(path)
    assert time.process_time() - start < 3


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
    start = time.process_time()
    read(path)
    assert time.process_time() - start < 3


def test_five_thousand_paragraphs_under_a_second(tmp_path: Path) -> None:
    paragraph = "정부는 오늘 새로운 지원 방안을 발표하고, 현장의 의견을 반영해 제도를 고쳐 나가겠다고 밝혔습니다."
    text = "보도자료\n\n# 정부, 새로운 지원 방안을 발표\n\n" + "\n\n".join(f"{paragraph} ({n})." for n in range(5000))
    for name in ("a.md", "a.txt"):
        path = written(tmp_path, name, text.encode())
        start = time.process_time()
        release = read(path)
        assert time.process_time() - start < 1
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
    assert len({reader.format for reader in readers()}) == len(readers())
