"""The package is typed, and says so truly."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_mypy_strict_passes():
    result = subprocess.run([sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"),
                             str(ROOT / "src" / "zhpolicytext")], capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_public_name_can_be_imported():
    import zhpolicytext

    for name in zhpolicytext.__all__:
        assert getattr(zhpolicytext, name) is not None
