import io
import sys
from typing import NamedTuple

import pytest

from tests.report.sample import presets
from zhpolicytext.cli import main


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def run(capsysbinary, monkeypatch, tmp_path):
    """Run a command in an empty directory, with a small pipeline; files are named relative to that directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def run(*argv, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        try:
            status = main(argv, presets=presets)
        except SystemExit as end:  # argparse
            status = end.code
        captured = capsysbinary.readouterr()
        return Ran(status, captured.out.decode(), captured.err.decode())

    return run
