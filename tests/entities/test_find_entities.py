"""What is found, where, and what it says for a machine."""

import json
from datetime import date

import pytest

import zhpolicytext as zh
from zhpolicytext.entities import Entity
from zhpolicytext.entities.guards import is_quoted


def values(text: str) -> list[object]:
    return [entity.value for entity in zh.find_entities(text)]


@pytest.mark.parametrize(("text", "value"), [
    ("二百四十个", {"num": "240", "unit": "个"}),
    ("700余家", {"lo": "700", "hi": "800", "lo_incl": False, "hi_incl": False, "unit": "家", "mod": "余"}),
    ("3.4亿多元", {"lo": "340000000", "hi": "350000000", "lo_incl": False, "hi_incl": False, "unit": "CNY", "mod": "多"}),
    ("1640余万元", {"lo": "16400000", "hi": "16500000", "lo_incl": False, "hi_incl": False, "unit": "CNY", "mod": "余"}),
    ("近5万人", {"lo": None, "hi": "50000", "lo_incl": False, "hi_incl": False, "unit": "人", "mod": "近"}),
    ("大约六十名", {"about": "60", "unit": "名", "mod": "大约"}),
    ("不低于15%", {"lo": "15", "hi": None, "lo_incl": True, "hi_incl": False, "unit": "%", "mod": "不低于"}),
    ("不超过20日", {"lo": None, "hi": "20", "lo_incl": False, "hi_incl": True, "unit": "日", "mod": "不超过"}),
    ("3至5个", {"lo": "3", "hi": "5", "lo_incl": True, "hi_incl": True, "unit": "个"}),
    ("一千元以上三千元以下", {"lo": "1000", "hi": "3000", "lo_incl": True, "hi_incl": True, "unit": "CNY", "mod": "以上以下"}),
    ("七八百名", {"lo": "700", "hi": "800", "lo_incl": True, "hi_incl": True, "unit": "名"}),
    ("几千户", {"lo": "2000", "hi": "10000", "lo_incl": True, "hi_incl": False, "unit": "户", "mod": "几"}),
    ("上万名", {"lo": "10000", "hi": None, "lo_incl": True, "hi_incl": False, "unit": "名", "mod": "上"}),
    ("1.5个百分点", {"num": "1.5", "unit": "pp"}),
    ("500万美元", {"num": "5000000", "unit": "USD"}),
    ("柒万伍仟元整", {"num": "75000", "unit": "CNY"}),
    ("四分之三", {"num": "3/4"}),
    ("近五年", {"num": "5", "unit": "年", "mod": "近"}),
    ("十年来", {"num": "10", "unit": "年", "mod": "来"}),
    ("苏政发〔2021〕8号", {"issuer": "苏政发", "year": 2021, "serial": 8}),
    ("“十三五”期间", "2016/2020"),
    ("今年上半年", "Y+0-H1"),
    ("2022年第三季度", "2022-Q3"),
    ("农历腊月初八", "lunar:12-08"),
    ("宣统二年", "1910"),
])
def test_has_this_value(text: str, value: object) -> None:
    assert values(text) == [value]
    (found,) = zh.find_entities(text)
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize("text", ["统一思想", "一带一路", "三教改革", "第十二条", "节约用水", "百年大计", "12345热线", "G20峰会", ""])
def test_finds_nothing_where_there_is_nothing(text: str) -> None:
    assert zh.find_entities(text) == ()


def test_an_issuer_ends_where_the_sentence_about_it_begins() -> None:
    found = zh.find_entities("根据国发〔2019〕4号和教职成〔2020〕7号，参照人社部发〔2021〕30号执行")
    assert [entity.value["issuer"] for entity in found if isinstance(entity.value, dict)] == ["国发", "教职成", "人社部发"]


def test_relative_dates_are_resolved_for_a_day_that_the_caller_names() -> None:
    found = zh.find_entities("去年12月，今年3月，近三年，2020年", today=date(2024, 2, 29))
    assert [entity.value for entity in found] == [
        "2023-12", "2024-03", {"num": "3", "unit": "年", "mod": "近", "from": "2021-02-28", "to": "2024-02-29"}, "2020"]


def test_entities_are_sorted_disjoint_and_of_json() -> None:
    text = "2023年5月12日，教职成〔2020〕7号，投入3.2亿元，占52.6%，建成二十三所学校，3—5年。"
    found = zh.find_entities(text)
    assert all(left.end <= right.start for left, right in zip(found, found[1:]))
    assert json.loads(json.dumps([entity.to_json() for entity in found]))[0]["type"] == "date"


def test_an_entity_is_a_value() -> None:
    (found,) = zh.find_entities("23所")
    assert found == Entity(0, 3, "quantity", {"num": "23", "unit": "所"}, "23所", "number.quantity")
    assert len({found, *zh.find_entities("23所")}) == 1


@pytest.mark.parametrize("text", ["\ud800一百二十个", "\0二十名", "一" * 5000, "1" * 5000, "〔" * 3000, "9" * 400 + "亿元", "二十\U0001f600名",
                                  "1,000," * 500, "百分之" * 800, "第一、" * 800, "2020年" * 500, "《" * 900 + "二十名"])
def test_no_text_raises(text: str) -> None:
    zh.find_entities(text)
    (zh.number | zh.date)(text)


@pytest.mark.parametrize(("text", "value"), [
    ("三分之一以上", {"lo": "1/3", "hi": None, "lo_incl": True, "hi_incl": False, "mod": "以上"}),
    ("2/3以内", {"lo": None, "hi": "2/3", "lo_incl": False, "hi_incl": True, "mod": "以内"}),
    ("三分之一", {"num": "1/3"}),
])
def test_a_fraction_may_be_bounded(text: str, value: object) -> None:
    assert [entity.value for entity in zh.find_entities(text)] == [value]


@pytest.mark.parametrize(("text", "kept"), [
    ("“二十四字”", True), ("“甲‘乙’二十四字”", True), ("“甲”二十四字“乙”", False), ("‘甲’和二十四字’", False), ("「甲」二十四字」", False),
])
def test_a_quotation_that_is_closed_before_a_numeral_does_not_hold_it(text: str, kept: bool) -> None:
    start = text.index("二十四字")
    assert is_quoted(text, start, start + 4) is kept


@pytest.mark.parametrize("text", ["a.3亿元", "-35人", "B-35人", "-3.5%"])
def test_what_stands_behind_a_letter_or_a_sign_is_no_number_of_its_own(text: str) -> None:
    assert zh.find_entities(text) == ()
