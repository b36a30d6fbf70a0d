"""One pass over the numerals of a text."""

from collections.abc import Callable, Iterator

from ..text.match import Lazy
from .amounts import amount_at, percent_at
from .clock import century_at, time_at
from .dates import date_at
from .document_numbers import document_number_at
from .guards import IDENTIFIER, NUMERAL, is_identifier_left
from .model import Entity
from .others import (approximate_at, capitals_at, fraction_at, lunar_at, period_at, reign_at, some_tens_at)

Recogniser = Callable[[str, int, int], Entity | None]

_CAPITAL = "壹贰叁肆伍陆柒捌玖拾貳參陸"
#: Where something may begin: a numeral of any kind, or a word that carries one.
_START = Lazy(rf"[0-9０-９{NUMERAL}{_CAPITAL}几幾]|[“\"]十|[农農阴陰旧舊夏][历曆](?=[正腊臘冬闰閏一二三四五六七八九十])|[正腊臘冬]月|[今去明本]年(?=[上下]半|第?[一二三四]季)|[上下]半年|第[一二三四]季度")
_RUN = Lazy(f"[{NUMERAL}]+")

_ARABIC: tuple[Recogniser, ...] = (document_number_at, reign_at, date_at, century_at, time_at, fraction_at, amount_at)
_HAN: tuple[Recogniser, ...] = (
    document_number_at, reign_at, lunar_at, period_at, date_at, century_at, time_at, percent_at, fraction_at, some_tens_at,
    amount_at, approximate_at)
_FEW: tuple[Recogniser, ...] = (approximate_at,)
_WORDS: tuple[Recogniser, ...] = (lunar_at, period_at)
_CAPITALS: tuple[Recogniser, ...] = (capitals_at,)


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
        is_arabic = first.isdigit() and first not in NUMERAL
        recognisers = (_ARABIC if is_arabic else _HAN if first in NUMERAL else _CAPITALS if first in _CAPITAL
                       else _FEW if first in "几幾" else _WORDS)
        entity = None
        for recognise in recognisers:
            entity = recognise(text, at, floor)
            if entity:
                break
        if entity:
            position = floor = entity.end
            if entity.type != "kept":
                yield entity
        elif is_arabic:
            position = _behind(text, at)
        elif first in NUMERAL:
            run = _RUN.match(text, at)
            assert run
            position = run.end()
        else:
            position = at + 1


def _behind(text: str, at: int) -> int:
    """Where to go on behind digits that are no entity: behind the whole identifier, if they belong to one."""
    word = IDENTIFIER.match(text, at)
    assert word
    if is_identifier_left(text, at) or any(c.isalpha() for c in word.group()):
        return word.end()
    k = at
    while k < len(text) and (text[k].isdigit() and text[k] not in NUMERAL):
        k += 1
    return k
