"""The resources are found from a checkout and from an installed wheel, whose layout differs."""

from pathlib import Path

import pytest

from gui import assets

CHECKOUT = Path(__file__).parents[1]


def test_checkout_uses_the_folder_beside_the_package() -> None:
    assert assets.root() == CHECKOUT / "resources"


def test_path_joins_its_parts() -> None:
    assert assets.path("i18n", "ko.json").is_file()


def test_rows_go_by_their_columns_and_keep_quotation_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words.tsv").write_text('ko\ten\n"강"\tthe "Kang"\n', encoding="utf-8")
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    assert assets.rows("words.tsv") == [{"ko": '"강"', "en": 'the "Kang"'}]


@pytest.mark.parametrize("place", ["gui/_resources", "resources"])
def test_package_elsewhere_finds_its_own_resources(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gui").mkdir()
    (tmp_path / place).mkdir(parents=True)
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "gui/assets.py"))
    assert assets.root.__wrapped__() == tmp_path / place


def test_missing_resources_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "gui/assets.py"))
    with pytest.raises(FileNotFoundError, match="resources"):
        assets.root.__wrapped__()
