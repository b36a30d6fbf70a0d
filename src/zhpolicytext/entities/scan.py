"""One pass over the numerals of a text."""

import re
from collections.abc import Iterator
from functools import cache

from ..text.match import Lazy
from .amounts import JOINS, amount_at, percent_at
from .calendars import lunar_at, period_at, reign_at, reign_endings
from .capitals import CAPITALS, capitals_at
from .centuries import century_at
from .clock import time_at
from .dates import date_at
from .document_numbers import BEFORE_SERIAL, document_number_at
from .estimates import approximate_at, fraction_at, some_tens_at
from .guards import IDENTIFIER, NUMERAL, is_identifier_left
from .model import Entity
from .plain import plain_at
from .units import first_characters

#: Where something may begin: a numeral of any kind, or a word that carries one.
_OPENS = f"0-9０-９{CAPITALS.replace('零', '')}几幾"  # 零 is a numeral above all
_WORDS = (r"(?<=[“\"])(?=十)|(?<=[农農阴陰旧舊夏])[历曆](?=[正腊臘冬闰閏一二三四五六七八九十])|(?<=[正腊臘冬])月"
          r"|(?<=[今去明本])年(?=[上下]半|第?[一二三四]季)|(?<=[上下])半年|(?<=第)[一二三四]季度")
_FIRST = rf"[{_OPENS}{NUMERAL}“\"农農阴陰旧舊夏正腊臘冬今去明本上下第]"
START = Lazy(rf"{_FIRST}(?:(?<=[{_OPENS}{NUMERAL}])|{_WORDS})")


@cache
def likely_start() -> re.Pattern[str]:
    """The same, without the Han numerals of which `_han` makes nothing: 一 of 一批, 第一 or 十四五规划. Most are such.

    A run of numerals that begins before the place where the search begins is not seen.
    """
    behind = re.escape("".join(sorted(_behind_amounts() | _IN_TIME | frozenset("期时時季世分几幾年月"))))
    before = re.escape("".join(sorted(BEFORE_SERIAL)))
    return re.compile(
        rf"{_FIRST}(?:(?<=[{_OPENS}])"
        rf"|(?<=[{NUMERAL}])(?<![{NUMERAL}][{NUMERAL}])(?:(?<=[{_POWERS}])|(?<=[{before}][{NUMERAL}])|[{NUMERAL}]*+(?=[{behind}]))"
        rf"|{_WORDS})")


_POWERS = "十百千万萬亿億"
_RUN = Lazy(f"[{NUMERAL}]+")
_DIGITS = Lazy("[0-9０-９]+")
#: 每月15日前: the day of a month that is not said, and no range.
_DAY = Lazy(f"([0-9０-９]{{1,2}})日(?![0-9０-９{NUMERAL}{re.escape(''.join(sorted(JOINS)))}])")
IN_NUMERAL = frozenset(NUMERAL)
ARABIC = frozenset("0123456789０１２３４５６７８９")
#: What may follow the first numeral of a date, besides its mark: a separator, a dash, a word between two dates, a
#: space, another zero (二O二一年), a list of years.
_IN_DATE = frozenset("年月日号號-/.－／．—–~～﹣−一至到、和及与,，OoＯｏ0０◯" + "".join(map(chr, (0x20, 0xA0, *range(0x2000, 0x200B)))))
#: Lists of years without 年 are dates in Han digits only.
_IN_ARABIC_DATE = _IN_DATE - frozenset("、和及与,，")
#: 世纪, 年代, and what joins two decades.
_IN_CENTURY = frozenset("世年、和及与與或至到—–~～-")
_IN_TIME = frozenset("时時点點:：" + "".join(map(chr, (0x20, 0xA0, *range(0x2000, 0x200B)))))


def found_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Entity]:
    """Every entity that begins between two offsets, in order; impossible dates as entities of type `impossible`."""
    position = floor = start
    end = len(text) if end is None else end
    while (at := next_start(text, position, end)) >= 0:
        entity = plain_at(text, at) if text[at] in ARABIC else None
        if entity:
            position = entity.end
        else:
            entity, position = closer_look(text, at, floor)
            if not entity:
                continue
        floor = position
        if entity.type != "kept":
            yield entity


def next_start(text: str, position: int, end: int) -> int:
    """Where an entity may begin, at an offset or behind it, or -1."""
    search = START.search if position and text[position - 1] in IN_NUMERAL else likely_start().search
    begin = search(text, position, end)
    return begin.start() if begin else -1


