import re
import shlex
import shutil
from pathlib import Path

import pytest

from zhpolicytext.cli import main

ROOT = Path(__file__).parents[2]


def test_every_option_in_the_documentation_exists(run):
    helps = "".join(run(command, "--help").out for command in ("clean", "explain", "check", "report", "rules"))
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", (ROOT / "docs/cli.md").read_text("utf-8"))) - {"--help"}
    assert named and {option for option in named if option not in helps} == set()


def test_every_option_is_documented(run):
    helps = "".join(run(command, "--help").out for command in ("clean", "explain", "check", "report", "rules"))
    text = (ROOT / "docs/cli.md").read_text("utf-8")
    assert {option for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", helps) if option not in text} == set()


SESSIONS = re.findall(r"```console\n\$ zhpolicytext (.*)\n((?:.*\n)*?)```", (ROOT / "docs/cli.md").read_text("utf-8"))


@pytest.mark.parametrize(("command", "shown"), SESSIONS, ids=[command for command, _ in SESSIONS])
def test_a_session_in_the_documentation_shows_what_is_printed(command, shown, tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command)) == 0
    printed = "".join(capsys.readouterr())
    lines = [".*(?:\n.*)*" if line == "…" else re.escape(line) for line in shown.splitlines()]
    assert re.fullmatch("\n".join(lines), printed.rstrip("\n")), printed
