"""The terms of the user: one file in the data folder, on top of the project's own termbase.

The file is a table that people can read (``terms.tsv``, UTF-8, the columns of :mod:`gui.workspace.term_rows`). It is
replaced whole. Two windows may be open: a change is made to what the file holds by then, never to an older list.
"""

import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from gui.document.errors import Message, ProjectError, ReadError, note
from gui.document.work import never, unheard
from gui.files import replace_file
from gui.language import termbase
from gui.language.termbase import Term
from gui.workspace.folders import data_folder
from gui.workspace.term_rows import tidy

_NAME = "terms.tsv"
_lock = threading.Lock()


def install() -> Message | None:
    """Put the user's terms in force: once at the start of the program, and after somebody else changed the file.

    Returns:
        What the user should know: the file was damaged, and what became of it.
    """
    with _lock:
        terms, remark = _load()
        termbase.use(terms)
    return remark


def mine() -> tuple[Term, ...]:
    """The user's terms that are in force."""
    return tuple(term for term in termbase.Termbase.load() if term.by_user)


def add(term: Term) -> None:
    """Keep a term; it is in force at once, in place of one with the same Korean that held at the same time.

    Raises:
        ProjectError: the file cannot be written; nothing has changed.
    """
    from gui.workspace.term_import import Policy, plan

    with _lock:
        _keep(plan(_load()[0], [term]).result(Policy.REPLACE))


def change(before: Iterable[Term], after: Iterable[Term]) -> None:
    """Keep what a person made of the list of terms; those that came in from elsewhere meanwhile stay.

    Args:
        before: the list as it was shown.
        after: the list as it is to be.

    Raises:
        ProjectError: the file cannot be written; nothing has changed.
    """
    wanted = dict.fromkeys(map(tidy, after))
    shown = set(before)
    with _lock:
        elsewhere = (term for term in _load()[0] if term not in shown)
        _keep(tuple(dict.fromkeys((*wanted, *elsewhere))))


def _keep(terms: tuple[Term, ...]) -> None:
    from gui.workspace.term_tables import write_delimited

    try:
        replace_file(_path(), lambda file: write_delimited(file, terms, "\t"))
    except OSError:
        raise ProjectError("Your terms cannot be written; check the data folder and the space left.") from None
    termbase.use(terms)


def _load() -> tuple[tuple[Term, ...], Message | None]:
    """The terms in the file; one that is damaged is kept aside, and what can be read of it stays."""
    from gui.workspace.term_tables import read_delimited

    try:
        path = _path()
        data = path.read_bytes()
    except FileNotFoundError:
        return (), None
    except OSError:
        return mine(), note("Your terms cannot be read; check that {name} is open to you.", name=_NAME)
    try:
        rows = read_delimited(_NAME, data, unheard, never)
    except ReadError:
        return (), _put_aside(path)
    return tuple(dict.fromkeys(rows.terms)), _put_aside(path) if rows.remarks else None


def _put_aside(path: Path) -> Message:
    kept = path.with_name(f"{path.stem}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}.tsv")
    text = note("Some of your terms could not be read: the file is kept as {kept}.", kept=kept.name)
    try:
        data = path.read_bytes()
        replace_file(kept, lambda file: file.write(data))
    except OSError:
        return note("Some of your terms could not be read; look at {name}.", name=_NAME)
    return text


def _path() -> Path:
    return data_folder() / _NAME
