"""More than two thousand damaged files: what became of them, format by format."""

import time
from pathlib import Path

import pytest

from tests.readers.mutated import fuzzing
from tests.readers.mutated.seeds import seeds

COUNTS = {"docx": 1000, "hwp": 400, "hwpx": 500, "pdf": 300}
SEEDS = seeds()


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("word", SEEDS)
def test_damaged_files(word: str, tmp_path: Path) -> None:
    began = time.monotonic()
    fuzzing.write_mutants(tmp_path, SEEDS[word], COUNTS[word])
    found = fuzzing.outcomes(tmp_path)
    print(f"\n{word}: {dict(fuzzing.summary(found))} in {time.monotonic() - began:.0f} s")
    faults = {name: what for name, what in found.items() if what not in (fuzzing.RELEASE, fuzzing.REFUSED)}
    for name, what in faults.items():
        print(f"  {tmp_path / name}: {what}")
    assert not faults
