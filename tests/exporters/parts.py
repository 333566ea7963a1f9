"""What stands in the parts of a Word file."""

import zipfile
from pathlib import Path

import docx_integrity
import openxml_audit
from lxml import etree

from gui.exporters.styles import NAMESPACE

W = f"{{{NAMESPACE}}}"


def part(path: Path, name: str) -> etree._Element:
    """A part by its name below ``word``."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def names(path: Path) -> set[str]:
    """The names of all parts."""
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def text(element: etree._Element) -> str:
    """All text below an element, deleted text left out."""
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


def paragraphs(root: etree._Element) -> list[str]:
    """The text of each paragraph, deleted text left out."""
    return [text(paragraph) for paragraph in root.iter(f"{W}p")]


def faults(path: Path) -> list[str]:
    """What both validators find."""
    found = [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]
    return found + [str(finding) for finding in docx_integrity.check(str(path))]
