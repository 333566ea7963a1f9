"""The moment that all tests of this folder take for now."""

from datetime import UTC, datetime

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
