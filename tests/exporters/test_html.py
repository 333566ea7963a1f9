"""The web page, as a browser and a screen reader take it."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from gui.document.project import EMBARGO_LIFTED, Snapshot
from gui.document.release import BlockKind
from gui.exporters.base import USUAL, ExportOptions
from gui.exporters.html import HtmlExporter
from tests.exporters.releases import Builder, cell, whole_release

_INLINE = frozenset({"span", "strong", "em", "u", "sup", "a", "br"})
_CONTENT = {
    "ul": {"li"},
    "ol": {"li"},
    "table": {"caption", "thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "figure": {"figcaption"},
    **{name: set(_INLINE) for name in ("p", "h1", "h2", "h3", "h4", "caption", "figcaption", *_INLINE)},
}
"""What may stand in an element, where that is not anything (HTML Standard, content models)."""


class Page:
    """A page, parsed, with what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.text = path.read_text(encoding="utf-8")
        self.root = html.document_fromstring(self.text.encode(), parser=html.HTMLParser(encoding="utf-8"))

    def all(self, xpath: str) -> list[str]:
        """The texts of the elements, white space made single."""
        return [" ".join("".join(map(str, found.itertext())).split()) for found in self._find(xpath)]

    def values(self, xpath: str) -> list[str]:
        """The values of attributes."""
        return [str(value) for value in self._find(xpath)]

    def _find(self, xpath: str) -> list[Any]:
        found = self.root.xpath(xpath)
        assert isinstance(found, list)
        return found

    def faults(self) -> list[str]:
        """Tags that do not close as they open, content where it may not stand, and ids that clash or lead nowhere."""
        found = [] if self.text.startswith("<!DOCTYPE html>\n") else ["no doctype"]
        body = self.text.partition("</style>")[2].partition("<body>")[2].partition("</body>")[0]
        try:
            etree.fromstring(f"<body>{body.replace('<br>', '<br/>')}</body>", etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError as error:
            found.append(str(error))
        for element in self.root.iter():
            allowed = _CONTENT.get(str(element.tag))
            found += [f"{child.tag} in {element.tag}" for child in element if allowed and child.tag not in allowed]
        ids = self.values("//@id")
        found += [name for name in ids if ids.count(name) > 1]
        found += [link for link in self.values("//@href") if link[1:] not in ids]
        found += [grid for grid in map(_grid, self.root.iter("table")) if grid]
        return found


def _grid(table: html.HtmlElement) -> str:
    """What is wrong with spans: rows of one group that do not fill the same columns."""
    for group in table.iter("thead", "tbody"):
        taken: dict[tuple[int, int], int] = {}
        rows = list(group.iter("tr"))
        for row, element in enumerate(rows):
            column = 0
            for one in element:
                while (row, column) in taken:
                    column += 1
                for down in range(int(one.get("rowspan", "1"))):
                    for right in range(int(one.get("colspan", "1"))):
                        taken[row + down, column + right] = taken.get((row + down, column + right), 0) + 1
        width = max(column for _, column in taken) + 1
        if set(taken.values()) != {1} or len(taken) != width * len(rows):
            return "the cells of a table overlap or leave holes"
    return ""


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return made(whole_release(), tmp_path)


def made(snapshot: Snapshot, folder: Path, options: ExportOptions = USUAL) -> Page:
    page = Page(HtmlExporter().export(snapshot, folder / "a.html", options).path)
    assert page.faults() == []
    return page


def test_one_article_with_one_headline(page: Page) -> None:
    assert len(page.all("//article")) == 1
    assert page.all("//article/header/h1") == page.all("//title") == page.all("//h1")
    assert page.values("/html/@lang") == ["en"]
    assert page.values("//meta[@name='description']/@content")[0].startswith("Minister Kim Hae-sol hosted")
    assert page.values("//script | //@onclick | //link | //img") == []


def test_headings_leave_no_level_out(page: Page) -> None:
    levels = [int(str(element.tag)[1]) for element in page.root.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_bullets_nest(page: Page) -> None:
    assert page.all("//ul/li/ul/li/ul/li/ul/li") == ["Including local budgets"]
    assert [text for text in page.all("//li[@class='counted']") if text.startswith("①")] == ["① Extend shore power."]


def test_a_table_with_caption_header_and_spans(page: Page) -> None:
    assert page.all("//table[caption]/caption") == ["Investment by year (KRW 100 million)"]
    assert page.values("//table[caption]/thead/tr[1]/th/@rowspan") == ["2", "2"]
    assert page.values("//table[caption]/thead/tr[1]/th/@colspan") == ["2"]
    assert set(page.values("//th/@scope")) == {"col"}
    assert page.all("//table[caption]/tbody/tr[1]/td") == ["Busan", "60", "1,020.5", "1,080.5"]


def test_foot_notes_lead_there_and_back(tmp_path: Path) -> None:
    build = Builder()
    build.add(BlockKind.PARAGRAPH, ("육상전원* 도입", "Shore power* comes"))
    build.add(BlockKind.FOOTNOTE, ("정박 중 공급", "Supplied at berth"), lead="* ")
    page = made(build.snapshot(), tmp_path)
    assert page.values("//p//a/@href") == ["#note-1"]
    assert page.all("//p") == ["Shore power1 comes"]
    assert page.all("//footer/ol/li[@id='note-1']") == ["Supplied at berth ↩"]
    assert page.values("//footer//a/@href") == ["#ref-1"]


def test_an_embargo_is_said_and_keeps_search_engines_out(page: Page, tmp_path: Path) -> None:
    assert page.all("//aside") == ["Embargoed until the event ends (separate notice)"]
    assert page.values("//meta[@name='robots']/@content") == ["noindex, nofollow, noarchive"]
    lifted = replace(whole_release(), properties=((EMBARGO_LIFTED, True),))
    assert made(lifted, tmp_path).values("//meta[@name='robots']/@content") == []


def test_a_draft_says_so(tmp_path: Path) -> None:
    page = made(whole_release(), tmp_path, ExportOptions(draft=True))
    assert page.all("//aside/p[1]") == ["DRAFT"]


def test_korean_is_said_to_be_korean(tmp_path: Path) -> None:
    build = Builder().add(BlockKind.PARAGRAPH, ("하나", "The word 정 많은 here"), ("아직 없다.", ""))
    assert made(build.snapshot(), tmp_path).all("//*[@lang='ko']") == ["정 많은", "아직 없다."]


def test_a_caption_without_a_table_is_that_of_a_picture(tmp_path: Path) -> None:
    build = Builder().add(BlockKind.CAPTION, ("사진", "The port")).add(BlockKind.PARAGRAPH, ("글", "Text"))
    page = made(build.snapshot(), tmp_path)
    assert page.all("//figure/figcaption") == ["The port"]


def test_a_merge_does_not_reach_out_of_the_header(tmp_path: Path) -> None:
    rows = [[cell(("가", "A"), rows=2), cell(("나", "B"))], [cell(("다", "C"))]]
    page = made(Builder().table(rows, header_rows=1).snapshot(), tmp_path)
    assert page.values("//@rowspan") == []


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), min_size=1, max_size=4))
def test_any_text_is_shown_and_nothing_of_it_is_markup(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    build = Builder().add(BlockKind.HEADLINE, ("제목", "<script>alert(1)</script> & “more”"))
    for text in texts:
        build.add(BlockKind.BULLET, ("글", text), lead="- ", level=len(text) % 4 + 1)
    page = made(build.snapshot(), tmp_path_factory.mktemp("any"))
    assert page.all("//script") == []
