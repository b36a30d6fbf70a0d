"""Dates in Han or Arabic digits of either width."""

from typing import TYPE_CHECKING

from ..text.match import Lazy
from .date_lists import several_at
from .date_ranges import JOIN, gap_at, range_at, slash_at
from .days import DAY_OR_MONTH, FRAME, YEAR, Date, Side, is_framed, is_han, number_of, side_at, written
from .guards import DIGIT, NUMERAL, SPACE, SPACES, is_identifier_left, is_ordinal, is_titled
from .model import Entity

if TYPE_CHECKING:
    from re import Match

_S = f"[{SPACE}]{{0,2}}"
_NUMERIC = Lazy(rf"(?P<y>{YEAR})(?P<gap>{_S})(?P<sep>[-/.－／．–])\s?(?P<m>[{DIGIT}]{{1,2}}){_S}(?P=sep)\s?"
                rf"(?P<d>[{DIGIT}]{{1,2}})(?![{DIGIT}])")
#: The other end of a range of numeric dates, without the year.
_REST = Lazy(rf"(?:(?P<m>[{DIGIT}]{{1,2}})(?P<sep>[-/.－／．–]))?(?P<d>[{DIGIT}]{{1,2}})(?![{DIGIT}]|[-/.－／．–:：年月日号號时時点點%％个名人次届期万亿元A-Za-z])")
_WIDE = "\N{IDEOGRAPHIC SPACE}"
#: A date in Han digits that was set in width.
_WIDELY = Lazy(rf"{YEAR}年{_WIDE}{{0,2}}(?P<m>{DAY_OR_MONTH})月(?:{_WIDE}{{0,2}}(?P<d>{DAY_OR_MONTH})日)?")
_BEHIND_YEAR = SPACES | frozenset("-/.－／．–")
VERSION = Lazy(r"(?:版本|型号|編號|编号|代码|代碼|[版号號])[:：为為]?$")
NOT_AFTER_NUMERIC = frozenset("0123456789-–/.－／．_:：年月日abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_HAN_YEAR = Lazy("[一二][零〇○一二三四五六七八九]{3}年")
#: A year in Han digits that stays as it is, for whatever reason: its month stays with it.
_OF_A_KEPT_YEAR = Lazy(rf"[{NUMERAL}] ?年 ?$")
_OLD_HOUR = Lazy("[子丑寅卯辰巳午未申酉戌亥吉][时時]")
_LISTED = Lazy(rf"(?P<y>{YEAR})(?=(?:[、和及与,，]{YEAR}){{0,4}}(?:[、和及与]{YEAR}年|(?<![12１２][{DIGIT}]{{3}})[两兩三四]年))")
_DAY = Lazy(rf"(?<=月)[{DIGIT}{NUMERAL}]{{1,3}}日")
HALF = Lazy("(?P<h>[上下])半年|第?(?P<q>[一二三四1-4])季度")
RELATIVE = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1, "前年": -2, "后年": 2, "後年": 2}


def date_at(text: str, start: int, floor: int) -> Entity | None:
    """The date or range of dates whose first numeral begins at an offset."""
    if is_ordinal(text, start) and not (text[start - 1] in "、和及与與,，" and _HAN_YEAR.match(text, start)):
        return None  # but 第五十一期、二〇一九年…第四十八期
    first = text[start]
    if first not in NUMERAL and is_identifier_left(text, start):
        return None
    if first in "12１２":
        found = _unspelled(text, start)
        if found:
            return found
    return _spelled(text, start, floor)


def _unspelled(text: str, start: int) -> Entity | None:
    """2023-05-12, 2021 2025年, 2021/2022学年: told apart by what stands behind the four digits of the year."""
    sign = text[start + 4 : start + 5]
    if sign not in _BEHIND_YEAR:
        return None
    return _numeric(text, start) or (gap_at(text, start) if sign == " " else None) or (
        slash_at(text, start) if sign in "/／" else None)


