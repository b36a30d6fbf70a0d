"""The package is typed, and says so truly."""

import os
import re
import subprocess
import sys
from pathlib import Path

import zhpolicytext

ROOT = Path(__file__).parents[2]


def test_mypy_strict_passes():
    result = subprocess.run([sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"),
                             str(ROOT / "src" / "zhpolicytext")], capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_public_name_can_be_imported():
    for name in zhpolicytext.__all__:
        assert getattr(zhpolicytext, name) is not None


def test_every_name_with_a_home_is_public():
    assert zhpolicytext.__all__ == ["__version__", *sorted(zhpolicytext._HOME)]


def test_a_project_that_is_checked_strictly_may_import_what_the_documentation_does(tmp_path):
    pages = [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")]
    shown = {line for page in pages for line in re.findall(r"from zhpolicytext[a-z_.]* import .*", page.read_text("utf-8"))}
    assert len(shown) > 5
    program = [f"from zhpolicytext import {', '.join(zhpolicytext.__all__)}", *sorted(shown)]
    (tmp_path / "project.py").write_text("\n".join(program), "utf-8")
    result = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "project.py"],
                            capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "MYPYPATH": str(ROOT / "src")})
    assert result.returncode == 0, result.stdout + result.stderr
