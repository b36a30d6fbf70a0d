"""The sieve in front of the recognisers loses nothing and costs little."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhpolicytext.core.edits import Edit
from zhpolicytext.core.profile import Profile
from zhpolicytext.entities.candidates import first_candidate, may_change, may_hold_candidate
from zhpolicytext.entities.changes import changes, edit_of
from zhpolicytext.entities.scan import found_in
from zhpolicytext.strategies import policy_documents
from zhpolicytext.text.tables import rows

SETS = Path(__file__).parent.parent / "evaluation"
ALPHABET = ("0123456789０５一二三十百千万亿两〇零年月日号时分点个名元人％% ..．,-—～至到第〔〕()（）余多几今年上午百分之发函国教约近超过以上内。\n一、《》“”农历/:"
            "O世纪代至到底 \N{NO-BREAK SPACE}")
PIECES = ("二〇二三年", "五月", "十二日", "3.5亿元", "百分之", "二十", "所", "2021", "2025年", "-", "—", " ", "〔2020〕", "7号", "国发", "上午",
          "九时", "三十分", "，", "。", "\n", "约", "余", "万", "至", "第", "％", "５", "1,200", "人", "千瓦", "千米", "个百分点", "平方米", "之", "一、", "两",
          "6月", "五日", "十号", "9时", "五分", "十余", "三多", "亿", "十世纪", "三十年代", "15日")


def everything(text: str) -> list[tuple[Edit, str]]:
    return [(edit_of(text, entity, entity.canonical), entity.rule) for entity in found_in(text)
            if entity.canonical != text[entity.start : entity.end]]


def sieved(text: str) -> list[tuple[Edit, str]]:
    profile = Profile(text)
    found = sorted((edit, rule) for rule, edits in changes(profile).items() for edit in edits)
    assert may_change(profile) and may_hold_candidate(profile) or not found
    return found


@settings(max_examples=600, deadline=None)
@given(st.one_of(st.text(ALPHABET, max_size=24), st.lists(st.sampled_from(PIECES), max_size=9).map("".join)))
def test_the_sieve_loses_no_edit(text: str) -> None:
    assert sieved(text) == everything(text)


@pytest.mark.parametrize("name", ["numbers_dev.jsonl", "numbers_own.jsonl"])
def test_the_sieve_loses_no_edit_of_the_labelled_sets(name: str) -> None:
    for line in (SETS / name).read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        assert sieved(text) == everything(text)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(policy_documents())
def test_no_sentence_of_a_clean_document_is_looked_at(document: str) -> None:
    assert first_candidate(Profile(document)) == -1


@pytest.mark.parametrize("text", [
    "党的二十大和十四五规划", "第二十二条、第十二届", "2023年5月12日", "3.5亿元，52.6%", "教职成〔2020〕7号", "一是二是三是", "　　各位代表：",
    "2021—2025年", "9:00—17:00", "五项措施、三个课堂", "千方百计、百强企业", "1+X证书", "（一）总则",
    "索引号：074395/2008-00545", "京ICP备12345678号", "京ICP备2023012345号", "京公网安备11010202000252号",
])
def test_what_clean_text_is_full_of_is_no_candidate(text: str) -> None:
    assert not may_change(Profile(text))


@pytest.mark.parametrize("number", ["二十三", "三十", "十七万", "1,280", "12 ", "１２", "5千", "3. 2", "2-3"])
def test_the_sieve_knows_every_unit(number: str) -> None:
    for row in rows("units.tsv"):
        for text in (f"共{number}{row[0]}。", f"约{number}余{row[0]}以上，"):
            assert sieved(text) == everything(text), text
