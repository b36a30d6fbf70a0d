"""Patterns that open with a character find what the patterns find of which they were made."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhpolicytext.blocks import phrases
from zhpolicytext.text.match import Lazy, fronted, grouped

SOURCES = ("(?:a|bc)d", "a?b|c", "[ab]c|d", "(?:a|(?:b|c)?d)(?:e|f)|x", "(?:a)?(?:b)?c", "[.]a|\\(b\\)|c\\.", "(?:(?:a|b)|c)?d",
           "[ab]?c|(?:d|e)?f", "a(?:b|c)|b")
UNTOUCHED = ("^a|b", "a{2}|b", "[a-c]d|e", "(a)b|c", ".a|b", "\\da|b", "a*b|c", "(?:ab)+c|d", "(?<=a)b|c")


@pytest.mark.parametrize("source", SOURCES)
@given(st.text("abcdefx.() ", max_size=8))
def test_an_opened_pattern_finds_the_same(source, text):
    assert (re.search(fronted(source), text) is None) == (re.search(source, text) is None)


@pytest.mark.parametrize("source", SOURCES)
def test_every_alternative_begins_with_a_character(source):
    assert all(re.match(r"\\?[^([]", branch) and not re.match(r"\\?.[?*+{]", branch) for branch in _branches(fronted(source)))


def _branches(source):
    depth, branches = 0, [""]
    for char in source:
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            branches.append("")
        else:
            branches[-1] += char
    return branches


@pytest.mark.parametrize("source", UNTOUCHED)
def test_what_cannot_be_opened_stays(source):
    assert fronted(source) == source


WORDS = ("转载", "版权", "归", "本站", "所有", "不", "概不", "负责", "承担", "责任", "来源", "网络", "联系", "删除", "12", "积分", " ", "下载", "预览",
         "仅供", "参考", "主办", "承办", "单位", ":", "ICP", "备", "©", "用户", "上传", "侵权", "为准", "欢迎", "阅读", "由", "会员", "收集")


@pytest.mark.parametrize("source", [*phrases._SAYS, *phrases._PROMOTES])
@given(st.lists(st.sampled_from(WORDS), max_size=8).map("".join))
def test_the_phrases_of_sites_are_found_as_before(source, text):
    assert (Lazy(source, engine="fronted").search(text) is None) == (re.search(source, text) is None)


@given(st.lists(st.text("abc+", min_size=1, max_size=3), min_size=1, max_size=6), st.text("abc+ ", max_size=12))
def test_grouped_words_are_found_as_the_longest_that_begins_there(words, text):
    plain = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    assert re.findall(grouped(words), text) == re.findall(plain, text)
