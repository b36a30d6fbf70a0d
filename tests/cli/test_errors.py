"""Every error is one line on standard error and status 2, and leaves nothing half written."""

import subprocess
import sys

import pytest


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


def test_the_version_is_printed(run):
    from zhpolicytext import __version__

    assert run("--version").out == f"zhpolicytext {__version__}\n"


def broken(text, profile):
    """A rule with a bug."""
    raise IndexError("list index out of range")


def test_a_bug_in_a_rule_costs_one_text_and_is_reported_with_its_name(tmp_path, capsys, monkeypatch):
    from zhpolicytext import Kind, Pipeline, Rule, Safety
    from zhpolicytext.cli import main

    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("破", "utf-8")
    (tmp_path / "in/b.txt").write_text("好", "utf-8")
    pipeline = Pipeline((Rule("broken.rule", Kind.REPAIR, Safety.SAFE, broken, ("破",)),))
    assert main(["clean", "in", "--out", "out", "--quiet"], presets=lambda: {"body": pipeline}) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and err.startswith("zhpolicytext: in/a.txt: IndexError: list index out of range (in rule 'broken.rule'")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.txt"]
