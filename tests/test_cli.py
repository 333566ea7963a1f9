"""The command line as scripts see it: exit codes, one line on stderr, JSON on stdout."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import docx
import psutil
import pytest

import gui
from gui.cli import main
from gui.document.edit import Json, PropertyEdit, TargetEdit
from gui.document.issue import Severity
from gui.workspace import checking, drafting, headless, opening
from gui.workspace.samples import sample_release

CHECKOUT = Path(__file__).parents[1]
REAL = CHECKOUT.parent / "shared/releases/2023-04-28_korea-us-cluster-round-table.md"

RELEASE = """## 해양 클러스터 대화 개최

장관은 오늘 회의를 열었습니다. 모두 120억원을 지원한다고 밝혔습니다.

<끝>
"""


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "보도자료.md"
    path.write_text(RELEASE, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as exit_:  # argparse leaves this way
            code = int(exit_.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return call


Run = Callable[..., tuple[int, str, str]]


def of_json(answer: tuple[int, str, str]) -> Any:
    assert answer[2] == ""
    return json.loads(answer[1])


def long_document(path: Path) -> None:
    """A Word document that takes seconds to read."""
    document = docx.Document()
    document.add_paragraph("가나다라마바사 " * 40)
    paragraph = document.paragraphs[0]._p
    for _ in range(20_000):
        paragraph.addnext(deepcopy(paragraph))
    document.save(str(path))


def spawn(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "gui", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, check=False, cwd=CHECKOUT, env={**os.environ, **environment}, timeout=60
    )


def test_draft_segments_check_and_export_of_a_release(run: Run, release: Path, tmp_path: Path) -> None:
    project, document = tmp_path / "p.daejo", tmp_path / "out.docx"
    assert run("draft", release, "-o", project)[0] == 0
    listed = of_json(run("segments", project, "--json"))["segments"]
    assert [item["key"] for item in listed][:2] == ["b1.1", "b2.1"]
    assert listed[1]["source"] == "장관은 오늘 회의를 열었습니다."
    assert set(of_json(run("check", project, "--json"))["counts"]) == {"error", "warning", "info"}
    code, out, _ = run("export", project, "-o", document)
    assert (code, document.exists()) == (0, True)
    assert str(document) in out


def test_a_release_is_exported_from_the_project_beside_it(run: Run, release: Path, tmp_path: Path) -> None:
    document = tmp_path / "out.docx"
    code, _, err = run("export", release, "-o", document)
    assert code == 2
    assert "daejo draft" in err
    run("draft", release, "-o", release.with_suffix(".daejo"))
    assert run("export", release, "-o", document, "--layout", "bilingual")[0] == 0
    assert document.exists()


def test_a_draft_can_be_made_twice_but_does_not_replace_a_persons_work(run: Run, release: Path, tmp_path: Path) -> None:
    project = tmp_path / "p.daejo"
    assert run("draft", release, "-o", project)[0] == 0
    assert run("draft", release, "-o", project)[0] == 0
    opened = opening.open_path(project)
    old = opened.project.segment("b2.1").translation
    opened.project.apply(TargetEdit("b2.1", old, old.typed("A person's work.")))
    opened.save()
    opened.close(discard=True)
    code, _, err = run("draft", release, "-o", project)
    assert code == 2
    assert "work of a person" in err
    assert run("draft", project, "-o", project)[0] == 0
    assert opening.load(project).project.segment("b2.1").target == "A person's work."
    assert run("draft", release, "-o", project, "--overwrite")[0] == 0
    assert opening.load(project).project.segment("b2.1").target != "A person's work."


def test_what_a_person_ignores_with_a_reason_is_counted_apart(run: Run, release: Path, tmp_path: Path) -> None:
    project = tmp_path / "p.daejo"
    opened = opening.open_path(release)
    old = opened.project.segment("b2.2").translation
    opened.project.apply(TargetEdit("b2.2", old, old.typed("It will provide 120 billion won in total.")))
    opened.save(project)
    before = of_json(run("check", project, "--json"))
    assert before["counts"]["error"]
    assert before["ignored"] == 0
    checked = checking.check_file(project)
    reasons: dict[str, Json] = {
        checking.fingerprint(issue, opened.project.segment(issue.segment) if issue.segment else None): "meant so"
        for issue in checked.issues
        if issue.severity is Severity.ERROR
    }
    opened.project.apply(PropertyEdit(checking.IGNORED_ISSUES, None, reasons))
    opened.save()
    opened.close(discard=True)
    code, out, _ = run("check", project)
    assert code == 0
    assert f"Ignored with a reason: {len(reasons)}." in out
    after = of_json(run("check", project, "--json"))
    assert (after["counts"]["error"], after["ignored"]) == (0, len(reasons))
    assert not [issue for issue in after["issues"] if issue["severity"] == "error"]
    results = headless.main_job(project, tmp_path / "out", drafting.engines_for(None))
    assert not [issue for issue in results.issues if issue.severity is Severity.ERROR]


@pytest.mark.skipif(not REAL.exists(), reason="the real release is not beside this checkout")
def test_inspect_of_the_real_release(run: Run) -> None:
    found = of_json(run("inspect", REAL, "--json"))
    kinds = [block["kind"] for block in found["blocks"]]
    assert kinds.count("headline") == len(found["subheadlines"]) == 1
    assert found["embargo"]["text"]
    assert found["distributed"] == "2023-04-28"
    assert len(found["notes"]) == 3
    assert [len(person["background"]) for person in found["attendees"]] == [3, 3, 3, 3, 2, 2, 3, 3, 3, 3, 2]


def test_check_of_a_tsv_exits_1_on_errors_and_names_the_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("장관은 회의를 열었다.\tThe minister held a 회의.\n하나\tone\n", encoding="utf-8")
    answer = run("check", path, "--json")
    issues = of_json(answer)["issues"]
    errors = [issue for issue in issues if issue["severity"] == "error"]
    assert answer[0] == int(bool(errors))
    assert {issue["segment"] for issue in issues} == {1}
    assert all(set(issue) >= {"check", "source", "target", "message", "source_span", "suggestion"} for issue in issues)
    path.write_text("하나\tone\n", encoding="utf-8")
    assert run("check", path)[0] == 0


def test_the_sample_is_drafted_whole_without_a_network(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("draft", sample_release(), "-o", tmp_path / "p.daejo")
    assert code == 0
    assert out.endswith("; 0 are left.\n")


def test_engines_lists_the_embedded_one_as_ready(run: Run) -> None:
    first = of_json(run("engines", "--json"))["engines"][0]
    assert (first["ready"], first["online"]) == (True, False)
    assert run("engines")[1].startswith(first["name"])


def test_without_json_people_can_read_it(run: Run, release: Path, tmp_path: Path) -> None:
    assert "해양 클러스터 대화 개최" in run("inspect", release)[1]
    run("draft", release, "-o", tmp_path / "p.daejo")
    assert "b1.1\t" in run("segments", tmp_path / "p.daejo")[1]
    assert "Errors:" in run("check", tmp_path / "p.daejo")[1]


class Answers(BaseHTTPRequestHandler):
    """A LibreTranslate server that knows one sentence."""

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        body = json.dumps({"translatedText": "The minister held the meeting today."}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
        thread.join()


def test_a_service_on_this_machine_drafts_what_the_embedded_engine_leaves(
    run: Run, release: Path, tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAEJO_LIBRETRANSLATE_URL", server)
    project = tmp_path / "p.daejo"
    code, _, err = run("draft", release, "-o", project, "--engine", "libretranslate")
    assert (code, err) == (0, "")
    listed = of_json(run("segments", project, "--json"))["segments"]
    assert listed[1]["target"] == "The minister held the meeting today."
    assert listed[1]["origin"]["engine"] == "libretranslate"


def test_nothing_is_sent_to_a_host_that_the_user_did_not_name(run: Run, release: Path, tmp_path: Path) -> None:
    for consent in ((), ("--send-to", "example.org")):
        code, _, err = run("draft", release, "-o", tmp_path / "p.daejo", "--engine", "google", *consent)
        assert code == 2
        assert "allow it with --send-to translate.google.com" in err
    assert "--send-to translate.google.com" in run("engines")[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("inspect", "gone.md"),
        ("inspect", "folder"),
        ("inspect", "empty.md"),
        ("inspect", "binary.md"),
        ("inspect", "cut.hwpx"),
        ("inspect", "cut.hwp"),
        ("inspect", "cut.docx"),
        ("inspect", "cut.pdf", "--json"),
        ("inspect", "dangling.hwpx"),
        ("inspect", "picture.hwp", "--evidence"),
        ("inspect",),
        ("draft", "cut.pdf", "-o", "p.daejo"),
        ("draft", "gone.md", "-o", "p.daejo"),
        ("draft", "good.md"),
        ("draft", "good.md", "-o", "p.docx"),
        ("draft", "good.md", "-o", "folder/none/p.daejo"),
        ("draft", "good.md", "-o", f"{'가' * 84}.daejo"),
        ("draft", f"{'가' * 84}.md", "-o", "p.daejo"),
        ("draft", "good.md", "-o", "p.daejo", "--engine", "babelfish"),
        ("draft", "good.md", "-o", "broken.daejo"),
        ("check", "gone.tsv"),
        ("check", "folder"),
        ("check", "good.md"),
        ("check", "broken.daejo"),
        ("check", "broken.tmx"),
        ("check", "binary.tsv"),
        ("export", "gone.daejo", "-o", "o.docx"),
        ("export", "broken.daejo", "-o", "o.docx"),
        ("export", "good.md", "-o", "o.docx"),
        ("export", "good.md", "-o", "o.odt", "--layout", "poster"),
        ("segments", "good.md"),
        ("segments", "gone.daejo"),
        ("--bogus",),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "good.md").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "binary.md").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "binary.tsv").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "broken.daejo").write_bytes(b"PK\x03\x04 cut short")
    (tmp_path / "broken.tmx").write_text("<tmx><body>")
    (tmp_path / "cut.hwpx").write_bytes(b"PK\x03\x04".ljust(38, b"\0") + b"application/hwp+zip cut short")
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04".ljust(30, b"\0") + b"word/document.xml cut short")
    (tmp_path / "cut.hwp").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "FileHeader".encode("utf-16-le"))
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<")
    (tmp_path / "picture.hwp").write_bytes(b"\xff\xd8\xff\xe0" + bytes(99))
    (tmp_path / "dangling.hwpx").symlink_to(tmp_path / "nothing.hwpx")
    in_folder = [tmp_path / word if "." in word or word == "folder" else word for word in arguments]
    code, out, err = run(*in_folder)
    assert code == 2
    assert out == ""
    assert err.startswith("daejo: ")
    assert err.count("\n") == 1
    assert str(tmp_path) not in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe to wait at")
def test_a_pipe_is_no_release(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.hwp")
    code, out, err = run("inspect", tmp_path / "a.hwp")
    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_while_a_file_is_read_leaves_nothing_behind(tmp_path: Path) -> None:
    """A terminal sends the signal to the program and to the process that reads for it."""
    path = tmp_path / "long.docx"
    long_document(path)
    command = [sys.executable, "-m", "gui", "inspect", str(path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=CHECKOUT, start_new_session=True
    ) as process:
        program = psutil.Process(process.pid)
        while not any("spawn_main" in word for child in program.children() for word in child.cmdline()):
            time.sleep(0.01)
        time.sleep(0.3)
        children = program.children()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert psutil.wait_procs(children, timeout=5)[1] == []


def test_version_and_help_name_the_commands(run: Run) -> None:
    assert run("--version")[:2] == (0, f"daejo {gui.__version__}\n")
    assert "segments" in run("--help")[1]
    assert "--layout" in run("export", "--help")[1]


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "gui", "inspect", str(sample_release()), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=CHECKOUT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [("inspect", str(sample_release())), ("engines",), ("--help",)])
def test_a_full_disk_behind_a_pipe_is_one_line(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "gui", *arguments]
    environment = {**os.environ, "PYTHONUNBUFFERED": ""}  # so that little is left for the last flush
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=CHECKOUT, check=False, env=environment)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("daejo: “stdout” was not written: No space left")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_the_exit_code_is_right_even_where_nothing_can_be_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "gui", "inspect", "gone.md"], stderr=full, cwd=CHECKOUT, check=False
        )
    assert done.returncode == 2


def test_a_folder_is_called_by_its_name(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "문서" / "inner").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "문서")
    assert run("inspect", ".")[2].startswith("daejo: 문서 is ")
    monkeypatch.chdir("inner")
    assert run("inspect", "..")[2].startswith("daejo: 문서 is ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe to wait at")
def test_ctrl_c_ends_a_command_without_a_traceback(tmp_path: Path) -> None:
    pipe = tmp_path / "pairs.tsv"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "gui", "check", str(pipe)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=CHECKOUT) as process:
        with pipe.open("wb"):  # opens once the command has opened its end
            process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_a_terminal_that_knows_no_hangul_gets_escapes_and_valid_json(release: Path) -> None:
    told = spawn("inspect", release, "--json", PYTHONIOENCODING="ascii")
    assert json.loads(told.stdout)["headline"] == "해양 클러스터 대화 개최"
    plain = spawn("inspect", release, PYTHONIOENCODING="latin-1")
    assert (plain.returncode, plain.stderr) == (0, b"")


def test_no_command_loads_qt_or_a_document_library() -> None:
    heavy = "{'PySide6', 'docx', 'lxml', 'requests', 'deep_translator', 'hwpx', 'dochan', 'pypdfium2', 'pdfplumber'}"
    code = f"import sys, gui.cli; gui.cli.main(['engines']); print(sorted({heavy} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=CHECKOUT)
    assert told.stdout.splitlines()[-1] == b"[]"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
def test_without_a_display_the_main_job_runs_headless(tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = spawn("-o", out, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert told.returncode == 0, told.stderr.decode()
    assert "no display" in told.stdout.decode()
    stem = sample_release().stem
    assert sorted(path.name for path in out.iterdir()) == [f"{stem}.daejo", f"{stem}.docx", f"{stem}.png"]
    assert all(path.name in told.stdout.decode() for path in out.iterdir())
