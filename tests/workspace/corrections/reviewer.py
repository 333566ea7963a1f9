"""A reviewer who corrects a bilingual table in Word, by script: typed over, tracked, commented, rows shuffled."""

import copy
import random
import shutil
import subprocess
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from gui.document.project import Project, Snapshot
from gui.exporters.registry import exporter
from gui.workspace.corrections.document import read
from gui.workspace.corrections.model import Corrections
from gui.workspace.corrections.reading import corrections
from gui.workspace.corrections.sending import sending
from tests.exporters.releases import Builder, cell, whole_release
from tests.workspace.corrections.times import NOW

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR = "Jane Reviewer"
DATE = "2026-03-02T10:11:12Z"
WORDS = (
    "shore",
    "power",
    "KRW 12 billion",
    "“blue harbor”",
    "Kim Hae-sol’s",
    "2.5%",
    "—",
    "the",
    "of",
    "Busan & Ulsan",
)

HAS_LIBREOFFICE = shutil.which("soffice") is not None


def sent_out(snapshot: Snapshot, path: Path) -> Project:
    """A project whose bilingual table was just written."""
    project = Project(snapshot.release, snapshot.units, dict(snapshot.properties), snapshot.comments, snapshot.versions)
    for edit in sending(project.snapshot(), "Sent out", "Desk", NOW):
        assert project.apply(edit)
    exporter("bilingual").export(project.snapshot(), path)
    return project


def came_back(path: Path, snapshot: Snapshot) -> Corrections:
    """What a document means, read in this process."""
    return corrections(read(path), snapshot)


