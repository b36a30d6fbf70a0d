"""Amounts in two units, of which the second is smaller: 十五元八角, 十二年零六个月, 两小时三十分钟."""

from typing import NamedTuple

from ..text.match import Lazy
from .guards import NUMERAL
from .numerals import DIGITS, Number, han
from .terms import Term

_CHANGE = Lazy("(零?)([一二三四五六七八九])角(?:([一二三四五六七八九])分)?(?![形度钢鋼])")
_OUNCES = Lazy("([一二三四五六七八九])两")
#: A unit of time, how the next smaller one is written, how many of it make one, and its name in values.
_SMALLER = {
    "年": (Lazy("(零?)([一二三四五六七八九十]{1,2})([个個]月)"), 12),
    "小时": (Lazy("(零?)([一二三四五六七八九十]{1,3})(分钟?)(?![之类])"), 60), "小時": (Lazy("(零?)([一二三四五六七八九十]{1,3})(分鐘?)(?![之類])"), 60),
    "分钟": (Lazy("(零?)([一二三四五六七八九十]{1,3})(秒钟?)"), 60), "分鐘": (Lazy("(零?)([一二三四五六七八九十]{1,3})(秒鐘?)"), 60),
    "分": (Lazy("(零?)([一二三四五六七八九十]{1,3})(秒[钟鐘]?)"), 60),
}
_CODES = {"分": "分钟", "個月": "个月", "秒钟": "秒", "秒鐘": "秒"}
_MAY_BEGIN = frozenset("零" + NUMERAL)


class Rest(NamedTuple):
    """The second part: where it ends, how it is written, and the value of both."""

    end: int
    written: str
    value: Number
    unit: str


def rest_at(text: str, end: int, term: Term, unit: str, code: str) -> Rest | None:
    """What follows the first part of an amount in Han numerals, unless both parts are single numerals.

    >>> clean("每斤十五元八角，判十二年零六个月，历时两小时三十分钟", zh.number["number.money"].find)
    '每斤15元8角，判十二年零六个月，历时两小时三十分钟'
    >>> clean("判十二年零六个月，历时两小时三十分钟；一年十二个月", zh.number["number.duration"].find)  # a year has twelve
    '判12年零6个月，历时2小时30分钟；一年12个月'
    """
    if text[end : end + 1] not in _MAY_BEGIN or term.more or term.scale or term.is_pair or term.low.exponent < 0 or not term.han:
        return None
    if unit == "元":
        change = _CHANGE.match(text, end) if term.han > 1 else None
        if not change:
            return None
        cents = 10 * DIGITS[change[2]] + (DIGITS[change[3]] if change[3] else 0)
        written = f"{change[1]}{DIGITS[change[2]]}角" + (f"{DIGITS[change[3]]}分" if change[3] else "")
        return Rest(change.end(), written, Number.of(int(term.low.plain) * 100 + cents, -2), code)
    if unit == "斤":
        ounces = _OUNCES.match(text, end) if term.han > 1 else None
        return Rest(ounces.end(), f"{DIGITS[ounces[1]]}两", Number.of(int(term.low.plain) * 10 + DIGITS[ounces[1]], -1), code) if ounces else None
    if unit not in _SMALLER:
        return None
    smaller, ratio = _SMALLER[unit]
    found = smaller.match(text, end)
    number = han(found[2]) if found else None
    if not found or number is None or int(number.plain) >= ratio or term.han == len(found[2]) == 1:
        return None
    value = Number.of(int(term.low.plain) * ratio + int(number.plain))
    return Rest(found.end(), f"{found[1]}{number.plain}{found[3]}", value, _CODES.get(found[3], found[3]))
