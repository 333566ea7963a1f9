"""HWP 5 files: passwords, distribution documents, damage."""

import pytest
from hwpx.hwp5.cfb import CompoundFile, build_compound_file, read_all_streams

from gui.document.errors import ReadError
from gui.document.richtext import Style
from gui.readers.hangul.reader import hangul_raws
from gui.readers.hwp import HwpReader
from gui.readers.raw import RawLine, RawTable
from tests.readers.real.expectations import existing


def real(name: str) -> bytes:
    return existing(*name.split(".")).read_bytes()


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        HwpReader().read("release.hwp", data)
    return str(caught.value)


def test_the_content_tells_the_format() -> None:
    assert HwpReader().accepts("release.doc", real("pr_mafra_petfood_2024.hwp"))
    assert not HwpReader().accepts("release.hwp", b"plain text")


def test_a_password_is_named() -> None:
    assert "password" in refused(real("pw_12345.hwp"))


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_a_truncated_file_is_damaged(share: float) -> None:
    data = real("pr_mafra_petfood_2024.hwp")
    assert "damaged" in refused(data[: int(len(data) * share)])


@pytest.mark.parametrize(("flag", "word"), [(1, "password"), (4, "rights management"), (8, "certificate")])
def test_what_a_document_is_locked_by_is_named(flag: int, word: str) -> None:
    streams = dict(read_all_streams(CompoundFile(real("pr_mafra_petfood_2024.hwp"))))
    header = streams["FileHeader"]
    flags = int.from_bytes(header[36:40], "little") | 1 << flag
    streams["FileHeader"] = header[:36] + flags.to_bytes(4, "little") + header[40:]
    assert word in refused(build_compound_file(streams.items()))


def test_a_distribution_document_is_read_by_the_substitute() -> None:
    raws, warnings = hangul_raws("council.hwp", real("dist_hwp5_council.hwp"))
    assert any("substitute" in str(warning) for warning in warnings)
    lines = [raw for raw in raws if isinstance(raw, RawLine)]
    title = next(line for line in lines if "입찰공고" in line.text.text)
    assert title.text.covered_by(Style.BOLD)
    assert title.size == 16
    assert any(isinstance(raw, RawTable) for raw in raws)


def test_damaged_pictures_do_not_matter() -> None:
    name = "pr_mafra_petfood_2024.hwp"
    streams = read_all_streams(CompoundFile(real(name)))
    damaged = build_compound_file(
        [(path, bytes(99) if path.startswith("BinData") else content) for path, content in streams]
    )
    assert hangul_raws(name, damaged) == hangul_raws(name, real(name))


def test_a_real_release_is_recognised() -> None:
    release = HwpReader().read("petfood.hwp", real("pr_mafra_petfood_2024.hwp"))
    assert release.format == "hwp"
    assert release.headline is not None
    assert "펫푸드" in release.headline
