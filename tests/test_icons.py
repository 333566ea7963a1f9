"""The icons are one family: one grid, one stroke, one colour that the theme replaces."""

import re
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import gui
from gui import assets

SVG = "{http://www.w3.org/2000/svg}"
# fmt: off
ACTIONS = [
    "open", "save", "draft", "draft-all", "check", "export", "find", "undo", "redo", "previous", "next",
    "confirm", "approve", "split", "merge", "add-row", "remove-row", "move-up", "move-down", "close",
    "settings", "warning", "error", "info", "embargo", "zoom-in", "zoom-out",
]
# fmt: on
STATES = ["state-untranslated", "state-draft", "state-translated", "state-reviewed", "state-approved"]
FAMILY = sorted([*ACTIONS, *STATES])
DRAWING = {SVG + name for name in ("svg", "path", "circle", "rect")}
COLOURS = {"none", "currentColor"}


def icon(name: str) -> Path:
    return assets.path("icons", f"{name}.svg")


def rendered(name: str, size: int) -> QImage:
    drawing = icon(name).read_text(encoding="utf-8").replace("currentColor", "#336699")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    width, height = image.width(), image.height()
    return [(x, y) for x in range(width) for y in range(height) if image.pixelColor(x, y).alpha() > 40]


def test_the_folder_holds_the_family_and_the_application_icon() -> None:
    assert sorted(path.stem for path in assets.path("icons").glob("*.svg")) == sorted([*FAMILY, "daejo"])


def test_every_icon_is_named_where_it_is_shown() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(gui.__file__).parent.rglob("*.py"))
    assert [name for name in [*FAMILY, "daejo"] if f'"{name}"' not in code] == []


@pytest.mark.parametrize("name", [*FAMILY, "daejo"])
def test_icon_is_plain_drawing_only(name: str) -> None:
    text = icon(name).read_text(encoding="utf-8")
    elements = list(etree.fromstring(text.encode()).iter())
    assert {element.tag for element in elements} <= DRAWING
    names = [str(name) for element in elements for name in element.attrib]
    assert not [name for name in names if "href" in name or name.startswith("on")]
    assert not re.search(r"url\(|<!|<\?|style=", text)


@pytest.mark.parametrize("name", FAMILY)
def test_icon_keeps_to_the_grid_the_stroke_and_the_one_colour(name: str) -> None:
    root = etree.fromstring(icon(name).read_bytes())
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke-width") == "1.5"
    assert root.get("stroke") == "currentColor"
    assert not [element for element in list(root.iter())[1:] if element.get("stroke-width")]
    assert {element.get(key, "none") for element in root.iter() for key in ("fill", "stroke")} <= COLOURS


@pytest.mark.parametrize("name", FAMILY)
@pytest.mark.parametrize("size", [16, 20, 24])
def test_icon_is_inside_its_box_and_takes_the_colour_of_its_role(qapp: object, name: str, size: int) -> None:
    image = rendered(name, size * 4)
    ink = inked(image)
    assert len(ink) > 40
    edge = size * 4 - 1
    assert not [place for place in ink if 0 in place or edge in place], "cut off at the edge"
    strongest = max((image.pixelColor(x, y) for x, y in ink), key=QColor.alpha)
    assert strongest.name() == "#336699"


def test_marks_of_the_states_differ_by_shape(qapp: object) -> None:
    shapes = [frozenset(inked(rendered(name, 16))) for name in STATES]
    for number, shape in enumerate(shapes):
        for other in shapes[number + 1 :]:
            assert len(shape ^ other) >= 12


def test_the_application_icon_shows_two_pages_at_the_smallest_size(qapp: object) -> None:
    image = rendered("daejo", 16)
    lightness = [image.pixelColor(x, 4).lightness() for x in range(16)]
    assert "".join("#" if light > 140 else "." for light in lightness) == "..#####..#####.."
