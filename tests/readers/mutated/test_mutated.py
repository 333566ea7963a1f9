"""Damaged files end as a release or as one sentence, never as a crash or a hang.

Some hundred here; ``./run bench -k mutated`` reads more than two thousand (tests/benchmarks/test_mutated.py).
"""

from pathlib import Path

import pytest

from gui.readers import isolation
from tests.readers.mutated import fuzzing
from tests.readers.mutated.seeds import seeds

SEEDS = seeds()
COUNTS = {"docx": 50, "hwp": 10, "hwpx": 30, "pdf": 15}


@pytest.mark.parametrize("word", SEEDS)
def test_damaged_files(word: str, tmp_path: Path) -> None:
    fuzzing.write_mutants(tmp_path, SEEDS[word], COUNTS[word])
    found = fuzzing.outcomes(tmp_path)
    assert len(found) == COUNTS[word]
    assert {name: outcome for name, outcome in found.items() if outcome not in (fuzzing.RELEASE, fuzzing.REFUSED)} == {}


def test_the_files_are_sound_before(tmp_path: Path) -> None:
    whole = {f"0-{name}": data for files in SEEDS.values() for name, data in files.items()}
    for name, data in whole.items():
        (tmp_path / name).write_bytes(data)
    assert fuzzing.outcomes(tmp_path) == dict.fromkeys(whole, fuzzing.RELEASE)


def test_a_file_that_ends_its_reader_is_counted_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fuzzing.write_mutants(tmp_path, {"release.docx": SEEDS["docx"]["release.docx"]}, 3)
    tight = isolation.Limits(silence=20, total=900, memory=1 << 20)
    monkeypatch.setattr(isolation, "Limits", lambda **limits: tight)
    found = fuzzing.outcomes(tmp_path)
    assert fuzzing.summary(found) == {fuzzing.ENDED: 3}
