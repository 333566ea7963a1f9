"""Benchmarks print what they measure; ``./run bench`` runs them, ``./run test`` does not."""

from collections.abc import Callable

import pytest

Report = Callable[[str, str], None]
"""Takes the name of a measure and its figure with unit and bound, for example ``"0.21 s (bound 1 s)"``."""

_LINES = pytest.StashKey[list[str]]()


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    """Prints a line ``name: value`` in the summary of the run."""
    lines = request.config.stash.setdefault(_LINES, [])
    return lambda name, value: lines.append(f"{name}: {value}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    lines = config.stash.get(_LINES, [])
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.write_line(line)
