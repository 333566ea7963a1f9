import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.edit import BlockEdit, CommentEdit, Edit, PropertyEdit, SegmentsEdit, TargetEdit, VersionEdit
from gui.document.errors import Message, ProjectError
from gui.document.release import Aside, Block, BlockKind, Cell, CellItem, Embargo, Release, Table, Timing
from gui.document.review import Comment, Layout, Reply, Version
from gui.document.richtext import Mark, RichText
from gui.document.segment import CellPosition, Origin, Segment, Translation, Unit
from gui.workspace import codec

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
st.register_type_strategy(
    Message, st.builds(Message, st.text(), st.tuples(st.tuples(st.text(), st.integers() | st.text())))
)
st.register_type_strategy(PropertyEdit, st.builds(PropertyEdit, st.text(), JSON, JSON))
EDITS = st.from_type(TargetEdit) | st.from_type(SegmentsEdit) | st.from_type(BlockEdit) | st.from_type(PropertyEdit)


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value, ensure_ascii=False))


@settings(max_examples=40)
@given(st.from_type(Release))
def test_a_release_comes_back_as_it_was(release: Release) -> None:
    assert codec.release_from(through_json(codec.encode(release))) == release


@settings(max_examples=60)
@given(EDITS)
def test_an_edit_comes_back_as_it_was(edit: Edit) -> None:
    assert codec.decode_edit(through_json(codec.encode_edit(edit))) == edit


@settings(max_examples=40)
@given(st.lists(st.from_type(Segment), max_size=3), st.from_type(Block))
def test_a_unit_comes_back_as_it_was(segments: list[Segment], block: Block) -> None:
    unit = Unit("b1", block, tuple(segments))
    assert codec.decode_unit(through_json(codec.encode_unit(unit, 0)), (block,)) == unit


@pytest.mark.parametrize(
    "damaged",
    [
        {"format": "markdown", "name": "a", "blocks": [], "surprise": 1},
        {"format": "markdown", "name": "a"},
        {"format": 1, "name": "a", "blocks": []},
        {"format": "markdown", "name": "a", "blocks": [{"kind": "poem"}]},
        {"format": "markdown", "name": "a", "blocks": [{"kind": "note", "level": True}]},
        {"format": "markdown", "name": "a", "blocks": "none"},
        {"format": "markdown", "name": "a", "blocks": [], "distributed": "yesterday"},
        [],
        None,
    ],
)
def test_what_is_not_known_is_one_clear_error(damaged: Any) -> None:
    with pytest.raises(ProjectError, match="does not know"):
        codec.release_from(damaged)


@pytest.mark.parametrize(
    "damaged", [{}, [], {"edit": "poem"}, {"edit": "target", "key": "b1.1"}, {"edit": "target", "x": 1}]
)
def test_an_unknown_edit_is_an_error(damaged: Any) -> None:
    with pytest.raises(ProjectError, match="does not know"):
        codec.decode_edit(damaged)


@pytest.mark.parametrize(
    "damaged", [{}, {"key": "b1", "block": 7, "segments": []}, {"key": 1, "block": 0, "segments": []}]
)
def test_a_unit_of_no_block_is_an_error(damaged: Any) -> None:
    with pytest.raises(ProjectError, match="does not know"):
        codec.decode_unit(damaged, ())


def test_a_newer_file_is_read_without_what_is_not_known() -> None:
    release = codec.release_from({"format": "x", "name": "a", "blocks": [], "surprise": 1}, strict=False)
    assert release.name == "a"


def test_the_names_that_are_the_file_format() -> None:
    """A change here is a change of the file format: raise ``store.VERSION`` and read the old names too."""
    kinds: tuple[type, ...] = (Release, Block, Table, Cell, CellItem, Embargo, Timing, Aside, Message, RichText, Mark)
    kinds += (Segment, CellPosition, Translation, Origin, TargetEdit, SegmentsEdit, BlockEdit, PropertyEdit)
    assert " ".join(BlockKind) == (
        "masthead slogan embargo distribution headline subheadline heading paragraph bullet note footnote caption "
        "attachment end_mark annex_heading summary picture attendee_table contact_table table"
    )
    kinds += (CommentEdit, VersionEdit, Comment, Reply, Version, Layout)
    names = {kind.__name__: " ".join(field.name for field in dataclasses.fields(kind)) for kind in kinds}
    assert names == {
        "Release": "format name blocks embargo distributed warnings set_aside",
        "Block": "kind text level lead tail table evidence",
        "Table": "rows header_rows roles",
        "Cell": "items column_span row_span",
        "CellItem": "text lead",
        "Embargo": "text lifts_at",
        "Timing": "embargo distributed",
        "Aside": "text reason",
        "Message": "text values",
        "RichText": "text marks",
        "Mark": "start end style",
        "Segment": "key source translation cell lead added",
        "CellPosition": "row column item",
        "Translation": "text state origin marks signed_by signed_at",
        "Origin": "kind engine match at",
        "TargetEdit": "key old new",
        "SegmentsEdit": "unit old new",
        "BlockEdit": "old new old_timing new_timing",
        "CommentEdit": "key old new",
        "VersionEdit": "key old new",
        "Comment": "key segment text author at quote start replies resolved",
        "Reply": "text author at",
        "Version": "key name author at automatic layouts",
        "Layout": "unit segments",
        "PropertyEdit": "name old new",
    }
