"""Han numerals are read strictly, and written in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corruptors.number import han as spelled
from zhpolicytext.entities.numerals import Number, arabic, han, pair, rendered


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_what_is_spelled_is_read_back(high: int, low: int) -> None:
    text = spelled(high) + "万"
    if low:
        text += ("零" if low < 1000 else "") + (spelled(low) if low > 19 or low < 10 else "一" + spelled(low))
    value = han(text)
    assert value is not None and value.plain == str(high * 10_000 + low)


@pytest.mark.parametrize("text", ["十四五", "百千万", "一百二", "二五", "一二〇", "十十", "万", "百", "亿", "三百百", "二十两", "一万二", "零", "三点", "点五", ""])
def test_what_is_not_well_formed_is_no_number(text: str) -> None:
    assert han(text) is None or text == "零"


@pytest.mark.parametrize(("text", "written"), [
    ("一万", "1万"), ("一万零一", "10001"), ("九千九百九十九万", "9999万"), ("一亿", "1亿"), ("一亿零五百万", "1.05亿"),
    ("十一亿三千三百六十八万二千五百零一", "1133682501"), ("两万亿", "2万亿"), ("三千亿", "3000亿"), ("零点零五", "0.05"), ("二億五千萬", "2.5億"),
])
def test_ten_thousands_stay_where_the_author_ended_on_them(text: str, written: str) -> None:
    value = han(text)
    assert value is not None and rendered(value, text) == written


@pytest.mark.parametrize("text", ["五三", "九十", "三六百", "一百", "七"])
def test_only_neighbours_are_an_estimate(text: str) -> None:
    assert pair(text) is None


@given(st.decimals(0, 10**9, places=3))
def test_arabic_digits_keep_their_value(value: object) -> None:
    assert float(arabic(f"{value:f}").plain) == float(f"{value:f}")


@given(st.integers(1, 10**12), st.integers(-4, 8))
def test_a_number_is_greater_than_what_is_smaller(digits: int, exponent: int) -> None:
    number = Number.of(digits, exponent)
    assert number.next.above(number) and not number.above(number)
