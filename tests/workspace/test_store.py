import contextlib
import io
import json
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.document.edit import CommentEdit, PropertyEdit, TargetEdit, VersionEdit
from gui.document.errors import DamagedProject, ProjectError
from gui.document.project import Project
from gui.document.release import Block, BlockKind, Release
from gui.document.review import Comment, Layout, Reply, Version
from gui.document.richtext import RichText
from gui.document.segment import Translation
from gui.workspace import store
from gui.workspace.segmenting import project_from

SMALL = project_from(Release("text", "a", (Block(BlockKind.HEADLINE, RichText("제목")),))).snapshot()
PACKED = store.pack(SMALL)


@pytest.fixture
def packed(make_project: Callable[[int], Project]) -> bytes:
    return store.pack(make_project(3).snapshot(), b'{"at": "then"}\n')


def repacked(data: bytes, **parts: str | bytes) -> bytes:
    """The same zip with some parts replaced (``manifest`` for ``manifest.json`` …)."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        content: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    content |= {next(name for name in content if name.startswith(part)): text for part, text in parts.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name, text in content.items():
            new.writestr(name, text)
    return buffer.getvalue()


def only(manifest: str) -> bytes:
    """A zip that has a manifest and keeps all else in some other way."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("manifest.json", manifest)
    return buffer.getvalue()


def document(data: bytes) -> dict[str, object]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return dict(json.loads(archive.read("project.json")))


def test_a_project_comes_back_as_it_was(make_project: Callable[[int], Project]) -> None:
    project = make_project(3)
    project.apply(TargetEdit("b1.1", Translation(), Translation().typed("The minister convened a meeting.")))
    project.apply(PropertyEdit("allowed_engines", None, ["google"]))
    comment = Comment("c1", "b1.1", "Is this right?", "Kim", datetime.now(UTC), "minister", 4, (Reply("Yes."),))
    project.apply(CommentEdit("c1", None, comment))
    layouts = tuple(Layout(unit.key, unit.segments) for unit in project.snapshot().units)
    project.apply(VersionEdit("v1", None, Version("v1", "First draft", layouts=layouts)))
    loaded = store.unpack("a.daejo", store.pack(project.snapshot(), b"history\n"))
    assert loaded.project.snapshot() == project.snapshot()
    assert loaded.history == b"history\n"
    assert not loaded.from_the_future


def test_the_file_is_a_zip_of_four_parts(packed: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == ["manifest.json", "project.json", "review.json", "history.jsonl"]
        assert json.loads(archive.read("manifest.json"))["version"] == store.VERSION


def test_a_project_that_contradicts_itself_is_one_clear_error(packed: bytes) -> None:
    content = document(packed)
    units = content["units"]
    assert isinstance(units, list)
    content["units"] = [*units, units[0]]
    with pytest.raises(ProjectError, match=r"a\.daejo is damaged"):
        store.unpack("a.daejo", repacked(packed, project=json.dumps(content)))


@settings(max_examples=60)
@given(st.integers(0, len(PACKED) - 1))
def test_a_file_cut_short_is_one_clear_error(length: int) -> None:
    with pytest.raises(DamagedProject, match=r"a\.daejo .*(damaged|not a Daejo project)"):
        store.unpack("a.daejo", PACKED[:length])


@settings(max_examples=150)
@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_noticed_or_harmless(place: int, flip: int) -> None:
    damaged = bytearray(PACKED)
    damaged[place] ^= flip
    with contextlib.suppress(ProjectError):
        assert store.unpack("a.daejo", bytes(damaged)).project.snapshot() == SMALL


def test_a_file_of_the_first_version_opens_and_is_written_as_the_newest() -> None:
    old = repacked(PACKED, manifest='{"format": "daejo", "version": 1}')
    loaded = store.unpack("a.daejo", old)
    assert (loaded.from_the_future, loaded.project.snapshot()) == (False, SMALL)
    with zipfile.ZipFile(io.BytesIO(store.pack(loaded.project.snapshot()))) as archive:
        assert json.loads(archive.read("manifest.json"))["version"] == store.VERSION


def test_a_future_version_is_read_and_known_as_such(packed: bytes) -> None:
    more = {**document(packed), "comments": [], "hologram": 1}
    future = repacked(packed, manifest='{"format": "daejo", "version": 99}', project=json.dumps(more))
    loaded = store.unpack("a.daejo", future)
    assert loaded.from_the_future
    assert len(list(loaded.project.snapshot().segments())) == 6


@pytest.mark.parametrize("project", ["{}", "[]", "not JSON", None])
def test_a_future_version_that_cannot_be_read_asks_for_an_update(packed: bytes, project: str | None) -> None:
    """It is never called damaged, since a damaged file may be replaced by an earlier version."""
    manifest = '{"format": "daejo", "version": 99}'
    future = repacked(packed, manifest=manifest, project=project) if project else only(manifest)
    with pytest.raises(ProjectError, match="newer version") as raised:
        store.unpack("a.daejo", future)
    assert not isinstance(raised.value, DamagedProject)


@pytest.mark.parametrize(
    "manifest", ["{}", "[]", "", '{"format": "odt", "version": 1}', '{"format": "daejo", "version": "1"}']
)
def test_a_zip_of_something_else_is_no_project(packed: bytes, manifest: str) -> None:
    with pytest.raises(ProjectError, match="damaged"):
        store.unpack("a.daejo", repacked(packed, manifest=manifest))


def test_deeply_nested_json_is_damaged(packed: bytes) -> None:
    with pytest.raises(ProjectError, match="damaged"):
        store.unpack("a.daejo", repacked(packed, project="[" * 100_000))


def test_a_zip_bomb_is_not_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", '{"format": "daejo", "version": 1}')
        with archive.open("project.json", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(bytes(1 << 20))
        archive.writestr("history.jsonl", "")
    assert len(buffer.getvalue()) < 1 << 20
    start = time.perf_counter()
    with pytest.raises(ProjectError, match="unpacks to more"):
        store.unpack("a.daejo", buffer.getvalue())
    assert time.perf_counter() - start < 0.1


def test_old_history_goes_first_when_it_grows_too_long(make_project: Callable[[int], Project]) -> None:
    history = b"".join(b'{"line": %d}\n' % number for number in range(400_000))
    kept = store.unpack("a", store.pack(make_project(1).snapshot(), history)).history
    assert len(history) > 4 << 20 >= len(kept)
    assert kept.startswith(b'{"line": ')
    assert kept.endswith(b'{"line": 399999}\n')


def test_five_thousand_segments_load_well_under_half_a_second(make_project: Callable[[int], Project]) -> None:
    project = make_project(2500)
    for segment in list(project.snapshot().segments()):
        project.apply(
            TargetEdit(segment.key, segment.translation, segment.translation.typed("English of " + segment.key))
        )
    packed = store.pack(project.snapshot())
    times = []
    for _ in range(3):
        start = time.perf_counter()
        store.unpack("a.daejo", packed)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.4


def test_a_file_that_was_touched_but_not_changed_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.daejo"
    path.write_bytes(b"one")
    known = store.signature(path, b"one")
    path.write_bytes(b"one")
    assert not store.is_changed(path, known)
    path.write_bytes(b"two")
    assert store.is_changed(path, known)
    path.unlink()
    assert not store.is_changed(path, known)
