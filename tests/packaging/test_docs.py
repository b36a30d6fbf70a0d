"""What the documentation shows is true."""

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "README.zh-CN.md", *(str(p.relative_to(ROOT)) for p in sorted((ROOT / "docs").glob("*.md")))]


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_of_the_page_are_true(page):
    text = (ROOT / page).read_text("utf-8").replace("\n```", "\n\n```")  # a fence ends the expected output
    test = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    out = []
    runner = doctest.DocTestRunner(verbose=False)
    runner.run(test, out=out.append)
    assert runner.failures == 0, "".join(out)


@pytest.mark.parametrize("page", PAGES)
def test_the_links_of_the_page_lead_somewhere(page):
    import re

    here = (ROOT / page).parent
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text("utf-8")):
        assert (here / target).exists(), f"{page} links to {target}"
