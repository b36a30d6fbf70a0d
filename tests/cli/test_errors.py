"""Every error is one line on standard error and status 2, and leaves nothing half written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.report.sample import presets
from zhpolicytext.cli import main


def one_line(ran):
    assert ran.status == 2
    assert ran.err.startswith("zhpolicytext: ") and ran.err.count("\n") == 1 and "Traceback" not in ran.err
    return ran.err


@pytest.mark.parametrize("command", ["clean", "explain", "check", "report"])
def test_a_missing_file_is_named(run, tmp_path, command):
    more = ("--out", "out") if command in ("clean", "report") else ()
    assert "nothing.txt: no such file" in one_line(run(command, "nothing.txt", *more))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_stops_a_run_before_anything_is_written(run, tmp_path):
    (tmp_path / "a.txt").write_text("會", "utf-8")
    one_line(run("clean", "a.txt", "nothing.txt", "--out", "out"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_directory_without_text_is_named(run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.png").write_bytes(b"\x89PNG")
    assert "in: no text in this directory (looked for *.txt" in one_line(run("clean", "in", "--out", "out"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [
    ("clean", "--without", "pinyin.inlne"), ("clean", "--only", "pinyin.inlne"), ("explain", "--rule", "pinyin.inlne"),
    ("rules", "pinyin.inlne"), ("check", "--without", "pinyin.inlne"),
])
def test_an_unknown_rule_is_answered_with_the_nearest(run, arguments):
    assert "unknown rule 'pinyin.inlne': did you mean 'pinyin.inline'?" in one_line(run(*arguments))


def test_a_binary_file_is_refused_and_the_others_are_cleaned(run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_bytes(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0\x01\0\0\0" * 9)
    (tmp_path / "in/b.txt").write_text("會", "utf-8")
    ran = run("clean", "in", "--out", "out")
    assert ran.status == 2
    assert [line for line in ran.err.splitlines() if "a.txt: " in line][0].startswith("zhpolicytext: in/a.txt: ")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.txt"]


def test_bytes_that_no_encoding_fits_are_refused(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(bytes(range(0x80, 0x100)) * 3 + b"\xff\xff\x80")
    assert "a.txt: no encoding fits these bytes: of " in one_line(run("clean", "a.txt"))


def test_a_byte_that_got_lost_costs_one_character_and_is_said(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(("现将有关事项通知如下。" * 9).encode("gb18030")[:-1])
    ran = run("clean", "a.txt")
    assert ran.status == 0 and ran.out.startswith("现将有关事项通知如下。现将")
    assert ran.err == "zhpolicytext: a.txt: 1 byte is no gb18030: U+FFFD stands there\n"


def test_an_out_that_is_a_file_is_refused(run, tmp_path):
    (tmp_path / "a.txt").write_text("會", "utf-8")
    (tmp_path / "out").write_text("x", "utf-8")
    assert "out: --out needs a directory" in one_line(run("clean", "a.txt", "--out", "out"))
    assert (tmp_path / "out").read_text() == "x"


def test_a_place_that_cannot_be_written_is_named(run, tmp_path):
    (tmp_path / "a.txt").write_text("會", "utf-8")
    assert "cannot be written" in one_line(run("clean", "a.txt", "--out", "a.txt/below"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_failure_while_writing_leaves_no_part(run, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("會", "utf-8")

    def full(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert "no space left on device" in one_line(run("clean", "a.txt", "--out", "out"))
    assert list((tmp_path / "out").iterdir()) == []


def test_wrong_usage_has_status_2(run):
    assert run("clean", "--preset", "everything").status == 2
    assert run("polish").status == 2
    assert run("explain", "--limit", "-1").status == 2


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    (tmp_path / "a.txt").write_text("稳中求进。\n" * 20_000, "utf-8")
    with subprocess.Popen([sys.executable, "-m", "zhpolicytext", "clean", str(tmp_path / "a.txt"), str(tmp_path)],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_behind_standard_output_is_named(tmp_path, unbuffered):
    (tmp_path / "a.txt").write_text("稳中求进。", "utf-8")
    with open("/dev/full", "wb") as full:
        ran = subprocess.run([sys.executable, "-m", "zhpolicytext", "clean", str(tmp_path / "a.txt")], stdout=full,
                             stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": unbuffered})
    assert (ran.returncode, ran.stderr) == (2, b"zhpolicytext: standard output: no space left on device\n")


def test_a_closed_stream_is_named(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.txt").write_text("會", "utf-8")
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["clean"], presets=presets) == 2
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["clean", str(tmp_path / "a.txt")], presets=presets) == 2
    assert main(["clean", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), "--quiet"], presets=presets) == 0
    assert capsys.readouterr().err == "zhpolicytext: (standard input): closed\nzhpolicytext: standard output is closed\n"


def test_a_path_that_the_system_cannot_look_at_is_named(run, tmp_path):
    assert "file name too long" in one_line(run("clean", "a" * 300))
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    assert "circle.txt: " in one_line(run("clean", "circle.txt"))


def test_a_link_that_leads_nowhere_costs_only_itself(run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("會", "utf-8")
    (tmp_path / "in/circle.txt").symlink_to("circle.txt")
    (tmp_path / "in/gone.txt").symlink_to("nothing.txt")
    ran = run("clean", "in", "--out", "out")
    assert ran.status == 2 and [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt"]
    assert [line.split(": ")[1] for line in ran.err.splitlines()[:2]] == ["in/circle.txt", "in/gone.txt"]


def test_an_empty_path_is_not_the_current_directory(run, tmp_path):
    (tmp_path / "a.txt").write_text("會", "utf-8")
    assert "an empty PATH: " in one_line(run("clean", "", "--out", "out"))
    assert not (tmp_path / "out").exists()


def killed(text, profile):
    """A rule that the system ends for taking too much memory."""
    os._exit(9)


def test_a_worker_that_is_killed_is_said_in_one_line(tmp_path, capsys):
    from zhpolicytext import Kind, Pipeline, Rule, Safety

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("會", "utf-8")
    pipeline = Pipeline((Rule("killed.rule", Kind.REPAIR, Safety.SAFE, killed),))
    command = ["clean", str(tmp_path), "--out", str(tmp_path / "out"), "--workers", "2"]
    assert main(command, presets=lambda: {"body": pipeline}) == 2
    assert capsys.readouterr().err.startswith("zhpolicytext: a worker was killed")


def test_the_version_is_printed(run):
    from zhpolicytext import __version__

    assert run("--version").out == f"zhpolicytext {__version__}\n"


def broken(text, profile):
    """A rule with a bug."""
    raise IndexError("list index out of range")


def test_a_bug_in_a_rule_costs_one_text_and_is_reported_with_its_name(tmp_path, capsys, monkeypatch):
    from zhpolicytext import Kind, Pipeline, Rule, Safety

    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("破", "utf-8")
    (tmp_path / "in/b.txt").write_text("好", "utf-8")
    pipeline = Pipeline((Rule("broken.rule", Kind.REPAIR, Safety.SAFE, broken, ("破",)),))
    assert main(["clean", "in", "--out", "out", "--quiet"], presets=lambda: {"body": pipeline}) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and err.startswith("zhpolicytext: in/a.txt: IndexError: list index out of range (in rule 'broken.rule'")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.txt"]
