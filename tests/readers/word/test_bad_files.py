"""Bad Word files: one clear sentence each, and nothing of them is followed."""

from pathlib import Path

import pytest

from gui.document.errors import ReadError
from gui.readers import registry
from gui.readers.docx import DocxReader
from gui.readers.signatures import foreign_format, refusal
from tests.readers import docx_files
from tests.readers.word import bad_files

NAME = "보도자료.docx"


def sentence(data: bytes) -> str:
    with pytest.raises(ReadError) as raised:
        DocxReader().read(NAME, data)
    return str(raised.value)


@pytest.mark.parametrize("maker", bad_files.BAD_DOCX)
def test_a_bad_package_is_one_sentence(maker: str) -> None:
    data = bad_files.BAD_DOCX[maker]()
    assert DocxReader().accepts(NAME, data)
    said = sentence(data)
    assert NAME in said
    assert said.count(". ") <= 1
    assert "passwd" not in said


def test_a_part_that_unpacks_to_a_trap_is_not_unpacked() -> None:
    assert "48 MB" in sentence(bad_files.zip_bomb())


@pytest.mark.parametrize(
    ("data", "word"), [(bad_files.encrypted_office(), "encrypted Office"), (bad_files.word_97(), "Office 97")]
)
def test_compound_files_of_office_are_told_by_what_they_hold(data: bytes, word: str) -> None:
    assert not DocxReader().accepts(NAME, data)
    assert foreign_format(data) == word
    assert str(refusal(NAME, word)).startswith(NAME)


def test_without_a_main_part() -> None:
    assert "without a document" in sentence(bad_files.without_document())


def test_a_document_without_words_has_no_blocks() -> None:
    assert DocxReader().read(NAME, bad_files.empty_document()).blocks == ()


def test_an_external_entity_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("비밀", encoding="utf-8")
    assert "비밀" not in sentence(bad_files.external_entity(secret.as_uri()))


def test_a_missing_or_damaged_part_beside_the_text_does_no_harm() -> None:
    data = docx_files.docx(
        docx_files.paragraph("본문이다."), {"header|header1.xml": "<broken", "image|media/x.png": "x"}
    )
    lost = bad_files.renamed(data, "word/media/x.png", "word/media/y.png")
    assert [block.whole for block in DocxReader().read(NAME, lost).blocks] == ["본문이다."]


@pytest.mark.parametrize("depth", [1, 20, 80])
def test_nested_tables_are_read(depth: int) -> None:
    release = DocxReader().read(NAME, bad_files.nested_tables(depth))
    assert [block.whole for block in release.blocks] == ["글"]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (bad_files.nested_tables(), "damaged"),
        (bad_files.encrypted_office(), "password"),
        (bad_files.word_97(), "Office 97"),
        (bad_files.empty_document(), "empty"),
        (bad_files.entity_bomb(), "damaged"),
    ],
)
def test_the_way_that_the_window_takes(data: bytes, word: str, tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(data)
    with pytest.raises(ReadError, match=word):
        registry.read(path)
