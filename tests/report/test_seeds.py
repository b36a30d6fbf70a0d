"""What a person who has never seen the project must be able to read off the report of seed 001, within a minute."""

from pathlib import Path

import pytest

import zhpolicytext as zh
from tests.report.dom import Tree
from zhpolicytext.report import html, summary

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def seed(number):
    return next(path for path in SEEDS if path.name.startswith(f"00{number}_")).read_text("utf-8")


@pytest.fixture(scope="module")
def root():
    return Tree(html([("seeds/001", zh.explain(seed(1)))])).root


def items(root, family):
    """The entries of the legend for the rules of a normaliser."""
    return [entry for entry in root.all(lambda e: e.tag == "li")
            if any(code.text().startswith(family + ".") for code in entry.all(lambda e: e.tag == "code"))]


def item(root, family):
    """The first of them."""
    return items(root, family)[0]


def test_where_the_mojibake_was_what_stood_there_and_which_rule_repaired_it(root):
    raw = seed(1)
    for old, new in (("窞轭}", "》為題"), ("厩闆r", "基本情況")):
        entry, example = next((entry, e) for entry in items(root, "mojibake") for e in entry.all(lambda e: e.tag == "a")
                              if old in e.text() and new in e.text())
        assert new in example.text()
        line, column = map(int, example.with_class("at")[0].text().split(":"))
        assert old in raw.split("\n")[line - 1][column - 1 : column + 6]
        place = next(e for e in root.all(lambda e: e.attributes.get("id") == example.attributes["href"][1:]))
        assert old in place.text()
    assert len(entry.with_class("what")[0].text()) > 15


def test_what_was_removed_and_why(root):
    folds = [(fold.all(lambda e: e.tag == "code").__next__().text(), fold.text()) for fold in root.with_class("fold")]
    for rule, words in (("boilerplate.byline", "責任編輯"), ("boilerplate.footer", "Copyright"), ("watermark.", "vwb四川教育在線")):
        plain = [text.replace("(zé)", "") for name, text in folds if name.startswith(rule)]
        assert any(words in text for text in plain), (rule, folds)
    assert "vwb四川教育在線" in item(root, "watermark").with_class("evidence")[0].text()


def test_what_the_library_was_not_sure_of(root):
    suggestions = zh.explain(seed(1)).suggestions
    assert f"{len(suggestions)}" in [e for e in root.with_class("counters")][0].with_class("ks")[0].text()
    assert len(root.all(lambda e: e.attributes.get("id") == "d0-ks").__next__().text()) > 20


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_every_seed_has_a_page_and_a_summary(path):
    document = zh.explain(path.read_text("utf-8"))
    assert Tree(html([(path.name, document)])).root.with_class("row")
    assert len(list(summary(document, path.name))) > 5
