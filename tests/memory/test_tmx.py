import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gui.document.errors import ReadError
from gui.memory.pair import TranslationUnit
from gui.memory.tmx import read_tmx

HEAD = '<?xml version="1.0" encoding="{encoding}"?>\n<tmx version="1.4"><header srclang="ko"/><body>{body}</body></tmx>'


def written(folder: Path, body: str, encoding: str = "utf-8") -> Path:
    path = folder / "memory.tmx"
    path.write_bytes(HEAD.format(encoding=encoding, body=body).encode(encoding))
    return path


def unit(*variants: tuple[str, str], attributes: str = "", props: str = "") -> str:
    texts = "".join(f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>' for language, text in variants)
    return f"<tu {attributes}>{props}{texts}</tu>"


def plain(path: Path) -> list[TranslationUnit]:
    return [replace(pair, rest="") for pair in read_tmx(path)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_pairs_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    body = unit(("ko-KR", "안녕"), ("en-US", "Hello")) + unit(("en", "Bye"), ("KO", "잘 가"))
    assert plain(written(tmp_path, body, encoding)) == [
        TranslationUnit("안녕", "Hello"),
        TranslationUnit("잘 가", "Bye"),
    ]


def test_american_english_is_taken_before_other_english(tmp_path: Path) -> None:
    body = unit(("ko", "색"), ("en-GB", "colour"), ("en-US", "color"), ("ja", "色"))
    assert [pair.target for pair in read_tmx(written(tmp_path, body))] == ["color"]


def test_units_without_one_of_the_languages_are_kept_but_have_no_pair(tmp_path: Path) -> None:
    body = unit(("ko", "색"), ("ja", "色")) + unit(("ja", " "), ("en", "x")) + unit(("ko", "색"), ("en", "color"))
    pairs = [(pair.source, pair.target) for pair in read_tmx(written(tmp_path, body))]
    assert pairs == [("색", ""), ("", "x"), ("색", "color")]


def test_codes_go_and_the_text_between_them_stays(tmp_path: Path) -> None:
    korean = '<bpt i="1">&lt;b&gt;</bpt>굵은<ept i="1">&lt;/b&gt;</ept> <hi>글</hi><ph>&lt;br/&gt;</ph>끝'
    body = unit(("ko", korean), ("en", "<it pos='begin'>[</it>bold <ph>x<sub>(foot-note)</sub></ph> text"))
    assert plain(written(tmp_path, body)) == [TranslationUnit("굵은 글끝", "bold (foot-note) text")]


def test_neighbours_and_dates(tmp_path: Path) -> None:
    props = '<prop type="x-context-pre">앞</prop><prop type="x-context-post">뒤</prop>'
    body = unit(("ko", "가"), ("en", "A"), attributes='changedate="20230428T010203Z"', props=props)
    assert plain(written(tmp_path, body)) == [
        TranslationUnit("가", "A", "앞", "뒤", datetime(2023, 4, 28, 1, 2, 3, tzinfo=UTC))
    ]


def test_a_long_file_takes_little_memory(tmp_path: Path) -> None:
    """libxml2 keeps its trees where Python does not count them, so the size of a process tells."""
    path = written(tmp_path, unit(("ko", "가" * 400), ("en", "a" * 400)) * 40_000)
    code = (
        "import resource, sys; from pathlib import Path; from gui.memory.tmx import read_tmx\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = peak(); count = sum(1 for _ in read_tmx(Path(sys.argv[1]))); print(count, peak() - before)"
    )
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    count, kilobytes = map(int, done.stdout.split())
    assert count == 40_000
    assert kilobytes < 10_000 < path.stat().st_size / 5_000


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "damaged"),
        (b"plain text", "damaged"),
        (b"<html/>", "not a translation memory"),
        (HEAD.format(encoding="utf-8", body=unit(("ko", "x"), ("en", "y"))).encode()[:-20], "damaged"),
    ],
)
def test_what_is_no_memory(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "bad.tmx"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=f"bad.tmx.*{sentence}"):
        list(read_tmx(path))


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.tmx cannot be read"):
        list(read_tmx(tmp_path / "gone.tmx"))


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    path = tmp_path / "evil.tmx"
    path.write_text(
        f'<!DOCTYPE tmx [<!ENTITY e SYSTEM "{secret.as_uri()}">]><tmx version="1.4"><body>'
        + unit(("ko", "가&e;"), ("en", "A"))
        + "</body></tmx>",
        encoding="utf-8",
    )
    assert all("secret" not in pair.source for pair in read_tmx(path))