def closer_look(text: str, at: int, floor: int) -> tuple[Entity | None, int]:
    """What the recognisers make of a place where an entity may begin, and where to go on; `floor` is the end of the one before."""
    first = text[at]
    entity: Entity | None
    if first in ARABIC:
        day = _DAY.match(text, at) if text[at - 1 : at] == "月" else None
        if day:
            return None, day.end(1)
        entity = _arabic(text, at, floor)
        return entity, entity.end if entity else _behind(text, at)
    position = at + 1
    if first in IN_NUMERAL:
        run = _RUN.match(text, at)
        assert run
        position = run.end()
        entity = _han(text, at, position, floor)
    elif first in "几幾":
        entity = approximate_at(text, at, floor)
    elif first in CAPITALS:
        entity = capitals_at(text, at, floor)
    else:
        entity = lunar_at(text, at, floor) or period_at(text, at, floor)
    return entity, entity.end if entity else position


def _arabic(text: str, at: int, floor: int) -> Entity | None:
    """What begins with an Arabic digit. A recogniser is asked only where its mark follows."""
    digits = _DIGITS.match(text, at)
    assert digits
    end = digits.end()
    after = text[end : end + 1]
    before = text[at - 1 : at]
    return (
        (document_number_at(text, at, floor) if end - at > 3 and _may_be_document(text, at, end, before) else None)
        or (reign_at(text, at, floor) if after == "年" and before in reign_endings() else None)
        or (date_at(text, at, floor) if after in _IN_ARABIC_DATE and end - at < 5 and (after not in ".．" or end - at == 4) else None)
        or (century_at(text, at, floor) if after in ("世", "年") else None)
        or (time_at(text, at, floor) if after in _IN_TIME else None)
        or (fraction_at(text, at, floor) if after == "/" else None)
        or (amount_at(text, at, floor) if after in _behind_digits() else None)
    )


@cache
def _behind_digits() -> frozenset[str]:
    """What may follow the first digits of an amount: its unit, its point or grouping comma, a multiplier, a join."""
    return first_characters() | JOINS | frozenset("十百千万萬亿億余餘多.．,")


def _may_be_document(text: str, at: int, end: int, before: str) -> bool:
    return before in BEFORE_SERIAL or end - at > 4 and text[at] in "12" or text[end : end + 1] == " "


def _han(text: str, at: int, end: int, floor: int) -> Entity | None:
    """What begins with a Han numeral, whose run reaches to `end`."""
    after = text[end : end + 1]
    before = text[at - 1 : at]
    return (
        (document_number_at(text, at, floor) if before in BEFORE_SERIAL and before else None)
        or (reign_at(text, at, floor) if after == "年" and _may_be_reign(text, end, before) else None)
        or (lunar_at(text, at, floor) if after == "月" else None)
        or (period_at(text, at, floor) if after in ("期", "时", "時", "季") else None)
        or (date_at(text, at, floor) if after in _IN_DATE else None)
        or (century_at(text, at, floor) if after in _IN_CENTURY else None)
        or (time_at(text, at, floor) if after in _IN_TIME else None)
        or (percent_at(text, at, floor) or fraction_at(text, at, floor) if after == "分" else None)
        or (some_tens_at(text, at, floor) if after in ("几", "幾") else None)
        or (amount_at(text, at, floor) if after in _behind_amounts() else None)
        or (approximate_at(text, at, floor) if text[at] in _POWERS else None)
    )


@cache
def _behind_amounts() -> frozenset[str]:
    """What may follow the numeral of an amount: units, 余, a decimal point, a join, a space. Not 一带, 十四五规."""
    return first_characters() | _IN_DATE | frozenset("余餘多点點万萬亿億瓦伏卡来來")


def _may_be_reign(text: str, end: int, before: str) -> bool:
    behind = text[end + 1 : end + 2]
    return before in reign_endings() or before in "、和及至到—~-" or behind in ("(", "（") or behind in IN_NUMERAL


def _behind(text: str, at: int) -> int:
    """Where to go on behind digits that are no entity: behind the whole identifier, if they belong to one."""
    word = IDENTIFIER.match(text, at)
    assert word  # it begins with a digit
    if is_identifier_left(text, at) or any(map(str.isalpha, word.group())):
        return word.end()
    digits = _DIGITS.match(text, at)
    assert digits
    return digits.end()
