"""Colours, icons and fonts, all from the system's palette, so that light and dark need no second set."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui import assets

_ERROR = (QColor("#b3261e"), QColor("#ff8a80"))
_WARNING = (QColor("#8a5a00"), QColor("#f2c14e"))
_GOOD = (QColor("#1b6e3c"), QColor("#7ed9a2"))
"""Light and dark; each at least 4.5:1 on the base colour."""

_ICON_SIZES = (16, 20, 24, 32, 48)

_SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def palette() -> QPalette:
    """The palette in force."""
    return QGuiApplication.palette()


def is_dark() -> bool:
    """Whether text is lighter than its ground."""
    return palette().base().color().lightness() < palette().text().color().lightness()


def use_scheme(name: str) -> None:
    """Follow the system, or be light or dark: ``"system"``, ``"light"``, ``"dark"``.

    Where the platform has no dark colours to give (a bare X server), ours are used.
    """
    QGuiApplication.styleHints().setColorScheme(_SCHEMES[name])
    if name == "dark" and not is_dark():
        QGuiApplication.setPalette(_dark_palette())
    elif name != "dark" and QGuiApplication.palette() == _dark_palette():
        QGuiApplication.setPalette(QPalette())


def _dark_palette() -> QPalette:
    result = QPalette(QColor("#2b2d31"), QColor("#232529"))
    role = QPalette.ColorRole
    result.setColor(role.Base, QColor("#1e1f22"))
    result.setColor(role.AlternateBase, QColor("#26282c"))
    result.setColor(role.Highlight, QColor("#4a88c7"))
    result.setColor(role.Link, QColor("#7ab0e6"))
    result.setColor(role.ToolTipBase, QColor("#33363b"))
    result.setColor(role.ToolTipText, QColor("#e6e6e6"))
    for text_role in (role.Text, role.WindowText, role.ButtonText):
        result.setColor(text_role, QColor("#e6e6e6"))
        result.setColor(QPalette.ColorGroup.Disabled, text_role, QColor("#7d8187"))
    return result


def blend(top: QColor, ground: QColor, share: float) -> QColor:
    """``top`` over ``ground`` at an opacity of ``share``."""
    rest = 1 - share
    return QColor(
        round(top.red() * share + ground.red() * rest),
        round(top.green() * share + ground.green() * rest),
        round(top.blue() * share + ground.blue() * rest),
    )


def base() -> QColor:
    """The ground of the two texts."""
    return palette().base().color()


def text() -> QColor:
    """Body text."""
    return palette().text().color()


def faint() -> QColor:
    """Text that stands back (still 4.5:1)."""
    return blend(text(), base(), 0.66)


def hairline() -> QColor:
    """Thin rules."""
    return blend(text(), base(), 0.14)


def accent() -> QColor:
    """The one accent."""
    return palette().highlight().color()


def tint() -> QColor:
    """Behind the current segment."""
    return blend(accent(), base(), 0.13 if is_dark() else 0.08)


def hover() -> QColor:
    """Behind the segment under the mouse."""
    return blend(text(), base(), 0.03)


def found() -> QColor:
    """Behind a match of the search."""
    return blend(QColor("#f2c14e"), base(), 0.35 if is_dark() else 0.55)


def error() -> QColor:
    """Errors and an active embargo."""
    return _ERROR[is_dark()]


def warning() -> QColor:
    """Warnings and what is unconfirmed."""
    return _WARNING[is_dark()]


def good() -> QColor:
    """Confirmed work."""
    return _GOOD[is_dark()]


def icon(name: str) -> QIcon:
    """One of our icons in the colour of button text."""
    colour = palette().buttonText().color()
    result = QIcon()
    for mode, tone in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, blend(colour, base(), 0.4))):
        result.addPixmap(pixmap(name, 40, tone), mode)
    return result


def pixmap(name: str, size: int, colour: QColor) -> QPixmap:
    """One of our icons as ``size`` × ``size`` device pixels in a colour."""
    image = QPixmap(size, size)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour.name()).encode())).render(
        painter, QRectF(0, 0, size, size)
    )
    painter.end()
    return image


@cache
def _svg(name: str) -> str:
    return assets.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def application_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    result = QIcon()
    for size in _ICON_SIZES:
        result.addPixmap(pixmap("daejo", size, text()))
    return result


def ensure_korean_font() -> None:
    """Where the system has no font for Hangul use the one that we carry, for both scripts alike."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.Korean):
        return
    import pylopdf_fonts_ko

    number = QFontDatabase.addApplicationFont(str(pylopdf_fonts_ko.sans_path()))
    font = QGuiApplication.font()
    font.setFamilies([*QFontDatabase.applicationFontFamilies(number), font.family()])
    QGuiApplication.setFont(font)
