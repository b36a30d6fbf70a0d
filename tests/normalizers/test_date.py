"""Dates, times and ranges of years in their canonical form."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zhpolicytext as zh
from zhpolicytext.normalizers import date as module

_HAN = "〇一二三四五六七八九"


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_read_in_every_spelling(day: datetime.date) -> None:
    canonical = f"{day.year}年{day.month}月{day.day}日"
    for spelling in (day.isoformat(), f"{day:%Y/%m/%d}", f"{day:%Y.%m.%d}", f"{day.year} 年 {day.month} 月 {day.day} 日",
                     f"{day.year}年{day:%m}月{day:%d}日"):
        assert zh.date(f"通知于{spelling}印发") == f"通知于{canonical}印发"
        (found,) = zh.find_entities(f"通知于{spelling}印发")
        assert found.value == day.isoformat()


@pytest.mark.parametrize(("text", "canonical", "value"), [
    ("二○一八年七月", "2018年7月", "2018-07"),
    ("二零零九年", "2009年", "2009"),
    ("一九八七年十二月三十一日", "1987年12月31日", "1987-12-31"),
    ("２０１６年０３月", "2016年3月", "2016-03"),
    ("去年九月", "去年9月", "Y-1-09"),
    ("六月底", "6月底", "--06"),
    ("四月十八日", "4月18日", "--04-18"),
    ("公历四月十八日", "公历4月18日", "--04-18"),
    ("2016 2020年", "2016—2020年", "2016/2020"),
    ("2018/2019学年", "2018—2019学年", "2018/2019"),
    ("2022-2023学年度", "2022—2023学年度", "2022/2023"),
    ("二〇一六至二〇二〇年", "2016至2020年", "2016/2020"),
    ("2023年10月－2024年3月", "2023年10月—2024年3月", "2023-10/2024-03"),
    ("7-8月", "7—8月", "--07/--08"),
    ("6月5~9日", "6月5—9日", "--06-05/--06-09"),
    ("2023.3.1-2023.5.31", "2023年3月1日—2023年5月31日", "2023-03-01/2023-05-31"),
    ("十九世纪四十年代", "19世纪40年代", "1840/1849"),
    ("九世纪六十年代", "9世纪60年代", "860/869"),
    ("上世纪六十年代", "上世纪60年代", "1960/1969"),
    ("六月5日", "6月5日", "--06-05"),
    ("6月五日", "6月5日", "--06-05"),
    ("6月十日", "6月10日", "--06-10"),
    ("6月十号", "6月10号", "--06-10"),
    ("9时五分", "9时5分", "T09:05"),
    ("下午三时四十分", "下午3时40分", "T15:40"),
    ("晚上九点半", "晚上9点半", "T21:30"),
    ("8:30-11:30", "8:30—11:30", "T08:30/T11:30"),
    ("上午八时至十一时", "上午8时至11时", "T08:00/T11:00"),
    ("8 时 40 分", "8时40分", "T08:40"),
    ("上个世纪七十年代", "上个世纪70年代", "1970/1979"),
    ("十七、十八世纪", "17、18世纪", "1601/1800"),
    ("九至十三世纪", "9至13世纪", "0801/1300"),
    ("2019.4.8-18", "2019年4月8日—18日", "2019-04-08/2019-04-18"),
    ("2019-04-08~05-16", "2019年4月8日—5月16日", "2019-04-08/2019-05-16"),
    ("2019／04／08", "2019年4月8日", "2019-04-08"),
    ("二〇一九年　四月　八日", "2019年4月8日", "2019-04-08"),
    ("二〇一九年　四月", "2019年4月", "2019-04"),
    ("2016~2019学年", "2016—2019学年", "2016/2019"),
    ("2019/4/8—16", "2019年4月8日—16日", "2019-04-08/2019-04-16"),
])
def test_is_written_canonically(text: str, canonical: str, value: str) -> None:
    assert zh.date(f"于{text}。") == f"于{canonical}。"
    assert zh.date(canonical) is canonical
    assert [entity.value for entity in zh.find_entities(f"于{text}。")] == [value]


@pytest.mark.parametrize("text", [
    "三月，万物复苏", "七八月间", "三、四月份", "夏历五月八日", "九八年抗洪", "八十年代初", "农历五月初五", "腊月二十三", "咸丰十年",
    "民國一百一十年三月五日", "“一九三七”展览", "《二〇一九年版目录》", "初三年级", "十一黄金周", "三点建议", "早一点，晚一点",
    "九世纪", "十世纪", "九至十世纪", "05世纪", "1.05世纪", "工期1.05月", "九时代", "比分21:15", "2023.05", "20230512", "2023-05-12T08:00", "版本2022.3.1", "192.168.10.1", "5.12汶川",
    "2018 2019 2020年", "2020年 2022年", "2019-21年", "2023年度", "2021级学生", "1月饼",
    "公元前二二一年", "一二三四年级", "二〇二三级", "彝历三月十五日举行", "闰四月八日", "藏历三月五日至十八日", "二、三月五日", "十一、十二月十日",
])
def test_stays_as_it_is(text: str) -> None:
    assert zh.date(text) is text


@pytest.mark.parametrize("text", ["2023年13月45日", "2月30日", "2023年2月29日", "4月31日", "2023-02-30", "二〇二三年十三月"])
def test_an_impossible_date_is_pointed_at_and_left_alone(text: str) -> None:
    document = zh.date.run(f"于{text}召开")
    assert document.text is document.raw
    assert [(found.text, found.rule) for found in document.suggestions] == [(text, "date.impossible")]
    assert zh.find_entities(text) == ()


def test_a_leap_day_is_possible() -> None:
    assert zh.date("2024-02-29") == "2024年2月29日"
    assert zh.date.run("2024年2月29日").suggestions == ()


def test_iso_style_writes_the_machine_value() -> None:
    iso = zh.date.replace(module.dates(style="iso"))
    assert iso("二〇二三年五月十二日至2023年6月1日，5月8日") == "二〇二三年五月十二日至2023年6月1日，5月8日".replace(
        "二〇二三年五月十二日至2023年6月1日", "2023年5月12日至2023年6月1日")
    assert iso("二〇二三年五月十二日，2023年5月，2023年") == "2023-05-12，2023-05，2023年"


def test_an_unknown_style_is_an_error_that_says_what_is_known() -> None:
    with pytest.raises(ValueError, match="'chinese' or 'iso'"):
        module.dates(style="us")


def test_a_day_of_the_public_calendar_is_written_in_digits() -> None:
    assert zh.date("公历三月十五日举行") == "公历3月15日举行"


def test_a_range_of_dates_takes_the_dash_that_is_asked_for() -> None:
    assert zh.date.replace(module.ranges(dash="～"))("（2021-2025年）") == "（2021～2025年）"


@pytest.mark.parametrize("text", [
    "普查标准时点为2020年11月1日零时。", "自2026年1月1日零时起施行", "会议于3月5日九时开始",
    "本校訂於一一三年三月十二日舉行運動會", "自一一三年三月十二日至四月二日", "一百十二年四月十日", "令和五年四月一日",
])
def test_a_lone_numeral_of_an_hour_and_years_of_a_reign_stay(text):
    assert module.date(text) is text


def test_hours_that_cannot_be_counts_are_written_in_digits():
    assert module.date("3月5日上午九时，3月6日十时三十分，3月7日零时三十分") == "3月5日上午9时，3月6日10时30分，3月7日0时30分"


def test_the_day_of_a_month_that_there_is_not_is_no_duration():
    text = "定于二〇二三年十三月四十五日"
    document = (zh.number | zh.date).run(text)
    assert document.text is text
    assert [s.text for s in document.suggestions] == ["二〇二三年十三月四十五日"]


def test_both_ends_of_a_range_of_hours_keep_one_form():
    text = "3月5日零时至3月6日二十四时禁止通行"
    assert module.date(text) is text


@pytest.mark.parametrize("text", ["当事人早上一时疏忽，忘了关窗。", "他晚上一时冲动，写了长信。"])
def test_a_moment_is_no_hour(text):
    assert module.date(text) is text
    assert module.date("事故发生在凌晨一时许。") == "事故发生在凌晨1时许。"


def test_the_year_and_the_month_of_a_date_have_one_form():
    assert module.date("第五十一期、二〇一九年十一月二十七日第四十八期") == "第五十一期、2019年11月27日第四十八期"
    assert module.date("二 〇 一 九 年 十 月 三 日") == "二 〇 一 九 年 十 月 三 日"


@pytest.mark.parametrize("text", ["生于八月十七日寅时", "一九〇三年十二月十八日亥時生", "九月二十日吉时"])
def test_a_day_with_an_hour_of_the_old_count_is_lunar(text):
    assert module.date(text) is text


def test_a_year_of_the_republic_is_no_stretch_of_time():
    assert module.date(zh.number("校舍管理辦法 (民國 87 年 11 月 16 日 修正)")) == "校舍管理辦法 (民國 87 年 11月16日 修正)"
    assert zh.number("历时 94 年 完成") == "历时 94年 完成"


@pytest.mark.parametrize("dash", ["-", "--", "——", "～"])
def test_a_range_of_times_takes_one_em_dash(dash: str) -> None:
    assert zh.date(f"上午9:00{dash}11:30") == "上午9:00—11:30"


def test_a_dash_that_is_asked_for_replaces_em_dashes_too() -> None:
    from zhpolicytext.normalizers.date import ranges

    assert zh.date.replace(ranges(dash="～"))("2021—2025年") == "2021～2025年"
