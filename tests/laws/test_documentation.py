"""Every rule can be read about, and its examples are true."""

import doctest
from functools import partial
from importlib import import_module
from pkgutil import walk_packages

import pytest

import zhpolicytext as zh
from zhpolicytext import Kind, Pipeline, Rule, Safety

RULES = {rule.id: rule for rule in zh.BODY.rules}


def finder_of(rule):
    return getattr(rule.find, "func", rule.find)


def clean(text, finder, **arguments):
    """What the finder alone makes of a text, its proposals carried out: the helper of all docstring examples."""
    find = partial(finder, **arguments) if arguments else finder
    return Pipeline((Rule("doc.example", Kind.REPAIR, Safety.SAFE, find),))(text)


@pytest.mark.parametrize("rule_id", RULES)
def test_the_docstring_says_what_is_found_and_shows_an_example(rule_id):
    rule = RULES[rule_id]
    assert len(rule.summary) > 15, "the first line says what is found"
    assert ">>>" in rule.description, "one example that changes, one look-alike that does not"


@pytest.mark.parametrize("rule_id", RULES)
def test_the_examples_of_the_docstring_are_true(rule_id):
    finder = finder_of(RULES[rule_id])
    names = {**finder.__globals__, "clean": clean, "zh": zh}
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    report = []
    for test in doctest.DocTestFinder(recurse=False).find(finder, finder.__name__, globs=names):
        runner.run(test, out=report.append)
    assert runner.failures == 0, "".join(report)


@pytest.mark.parametrize("rule_id", RULES)
def test_an_id_names_its_normaliser(rule_id):
    family = rule_id.split(".")[0]
    assert rule_id in getattr(zh, family).ids
    assert rule_id == rule_id.lower() and " " not in rule_id and "_" not in rule_id


MODULES = [module.name for module in walk_packages(zh.__path__, "zhpolicytext.") if module.name != "zhpolicytext.__main__"]


@pytest.mark.parametrize("module", ["zhpolicytext", *MODULES])
def test_the_examples_of_the_module_are_true(module):
    imported = import_module(module)
    helpers = {name: value for name, value in (("zh", zh), ("clean", clean)) if not hasattr(imported, name)}
    flags = doctest.IGNORE_EXCEPTION_DETAIL | doctest.NORMALIZE_WHITESPACE
    assert doctest.testmod(imported, extraglobs=helpers, optionflags=flags).failed == 0
