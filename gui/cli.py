"""The command line: a stable contract for scripts. Without a sub-command it opens the window.

Exit codes: 0 done, 1 ``check`` found errors, 2 bad input (one line on stderr), 130 interrupted.

The window should not wait for the checks, exporters and engines that only commands need, nor a command for Qt: what
costs time to import is imported by the function that uses it.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn, TextIO

import gui
from gui import i18n
from gui.document.errors import ConsentNeeded, DaejoError, Message
from gui.i18n import say, tr

if TYPE_CHECKING:
    from gui.document.issue import Issue
    from gui.workspace.drafting import DraftSummary, EngineStatus

_COMMANDS = ("inspect", "draft", "check", "export", "segments", "engines")

_BROKEN_PIPE = 141
"""What a shell reports for a program that SIGPIPE ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    _accept_any_text(sys.stdout, sys.stderr)
    i18n.use("system")
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except ConsentNeeded as error:
        return _fail(_how_to_consent(error.message))
    except DaejoError as error:
        return _fail(say(error.message))
    except BrokenPipeError:
        _silence(sys.stdout)
        return _BROKEN_PIPE
    except OSError as error:  # what is printed goes to a full disk, a closed terminal …
        _silence(sys.stdout)
        name = Path(error.filename).name if error.filename else "stdout"
        reason = error.strerror or type(error).__name__
        return _fail(tr("“{name}” was not written: {reason}. Choose another place.", name=name, reason=reason))
    except KeyboardInterrupt:
        return 130


def _run(arguments: list[str]) -> int:
    try:
        options = _parse(arguments)
        code: int = options.run(options)
    finally:
        print(end="", flush=True)  # a broken pipe should show here, not in the interpreter's last flush
    return code


def _accept_any_text(*streams: TextIO | None) -> None:
    """A terminal that cannot show Hangul shows escapes instead of failing; a windowed program has no streams."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _silence(stream: TextIO | None) -> None:
    """What a stream could not take is not tried again, with a traceback, by the interpreter's last flush."""
    with suppress(OSError):  # one without a file behind it
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _fail(sentence: str) -> int:
    try:
        print(f"daejo: {' '.join(sentence.split())}", file=sys.stderr, flush=True)
    except OSError:  # then the exit code has to do
        _silence(sys.stderr)
    return 2


def _how_to_consent(missing: Message) -> str:
    """On the command line a consent is an option, not a preference."""
    return tr("{engine} is not allowed to receive text yet; allow it with --send-to {host}.", **dict(missing.values))


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(_fail(f"{message} ({self.prog} --help)"))


def _parse(arguments: list[str]) -> argparse.Namespace:
    """A first word that is no command is a file to open; one called like a command opens as ``./check``."""
    if arguments and arguments[0] in _COMMANDS:
        return _command_parser().parse_args(arguments)
    return _window_parser().parse_args(arguments)


def _path(text: str) -> Path:
    """A path with a name to call it by, which ``.`` lacks."""
    path = Path(text)
    return path if path.name not in ("", "..") else path.resolve()


def _window_parser() -> _Parser:
    commands = tr("Commands: {names}. “daejo COMMAND --help” tells more.", names=", ".join(_COMMANDS))
    parser = _Parser(prog="daejo", description=tr("Open a release or a project in the window."), epilog=commands)
    parser.add_argument("--version", action="version", version=f"daejo {gui.__version__}")
    parser.add_argument("file", nargs="?", type=_path, metavar="FILE", help=tr("a release or a project"))
    folder = tr("where there is no display: the folder for the results")
    parser.add_argument("-o", dest="output", type=_path, default=Path("daejo-out"), metavar="FOLDER", help=folder)
    parser.set_defaults(run=_open)
    return parser


