"""Members of one list, and the two ends of one range, are written alike."""

import itertools
import re

import pytest

import zhpolicytext as zh

KINDS = {
    "counts": ("两台", "六台", "十台", "十四台", "三十六台"),
    "spans": ("两个月", "九个月", "十四个月", "三十六个月"),
    "ages": ("七岁", "十岁", "十三岁", "六十岁"),
    "days": ("二日", "七日", "十日", "十七日", "二十九日"),
    "sums": ("九元", "四十元", "三百元", "两万元"),
    "months": ("二月", "八月上旬", "十月", "十二月底"),
    "days of months": ("二月七日", "八月十日", "十一月二十六日"),
    "decades": ("二十世纪三十年代", "四十年代", "六十年代"),
    "years": ("二〇一二年", "二〇一四年", "二〇一九年"),
    "shares": ("百分之四", "百分之十三", "百分之二十点五"),
}
_HAN = re.compile("[〇一二三四五六七八九十百千万两]")


@pytest.mark.parametrize("join", ["、", "和", "及", "与", "或", "或者", "以及", "至", "到"])
@pytest.mark.parametrize("kind", KINDS)
def test_all_members_are_written_alike(kind: str, join: str) -> None:
    for size in (2, 3):
        for members in itertools.combinations(KINDS[kind], size):
            text = f"定为{'、'.join(members[:-1])}{join}{members[-1]}办理。"
            out = (zh.number | zh.date)(text)
            has_han = _HAN.search(out.replace("万元", "")) is not None  # 2万元 is in digits
            assert not has_han or out is text, out


@pytest.mark.parametrize(("text", "canonical"), [
    ("可处七日以上十二日以下停业", "可处7日以上12日以下停业"),
    ("由三户以上四十户以下农户发起", "由3户以上40户以下农户发起"),
    ("收费四倍以上不满十二倍的", "收费4倍以上不满12倍的"),
    ("分别提高一个百分点、一点五个百分点和两个百分点", "分别提高1个百分点、1.5个百分点和2个百分点"),
    ("每月六日、十六日、二十六日开放", "每月6日、16日、26日开放"),
    ("自每月二十六日起至次月六日止", "自每月26日起至次月六日止"),  # 起 stands between: two statements
    ("每月二十六日至次月六日", "每月26日至次月6日"),
    ("四月八日、九日和十一日", "4月8日、9日和11日"),
    ("二〇一七年四月八日、九日", "2017年4月8日、9日"),
    ("八月、九月和十一月上旬分三批", "8月、9月和11月上旬分三批"),
    ("二〇一七年六月、八月", "2017年6月、8月"),
    ("2017年六月、八月", "2017年6月、8月"),
    ("每年四月和十月各一次", "每年4月和10月各一次"),
    ("十二月至次年二月封山", "12月至次年2月封山"),
    ("今年一至八月", "今年1至8月"),
    ("每年四至十月为汛期", "每年4至10月为汛期"),
    ("八月二十九、三十日报到", "8月29、30日报到"),
    ("二〇一七年九月六、七、八日", "2017年9月6、7、8日"),
    ("二〇一七年九、十月间", "2017年9、10月间"),
    ("二十世纪三十、四十年代", "20世纪30、40年代"),
    ("上世纪三十、四十和五十年代", "上世纪30、40和50年代"),
    ("二十世纪七十年代末至八十年代初", "20世纪70年代末至80年代初"),
    ("20世纪70年代、八十年代", "20世纪70年代、80年代"),
    ("每日七时至十七时", "每日7时至17时"),
    ("七时至十一时、十三时至十七时", "7时至11时、13时至17时"),
    ("八时、十一时四十分和十七时各测一次", "8时、11时40分和17时各测一次"),
    ("票价四十二元五角", "票价42元5角"),
    ("票价一百零八元六角四分", "票价108元6角4分"),
])
def test_what_belongs_together_is_written_together(text: str, canonical: str) -> None:
    assert (zh.number | zh.date)(text) == canonical
    assert (zh.number | zh.date)(canonical) is canonical


