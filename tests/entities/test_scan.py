"""Numerals that are passed over unseen are those of which nothing comes."""

import re
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.entities.test_candidates import ALPHABET, PIECES
from zhpolicytext.entities import scan, units
from zhpolicytext.entities.numerals import han, rendered
from zhpolicytext.text.tables import rows


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(ALPHABET + "零壹两几批类", max_size=24), st.lists(st.sampled_from(PIECES), max_size=9).map("".join)))
def test_nothing_is_lost_by_looking_only_where_something_can_begin(text):
    found = list(scan.found_in(text))
    with mock.patch.object(scan, "likely_start", lambda: scan.START):
        assert list(scan.found_in(text)) == found


def test_a_numeral_is_passed_over_where_no_recogniser_would_be_asked():
    search = scan.likely_start().search
    assert not any(search(text) for text in ("一旦发生", "统一思想", "第一", "唯一出路"))
    assert all(search(text) for text in ("三所学校", "十几所", "百家争鸣", "（五）", "〔二〇二三〕", "今年上半年", "第三季度"))


def test_what_is_remembered_of_a_numeral_is_its_value():
    for _ in range(2):
        value = han("三千五百万")
        assert value is not None and rendered(value, "三千五百万") == "3500万"


@settings(max_examples=300, deadline=None)
@given(st.text("0123456789０１２Oo〇年月日号-—/.、，,和至到 （(）)所人%一", max_size=20))
def test_recognisers_that_are_not_asked_would_have_found_nothing(text):
    everything = scan._IN_DATE | set(text) | {""}
    found = list(scan.found_in(text))
    with mock.patch.object(scan, "_behind_digits", lambda: everything), mock.patch.object(scan, "_IN_ARABIC_DATE", scan._IN_DATE):
        assert list(scan.found_in(text)) == found


def _without_the_look(text):
    with mock.patch.object(scan, "plain_at", lambda text, start: None):
        return list(scan.found_in(text))


@settings(max_examples=600, deadline=None)
@given(st.one_of(
    st.text("0123456789０５.．%％万亿個人次年月日号时米千百克元家至到近约以上内余多第、，。-—( 增长占", max_size=20),
    st.lists(st.sampled_from([*PIECES, "增长", "占", "近", "52.6", "５", "300", "个", "家", "以上", "内", "科", "向"]), max_size=8).map("".join)))
def test_what_is_read_at_one_look_the_recognisers_say_as_well(text):
    assert list(scan.found_in(text)) == _without_the_look(text)


def test_every_unit_is_read_as_the_recognisers_read_it():
    for unit, *_ in rows("units.tsv"):
        for number in ("3", "５2.６", "1200", "20.50", "4万", "3. 5", "3 .5亿", "300余", "12 "):
            for before in ("增长", "近", "图", "一"):
                for after in ("，", "以上", "以上5", "的", "至5", "", "内", "-6", "左右", "a"):
                    text = f"{before}{number}{unit}{after}"
                    assert list(scan.found_in(text)) == _without_the_look(text), text


def test_no_word_goes_on_with_a_mark():
    for unit, _, _, not_before, *_ in rows("units.tsv"):
        assert not_before == "-" or not any(
            re.match(not_before, mark + char) for mark in units._MARKS for char in {*not_before, "体"}), unit
