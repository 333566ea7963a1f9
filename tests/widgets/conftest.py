"""Opened releases for the tests of this folder."""

from tests.widgets.opened import drafted, real, session

__all__ = ["drafted", "real", "session"]
