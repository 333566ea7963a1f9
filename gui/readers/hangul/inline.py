"""What stands in a line of a Hangul document besides text: ruby, formulas, form fields, as the text that is printed."""

from collections.abc import Callable

from lxml import etree

from gui.readers.hangul.looks import children


def _ruby(element: etree._Element) -> str:
    main, small = (_inner_text(element, name) for name in ("mainText", "subText"))
    return f"{main}({small})" if small.strip() else main


def _inner_text(element: etree._Element, name: str) -> str:
    return "".join(str(text) for inner in children(element, name) for text in inner.itertext())


def _chosen(element: etree._Element) -> str:
    """What a combo or list box shows."""
    value = element.get("selectedValue", "")
    items = {item.get("value", ""): item.get("displayText", "") for item in children(element, "listItem")}
    return items.get(value) or value or next((text or key for key, text in items.items()), "")


def _tick(element: etree._Element) -> str:
    sign = "☑" if element.get("value") == "CHECKED" else "☐"
    return f"{sign} {element.get('caption', '')}"


INLINE: dict[str, Callable[[etree._Element], str]] = {
    "compose": lambda element: element.get("composeText", ""),
    "dutmal": _ruby,
    "equation": lambda element: _inner_text(element, "script"),
    "edit": lambda element: _inner_text(element, "text"),
    "btn": lambda element: element.get("caption", ""),
    "checkBtn": _tick,
    "radioBtn": _tick,
    "comboBox": _chosen,
    "listBox": _chosen,
}
"""The text of an element, by its name."""
