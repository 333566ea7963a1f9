"""Every character that XML allows, out and back."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.release import BlockKind
from tests.exporters.releases import Builder
from tests.workspace.corrections.reviewer import Reviewer, came_back, sent_out

XML_CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[chr(code) for code in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)],
)
texts = st.text(XML_CHARACTERS, min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(texts, st.text(XML_CHARACTERS, max_size=40)), min_size=1, max_size=4))
def test_any_text_comes_back_unchanged(pairs: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.docx"
        project = sent_out(Builder().add(BlockKind.PARAGRAPH, *pairs).snapshot(), path)
        found = came_back(path, project.snapshot())
    assert (found.changes, found.problems) == ((), ())


def word_text(text: str) -> str:
    """As Word has it: one kind of line end, and no empty paragraphs around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_any_correction_comes_back_as_made(before: str, after: str) -> None:
    before, after = word_text(before), word_text(after)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.docx"
        pairs = (("가", before), ("나", "Something else"))
        project = sent_out(Builder().add(BlockKind.PARAGRAPH, *pairs).snapshot(), path)
        reviewer = Reviewer(path, project.snapshot())
        reviewer.track("b1.1", "", before, after, "")
        found = came_back(reviewer.save(), project.snapshot())
    assert [change.corrected for change in found.changes] == ([after] if after != before else [])
