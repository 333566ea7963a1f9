"""Our styles and lists added to those of a template, which wins wherever it has a style of the same name."""

from copy import deepcopy

from lxml import etree

from gui.exporters.styles import NAMESPACE, numbering_xml, styles_xml

_W = f"{{{NAMESPACE}}}"
_VAL, _ID = f"{_W}val", f"{_W}styleId"
_REFERENCES = ("basedOn", "next", "link")


def merged(
    styles: etree._Element | None, numbering: etree._Element | None
) -> tuple[etree._Element, etree._Element, dict[str, str]]:
    """The parts ``styles`` and ``numbering`` for a document, and the id in it of each style of ours.

    Styles are told by their names, as Word does: ids differ between its language versions.
    """
    ours, our_lists = etree.fromstring(styles_xml()), etree.fromstring(numbering_xml())
    if styles is None:
        styles = etree.fromstring(f'<w:styles xmlns:w="{NAMESPACE}"/>'.encode())
    lists = etree.fromstring(f'<w:numbering xmlns:w="{NAMESPACE}"/>'.encode()) if numbering is None else numbering
    theirs = {_name(style): style.get(_ID, "") for style in styles.findall(f"{_W}style")}
    taken = set(theirs.values())
    ids: dict[str, str] = {}
    missing: list[etree._Element] = []
    for style in ours.findall(f"{_W}style"):
        identifier = style.get(_ID, "")
        ids[identifier] = theirs.get(_name(style)) or (
            identifier if identifier not in taken else f"Release{identifier}"
        )
        if _name(style) not in theirs:
            missing.append(style)
    _add_foundation(styles, ours, missing, has_styles=bool(theirs))
    numbers = _add_lists(lists, our_lists, ids, {style.get(_ID, "") for style in missing})
    for style in missing:
        _point(style, ids, numbers)
        styles.append(style)
    return styles, lists, ids


def _name(style: etree._Element) -> tuple[str, str]:
    name = style.find(f"{_W}name")
    return style.get(f"{_W}type", "paragraph"), "" if name is None else name.get(_VAL, "").casefold()


def _add_foundation(
    styles: etree._Element, ours: etree._Element, missing: list[etree._Element], *, has_styles: bool
) -> None:
    """Defaults where the template has none; its default styles stay the default."""
    for place, name in enumerate(("docDefaults", "latentStyles")):
        default = ours.find(f"{_W}{name}")
        if styles.find(f"{_W}{name}") is None and default is not None:
            styles.insert(min(place, len(styles)), deepcopy(default))
    defaults = {style.get(f"{_W}type") for style in styles.findall(f"{_W}style") if style.get(f"{_W}default")}
    for style in missing if has_styles else ():
        if style.get(f"{_W}type") in defaults:
            style.attrib.pop(f"{_W}default", "")


def _add_lists(lists: etree._Element, ours: etree._Element, ids: dict[str, str], missing: set[str]) -> dict[str, str]:
    """Our lists behind those of the template; gives the new number of each."""
    definition, instance = f"{_W}abstractNumId", f"{_W}numId"
    shift_definitions = 1 + max((int(item.get(definition, 0)) for item in lists.findall(f"{_W}abstractNum")), default=0)
    shift = max((int(item.get(instance, 0)) for item in lists.findall(f"{_W}num")), default=0)
    place = len(lists.findall(f"{_W}numPicBullet")) + len(lists.findall(f"{_W}abstractNum"))
    for item in ours.findall(f"{_W}abstractNum"):
        item.set(definition, str(int(item.get(definition, 0)) + shift_definitions))
        _link_levels(item, ids, missing)
        lists.insert(place, item)
        place += 1
    place += len(lists.findall(f"{_W}num"))
    numbers: dict[str, str] = {}
    for item in ours.findall(f"{_W}num"):
        number = item.get(instance, "0")
        numbers[number] = str(int(number) + shift)
        item.set(instance, numbers[number])
        for pointer in item.findall(definition):
            pointer.set(_VAL, str(int(pointer.get(_VAL, 0)) + shift_definitions))
        lists.insert(place, item)
        place += 1
    return numbers


def _link_levels(definition: etree._Element, ids: dict[str, str], missing: set[str]) -> None:
    """A level belongs to a style of ours only; the template's list styles have lists of their own."""
    for level in definition.findall(f"{_W}lvl"):
        for style in level.findall(f"{_W}pStyle"):
            if style.get(_VAL, "") in missing:
                style.set(_VAL, ids[style.get(_VAL, "")])
            else:
                level.remove(style)


def _point(style: etree._Element, ids: dict[str, str], numbers: dict[str, str]) -> None:
    """Let a style of ours refer to the ids that hold in the template."""
    style.set(_ID, ids[style.get(_ID, "")])
    for name in _REFERENCES:
        for reference in style.findall(f"{_W}{name}"):
            reference.set(_VAL, ids.get(reference.get(_VAL, ""), reference.get(_VAL, "")))
    for number in style.iter(f"{_W}numId"):
        number.set(_VAL, numbers[number.get(_VAL, "0")])
