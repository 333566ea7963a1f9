"""Models on this machine: real CTranslate2 models made on the spot, and what is said where something is missing."""

import json
import os
import random
import sys
import threading
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from gui.document.errors import EngineError, EngineUnavailable, Message, note
from gui.document.release import Embargo
from gui.document.segment import OriginKind, State
from gui.engines import registry
from gui.engines.base import DraftRequest
from gui.engines.ctranslate2 import CTranslate2
from gui.engines.fxtranslate import Fxtranslate
from gui.engines.neural import Model, Models, NeuralEngine
from gui.engines.registry import EngineSettings, ModelSettings
from tests.engines.drafting import Draft, request_of, snapshot_of
from tests.engines.tiny_marian import firefox_folder
from tests.engines.tiny_models import ENGLISH, KOREAN, argos_file, opus_folder, require_libraries


@pytest.fixture(scope="module")
def opus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    require_libraries()
    return opus_folder(tmp_path_factory.mktemp("models") / "opus-mt-ko-en")


@pytest.fixture(scope="module")
def argos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    require_libraries()
    folder = tmp_path_factory.mktemp("argos")
    return argos_file(folder / "parts", folder / "translate-ko_en.argosmodel")


def copied(folder: Path, to: Path) -> Path:
    to.mkdir()
    for file in folder.iterdir():
        (to / file.name).write_bytes(file.read_bytes())
    return to


def engine_with(place: Path | str) -> NeuralEngine:
    return NeuralEngine(CTranslate2(str(place)), Models())


# -- drafting


def test_drafts_every_segment_with_the_name_of_the_model(opus: Path) -> None:
    engine = engine_with(opus)
    assert engine.status().ready
    draft = Draft(engine, request_of(*KOREAN))
    assert draft.error is None
    assert draft.english == dict.fromkeys(("s0", "s1", "s2"), ENGLISH)
    assert draft.progress == [(1, 3), (2, 3), (3, 3)]
    new = draft.edits[0].new
    assert new.origin is not None
    assert (new.state, new.origin.kind, new.origin.engine) == (
        State.DRAFT,
        OriginKind.MACHINE,
        "ctranslate2 opus-mt-ko-en",
    )