def _numeric(text: str, start: int) -> Entity | None:
    """2023-05-12, 2023/5/12, 2023. 5. 12."""
    found = _NUMERIC.match(text, start)
    if not found or found["gap"] and found["sep"] not in "-－–" or VERSION.search(text[max(0, start - 4) : start]):
        return None
    low, end = _numbered(found), found.end()
    between = JOIN.match(text, end)
    other = _NUMERIC.match(text, between.end()) if between else None
    if other and between and not text[other.end() : other.end() + 1] in NOT_AFTER_NUMERIC:
        high = _numbered(other)
        if _plausible(low) and _plausible(high) and low < high:
            new = f"{written(low)}{between['word'] or '—'}{written(high)}"
            return Entity(start, other.end(), "date_range", f"{low.iso}/{high.iso}", new, "date.range")
    if between and not other and text[between.start() : between.end()].strip() != found["sep"]:
        rest = _REST.match(text, between.end())  # 2023.5.12-18, 2023.5.12—5.18
        if rest and (not rest["m"] or rest["sep"] == found["sep"]):
            high = low._replace(month=number_of(rest["m"]) or low.month, day=number_of(rest["d"]))
            if _plausible(low) and _plausible(high) and low < high:
                shown = Date(0, high.month if rest["m"] else 0, high.day)
                new = f"{written(low)}{between['word'] or '—'}{written(shown)}"
                return Entity(start, rest.end(), "date_range", f"{low.iso}/{high.iso}", new, "date.range")
        if text[between.end() : between.end() + 1].isdigit():
            return None
    after = text[end : end + 1]
    if after and after in NOT_AFTER_NUMERIC and not (after in ".．:：" and not text[end + 1 : end + 2].isalnum()):
        return None
    if not 1900 <= low.year <= 2100:
        return None
    if not _plausible(low):
        return Entity(start, end, "impossible", low.iso, text[start:end], "date.impossible")
    return Entity(start, end, "date", low.iso, written(low), "date.date")


def _numbered(found: "Match[str]") -> Date:
    return Date(number_of(found["y"]), number_of(found["m"]), number_of(found["d"]))


def _plausible(date: Date) -> bool:
    return 1900 <= date.year <= 2100 and date.month > 0 and date.day > 0 and date.exists


def _spelled(text: str, start: int, floor: int) -> Entity | None:
    """2023年5月12日 and its parts, in either numerals, and ranges of them."""
    if text[start] == "0" and text[start - 1 : start] == ".":
        return None  # 1.05月 are months, not a day and a month
    left = side_at(text, start)
    wide = _WIDELY.match(text, start) if left and left.y and is_han(left.y) and not left.d and text[left.end : left.end + 1] == _WIDE else None
    if wide:  # 二〇二三年　五月　十二日
        left = Side(left.y if left else None, wide["m"], wide["d"], "日", wide.end())
    begin, relative = start, None
    if not (left and left.y) and start - 2 >= floor and text[start - 2 : start] in RELATIVE:
        begin, relative = start - 2, RELATIVE[text[start - 2 : start]]
    found = range_at(text, start, begin, left, relative)
    if found:
        return found
    if left is None or not (left.y or left.m):
        return _listed(text, start)
    several = several_at(text, start, begin, left, relative) if is_han(left.m or left.y) and not left.d else None
    if several:
        return several
    date = left.date(relative)
    end = left.end
    if left.y and not (1500 if left.m or is_han(left.y) else 1800) <= date.year <= 2100:
        return None
    if not date.exists or left.m and not date.month or left.d and not date.day:
        day = _DAY.match(text, end)  # of a month that there is not
        end = day.end() if day else end
        return Entity(begin, end, "impossible", date.iso, text[begin:end], "date.impossible") if left.d or left.y else None
    if left.m and not left.y and is_han(left.m) and _OF_A_KEPT_YEAR.search(text, max(0, start - 4), start):
        return None
    if left.is_han and left.d and _OLD_HOUR.match(text, end):
        return None  # 八月十七日寅时: of the lunar calendar
    if left.is_han and not is_framed(text, start, end, left, relative):
        return None
    new = written(date, left.mark)
    value = date.iso
    if left.m and not left.d:
        frame = FRAME.match(text, end)
        if frame:
            end, new = frame.end(), new + frame.group()
    elif left.y and not left.m:
        half = HALF.match(text, end)
        if half:
            value += f"-H{1 if half['h'] == '上' else 2}" if half["h"] else f"-Q{number_of(half['q'])}"
            end, new = half.end(), new + half.group()
        elif text.startswith("度", end):
            end, new = end + 1, new + "度"
    return Entity(begin, end, "date", value, text[begin:start] + new, "date.date")


def _listed(text: str, start: int) -> Entity | None:
    """一九七九 in 一九七九、一九八〇年."""
    found = _LISTED.match(text, start)
    if not found or not is_han(found["y"]) or is_titled(text, start) or text[start - 1 : start] in NUMERAL and start:
        return None
    year = number_of(found["y"])
    if not 1500 <= year <= 2100:
        return None
    return Entity(start, found.end(), "date", str(year), str(year), "date.date")
