"""The zip file around a Word document: its parts and their relationships (ISO/IEC 29500-2).

Not python-docx's package, which refuses a whole document for one missing picture and a damaged footer.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import NAMESPACE as NS
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from gui.document.errors import ReadError
from gui.readers.office.zips import ZIP_FAULTS
from gui.readers.word.xml import Element, Malformed, children, parse

_LARGEST_MB = 48
"""The text of the longest releases unpacks to a tenth of this. Pictures are never unpacked."""

MAIN_TYPES = (
    CT.WML_DOCUMENT_MAIN,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""The content types of the main part: .docx, .dotx, .docm and .dotm."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the type (``"footnotes"``), and the path of the other part."""

    kind: str
    target: str


class Package:
    """The parts of a Word document.

    Raises:
        ReadError: the file is damaged, has no main part, or a part of it unpacks to a size that no release has.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except ZIP_FAULTS:
            raise damaged(name) from None
        self._members = {member.filename.lower(): member for member in self._zip.infolist()}
        self.main = self._main()

    def root(self, path: str) -> Element | None:
        """The XML of a part, ``None`` where it is missing or damaged."""
        data = self.read(path)
        try:
            return parse(data) if data is not None else None
        except Malformed:
            return None

    def document(self) -> Element:
        """The XML of the main part.

        Raises:
            ReadError: it is damaged.
        """
        data = self.read(self.main)
        try:
            return parse(data or b"")
        except Malformed:
            raise damaged(self._name) from None

    def read(self, path: str) -> bytes | None:
        """The bytes of a part, ``None`` where it is missing or damaged.

        Raises:
            ReadError: it unpacks to a size that no release has.
        """
        member = self._members.get(path.lower())
        if member is None:
            return None
        if member.file_size > _LARGEST_MB * 1024 * 1024:
            raise ReadError(
                "The text in {name} unpacks to more than {limit} MB, which that of no press release does.",
                name=self._name,
                limit=_LARGEST_MB,
            )
        try:
            return self._zip.read(member)
        except ZIP_FAULTS:
            return None

    def relations(self, path: str) -> dict[str, Relation]:
        """What a part refers to within the file, by identifier."""
        folder, _, file = path.rpartition("/")
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = children(root) if root is not None else iter(())
        return {
            element.get("Id", ""): Relation(element.get("Type", "").rpartition("/")[2], _resolved(folder, element))
            for element in found
            if element.get("TargetMode") != "External"
        }

    def parts(self, kind: str) -> Iterator[tuple[str, Element]]:
        """The sound parts of a kind that the main part refers to (``"header"``), by path."""
        targets = (relation.target for relation in self.relations(self.main).values() if relation.kind == kind)
        for target in dict.fromkeys(targets):
            root = self.root(target)
            if root is not None:
                yield target, root

    def part(self, kind: str) -> Element | None:
        """The XML of the one part of a kind (``"styles"``)."""
        return next((root for _, root in self.parts(kind)), None)

    def _main(self) -> str:
        paths = [relation.target for relation in self.relations("").values() if relation.kind == _MAIN_RELATION]
        for path in (*paths, *self._by_content_type(), "word/document.xml"):
            if path.lower() in self._members:
                return path
        raise ReadError(
            "{name} is a Word file without a document in it. Ask for the file again.",
            name=self._name,
        )

    def _by_content_type(self) -> Iterator[str]:
        types = self.root("[Content_Types].xml")
        for override in types.iter(f"{{{NS.OPC_CONTENT_TYPES}}}Override") if types is not None else ():
            if override.get("ContentType") in MAIN_TYPES:
                yield override.get("PartName", "").lstrip("/")


_MAIN_RELATION = RT.OFFICE_DOCUMENT.rpartition("/")[2]


def _resolved(folder: str, relation: Element) -> str:
    target = unquote(relation.get("Target", ""))
    path = posixpath.normpath(posixpath.join("/", folder, target))
    return path.lstrip("/")


def damaged(name: str) -> ReadError:
    """The sentence for a file that cannot be unpacked or parsed."""
    return ReadError(
        "{name} is damaged or incomplete. Ask for the file again, or open it in Word and save it anew.", name=name
    )
