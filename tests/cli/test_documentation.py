import doctest
import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_every_option_in_the_documentation_exists(run):
    helps = "".join(run(command, "--help").out for command in ("clean", "explain", "check", "report", "rules"))
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", (ROOT / "docs/cli.md").read_text("utf-8"))) - {"--help"}
    assert named and {option for option in named if option not in helps} == set()


def test_every_option_is_documented(run):
    helps = "".join(run(command, "--help").out for command in ("clean", "explain", "check", "report", "rules"))
    text = (ROOT / "docs/cli.md").read_text("utf-8")
    assert {option for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", helps) if option not in text} == set()


@pytest.mark.parametrize("module", ["report.visible", "report.journal", "report.summary", "report.templating"])
def test_the_examples_of_the_modules_are_true(module):
    assert doctest.testmod(importlib.import_module(f"zhpolicytext.{module}")).failed == 0
