"""Damaged files end as a release or as one sentence, never as a crash or a hang.

Some two hundred here; ``./run bench -k mutated`` reads more than two thousand (tests/benchmarks/test_mutated.py).
"""

from pathlib import Path

import pytest

from gui.readers import isolation
from tests.readers.mutated import fuzzing
from tests.readers.mutated.seeds import seeds

SEEDS = seeds()
COUNTS = {"docx": 100, "hwp": 20, "hwpx": 60, "pdf": 30}


@pytest.mark.parametrize("word", SEEDS)
def test_damaged_files(word: str, tmp_path: Path) -> None:
    fuzzing.write_mutants(tmp_path, SEEDS[word], COUNTS[word])
    found = fuzzing.outcomes(tmp_path)
    assert len(found) == COUNTS[word]
    assert {name: outcome for name, outcome in found.items() if outcome not in (fuzzing.RELEASE, fuzzing.REFUSED)} == {}


@pytest.mark.parametrize("name", [name for files in SEEDS.values() for name in files])
def test_the_files_are_sound_before(name: str, tmp_path: Path) -> None:
    (tmp_path / f"0-{name}").write_bytes(SEEDS[name.rpartition(".")[2]][name])
    assert fuzzing.outcomes(tmp_path) == {f"0-{name}": fuzzing.RELEASE}


def test_a_file_that_ends_its_reader_is_counted_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fuzzing.write_mutants(tmp_path, {"release.docx": SEEDS["docx"]["release.docx"]}, 3)
    tight = isolation.Limits(silence=20, total=900, memory=1 << 20)
    monkeypatch.setattr(isolation, "Limits", lambda **limits: tight)
    found = fuzzing.outcomes(tmp_path)
    assert fuzzing.summary(found) == {fuzzing.ENDED: 3}