def through_libreoffice(path: Path, folder: Path, *formats: str) -> Path:
    """The document as LibreOffice writes it after the last of these formats."""
    settings = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for number, suffix in enumerate(formats):
        out = folder / f"{number}"
        command = ["soffice", settings, "--headless", "--convert-to", suffix, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
        path = out / f"{path.stem}.{suffix}"
    return path


def long_release(segments: int) -> Snapshot:
    """The release of every kind of block, and as many rows of a table as it takes."""
    build = Builder()
    for unit in whole_release().units:
        build.unit(unit)
    have = sum(1 for _ in build.snapshot().segments())
    rows = [[cell((f"사업 {n}", f"Project number {n} of the ports"))] for n in range(max(segments - have, 1))]
    return build.table(rows).snapshot()


@dataclass
class Made:
    """What the reviewer did: the English of segments as it should come back, and segments that must be reported."""

    texts: dict[str, str] = field(default_factory=dict)
    reported: set[str] = field(default_factory=set)
    comments: dict[str, str] = field(default_factory=dict)


class Reviewer:
    """Edits the XML of one document."""

    def __init__(self, path: Path, snapshot: Snapshot) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self._parts["word/document.xml"])
        self.table = next(self.root.iter(W + "tbl"))
        rows = self.table.findall(W + "tr")
        self.rows = dict(zip([segment.key for segment in snapshot.segments()], rows[1:], strict=True))
        self._number = 90_000

    def save(self) -> Path:
        self._parts["word/document.xml"] = etree.tostring(
            self.root, encoding="UTF-8", xml_declaration=True, standalone=True
        )
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._parts.items():
                archive.writestr(name, data)
        return self.path

    def cell(self, key: str, column: int = 2) -> etree._Element:
        return self.rows[key].findall(W + "tc")[column]

    def paragraph(self, key: str, column: int = 2) -> etree._Element:
        found = self.cell(key, column).find(W + "p")
        assert found is not None
        return found

    def runs(self, text: str, *, deleted: bool = False) -> list[etree._Element]:
        """Runs with a text in one style, lines and tabs as Word writes them."""
        run = etree.Element(W + "r")
        for line_number, line in enumerate(text.split("\n")):
            if line_number:
                etree.SubElement(run, W + "br")
            for number, piece in enumerate(line.split("\t")):
                if number:
                    etree.SubElement(run, W + "tab")
                if piece:
                    element = etree.SubElement(run, W + ("delText" if deleted else "t"))
                    element.text = piece
                    element.set(SPACE, "preserve")
        return [run]

    def clear(self, paragraph: etree._Element) -> None:
        for child in list(paragraph):
            if child.tag != W + "pPr":
                paragraph.remove(child)

    def retype(self, key: str, text: str, column: int = 2) -> None:
        paragraph = self.paragraph(key, column)
        self.clear(paragraph)
        paragraph.extend(self.runs(text))

    def tracked(self, kind: str, children: list[etree._Element]) -> etree._Element:
        self._number += 1
        element = etree.Element(W + kind)
        for name, value in (("id", str(self._number)), ("author", AUTHOR), ("date", DATE)):
            element.set(W + name, value)
        element.extend(children)
        return element

    def track(self, key: str, before: str, deleted: str, inserted: str, after: str) -> None:
        """The English is ``before + deleted + after``; what is deleted is replaced while changes are tracked."""
        paragraph = self.paragraph(key)
        self.clear(paragraph)
        paragraph.extend(self.runs(before))
        if deleted:
            paragraph.append(self.tracked("del", self.runs(deleted, deleted=True)))
        if inserted:
            paragraph.append(self.tracked("ins", self.runs(inserted)))
        paragraph.extend(self.runs(after))

    def in_paragraphs(self, key: str, *texts: str) -> None:
        self.retype(key, texts[0])
        place = self.paragraph(key)
        for text in texts[1:]:
            added = etree.Element(W + "p")
            added.extend(self.runs(text))
            place.addnext(added)
            place = added

    def remove(self, key: str) -> None:
        self.table.remove(self.rows[key])

    def strike(self, key: str) -> None:
        """Delete a row while changes are tracked."""
        row = self.rows[key]
        properties = row.find(W + "trPr")
        assert properties is not None
        properties.append(self.tracked("del", []))
        for paragraph in row.iter(W + "p"):
            for run in list(paragraph.iter(W + "r")):
                parent = run.getparent()
                assert parent is not None
                place = parent.index(run)
                for text in run.iter(W + "t"):
                    text.tag = W + "delText"
                parent.insert(place, self.tracked("del", [run]))

    def double(self, key: str) -> etree._Element:
        """Copy a row: Word leaves the bookmark with one of the two."""
        row = copy.deepcopy(self.rows[key])
        for mark in [*row.iter(W + "bookmarkStart"), *row.iter(W + "bookmarkEnd")]:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
        self.rows[key].addnext(row)
        return row

    def move(self, key: str, after: str) -> None:
        self.rows[after].addnext(self.rows[key])

    def lose_key(self, key: str) -> None:
        number = self.cell(key, 0).findtext(f".//{W}t") or ""
        self.retype(key, number, column=0)

    def comment(self, key: str, text: str, start: int = 0, end: int = 0) -> None:
        """A comment on words of the English."""
        self._number += 1
        number = str(self._number)
        words = "".join(str(text) for text in self.paragraph(key).itertext())
        paragraph = self.paragraph(key)
        self.clear(paragraph)
        pieces: list[etree._Element] = []
        for part, mark in ((words[:start], "commentRangeStart"), (words[start:end], "commentRangeEnd")):
            pieces += self.runs(part)
            pieces.append(etree.Element(W + mark, {W + "id": number}))
        reference = etree.Element(W + "r")
        etree.SubElement(reference, W + "commentReference", {W + "id": number})
        paragraph.extend([*pieces, reference, *self.runs(words[end:])])
        self._add_comment(number, text)

    def _add_comment(self, number: str, text: str) -> None:
        name = "word/comments.xml"
        if name not in self._parts:
            self._parts[name] = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
            self._relate(name)
        root = etree.fromstring(self._parts[name])
        attributes = {W + "id": number, W + "author": AUTHOR, W + "date": DATE, W + "initials": "JR"}
        paragraph = etree.SubElement(etree.SubElement(root, W + "comment", attributes), W + "p")
        paragraph.extend(self.runs(text))
        self._parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

    def _relate(self, name: str) -> None:
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        for part, closing, entry in (
            (
                "word/_rels/document.xml.rels",
                b"</Relationships>",
                f'<Relationship Id="rIdC" Type="{office}" Target="comments.xml"/>',
            ),
            ("[Content_Types].xml", b"</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/>'),
        ):
            self._parts[part] = self._parts[part].replace(closing, entry.encode() + closing)


def edited(text: str, chance: random.Random) -> tuple[str, str, str, str]:
    """Somewhere in a text something else: what stands before, what goes, what comes, what stands after."""
    start = chance.randint(0, len(text))
    end = min(start + chance.choice((0, 3, 9, 40)), len(text))
    comes = " ".join(chance.choices(WORDS, k=chance.randint(1, 4))) if start == end or chance.random() < 0.8 else ""
    if comes == text[start:end]:
        comes += "!"
    return text[:start], text[start:end], comes, text[end:]


def edit_at_random(reviewer: Reviewer, snapshot: Snapshot, count: int, chance: random.Random) -> Made:
    """So many edits of all kinds, each in a row of its own."""
    made = Made()
    segments = [segment for segment in snapshot.segments() if segment.target]
    hands = _Hands(reviewer, made, chance, [segment.key for segment in segments])
    kinds = [hands.type, hands.track, hands.type, hands.track, hands.lines, hands.comment, hands.remove, hands.strike]
    kinds += [hands.double, hands.double_other, hands.move, hands.lose_key, hands.korean, hands.empty]
    for segment in chance.sample(segments, min(count, len(segments))):
        new = chance.choice(kinds)(segment.key, edited(segment.target, chance))
        if new != segment.target:
            made.texts[segment.key] = new
    return made


Cut = tuple[str, str, str, str]
"""What stands before, what goes, what comes, what stands after."""


@dataclass
class _Hands:
    """Each kind of edit: makes it, notes what has to be reported, and says what the English is then."""

    reviewer: Reviewer
    made: Made
    chance: random.Random
    keys: list[str]

    def type(self, key: str, cut: Cut) -> str:
        new = cut[0] + cut[2] + cut[3]
        self.reviewer.retype(key, new)
        return new

    def track(self, key: str, cut: Cut) -> str:
        self.reviewer.track(key, *cut)
        return cut[0] + cut[2] + cut[3]

    def lines(self, key: str, cut: Cut) -> str:
        texts = f"{cut[0]}—", f"{cut[2]}+{cut[3]}"
        self.reviewer.in_paragraphs(key, *texts)
        return "\n".join(texts)

    def comment(self, key: str, cut: Cut) -> str:
        before, words, said, after = cut
        self.made.comments[key] = f"{said}: look at this"
        self.reviewer.comment(key, self.made.comments[key], len(before), len(before + words))
        return before + words + after

    def remove(self, key: str, cut: Cut) -> str:
        self.reviewer.remove(key)
        return self._unchanged(key, cut)

    def strike(self, key: str, cut: Cut) -> str:
        self.reviewer.strike(key)
        return self._unchanged(key, cut)

    def _unchanged(self, key: str, cut: Cut) -> str:
        self.made.reported.add(key)
        return cut[0] + cut[1] + cut[3]

    def double(self, key: str, cut: Cut) -> str:
        new = self.type(key, cut)
        self.reviewer.double(key)
        self.made.reported.add(key)
        return new

    def double_other(self, key: str, cut: Cut) -> str:
        self.reviewer.double(key)
        self.made.reported.add(key)
        return self.type(key, cut)

    def move(self, key: str, cut: Cut) -> str:
        self.reviewer.move(key, self.chance.choice([other for other in self.keys if self._in_table(other, key)]))
        return self.track(key, cut)

    def _in_table(self, key: str, moved: str) -> bool:
        return key != moved and self.reviewer.rows[key].getparent() is self.reviewer.table

    def lose_key(self, key: str, cut: Cut) -> str:
        self.reviewer.lose_key(key)
        self.made.reported.add(key)
        return self.type(key, cut)

    def korean(self, key: str, cut: Cut) -> str:
        self.reviewer.retype(key, "바뀐 글", column=1)
        self.made.reported.add(key)
        return self.type(key, cut)

    def empty(self, key: str, cut: Cut) -> str:
        self.reviewer.retype(key, "")
        return ""


def check(made: Made, found: Corrections) -> None:
    """All came back as made or is reported; nothing else changed; nothing stands in another row."""
    problems = {problem.segment for problem in found.problems}
    assert made.reported <= problems
    texts = {change.key: change.corrected for change in found.changes}
    unseen = {key: text for key, text in made.texts.items() if texts.get(key) != text}
    # A row without its key, whose Korean others have too, is reported with its text, not offered.
    said = "\n".join(problem.text for problem in found.problems)
    assert {key for key, text in unseen.items() if not (key in made.reported and text in said)} == set()
    assert set(texts) <= set(made.texts)
    comments = {remark.comment.segment: remark.comment for remark in found.remarks}
    assert {key: comment.text for key, comment in comments.items()} == made.comments
    assert all(comment.author == AUTHOR for comment in comments.values())
