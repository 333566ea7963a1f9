"""Encodings: found, or refused with one sentence."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.errors import ReadError
from gui.readers.plain.encoding import decode

TEXT = "보도자료\r\n2025. 5. 20.(화) 배포\n정부는 오늘 지원 방안을 발표했습니다.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949", "euc-kr"])
def test_encodings(encoding: str) -> None:
    assert decode("a.txt", TEXT.encode(encoding)) == TEXT


def test_utf16_with_both_marks() -> None:
    assert decode("a", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT
    assert decode("a", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")) == TEXT


def test_old_hangul_beyond_euc_kr() -> None:
    assert decode("a.txt", "똠방각하 펲시".encode("cp949")) == "똠방각하 펲시"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8\x00\x00", b"\xff\xff\xff text \xff", b"\xef\xbb\xbf\xff"])
def test_no_encoding_fits(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.txt"):
        decode("a.txt", data)


@pytest.mark.parametrize("data", [b"abc\0\0\0def\0" * 9, bytes(range(1, 32)) * 5 + b"abc"])
def test_binary(data: bytes) -> None:
    with pytest.raises(ReadError, match="not a text file"):
        decode("a.txt", data)


@settings(max_examples=100)
@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Cn", "Co"])))
def test_utf8_is_read_back(text: str) -> None:
    assert decode("a.txt", text.encode()) == text.removeprefix("\ufeff")