def test_an_argos_package_is_used_as_it_is_zipped_or_not(argos: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(argos) as package:
        package.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    for place in (argos, folder):
        draft = Draft(engine_with(place), request_of(KOREAN[0]))
        assert (draft.error, draft.english) == (None, {"s0": ENGLISH})


def test_marks_stay_and_sentences_go_one_by_one(opus: Path) -> None:
    draft = Draft(engine_with(opus), request_of(f"□ {KOREAN[1]} {KOREAN[2]}", "2,726 → 120", "KAIST"))
    assert draft.error is None
    assert draft.english == {"s0": f"□ {ENGLISH} {ENGLISH}"}


def test_an_embargo_is_no_hindrance(opus: Path) -> None:
    request = DraftRequest(snapshot_of(*KOREAN, embargo=Embargo("행사 종료 후")), ("s0",))
    engine = engine_with(opus)
    assert (engine.online, engine.host) == (False, "")
    assert Draft(engine, request).error is None


def test_cancel_keeps_what_came(opus: Path) -> None:
    texts = [f"{number}번째 문장을 여기에 적어 둔다." for number in range(20)]
    seen: list[tuple[int, int]] = []
    edits = engine_with(opus).draft(request_of(*texts), lambda *done: seen.append(done), lambda: len(seen) > 3)
    assert len(list(edits)) == 8
    assert Draft(engine_with(opus), request_of(*texts), lambda: True).english == {}


def test_what_is_too_long_is_left_and_reported(opus: Path) -> None:
    draft = Draft(engine_with(opus), request_of("문장을 여기에 적어 " * 150 + "둔다.", KOREAN[0]))
    assert list(draft.english) == ["s1"]
    assert "1 of 2 segments are too long for OPUS-MT" in str(draft.error)


def test_unusable_answers_are_counted_not_delivered(tmp_path: Path) -> None:
    require_libraries()
    draft = Draft(engine_with(opus_folder(tmp_path / "random", sentence=False)), request_of(KOREAN[0]))
    assert draft.english == {}
    assert "no usable English for 1 of 1 segments" in str(draft.error)


def test_answers_do_not_depend_on_what_else_is_asked(tmp_path: Path) -> None:
    require_libraries()
    model = CTranslate2(str(opus_folder(tmp_path / "random", sentence=False))).load()
    together = model.translate(KOREAN)
    assert together == [model.translate([text])[0] for text in KOREAN]
    assert len(set(together)) > 1


@pytest.mark.parametrize("adds_end", [True, False])
def test_the_end_of_a_sentence_is_marked_once(tmp_path: Path, adds_end: bool) -> None:
    require_libraries()
    folder = opus_folder(tmp_path / "opus", adds_end=adds_end)
    assert json.loads((folder / "config.json").read_text())["add_source_eos"] is adds_end
    model = CTranslate2(str(folder)).load()
    assert model._end == ([] if adds_end else ["</s>"])  # type: ignore[attr-defined]  # what no answer shows


# -- loading once, letting go


class Counting:
    """A kind of model that counts how often it is loaded."""

    name = "counting"
    label: Message = note("Counting")

    def __init__(self, identity: str) -> None:
        self._identity = identity
        self.loads = 0

    def missing(self) -> None:
        return None

    def title(self) -> str:
        return self._identity

    def identity(self) -> tuple[object, ...]:
        return (self._identity,)

    def load(self) -> Model:
        self.loads += 1
        time.sleep(0.05)
        return Words()


class Words:
    def fits(self, sentence: str) -> bool:
        return True

    def translate(self, texts: Sequence[str]) -> list[str]:
        return [ENGLISH for _ in texts]


def test_many_threads_load_a_model_once() -> None:
    kind, models = Counting("a"), Models()
    engine = NeuralEngine(kind, models)
    drafts: list[Draft] = []
    threads = [threading.Thread(target=lambda: drafts.append(Draft(engine, request_of(*KOREAN)))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kind.loads == 1
    assert all(len(draft.english) == 3 for draft in drafts)


def test_another_model_takes_the_place_of_the_first_and_none_is_kept_that_is_not_named() -> None:
    first, second, models = Counting("a"), Counting("b"), Models()
    models.get(first)
    models.get(second)
    models.get(first)
    assert (first.loads, second.loads) == (2, 1)
    models.settle([second])
    models.get(first)
    assert first.loads == 3
    models.settle([first])
    models.get(first)
    assert first.loads == 3


def test_a_model_whose_files_changed_is_loaded_anew(opus: Path, tmp_path: Path) -> None:
    folder, models = copied(opus, tmp_path / "model"), Models()
    kind = CTranslate2(str(folder))
    first = models.get(kind)
    assert models.get(kind) is first
    os.utime(folder / "model.bin", (1, 1))
    assert models.get(kind) is not first


def test_the_ui_does_not_wait_for_a_model_being_loaded() -> None:
    models = Models()
    slow = Counting("a")
    thread = threading.Thread(target=lambda: models.get(slow))
    thread.start()
    while not slow.loads:
        time.sleep(0.001)
    started = time.monotonic()
    models.settle([Counting("b")])
    assert time.monotonic() - started < 0.03
    thread.join()


# -- what is missing


def test_nothing_chosen() -> None:
    require_libraries()
    reason = engine_with("").status().reason
    assert str(reason) == "Choose the folder or the .argosmodel file of a model in the preferences."
    assert isinstance(Draft(engine_with(""), request_of(*KOREAN)).error, EngineError)


@pytest.mark.parametrize("name", ["model.bin", "source.spm", "target.spm", "source_vocabulary.json"])
def test_missing_files_are_named(opus: Path, tmp_path: Path, name: str) -> None:
    folder = copied(opus, tmp_path / "model")
    (folder / name).unlink()
    assert str(engine_with(folder).status().reason) == f"model is no complete model; it lacks: {name}."


def test_an_empty_folder_and_one_that_is_gone(tmp_path: Path) -> None:
    require_libraries()
    told = str(engine_with(tmp_path).status().reason)
    assert told.endswith("it lacks: model.bin, source.spm, target.spm, shared_vocabulary.json.")
    assert "is not there any more" in str(engine_with(tmp_path / "gone").status().reason)


def test_without_the_libraries_the_line_to_type_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ctranslate2", "sentencepiece", "fxtranslate"):
        monkeypatch.setitem(sys.modules, name, None)  # how Python itself marks what cannot be imported
    line = f"Type once: {sys.executable} -m pip install"
    assert str(CTranslate2("").missing()).endswith(f"{line} ctranslate2 sentencepiece")
    assert str(Fxtranslate("").missing()).endswith(f"{line} fxtranslate")


def test_no_path_in_an_origin_or_a_message(opus: Path, tmp_path: Path) -> None:
    folder = copied(opus, tmp_path / "model")
    (folder / "model.bin").write_bytes(b"")
    draft = Draft(engine_with(folder), request_of(*KOREAN))
    assert isinstance(draft.error, EngineUnavailable)
    assert str(tmp_path) not in draft.trace.replace(__file__, "")


# -- damage


@pytest.mark.parametrize("name", ["model.bin", "source.spm", "target.spm", "source_vocabulary.json", "config.json"])
def test_damaged_files_give_one_sentence(opus: Path, tmp_path: Path, name: str) -> None:
    whole = (opus / name).read_bytes()
    chance = random.Random(name)
    for number in range(6):
        folder = copied(opus, tmp_path / str(number))
        cut = whole[: chance.randrange(len(whole))]
        (folder / name).write_bytes(cut if number % 2 else bytes(reversed(cut)))
        draft = Draft(engine_with(folder), request_of(KOREAN[0]))
        assert draft.error is None or "cannot be loaded" in str(draft.error) or "no usable" in str(draft.error)


def test_a_model_for_other_languages_is_refused(tmp_path: Path) -> None:
    require_libraries()
    package = argos_file(tmp_path / "parts", tmp_path / "translate-ja_en.argosmodel", source="ja")
    assert "not made for Korean into English" in str(Draft(engine_with(package), request_of(KOREAN[0])).error)


def test_a_vocabulary_without_hangul_is_refused(opus: Path, tmp_path: Path) -> None:
    folder = copied(opus, tmp_path / "model")
    (folder / "source.spm").write_bytes((folder / "target.spm").read_bytes())
    assert "not made for Korean into English" in str(Draft(engine_with(folder), request_of(KOREAN[0])).error)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04junk", b"text"])
def test_a_file_that_is_no_package(tmp_path: Path, content: bytes) -> None:
    require_libraries()
    place = tmp_path / "model.argosmodel"
    place.write_bytes(content)
    assert "cannot be loaded" in str(engine_with(place).status().reason)


# -- Mozilla's models


SHORT = ("업무협약", "계획 발표", "문장")
"""Too short for the rules of verification to ask for a finished sentence, which random weights do not make."""


@pytest.fixture
def mozilla(tmp_path: Path) -> Path:
    require_libraries()
    pytest.importorskip("fxtranslate")
    (tmp_path / "ko-en").mkdir()
    return firefox_folder(tmp_path / "ko-en")


def test_mozillas_model_drafts(mozilla: Path) -> None:
    kind = Fxtranslate(str(mozilla))
    engine = NeuralEngine(kind, Models())
    assert engine.status().ready
    draft = Draft(engine, request_of(*SHORT))
    assert draft.error is None
    assert list(draft.english.values()) == [answer.strip() for answer in kind.load().translate(SHORT)]
    assert draft.edits[0].new.origin is not None
    assert draft.edits[0].new.origin.engine == "fxtranslate ko-en"


def test_a_sentence_that_mozillas_model_would_cut_off_is_left(mozilla: Path) -> None:
    draft = Draft(
        NeuralEngine(Fxtranslate(str(mozilla)), Models()), request_of("문장을 적는 " * 60 + "글이다.", SHORT[0])
    )
    assert list(draft.english) == ["s1"]
    assert "too long" in str(draft.error)


def test_a_weight_that_is_missing_shows_when_it_is_needed(mozilla: Path) -> None:
    model = mozilla / FILES[0]
    model.write_bytes(model.read_bytes().replace(b"decoder_l1_rnn_bf\0", b"decoder_l1_rnn_bg\0"))
    draft = Draft(NeuralEngine(Fxtranslate(str(mozilla)), Models()), request_of(*SHORT))
    assert isinstance(draft.error, EngineUnavailable)
    assert "cannot be loaded" in str(draft.error)


def test_no_damage_to_mozillas_model_ends_the_process(mozilla: Path) -> None:
    """The library believes the sizes in the head and asks for that much memory, or aborts."""
    model, chance = mozilla / FILES[0], random.Random(11)
    whole = model.read_bytes()
    huge = whole[:8] + (2**31).to_bytes(8, "little") + whole[16:]
    damaged = [huge, *(whole[: chance.randrange(len(whole))] for _ in range(10))]
    for _ in range(40):
        changed = bytearray(whole)
        changed[chance.randrange(3_000)] = chance.randrange(256)
        damaged.append(bytes(changed))
    for content in damaged:
        model.write_bytes(content)
        draft = Draft(NeuralEngine(Fxtranslate(str(mozilla)), Models()), request_of(SHORT[0]))
        assert draft.error is None or isinstance(draft.error, EngineError)


FILES = ("model.koen.intgemm.alphas.bin", "vocab.koen.spm")


def firefox(folder: Path, files: Sequence[str] = FILES, content: bytes = b"\x00" * 2_000) -> Fxtranslate:
    pytest.importorskip("fxtranslate")
    for name in files:
        (folder / name).write_bytes(content)
    return Fxtranslate(str(folder))


@pytest.mark.parametrize(
    ("files", "lacks"),
    [
        ((), "model.koen.intgemm.alphas.bin, vocab.koen.spm"),
        (FILES[:1], "vocab.koen.spm"),
        (FILES[1:], "model.koen.intgemm.alphas.bin"),
        ((FILES[0], "srcvocab.koen.spm"), "trgvocab.koen.spm"),
        (("model.enko.intgemm.alphas.bin", "vocab.enko.spm"), "model.koen.intgemm.alphas.bin, vocab.koen.spm"),
    ],
)
def test_missing_files_of_mozillas_model_are_named(tmp_path: Path, files: Sequence[str], lacks: str) -> None:
    assert str(firefox(tmp_path, files).missing()) == f"{tmp_path.name} is no complete model; it lacks: {lacks}."


@pytest.mark.parametrize("files", [FILES, (FILES[0], "srcvocab.koen.spm", "trgvocab.koen.spm")])
@pytest.mark.parametrize("content", [b"", b"\x00" * 2_000, b"\x01" + b"\x00" * 2_000, bytes(range(256)) * 50])
def test_damaged_files_of_mozillas_model(tmp_path: Path, files: Sequence[str], content: bytes) -> None:
    kind = firefox(tmp_path, files, content)
    assert kind.missing() is None
    draft = Draft(NeuralEngine(kind, Models()), request_of(*KOREAN))
    assert isinstance(draft.error, EngineUnavailable)
    assert "cannot be loaded" in str(draft.error)


# -- among the others


def test_the_engines_are_listed_after_the_embedded_one(opus: Path) -> None:
    names = [engine.name for engine in registry.engines()]
    assert names[:3] == ["embedded", "ctranslate2", "fxtranslate"]
    settings = EngineSettings(models=ModelSettings(ctranslate2=str(opus)))
    assert registry.engine("ctranslate2", settings).status().ready
