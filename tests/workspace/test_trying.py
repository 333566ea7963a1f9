"""Trying an engine, and that what a model on this machine says is checked like any other draft."""

from pathlib import Path

import pytest

from gui.document.errors import ConsentNeeded, EngineError
from gui.document.project import Project
from gui.engines import registry
from gui.engines.registry import EngineSettings, ModelSettings
from gui.workspace.checking import CheckSettings, check_all
from gui.workspace.drafting import draft_all
from gui.workspace.trying import SENTENCE, try_out
from tests.engines.drafting import snapshot_of
from tests.engines.tiny_models import ENGLISH, opus_folder, require_libraries


def never() -> bool:
    return False


@pytest.fixture
def settings(tmp_path: Path) -> EngineSettings:
    require_libraries()
    return EngineSettings(models=ModelSettings(ctranslate2=str(opus_folder(tmp_path / "opus"))))


def test_an_engine_is_tried_with_a_sentence_about_the_weather(settings: EngineSettings) -> None:
    assert try_out(registry.engine("ctranslate2", settings), never) == ENGLISH
    assert "하늘" in SENTENCE


def test_what_is_missing_is_told() -> None:
    with pytest.raises(ConsentNeeded):
        try_out(registry.engine("google"), never)
    with pytest.raises(EngineError):
        try_out(registry.engine("ctranslate2"), never)


def test_an_engine_that_says_nothing_is_told() -> None:
    with pytest.raises(EngineError, match="gave no answer"):
        try_out(registry.engine("embedded"), never)


def test_numbers_that_a_model_lost_are_found(settings: EngineSettings) -> None:
    snapshot = snapshot_of("정부는 3조 2,500억 원 규모의 새로운 계획을 오늘 발표하였다.")
    project = Project(snapshot.release, snapshot.units)
    draft_all(project.snapshot(), [registry.engine("ctranslate2", settings)], project.apply)
    assert project.segment("s0").target == ENGLISH
    found = {issue.check for issue in check_all(project.snapshot(), CheckSettings())}
    assert "numbers" in found
