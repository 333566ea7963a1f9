"""This segment: matches and facts with one numbering, and a place for comments."""

from pytestqt.qtbot import QtBot

from gui.bridge import theme
from gui.models.offers import of_matches
from gui.widgets.marked_text import height_of, laid_out, underlined
from gui.widgets.segment_panel import SegmentPanel
from gui.workspace.facts import facts
from gui.workspace.memories import Differences, Match, MatchKind, Repair, TranslationUnit

SOURCE = "수출 3억원이 늘었다."
MATCH = Match(
    TranslationUnit("수출 2억원이 줄었다.", "Exports fell by 200 million won."),
    81,
    MatchKind.FUZZY,
    "old",
    1,
    Repair("Exports fell by 300 million won.", ((16, 31),), (), reworded=True),
    Differences(((3, 6), (8, 11)), ((3, 6), (8, 11))),
)


def shown(qtbot: QtBot) -> SegmentPanel:
    panel = SegmentPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 500)
    panel.show()
    return panel


def test_one_numbering_for_matches_and_facts(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    panel.show_facts(facts(SOURCE, None))
    panel.show_matches([MATCH], SOURCE)
    lines = [panel._list.item(row).text() for row in range(panel._list.count())]
    assert lines[0].startswith("old 81 % · here: 3억원")
    assert lines[0].endswith("Ctrl+1")
    assert lines[1] == "3억원  →  KRW 300 million    Ctrl+2"
    with qtbot.waitSignal(panel.match_chosen) as match:
        panel.insert(1)
    assert match.args == [MATCH]
    with qtbot.waitSignal(panel.inserted) as fact:
        panel.insert(2)
    assert fact.args == ["KRW 300 million"]


def test_what_is_empty_folds_away(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    assert panel._list.isHidden()
    assert panel._empty.isVisible()
    panel.show_matches([MATCH], SOURCE)
    assert panel._list.isVisible()
    assert panel._empty.isHidden()
    panel.show_matches((), "")
    assert panel._list.isHidden()


def test_differences_are_marked_by_colour_and_line() -> None:
    (offer,) = of_matches([MATCH], SOURCE)
    assert [offer.korean[slice(*span)] for span in offer.differences] == ["2억원", "줄었다"]
    assert [offer.english[slice(*span)] for span in offer.replaced] == ["300 million won"]
    marked = underlined(theme.warning())
    assert marked.fontUnderline()
    assert marked.foreground().color() == theme.warning()


def test_long_words_missing_in_a_match_are_named_in_short() -> None:
    match = Match(MATCH.unit, 70, MatchKind.FUZZY, "old", 1, MATCH.repair, Differences(((0, 60),)))
    (offer,) = of_matches([match], "가" * 60)
    assert offer.heading == f"old 70 % · here: {'가' * 40}…"


def test_marks_count_in_units_of_qt(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    layout = laid_out("𝄞 high\nlow", panel.font(), 400, [(2, 6)], underlined(theme.good()))
    (marked,) = layout.formats()
    assert (marked.start, marked.length) == (3, 4)
    assert layout.lineCount() == 2
    assert height_of(layout) > 20