def _command_parser() -> _Parser:
    from gui.workspace.exporting import EXPORTERS, LAYOUTS

    parser = _Parser(prog="daejo")
    commands = parser.add_subparsers(required=True)
    as_json = _Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help=tr("print JSON"))

    def command(name: str, text: str, *parents: _Parser) -> argparse.ArgumentParser:
        member = commands.add_parser(name, help=text, description=text, parents=parents)
        member.set_defaults(run=_RUN[name])
        return member

    one = command("inspect", tr("Show what is recognised in a release."), as_json)
    one.add_argument("file", type=_path, metavar="FILE")
    one.add_argument("--evidence", action="store_true", help=tr("say of each block why it was taken for what it is"))
    one = command("draft", tr("Draft a release and save it as a project."))
    one.add_argument("file", type=_path, metavar="FILE")
    one.add_argument("-o", dest="output", type=_path, required=True, metavar="P.daejo")
    one.add_argument("--engine", metavar="NAME", help=tr("drafts what the embedded engine leaves"))
    one.add_argument("--send-to", metavar="HOST", help=tr("allow the engine to send text to this host"))
    one.add_argument("--overwrite", action="store_true", help=tr("replace a project that a person worked on"))
    one = command("check", tr("Check a project, a TMX, an XLIFF or a TSV; exit code 1 on errors."), as_json)
    one.add_argument("file", type=_path, metavar="FILE")
    one = command("export", tr("Write the English document of a project, or of a release with a draft."))
    one.add_argument("file", type=_path, metavar="FILE")
    formats = ", ".join(dict.fromkeys((*(member.suffix for member in EXPORTERS), ".pdf")))
    kinds = tr("its ending says the format: {endings}", endings=formats)
    one.add_argument("-o", dest="output", type=_path, required=True, metavar="OUT", help=kinds)
    one.add_argument("--layout", choices=LAYOUTS, help=tr("of a Word document"))
    one = command("segments", tr("List the segments of a project."), as_json)
    one.add_argument("file", type=_path, metavar="P.daejo")
    command("engines", tr("List the engines and whether each is ready."), as_json)
    return parser


def _print_json(value: object) -> None:
    """Hangul as it is where the reader takes UTF-8, else as escapes: valid JSON in either case."""
    unicode = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "").startswith("utf")
    print(json.dumps(value, ensure_ascii=not unicode, indent=2))


def _inspect(options: argparse.Namespace) -> int:
    from gui.workspace import opening
    from gui.workspace.inspecting import inspect
    from gui.workspace.outline import outline

    release = opening.read_release(options.file)
    if options.json:
        _print_json(inspect(release))
    else:
        print("\n".join(outline(release, evidence=options.evidence)))
    return 0


def _use_own_terms() -> None:
    """Let the user's termbase be in force; what is wrong with it is no reason to stop."""
    from gui.workspace import terms

    remark = terms.install()
    if remark is not None:
        print(tr("Note: {text}", text=say(remark)), file=sys.stderr)


def _draft(options: argparse.Namespace) -> int:
    from gui.workspace import drafting, engine_settings, headless
    from gui.workspace.shared_memories import SharedMemories

    _use_own_terms()
    with closing(SharedMemories()) as mine:
        memories = engine_settings.memories(options.file.name, mine)
        settings = engine_settings.from_environment(options.engine, options.send_to, memories)
        engines = drafting.engines_for(options.engine, settings)
        summary = headless.draft_file(options.file, options.output, engines, overwrite=options.overwrite)
    print(_drafted(summary))
    return 0


def _drafted(summary: "DraftSummary") -> str:
    return tr("Drafted {drafted} segments; {left} are left.", drafted=summary.drafted, left=summary.left)


def _check(options: argparse.Namespace) -> int:
    from gui.workspace import checking, reporting

    _use_own_terms()
    checked = checking.check_file(options.file)
    report = reporting.issues(checked.snapshot, checked.issues, checked.labels, len(checked.ignored))
    has_errors = bool(reporting.counts(checked.issues)["error"])
    if options.json:
        _print_json(report)
        return int(has_errors)
    for issue in checked.issues:
        label = checked.labels.get(issue.segment or "", issue.segment)
        print(f"{issue.severity.value:8} {label or '':12} {say(issue.message)}")
    print(_counted(checked.issues))
    if checked.ignored:
        print(tr("Ignored with a reason: {count}.", count=len(checked.ignored)))
    return int(has_errors)


