"""What XLIFF 2.1 demands of a file, as far as our exporter can break it (core, and the fs and mda modules).

The schemas of the standard are not at hand without a network, so the rules are written down here from its text.
"""

import re
from collections.abc import Iterator

from lxml import etree

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
FS = "{urn:oasis:names:tc:xliff:fs:2.0}"
MDA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

_NMTOKEN = re.compile(r"[\w.:-]+")
_PREFIXED = re.compile(r"[^\s:]+:[^\s:]+(:[^\s:]+)*")
_ATTRIBUTES = {
    "xliff": {"version", "srcLang", "trgLang"},
    "file": {"id", "original"},
    "group": {"id", "type"},
    "unit": {"id", "type", XML + "space"},
    "segment": {"id", "state", "subState"},
    "ignorable": {"id"},
    "note": {"id", "category", "priority", "appliesTo"},
    "data": {"id"},
    "pc": {"id", "type", "subType", "dataRefStart", "dataRefEnd", FS + "fs"},
    "mrk": {"id", "type", "ref"},
}
_CHILDREN = {
    "xliff": ("file",),
    "file": ("metadata", "notes", "unit group"),
    "group": ("metadata", "notes", "unit group"),
    "unit": ("metadata", "notes", "originalData", "segment ignorable"),
    "segment": ("source", "target"),
    "ignorable": ("source", "target"),
    "notes": ("note",),
    "originalData": ("data",),
    "metadata": ("metaGroup",),
    "metaGroup": ("meta",),
}


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with a file."""
    root = etree.fromstring(data)
    found = [*_root(root), *_shape(root)]
    for file in root:
        found += _unique("file", [unit.get("id") for unit in file.iter(CORE + "unit")])
        found += _unique("groups", [group.get("id") for group in file.iter(CORE + "group")])
        for unit in file.iter(CORE + "unit"):
            found += _unit(unit)
    return found


def _root(root: etree._Element) -> Iterator[str]:
    if root.tag != CORE + "xliff" or root.get("version") != "2.1":
        yield "no XLIFF 2.1"
    if not (root.get("srcLang") and root.get("trgLang")):
        yield "languages are missing"


def _shape(element: etree._Element) -> Iterator[str]:
    name = etree.QName(element).localname
    if name in _ATTRIBUTES and not set(map(str, element.attrib)) <= _ATTRIBUTES[name]:
        yield f"{name}: attributes {sorted(map(str, element.attrib))}"
    if name in _CHILDREN:
        order = _CHILDREN[name]
        places = [
            next((n for n, names in enumerate(order) if etree.QName(child).localname in names.split()), -1)
            for child in element
        ]
        if places != sorted(places) or -1 in places:
            yield f"{name}: children {[etree.QName(child).localname for child in element]}"
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            yield f"{name}: loose text"
    for child in element:
        yield from _shape(child)


def _unique(where: str, names: list[str | None]) -> Iterator[str]:
    if len(set(names)) != len(names) or not all(name and _NMTOKEN.fullmatch(name) for name in names):
        yield f"{where}: ids {names}"


def _unit(unit: etree._Element) -> Iterator[str]:
    where = f"unit {unit.get('id')}"
    if not _PREFIXED.fullmatch(unit.get("type", "x:y")) or unit.get("type", "").startswith("xlf:"):
        yield f"{where}: type"
    notes = [note.get("id") for note in unit.iter(CORE + "note")]
    data = [entry.get("id") for entry in unit.iter(CORE + "data")]
    yield from _unique(f"{where} notes", notes)
    yield from _unique(f"{where} data", data)
    segments = unit.findall(CORE + "segment")
    if not segments:
        yield f"{where}: no segment"
    in_source = [part.get("id") for part in unit.iterfind(f"{CORE}*/{CORE}source//*")]
    marks = [part.get("id") for part in unit.iterfind(f"{CORE}*/{CORE}target//{CORE}mrk")]
    yield from _unique(f"{where} segments and codes", [*(one.get("id") for one in segments), *in_source, *marks])
    yield from _codes(where, unit, {*in_source}, {*data}, {*notes})
    for segment in segments:
        yield from _segment(f"{where} {segment.get('id')}", segment)
    for meta in unit.iter(MDA + "meta"):
        if not meta.get("type") or len(meta):
            yield f"{where}: metadata"


def _codes(
    where: str, unit: etree._Element, in_source: set[str | None], data: set[str | None], notes: set[str | None]
) -> Iterator[str]:
    for code in unit.iterfind(f"{CORE}segment/{CORE}target//{CORE}pc"):
        if code.get("id") not in in_source:
            yield f"{where}: {code.get('id')} has nothing it stands for"
    for code in unit.iter(CORE + "pc"):
        yield from (f"{where}: data {ref}" for ref in _references(code) if ref not in data)
        if code.get("type") != "fmt" or code.get("subType") != f"xlf:{code.get(FS + 'fs')}":
            yield f"{where}: code {code.get('id')}"
    for mark in unit.iter(CORE + "mrk"):
        if mark.get("type") != "comment" or mark.get("ref", "").removeprefix("#n=") not in notes:
            yield f"{where}: {mark.get('ref')} refers to nothing"


def _references(code: etree._Element) -> tuple[str | None, str | None]:
    return code.get("dataRefStart"), code.get("dataRefEnd")


def _segment(where: str, segment: etree._Element) -> Iterator[str]:
    state = segment.get("state")
    if state not in ("initial", "translated", "reviewed", "final"):
        yield f"{where}: state {state}"
    if state != "initial" and segment.find(CORE + "target") is None:
        yield f"{where}: no target"
    if len(segment.findall(CORE + "source")) != 1 or len(segment.findall(CORE + "target")) > 1:
        yield f"{where}: sides"
    if not _PREFIXED.fullmatch(segment.get("subState", "x:y")) or segment.get("subState", "").startswith("xlf:"):
        yield f"{where}: sub-state"
