"""One pass over the numerals of a text."""

from collections.abc import Iterator

from ..text.match import Lazy
from .amounts import amount_at, percent_at
from .calendars import lunar_at, period_at, reign_at, reign_endings
from .capitals import CAPITALS, capitals_at
from .clock import century_at, time_at
from .dates import date_at
from .document_numbers import document_number_at
from .estimates import approximate_at, fraction_at, some_tens_at
from .guards import IDENTIFIER, NUMERAL, is_identifier_left
from .model import Entity

#: Where something may begin: a numeral of any kind, or a word that carries one.
_START = Lazy(
    rf"[0-9０-９{NUMERAL}{CAPITALS}几幾]|[“\"]十|[农農阴陰旧舊夏][历曆](?=[正腊臘冬闰閏一二三四五六七八九十])|[正腊臘冬]月"
    r"|[今去明本]年(?=[上下]半|第?[一二三四]季)|[上下]半年|第[一二三四]季度"
)
_RUN = Lazy(f"[{NUMERAL}]+")
_IN_NUMERAL = frozenset(NUMERAL)
_ARABIC = frozenset("0123456789０１２３４５６７８９")
_IN_DATE = frozenset("年月日号號-/.－／．")
_IN_TIME = frozenset("时時点點:：")
_REACH = 16  # characters: as far as the first mark of `2021 — 2025 年` can stand


def found_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Entity]:
    """Every entity that begins between two offsets, in order; impossible dates as entities of type `impossible`."""
    position = floor = start
    end = len(text) if end is None else end
    while True:
        begin = _START.search(text, position, end)
        if not begin:
            return
        at = begin.start()
        first = text[at]
        entity: Entity | None
        if first in _ARABIC:
            entity = _arabic(text, at, floor)
            position = 0 if entity else _behind(text, at)
        elif first in _IN_NUMERAL:
            entity = _han(text, at, floor)
            run = _RUN.match(text, at)
            position = run.end() if run else at + 1
        else:
            if first in "几幾":
                entity = approximate_at(text, at, floor)
            elif first in CAPITALS:
                entity = capitals_at(text, at, floor)
            else:
                entity = lunar_at(text, at, floor) or period_at(text, at, floor)
            position = at + 1
        if entity:
            position = floor = entity.end
            if entity.type != "kept":
                yield entity


def _arabic(text: str, at: int, floor: int) -> Entity | None:
    """What begins with an Arabic digit. A recogniser is asked only where its marks stand near."""
    ahead = text[at : at + _REACH]
    before = text[at - 1 : at] if at else ""
    return (
        (document_number_at(text, at, floor) if "号" in ahead or "號" in ahead else None)
        or (reign_at(text, at, floor) if before in reign_endings() and "年" in ahead else None)
        or (None if _IN_DATE.isdisjoint(ahead) else date_at(text, at, floor))
        or (century_at(text, at, floor) if "世" in ahead or "代" in ahead else None)
        or (None if _IN_TIME.isdisjoint(ahead) else time_at(text, at, floor))
        or (fraction_at(text, at, floor) if "/" in ahead else None)
        or amount_at(text, at, floor)
    )


def _han(text: str, at: int, floor: int) -> Entity | None:
    """What begins with a Han numeral."""
    ahead = text[at : at + _REACH]
    before = text[at - 1 : at] if at else ""
    has_date = "年" in ahead or "月" in ahead
    return (
        (document_number_at(text, at, floor) if "号" in ahead or "號" in ahead else None)
        or (reign_at(text, at, floor) if "年" in ahead and _may_be_reign(ahead, before) else None)
        or (lunar_at(text, at, floor) if "月" in ahead else None)
        or (period_at(text, at, floor) if "五" in ahead or "季" in ahead else None)
        or (date_at(text, at, floor) if has_date else None)
        or (century_at(text, at, floor) if "世" in ahead or "代" in ahead else None)
        or (None if _IN_TIME.isdisjoint(ahead) else time_at(text, at, floor))
        or (percent_at(text, at, floor) or fraction_at(text, at, floor) if "分之" in ahead else None)
        or (some_tens_at(text, at, floor) if "几" in ahead or "幾" in ahead else None)
        or amount_at(text, at, floor)
        or (approximate_at(text, at, floor) if text[at] in "十百千万萬亿億" else None)
    )


def _may_be_reign(ahead: str, before: str) -> bool:
    return before in reign_endings() or before in "、和及至到—~-" or "(" in ahead or "（" in ahead


def _behind(text: str, at: int) -> int:
    """Where to go on behind digits that are no entity: behind the whole identifier, if they belong to one."""
    word = IDENTIFIER.match(text, at)
    assert word  # it begins with a digit
    if is_identifier_left(text, at) or any(c.isalpha() for c in word.group()):
        return word.end()
    end = at
    while end < len(text) and text[end] in _ARABIC:
        end += 1
    return end
