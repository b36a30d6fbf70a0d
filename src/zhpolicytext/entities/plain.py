"""The most frequent of all: digits with a unit, and dates, between ordinary words, read at one look.

A closer look at 增长52.6%，累计 asks eight recognisers and takes 10 µs; here it is one pattern, and what stands on both
sides. Whatever could be anything else (a range, a bound, an ordinal, an identifier, another calendar) is left to the
recognisers; a property holds that these would say the same: tests/entities/test_scan.py.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeAlias

from ..text.match import Lazy
from .amounts import JOINS, RULES, TYPES
from .bounds import PREFIX_ENDS, SUFFIX, SUFFIX_BEGINS, measure, suffix_kind
from .calendars import reign_endings
from .date_ranges import JOIN
from .dates import HALF, NOT_AFTER_NUMERIC, VERSION
from .days import Date
from .document_numbers import BEFORE_SERIAL
from .guards import BEFORE_ORDINALS, DIGIT, JOINED_LEFT, NUMERAL, SPACE, SPACES, is_kept_han
from .licence import A_NAME, LABELS, SURNAMES
from .model import Entity, Value
from .numerals import TO_ASCII, arabic, han, rendered
from .terms import follows_han, power_of
from .units import Unit, longest_at, units_by_first

_S = f"[{SPACE}]{{0,2}}"
_NUMBER = Lazy(
    rf"([1-9１-９][{DIGIT}]{{0,14}})(?:({_S}[.．]{_S})([{DIGIT}]{{1,8}}))?([余餘多])?"
    rf"(?:{_S}([万萬][亿億]?|[亿億]))?{_S}")
_DATE = Lazy(rf"([12１２][{DIGIT}]{{3}})年(?:([{DIGIT}]{{1,2}})月(?:([{DIGIT}]{{1,2}})日)?)?")
_NUMERIC = Lazy(r"([12][0-9]{3})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_SHARE = Lazy("百分之((?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:[点點][零〇一二三四五六七八九]{1,8})?)(?=[，。；,;）)\n])")
_DIVIDING = frozenset("-/.")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_YEARS = frozenset("12１２")
#: Behind these a numeral may be bounded, numbered or go on: a closer look.
_TELLING = PREFIX_ENDS | frozenset(NUMERAL + "第月年日号號")
#: Behind these it may go on: a list of ordinals, a group of digits, a clock. A character before, and no 第, says no.
_MARKS, _JOINING = frozenset("，,：:"), frozenset("到至和及与與或,")
_ASKED = _MARKS | _JOINING
#: What a range, or more of a date, goes on with behind 年, 月 and 日: then, what makes other words of these.
_GOES_ON = JOINS | _DIGITS | frozenset(NUMERAL)
_BEHIND_YEAR = _GOES_ON | frozenset("代级級")
_HALVES = frozenset("上下第度")
_BEHIND_MONTH = _GOES_ON | frozenset("龄齡球饼餅底初末上中下份")
_BEFORE_SHARES = PREFIX_ENDS | BEFORE_SERIAL
_BEHIND_NUMERIC = _GOES_ON | NOT_AFTER_NUMERIC
_BEHIND_DAY = _GOES_ON | frozenset("本楼樓线線院厂廠机機库庫馆館文令店")

#: Where it ends, how it is written (docs/numbers.md), and the rule that rewrites it.
Reading: TypeAlias = tuple[int, str, str]


def plain_at(text: str, start: int) -> Entity | None:
    """A quantity or a date in Arabic digits that nothing around makes anything else of.

    >>> plain_at("增长５2. 6％，", 2).canonical, plain_at("到２０２５年，", 1).canonical
    ('52.6%', '2025年')
    >>> plain_at("近300人", 1), plain_at("增长3-5%", 2), plain_at("2021年至2025年", 0)  # bounds, ranges
    (None, None, None)
    """
    found = reading_at(text, start)
    if found is None:
        return None
    end, canonical, rule = found
    if rule == "date.date":
        date = _DATE.fullmatch(canonical)
        return date and Entity(start, end, "date", Date(*[int(part or 0) for part in date.groups()]).iso, canonical, rule)
    kind, value = _measured(canonical)
    return Entity(start, end, kind, value, canonical, rule)


def reading_at(text: str, start: int) -> Reading | None:
    """The same, for those who only want to know how it is written."""
    before = text[start - 1 : start]
    is_mark = False
    if before in _ASKED:
        is_mark = before in _MARKS
        if is_mark and not "\u4e00" <= text[start - 2 : start - 1] <= "\u9fff" or (
                before in _JOINING and "第" in text[max(0, start - 40) : start]):
            return None
    sign = text[start + 4 : start + 5]
    if sign == "年" and text[start] in _YEARS:
        return None if before in _before_dates() else _date(text, start)
    if sign in _DIVIDING and before not in _before_numeric_dates():
        return _numeric_date(text, start)
    if is_mark or "\u4e00" <= before <= "\u9fff" and before not in _TELLING:
        return _amount(text, start, before)
    return None


@cache
def _before_dates() -> frozenset[str]:
    """Behind these the digits are numbered, joined to something, or of another calendar."""
    told = JOINED_LEFT | BEFORE_ORDINALS | BEFORE_SERIAL | reign_endings() | _DIGITS | frozenset(NUMERAL)
    return told - _MARKS - _JOINING


@cache
def _before_numeric_dates() -> frozenset[str]:
    """The same; a bracket may open before 2023-05-12."""
    return _before_dates() - BEFORE_SERIAL | (JOINED_LEFT | BEFORE_ORDINALS) - _MARKS - _JOINING


def _numeric_date(text: str, start: int) -> Reading | None:
    found = _NUMERIC.match(text, start)
    if not found:
        return None
    end = found.end()
    after = text[end : end + 1]
    if after in _BEHIND_NUMERIC and (after not in SPACES or JOIN.match(text, end)):
        return None
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    if not (1900 <= year <= 2100 and _exists(year, month, day)) or VERSION.search(text[max(0, start - 4) : start]):
        return None
    return end, f"{year}年{month}月{day}日", "date.date"


def _exists(year: int, month: int, day: int) -> bool:
    return 0 < month < 13 and (0 < day < 29 or day > 0 and Date(year, month, day).exists)


def _date(text: str, start: int) -> Reading | None:
    found = _DATE.match(text, start)
    if not found:
        return None
    of_year, of_month, of_day = found.groups()
    end = found.end()
    if text[end : end + 1] in (_BEHIND_DAY if of_day else _BEHIND_MONTH if of_month else _BEHIND_YEAR):
        return None
    year, month, day = int(of_year), int(of_month or 0), int(of_day or 0)
    if not 1800 <= year <= 2100 or of_month and not _exists(year, month, day if of_day else 1):
        return None
    new = f"{year}年{month}月{day}日" if of_day else f"{year}年{month}月" if of_month else f"{year}年"
    if not of_month and text[end : end + 1] in _HALVES:  # 2022年第三季度, 2022年度
        half = HALF.match(text, end)
        part = half.group() if half else "度" if text.startswith("度", end) else ""
        return end + len(part), new + part, "date.date"
    return end, new, "date.date"


def share_at(text: str, start: int, floor: int) -> Reading | None:
    """百分之三十一点八 before a mark, and nothing before it that bounds it; `floor` is the end of the entity before.

    >>> share_at("占百分之三十一点八，", 1, 0)
    (9, '31.8%', 'number.percent')
    >>> share_at("近百分之三十，", 1, 0), share_at("百分之五以上", 0, 0)  # bounds
    (None, None)
    """
    found = _SHARE.match(text, start)
    if not found or text[start - 1 : start] in _BEFORE_SHARES or is_kept_han(text, start, found.end(), floor):
        return None
    number = han(found[1])
    return (found.end(), rendered(number, found[1]) + "%", "number.percent") if number else None


@cache
def _units() -> Mapping[str, Sequence[Unit]]:
    """The units that begin with what no date, time, number or identifier goes on with, by that."""
    others = NUMERAL + "年月日号號时時点點世分科向余餘多页頁"
    return {char: units for char, units in units_by_first().items() if (char > "\x7f" or char == "%") and char not in others}


def _amount(text: str, start: int, before: str) -> Reading | None:
    found = _NUMBER.match(text, start)
    if not found:
        return None
    end = found.end()
    units = _units().get(text[end : end + 1])
    unit = longest_at(text, end, units) if units else None
    if unit is None:
        return None
    whole, point, part, more, scale = found.groups()
    digits = f"{whole}.{part}" if point else whole
    if not digits.isascii():
        digits = digits.translate(TO_ASCII)
    canonical = digits + more if more else digits
    if scale:
        canonical += scale
    if len(canonical) != end - start and not _may_be_spaced(text, start, before, whole, point, unit, scale):
        return None
    canonical += "%" if unit.text == "％" else unit.text
    end += len(unit.text)
    after = text[end : end + 1]
    if after in JOINS or unit.text in SURNAMES and A_NAME.match(text, end) and text[end - 2] == " ":
        return None
    tail = SUFFIX.match(text, end) if after in SUFFIX_BEGINS else None
    if tail:
        end = tail.end()
        behind = text[end : end + 1]
        if tail["since"] or more or behind in _GOES_ON or behind.isdigit():
            return None
        canonical += tail.group()
    return end, canonical, RULES[TYPES[unit.kind]]


def _measured(canonical: str) -> tuple[str, Value]:
    """Type and value of what is written canonically already."""
    found = _NUMBER.match(canonical)
    assert found
    whole, point, part, more, scale = found.groups()
    end = found.end()
    unit = longest_at(canonical, end, _units()[canonical[end]])
    assert unit
    tail = canonical[end + len(unit.text) :]
    kind, digits = TYPES[unit.kind], f"{whole}.{part}" if point else whole
    if not (tail or more or scale):
        return kind, {"num": digits.rstrip("0").rstrip(".") if point else digits, "unit": unit.code}
    number, power = arabic(digits), power_of(scale or "")
    low = number.times(power)
    mods = [(tail, suffix_kind(tail))] if tail else [(more, "more")] if more else []
    return kind, measure(low, number.next.times(power) if more else low, {"unit": unit.code}, mods)


def _may_be_spaced(text: str, start: int, before: str, whole: str, point: str | None, unit: Unit, scale: str | None) -> bool:
    """No year, no label, and nothing that is counted in halves."""
    return len(whole) < 4 and before not in LABELS and (
        not point or len(point) == 1 or follows_han(text, start) and bool(unit.is_continuous or scale))
