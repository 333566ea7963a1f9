"""A model for CTranslate2 as files: in a folder or in a zip, as OPUS-MT or as Argos lays it out."""

import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_LARGEST = 4_000_000_000
"""Bytes unpacked; the largest models of two languages have a tenth of it."""

_MODEL = "model.bin"
_VOCABULARIES = ("shared_vocabulary", "source_vocabulary", "target_vocabulary")
_ENDINGS = (".json", ".txt")


class Package(Protocol):
    """The files of a model, each by its path from the model's folder, with ``/``."""

    def names(self) -> frozenset[str]:
        """All of them."""
        ...

    def read(self, name: str) -> bytes:
        """The contents of one."""
        ...

    def close(self) -> None:
        """Done with it."""
        ...


def open_package(place: Path) -> Package:
    """The files in a folder or a zip.

    Raises:
        OSError: it cannot be read.
        zipfile.BadZipFile: it is a file but no zip.
    """
    return _Folder(place) if place.is_dir() else _Zip(place)


class _Folder:
    def __init__(self, place: Path) -> None:
        self._place = place

    def names(self) -> frozenset[str]:
        paths = (*self._place.glob("*"), *self._place.glob("model/*"))
        return frozenset(path.relative_to(self._place).as_posix() for path in paths if path.is_file())

    def read(self, name: str) -> bytes:
        return (self._place / name).read_bytes()

    def close(self) -> None:
        pass


class _Zip:
    """An Argos package; the one folder that all its files lie in is left out of their names."""

    def __init__(self, place: Path) -> None:
        self._zip = zipfile.ZipFile(place)
        names = self._zip.namelist()
        tops = {name.partition("/")[0] for name in names}
        self._top = f"{tops.pop()}/" if len(tops) == 1 else ""
        if sum(info.file_size for info in self._zip.infolist()) > _LARGEST:
            self._zip.close()
            raise zipfile.BadZipFile("larger than any model")

    def names(self) -> frozenset[str]:
        return frozenset(name.removeprefix(self._top) for name in self._zip.namelist() if not name.endswith("/"))

    def read(self, name: str) -> bytes:
        return self._zip.read(self._top + name)

    def close(self) -> None:
        self._zip.close()


@dataclass(frozen=True, slots=True)
class Parts:
    """Which file is what.

    Attributes:
        model: what CTranslate2 reads: the names that it knows, with those in the package.
        source: the SentencePiece model for Korean.
        target: the one for English; Argos has one for both.
        metadata: what Argos says of the package; empty for OPUS-MT.
        absent: files that should be there and are not.
    """

    model: Mapping[str, str]
    source: str
    target: str
    metadata: str
    absent: tuple[str, ...]

    @property
    def is_marian(self) -> bool:
        """Whether it is a model of OPUS-MT, which Marian trained."""
        return self.source != self.target


def parts_of(names: Collection[str]) -> Parts:
    """Tell from the names of its files how a package is laid out."""
    is_argos = "sentencepiece.model" in names or any(name.startswith("model/") for name in names)
    folder = "model/" if is_argos else ""
    source, target = ("sentencepiece.model",) * 2 if is_argos else ("source.spm", "target.spm")
    model = {name.removeprefix(folder): name for name in names if name.startswith(folder) and _is_of_model(name)}
    needed = (f"{folder}{_MODEL}", source, target)
    absent = [name for name in dict.fromkeys(needed) if name not in names]
    absent += [f"{folder}{name}" for name in _absent_vocabularies(model)]
    return Parts(model, source, target, "metadata.json" if "metadata.json" in names and is_argos else "", tuple(absent))


def _is_of_model(name: str) -> bool:
    base = name.rpartition("/")[2]
    return base in (_MODEL, "config.json", "vmap.txt") or base.rpartition(".")[0] in _VOCABULARIES


def _absent_vocabularies(model: Collection[str]) -> list[str]:
    shared, *apart = (any(name + ending in model for ending in _ENDINGS) for name in _VOCABULARIES)
    if shared or all(apart):
        return []
    if not any(apart):
        return ["shared_vocabulary.json"]
    return [f"{name}.json" for name, there in zip(_VOCABULARIES[1:], apart, strict=True) if not there]