def _counted(issues: "Sequence[Issue]") -> str:
    from gui.workspace import reporting

    counts = reporting.counts(issues)
    return tr("Errors: {errors}. Warnings: {warnings}.", errors=counts["error"], warnings=counts["warning"])


def _export(options: argparse.Namespace) -> int:
    from gui.workspace import exporting, opening

    snapshot = opening.load(exporting.project_to_export(options.file)).project.snapshot()
    if options.output.suffix.lower() == ".pdf":
        from gui import app  # pages are laid out by Qt, which no other command needs

        app.print_pdf(snapshot, options.output)
        print(tr("Written: {name}", name=options.output))
        return 0
    report = exporting.export(snapshot, options.output, options.layout)
    print(tr("Written: {name}", name=report.path))
    for warning in report.warnings:
        print(tr("Note: {text}", text=say(warning)))
    return 0


def _segments(options: argparse.Namespace) -> int:
    from gui.workspace import opening, reporting

    snapshot = opening.load(options.file).project.snapshot()
    if options.json:
        _print_json(reporting.segments(snapshot))
        return 0
    for segment in snapshot.segments():
        print("\t".join((segment.key, segment.state.value, segment.source.text, segment.target)))
    return 0


def _engines(options: argparse.Namespace) -> int:
    from gui.workspace import drafting, engine_settings, reporting

    known = drafting.known_engines(engine_settings.from_environment())
    if options.json:
        _print_json(reporting.engines(known))
        return 0
    for engine in known:
        status = engine.status()
        state = tr("ready") if status.ready else tr("not ready")
        print(f"{engine.name:16} {state}{_why(status)}")
    return 0


def _why(status: "EngineStatus") -> str:
    if status.reason is None:
        return ""
    return f": {_how_to_consent(status.reason) if status.needs_consent else say(status.reason)}"


_RUN = {
    "inspect": _inspect,
    "draft": _draft,
    "check": _check,
    "export": _export,
    "segments": _segments,
    "engines": _engines,
}


def _open(options: argparse.Namespace) -> int:
    if not _has_display():
        return _without_display(options.file, options.output)
    from gui.workspace import samples
    from gui.workspace.ahead import read_ahead

    ahead = read_ahead(options.file or samples.sample_release())  # which a first start opens
    return _app().run(options.file, ahead)  # type: ignore[no-any-return]  # a module loaded late has no types


def _app() -> ModuleType:
    """What needs Qt.

    Raises:
        DaejoError: the system lacks libraries that Qt loads.
    """
    try:
        from gui import app
    except ImportError as error:
        if isinstance(error, ModuleNotFoundError):
            raise
        raise DaejoError(
            "Nothing can be drawn: system libraries that Qt needs are missing; ./run names them."
        ) from None
    return app


def _has_display() -> bool:
    """A display, or a platform that Qt was told to use, on systems where a display can be missing."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in names)


def _without_display(release: Path | None, folder: Path) -> int:
    from gui.workspace import drafting, engine_settings, headless, samples
    from gui.workspace.shared_memories import SharedMemories

    release = release or samples.sample_release()
    print(tr("There is no display, so the main job runs without a window."))
    _use_own_terms()
    with closing(SharedMemories()) as mine:
        memories = engine_settings.memories(release.name, mine)
        settings = engine_settings.from_environment(memories=memories)
        results = headless.main_job(release, folder, drafting.engines_for(None, settings))
    print(_drafted(results.summary))
    print(_counted(results.issues))
    for path in (results.project, results.document):
        print(tr("Written: {name}", name=path))
    try:
        print(tr("Written: {name}", name=_picture(results.project)))
    except DaejoError as error:
        print(say(error.message))
    return 0


def _picture(project: Path) -> Path:
    """What the window shows of a project, as a PNG beside it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    picture = project.with_suffix(".png")
    _app().render(project, picture)
    return picture
