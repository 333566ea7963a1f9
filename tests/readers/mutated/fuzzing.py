"""Reads mutated files by the hundred: in one child process one after the other, since starting one takes long."""

import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from gui.document.errors import ReadError
from gui.document.release import Release
from gui.document.work import Progress
from gui.readers import isolation, registry
from tests.readers.mutated.mutations import mutant

RELEASE, REFUSED, BROKEN, ENDED = "release", "refused", "caught in the child", "child ended"
"""What can become of a file: read; one sentence of the reader; an exception that the child's catch-all makes one
sentence of; a child that crashed, hung or took too much, which :mod:`gui.readers.isolation` makes one sentence of."""

_SLOWEST = 20.0
"""Seconds for one file. It is a hang beyond that: an undamaged one takes less than two on a busy machine."""

_LOG = "log.tsv"


def write_mutants(folder: Path, seeds: dict[str, bytes], count: int) -> None:
    """``count`` files, the same at each call."""
    names = sorted(seeds)
    for number in range(count):
        seed = names[number % len(names)]
        random = Random(f"{seed} {number}")
        (folder / f"{number:05}-{seed}").write_bytes(mutant(seeds[seed], random))


def read_all(folder: Path, progress: Progress) -> None:
    """Read every file of a folder that the log does not tell of yet. Runs in the child."""
    paths = _left(folder)
    for number, path in enumerate(paths):
        progress(number, len(paths))
        _tell(folder, path.name, _outcome(path))


def _outcome(path: Path) -> str:
    began = time.monotonic()
    try:
        release = registry.read_apart(path)
    except (ReadError, MemoryError, RecursionError):  # the child has a sentence of its own for the last two
        return REFUSED
    except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
        return f"{BROKEN}: {' | '.join(traceback.format_exc(limit=-4).splitlines())}"
    assert isinstance(release, Release)
    took = time.monotonic() - began
    return RELEASE if took < _SLOWEST else f"{ENDED}: took {took:.0f} s"


def outcomes(folder: Path) -> dict[str, str]:
    """What became of each file of a folder, by its name."""
    limits = isolation.Limits(silence=_SLOWEST, total=900)
    while left := _left(folder):
        try:
            isolation.run(read_all, folder, limits=limits)
        except ReadError as error:
            ended = _left(folder)[0]
            _tell(folder, ended.name, f"{ENDED}: {error}")
            assert len(_left(folder)) < len(left)
    return dict(_log(folder))


def _left(folder: Path) -> list[Path]:
    """The files that nothing is known of, in the order in which they are read."""
    known = dict(_log(folder))
    return [path for path in sorted(folder.glob("0*")) if path.name not in known]


def summary(found: dict[str, str]) -> Counter[str]:
    """How many files came to what."""
    return Counter(outcome.partition(":")[0] for outcome in found.values())


def _log(folder: Path) -> Iterator[tuple[str, str]]:
    log = folder / _LOG
    for line in log.read_text(encoding="utf-8").splitlines() if log.exists() else ():
        name, _, outcome = line.partition("\t")
        yield name, outcome


def _tell(folder: Path, name: str, outcome: str) -> None:
    with (folder / _LOG).open("a", encoding="utf-8") as log:
        log.write(f"{name}\t{outcome}\n")