@pytest.mark.parametrize("text", [
    "六名、九名和四名", "四年以上九年以下", "每月六日、九日", "三月、四月和九月",
    "四时至七时", "四元六角", "八月九、十一日", "三、四月间", "八、九月份",
    "农历六月、七月初", "农历二〇一七年五月初五", "二〇一七年六月初六", "正月至三月底", "光绪二十一年三月、五月底",
    "农历四月八日、九日", "民国二十一年四月八日、九日", "八十年代末九十年代初", "“七个月、十四个月”", "《三年、十二年》",
    "初四日、十四日开市", "正月十五、十六日", "腊月二十八日和二十九日", "每月初一、十五日", "廿四日、二十九日", "中国电科七所、三十所", "央视三套、十三套", "第七名、第十四名", "经十三次、十四次会议审议", "召开十三次、十四次会议", "民国二十一年一至八月", "三年一至八月", "道光十一年三月五日、八日",
])
def test_what_nothing_licenses_stays_as_a_whole(text: str) -> None:
    assert (zh.number | zh.date)(text) is text


@pytest.mark.parametrize(("text", "canonical"), [
    ("前三台、十四台", "前三台、14台"),  # the first three: no count of the list
    ("同一台、十四台", "同一台、14台"),
    ("每一台、十四台", "每一台、14台"),
    ("周三日班、十四日", "周三日班、14日"),
    ("四名司机、十四名乘客", "四名司机、14名乘客"),
    ("四台，十四台", "四台，14台"),
    ("四十二元、五角", "42元、五角"),
    ("二〇一七年六月，八月", "2017年6月，八月"),
])
def test_a_neighbour_that_is_no_member_stays(text: str, canonical: str) -> None:
    assert (zh.number | zh.date)(text) == canonical


@pytest.mark.parametrize(("text", "values"), [
    ("七日以上十二日以下", [{"lo": "7", "hi": "12", "lo_incl": True, "hi_incl": True, "unit": "日", "mod": "以上以下"}]),
    ("八月二十九、三十日", ["--08-29/--08-30"]),
    ("二〇一七年九、十月", ["2017-09/2017-10"]),
    ("二〇一七年元月六日", ["2017-01-06"]),
    ("七时至十七时", ["T07:00/T17:00"]),
    ("二十世纪三十、四十年代", ["1930/1949"]),
    ("四十二元五角", [{"num": "42.5", "unit": "CNY"}]),
])
def test_a_list_has_the_value_of_all_of_it(text: str, values: list[object]) -> None:
    assert [entity.value for entity in zh.find_entities(text)] == values


def test_the_month_that_is_a_word_stays_and_its_day_is_written_in_digits() -> None:
    assert zh.date("二〇一七年元月六日") == "2017年元月6日"
    assert zh.date("今年元月") == "今年元月"


def test_a_member_is_looked_for_no_farther_than_a_few_members_away() -> None:
    looked_at = 0

    def recogniser(text: str, start: int, floor: int) -> None:
        nonlocal looked_at
        looked_at += 1

    from zhpolicytext.entities.lists import goes_along

    text = "四台、" * 5000 + "十四台"
    assert not goes_along(text, 0, 2, "台", recogniser)  # type: ignore[arg-type]
    assert looked_at == 0
    assert not goes_along(text, len(text) - 6, len(text) - 4, "台", recogniser)  # type: ignore[arg-type]
    assert looked_at == 1


@pytest.mark.parametrize(("text", "canonical", "value"), [
    ("判处有期徒刑十四年零八个月", "判处有期徒刑14年零8个月", {"num": "176", "unit": "个月"}),
    ("实习四年十一个月", "实习4年11个月", {"num": "59", "unit": "个月"}),
    ("用时两小时四十分钟", "用时2小时40分钟", {"num": "160", "unit": "分钟"}),
    ("重十二斤八两", "重12斤8两", {"num": "12.8", "unit": "斤"}),
    ("付一千零八十元零五角", "付1080元零5角", {"num": "1080.5", "unit": "CNY"}),
    ("用时三分二十秒", "用时3分20秒", {"num": "200", "unit": "秒"}),
    ("用時兩小時四十分鐘", "用時2小時40分鐘", {"num": "160", "unit": "分鐘"}),
])
def test_both_parts_of_an_amount_in_two_units_are_written_alike(text: str, canonical: str, value: object) -> None:
    assert zh.number(text) == canonical
    assert [entity.value for entity in zh.find_entities(text)] == [value]


@pytest.mark.parametrize(("text", "canonical"), [
    ("四年零八个月", "四年零八个月"),
    ("一天二十四小时、一年十二个月、一小时六十分钟", "一天24小时、一年12个月、一小时60分钟"),  # what each has
    ("十二元三角形的瓷砖", "12元三角形的瓷砖"),
])
def test_what_only_stands_side_by_side_is_no_amount_in_two_units(text: str, canonical: str) -> None:
    assert zh.number(text) == canonical
